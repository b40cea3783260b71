//! Storing, other tabs, and everything that can go wrong with it.

use super::{
    faults::{Fault, Faults},
    *,
};
use crate::{files, read, shared::saving::SaveState, storage};
use postil_core::{keep::operation::OP, record::LayerKey};

fn saved(tab: &Tab) -> (SaveState, String) {
    (tab.model.view.bar.save, tab.model.view.bar.save_sentence.to_string())
}

#[test]
fn a_tag_is_there_after_a_reload_from_either_store() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    assert_eq!(saved(&tab).0, SaveState::Saved);
    assert_eq!(browser.open().data(0), "supports [-]");
    browser.local.borrow_mut().clear();
    assert_eq!(browser.open().data(0), "supports [-]");
    assert!(!browser.records().is_empty(), "local storage is healed");
    browser.journal.borrow_mut().clear();
    assert_eq!(browser.open().data(0), "supports [-]");
    assert!(!browser.journal.borrow().is_empty(), "the journal is healed");
}

#[test]
fn a_full_storage_says_so_and_keeps_the_change_on_the_page() {
    let browser = Browser::new();
    let mut tab = browser.open();
    browser.refuses.replace(Some(StorageError::Full { needed: 100 }));
    browser.journal_fails.set(true);
    tab.press("s");
    assert_eq!(saved(&tab), (SaveState::Failed, "Not saved: storage is full. Export now".into()));
    assert_eq!(tab.data(0), "supports [-]");
    assert!(tab.model.view.banners.iter().any(|b| b.alert));
    assert!(tab.done.contains(&Effect::GuardLeaving(true)));
    browser.refuses.replace(None);
    browser.journal_fails.set(false);
    tab.press("1");
    assert_eq!(saved(&tab).0, SaveState::Saved, "what was refused is written with the next change");
    assert_eq!(browser.open().data(0), "supports [sovereignty]");
}

#[test]
fn a_blocked_storage_says_so_at_once() {
    let browser = Browser::new();
    browser.refuses.replace(Some(StorageError::Blocked));
    let mut tab = browser.open();
    assert_eq!(saved(&tab).0, SaveState::Failed);
    tab.press("s");
    assert_eq!(tab.data(0), "supports [-]");
    assert!(tab.file(false).contains("supports"));
}

#[test]
fn without_a_journal_it_is_saved_but_not_crash_safe() {
    let browser = Browser::new();
    browser.journal_fails.set(true);
    let mut tab = browser.open();
    tab.press("s");
    assert_eq!(saved(&tab), (SaveState::Fragile, "Saved, not crash-safe: keep a backup file".into()));
}

#[test]
fn tabs_follow_each_other_and_a_first_visit_in_two_is_one_annotator() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("s");
    let arrived = two.news();
    two.send(storage::Msg::OperationsArrived(arrived.clone()));
    assert_eq!(two.data(0), "supports [-]");
    assert_eq!(one.model.shared.annotator, two.model.shared.annotator);
    two.send(storage::Msg::OperationsArrived(arrived));
    two.press("o");
    one.hear();
    assert_eq!(one.data(0), "opposes [-]");
    assert_eq!(one.model.shared.history.len(), 1);
    one.send(Msg::UndoAsked);
    assert_eq!(one.data(0), "opposes [-]", "undo leaves alone what the other tab has said since");
}

#[test]
fn tabs_of_a_first_visit_that_have_not_heard_of_each_other_are_one_annotator() {
    let browser = Browser::new();
    let (mut one, mut two, mut three) = (browser.open(), browser.open(), browser.open());
    one.press("s");
    two.press("j");
    two.press("o");
    three.send(files::Msg::AnnotatorAdded("Ben".into()));
    three.press("1");
    let tab = browser.open();
    let people = tab.model.shared.store().people.values();
    let names: Vec<&str> = people.filter_map(|person| Some(&*person.name.as_ref()?.value)).collect();
    assert_eq!(names, ["Reader 1", "Ben"]);
    let first = &one.model.shared.annotator;
    let layer = tab
        .model
        .shared
        .store()
        .layer(tab.model.shared.article_id(), &LayerKey::reading(first.clone(), 1))
        .map(|layer| layer.records.len());
    assert_eq!((&two.model.shared.annotator, layer), (first, Some(2)));
}

#[test]
fn two_tabs_save_a_thousand_changes_each_and_none_is_lost() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    for n in 0..1000 {
        one.press(if n % 2 == 0 { "1" } else { "2" });
        two.press(if n % 2 == 0 { "s" } else { "o" });
    }
    let operations = browser.journal.borrow().keys().filter(|k| k.contains("/op/")).count();
    assert_eq!(operations, 2000);
    assert_eq!(one.data(0).split(' ').next(), Some("-"));
    let reloaded = browser.open();
    assert_eq!(reloaded.model.shared.clock.replica().as_str().len(), 32);
}

#[test]
fn a_newer_postil_makes_the_tab_read_only() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.send(storage::Msg::OperationsArrived(vec![("postil/2/op/x/1".into(), "2 x y".into())]));
    tab.press("o");
    assert_eq!(tab.data(0), "supports [-]");
    assert!(tab.model.view.banners.iter().any(|b| b.sentence.contains("newer version")));
    browser.local.borrow_mut().insert("postil/1/op/z/1".into(), "2 0000 {}".into());
    assert!(browser.open().model.shared.read_only);
}

#[test]
fn a_damaged_operation_is_listed_and_left_alone() {
    let browser = Browser::new();
    browser.open().press("s");
    let key = browser.records().into_keys().find(|key| key.starts_with(OP)).unwrap();
    browser.local.borrow_mut().insert(Arc::clone(&key), "1 bad {".into());
    let tab = browser.open();
    assert_eq!(tab.data(0), "supports [-]", "the journal's copy counts");
    assert_eq!(browser.local.borrow().get(&key).map(AsRef::as_ref), Some("1 bad {"));
    browser.journal.borrow_mut().insert(key, "".into());
    let tab = browser.open();
    assert_eq!(tab.data(0), "- [-]");
    assert!(tab.model.view.banners.iter().any(|b| b.sentence.contains("cannot be read")));
}

#[test]
fn a_found_draft_is_offered_and_kept_or_discarded() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("j");
    tab.send(read::Msg::NoteTyped("not finis".into()));
    let mut again = browser.open();
    let banner = again.model.view.banners.first().cloned().unwrap();
    assert!(banner.sentence.contains("paragraph 2") && banner.sentence.contains("not finis"), "{}", banner.sentence);
    again.send((*banner.actions[0].msg).clone());
    assert!(again.marks(1).note && again.model.view.banners.is_empty() && browser.drafts().is_empty());
}

#[test]
fn a_found_draft_joins_a_note_that_was_written_since() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(read::Msg::NoteTyped("first try".into()));
    let mut again = browser.open();
    again.send(read::Msg::NoteTyped("second try".into()));
    again.send(read::Msg::NoteKept(false));
    let keep = again.model.view.banners[0].actions[0].msg.clone();
    again.send((*keep).clone());
    assert_eq!(&*again.model.view.inspector.note.text, "second try\n\nfirst try");
}

#[test]
fn compaction_keeps_everything_and_undo_of_an_import() {
    let browser = Browser::new();
    let file = {
        let mut other = Browser::new().open();
        other.press("m");
        other.file(false)
    };
    let mut tab = browser.open();
    tab.import(&[&file]);
    for _ in 0..1100 {
        tab.press("1");
        tab.press("j");
        tab.press("2");
        tab.press("k");
    }
    let mut reloaded = browser.open();
    assert!(browser.local.borrow().len() < 100, "{} keys", browser.local.borrow().len());
    assert_eq!((tab.data(0), tab.data(1)), (reloaded.data(0), reloaded.data(1)));
    assert_eq!(reloaded.model.shared.store(), tab.model.shared.store());
    for _ in 0..2201 {
        tab.send(Msg::UndoAsked);
    }
    reloaded.press("s");
    assert_eq!(browser.open().data(0).split(' ').next(), Some("supports"));
}

#[test]
fn an_operation_with_a_damaged_copy_is_never_put_together_with_others() {
    let browser = Browser::new();
    browser.open().press("s");
    let key = browser.records().into_keys().find(|key| key.starts_with(OP)).unwrap();
    browser.journal.borrow_mut().insert(Arc::clone(&key), "half of it".into());
    let mut tab = browser.open();
    tab.press("1");
    // A compaction looks at everything first, as a tab does that comes to the front again.
    tab.compact();
    let records = browser.records();
    let operations: Vec<_> = records.keys().filter(|key| key.starts_with(OP)).collect();
    assert_eq!(
        (records.len(), operations),
        (4, vec![&key]),
        "only the tag has gone, into what is known of article and people"
    );
    assert_eq!(browser.journal.borrow()[&key].as_ref(), "half of it");
    assert_eq!(browser.open().data(0), "supports [sovereignty]");
}

#[test]
fn what_cannot_be_read_for_a_moment_is_not_overwritten() {
    let browser = Browser::new();
    browser.open().press("s");
    let key = browser.records().into_keys().find(|key| key.starts_with(OP)).unwrap();
    browser.local.borrow_mut().insert(Arc::clone(&key), "half of it".into());
    // The first thing that is read of local storage, when the journal has been read.
    let mut tab = browser.waiting_with(&Faults::new(3, Fault::Blocked { stays: false }));
    tab.boot();
    assert_eq!((saved(&tab).0, tab.data(0)), (SaveState::Failed, "supports [-]".into()));
    assert_eq!(browser.local.borrow()[&key].as_ref(), "half of it");
}

#[test]
fn what_the_journal_has_missed_goes_once_a_snapshot_holds_it() {
    let browser = Browser::new();
    let mut tab = browser.open();
    browser.journal_fails.set(true);
    tab.press("s");
    browser.journal_fails.set(false);
    tab.compact();
    browser.open();
    assert!(browser.records().keys().all(|key| !key.starts_with(OP)), "nothing stands there twice");
    assert_eq!(browser.open().data(0), "supports [-]");
}
