//! An article that is removed from this device is gone from both stores, for every tab, and comes back only with its file.

use super::*;
use crate::{files, read, storage};
use postil_core::{base::id::ArticleId, exchange::import::article_length};

const TEXT: &str = "My own article here\n\nIts first thought, which nobody else has.\n\nAnd its second.";

/// Opens the article, says something of it and of the sample, and returns its id.
pub(super) fn told(tab: &mut Tab) -> Arc<str> {
    tab.press("s");
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("o");
    tab.send(read::Msg::NoteTyped("words that are to go".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.model.shared.article_id().to_shared()
}

/// How many values in both stores and the library hold these words.
fn holding(browser: &Browser, words: &str) -> usize {
    let stores = [&browser.local, &browser.journal, &browser.articles];
    stores.iter().map(|store| store.borrow().values().filter(|value| value.contains(words)).count()).sum()
}

fn downloads(tab: &Tab) -> Vec<String> {
    let files = tab.done.iter().filter_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    files.collect()
}

fn said_of(tab: &Tab, id: &Arc<str>) -> usize {
    article_length(tab.model.shared.store(), &ArticleId::new(Arc::clone(id)))
}

#[test]
fn it_is_gone_from_both_stores_after_its_file_was_saved() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    // A codebook that gave way to another.
    browser.articles.borrow_mut().insert(format!("{id}/v1").into(), "Its first thought".into());
    assert!(holding(&browser, "words that are to go") >= 2 && holding(&browser, "Its first thought") >= 1);
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    let files = downloads(&tab);
    assert!(files.len() == 1 && files[0].contains("words that are to go") && files[0].contains("opposes"));
    assert_eq!(holding(&browser, "words that are to go") + holding(&browser, "Its first thought"), 0);
    assert!(tab.model.shared.toast.as_ref().is_some_and(|t| t.sentence.contains("was removed from this browser")));
    assert_eq!(tab.data(0), "supports [-]", "the sample is shown, with what was said of it");
    for tab in [&tab, &browser.open()] {
        assert_eq!((said_of(tab, &id), tab.model.shared.stored_articles.len()), (0, 0));
        let mut model = browser.open();
        model.send(Msg::DialogOpened(crate::screen::DialogKind::Open));
        let Some(files::view::DialogView::Open(view)) = &model.model.view.dialog else { panic!("is open") };
        assert_eq!(view.library.len(), 1, "only the sample is in the library");
    }
}

#[test]
fn the_names_of_its_class_go_with_it() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    let sample = postil_core::codebook::sample::id();
    tab.ask(Intent::KeepRoster("Cara Mia\nJonas Neumann".into()));
    tab.send(files::Msg::LibraryOpened(sample.clone()));
    tab.ask(Intent::KeepRoster("Somebody Else".into()));
    assert!(holding(&browser, "Cara Mia") >= 2);
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    assert_eq!(holding(&browser, "Cara Mia"), 0);
    let listed = |tab: &Tab, id: &ArticleId| crate::shared::roster::names(tab.model.shared.store(), id).len();
    for tab in [&tab, &browser.open()] {
        assert_eq!((listed(tab, &id.clone().into()), listed(tab, &sample)), (0, 1), "those of another article stay");
    }
}

#[test]
fn other_tabs_do_not_bring_it_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    let mut other = browser.open();
    assert_eq!(other.data(0), "opposes [-]");
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    other.hear();
    assert_eq!((said_of(&other, &id), other.data(0)), (0, "supports [-]".into()));
    assert!(
        other.model.view.banners.iter().any(|b| b.sentence.contains("was removed from this browser in another tab"))
    );
    other.press("1");
    let keys = browser.local.borrow().keys().cloned().collect();
    other.send(storage::Msg::CompactionMayRun(keys));
    assert_eq!(holding(&browser, "words that are to go"), 0);
    assert_eq!(said_of(&browser.open(), &id), 0);
}

#[test]
fn what_another_tab_said_before_it_heard_stays() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    let mut other = browser.open();
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    other.press("j");
    other.press("m");
    let mut again = browser.open();
    assert!(said_of(&again, &id) > 0);
    again.send(files::Msg::ArticlePasted(TEXT.into()));
    again.send(files::Msg::PreviewOpened);
    assert_eq!((again.data(0), again.data(1)), ("- [-]".into(), "mixed [-]".into()));
}

#[test]
fn its_file_brings_it_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    let file = downloads(&tab).remove(0);
    // The text alone brings nothing back.
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    assert_eq!((tab.model.shared.article_id().as_str(), tab.data(0)), (&*id, "- [-]".into()));
    // It is one's own, so it is taken when that is wanted.
    tab.import(&[&file]);
    tab.answer("Use these changes");
    for tab in [&tab, &browser.open()] {
        assert_eq!((tab.data(0), &*tab.model.view.inspector.note.text), ("opposes [-]".into(), "words that are to go"));
    }
}

#[test]
fn also_of_the_sample_everything_said_can_go_and_come_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    assert_eq!(tab.data(0), "- [-]");
    tab.press("o");
    assert_eq!(browser.open().data(0), "opposes [-]", "and it can be tagged anew");
    let file = downloads(&tab).remove(0);
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    assert_eq!(browser.open().data(0), "- [-]");
    // It is one's own, so it is taken when that is wanted.
    tab.import(&[&file]);
    tab.answer("Use these changes");
    assert_eq!((tab.data(0), browser.open().data(0)), ("supports [-]".into(), "supports [-]".into()));
    tab.send(Msg::DialogClosed);
    tab.send(Msg::UndoAsked);
    assert_eq!((tab.data(0), browser.open().data(0)), ("- [-]".into(), "- [-]".into()));
    tab.send(Msg::RedoAsked);
    assert_eq!((tab.data(0), browser.open().data(0)), ("supports [-]".into(), "supports [-]".into()));
}

#[test]
fn a_removal_that_was_cut_short_is_finished_at_the_next_start() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    // The journal fails just then, so nothing can be cleared away.
    browser.journal_fails.set(true);
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    browser.journal_fails.set(false);
    assert!(holding(&browser, "words that are to go") > 0);
    browser.open();
    browser.open();
    assert_eq!(holding(&browser, "words that are to go"), 0);
}

#[test]
fn what_cannot_be_read_is_left_where_it_is() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    let damaged: Arc<str> = format!("1 bad words of {id}").into();
    browser.local.borrow_mut().insert("postil/1/op/x/1".into(), Arc::clone(&damaged));
    browser.journal.borrow_mut().insert("postil/1/op/x/1".into(), damaged);
    let mut tab = browser.open();
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    assert_eq!(holding(&browser, "1 bad words of"), 2);
    assert_eq!(holding(&browser, "words that are to go"), 0);
}

#[test]
fn without_its_text_the_raw_data_is_offered_first() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    tab.send(files::Msg::LibraryOpened(postil_core::codebook::sample::article().id().clone()));
    browser.articles.borrow_mut().clear();
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    assert!(said_of(&tab, &id) > 0 && downloads(&tab).is_empty());
    let banner = tab.model.view.banners.iter().find(|b| &*b.id == "removal").cloned().expect("is there");
    let labels: Vec<&str> = banner.actions.iter().map(|a| &*a.label).collect();
    assert_eq!(labels, ["Download all data", "Remove without a file"]);
    tab.send((*banner.actions[1].msg).clone());
    assert_eq!((said_of(&tab, &id), holding(&browser, "words that are to go")), (0, 0));
}

#[test]
fn what_takes_room_is_listed_with_the_oldest_first() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    tab.send(files::Msg::LibraryOpened(postil_core::codebook::sample::article().id().clone()));
    tab.press("1");
    tab.send(files::Msg::LibraryDeleted(Arc::clone(&id).into()));
    let view = files::removal::view(&tab.model.files, &tab.model.shared);
    let titles: Vec<&str> = view.rows.iter().map(|row| &*row.title).collect();
    assert_eq!(titles, ["My own article here", "Whose shared future?"], "also what was deleted from the library");
    assert!(view.rows.iter().all(|row| row.size.ends_with(" KB")));
    tab.send(files::Msg::RemovalAsked(Some(id.into())));
    let view = files::removal::view(&tab.model.files, &tab.model.shared);
    assert_eq!(view.rows.iter().map(|row| row.asked).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn words_that_waited_to_be_kept_are_in_its_file() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.send(read::Msg::NoteTyped("half a thought".into()));
    drop(tab);
    let mut tab = browser.open();
    assert!(!tab.model.shared.drafts.is_empty());
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    let file = tab.done.iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(Arc::clone(text)),
        _ => None,
    });
    assert!(file.is_some_and(|text| text.contains("half a thought")));
    assert!(browser.drafts().is_empty() && tab.model.shared.drafts.is_empty());
    assert!(tab.toast().ends_with("check that it is there."), "whether it is there nobody knows: {}", tab.toast());
}
