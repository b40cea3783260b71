//! The file of the rescue page: what it brings back, and what damage takes with it.

use super::*;
use crate::{
    files::{self, view::DialogView},
    read,
    screen::DialogKind,
};
use postil_core::{
    json::writer::Writer,
    keep::startup::{Flaw, start},
};

/// What `rescue.html` would save of a browser.
pub(super) fn file(browser: &Browser) -> String {
    let mut to = Writer::compact();
    to.object();
    to.text_field("format", "postil-rescue");
    to.field("version");
    to.number(1);
    let places: [(&str, &RefCell<Values>); 3] =
        [("localStorage", &browser.local), ("journal", &browser.journal), ("articles", &browser.articles)];
    for (place, values) in places {
        to.field(place);
        to.object();
        values.borrow().iter().for_each(|(key, value)| to.text_field(key, value));
        to.end_object();
    }
    to.end_object();
    to.finish()
}

pub(super) fn choose(tab: &mut Tab, text: &str) {
    tab.send(files::Msg::FilesRead(vec![NamedFile {
        name: "postil-rescue.json".into(),
        bytes: Ok(Arc::from(text.as_bytes())),
    }]));
}

fn said(tab: &Tab) -> (String, Vec<String>) {
    let view = files::restorable::view(&tab.model.files, &tab.model.shared).unwrap();
    (view.sentence.to_string(), view.details.iter().map(ToString::to_string).collect())
}

/// A browser in which somebody tagged an article of their own, with the number of the record that names them.
fn worked() -> (Browser, Arc<str>) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(files::Msg::ArticlePasted("A text of our own\n\nThe first paragraph.\n\nThe second paragraph.".into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("s");
    tab.press("1");
    tab.press("j");
    tab.press("o");
    tab.send(read::Msg::NoteTyped("a thought".into()));
    tab.send(read::Msg::NoteKept(false));
    let naming =
        browser.local.borrow().iter().find(|(_, value)| value.contains("here:")).map(|(key, _)| Arc::clone(key));
    (browser, naming.unwrap())
}

/// Spoils a record in both stores.
fn spoil(browser: &Browser, key: &Arc<str>) {
    for store in [&browser.local, &browser.journal] {
        let bad: Arc<str> = store.borrow()[key].replacen("{\"", "{\"?", 1).into();
        store.borrow_mut().insert(Arc::clone(key), bad);
    }
}

fn flaws(browser: &Browser) -> Vec<Flaw> {
    let pairs = |map: &RefCell<Values>| -> Vec<Pair> {
        map.borrow().iter().map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
    };
    start(&pairs(&browser.local), Some(&pairs(&browser.journal)), 0).flaws
}

#[test]
fn a_rescue_file_brings_everything_back_as_ones_own() {
    let (browser, _) = worked();
    let old = browser.open();
    let fresh = Browser::new();
    fresh.chance.set(5000);
    let mut tab = fresh.open();
    choose(&mut tab, &file(&browser));
    let (sentence, details) = said(&tab);
    assert!(sentence.contains("1 article. You can restore it here."), "{sentence}");
    assert_eq!((details, tab.data(0)), (vec![], "- [-]".into()), "nothing happens unasked");
    tab.send(files::Msg::RescueWanted);
    assert!(said(&tab).0.starts_with("Restored: "));
    for tab in [&tab, &fresh.open()] {
        assert_eq!(tab.model.shared.annotator, old.model.shared.annotator);
        assert_eq!(&*tab.model.view.article.title, "A text of our own");
        assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "opposes [-]".into()));
        assert!(files::people::is_here(&tab.model.shared, &old.model.shared.annotator));
    }
    tab.press("m");
    assert_eq!(tab.model.shared.annotator, old.model.shared.annotator, "and is gone on with");
    choose(&mut tab, &file(&browser));
    tab.send(files::Msg::RescueWanted);
    assert_eq!(fresh.open().data(1), old.data(1), "a second time brings nothing new");
}

#[test]
fn in_a_browser_with_work_of_its_own_nobody_loses_their_place() {
    let (browser, _) = worked();
    let (old, other) = (browser.open(), Browser::new());
    other.chance.set(7000);
    let mut tab = other.open();
    tab.press("x");
    let me = tab.model.shared.annotator.clone();
    choose(&mut tab, &file(&browser));
    tab.send(files::Msg::RescueWanted);
    for tab in [&tab, &other.open()] {
        assert_eq!((&tab.model.shared.annotator, tab.data(0)), (&me, "no-stance [-]".into()));
    }
    assert!(files::people::is_here(&tab.model.shared, &old.model.shared.annotator), "whoever came can be gone on as");
}

#[test]
fn an_operation_damaged_in_both_stores_takes_nothing_else_with_it() {
    let (browser, naming) = worked();
    let old = browser.open();
    spoil(&browser, &naming);
    assert_eq!(flaws(&browser).len(), 2);
    let mut tab = browser.open();
    assert_eq!(tab.model.shared.annotator, old.model.shared.annotator, "whoever tagged here still does");
    assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "opposes [-]".into()));
    tab.press("o");
    let again = browser.open();
    assert_eq!((&again.model.shared.annotator, again.model.shared.provisional), (&old.model.shared.annotator, false));
    assert_eq!(again.data(0), "opposes [-]");
}

#[test]
fn what_is_damaged_in_a_rescue_file_is_named_and_the_rest_comes_back() {
    let (browser, naming) = worked();
    let old = browser.open();
    spoil(&browser, &naming);
    let article: Arc<str> = old.model.shared.article_id().to_shared();
    browser.articles.borrow_mut().insert("0123".into(), "not an article".into());
    let fresh = Browser::new();
    fresh.chance.set(5000);
    let mut tab = fresh.open();
    choose(&mut tab, &file(&browser));
    let (_, details) = said(&tab);
    assert_eq!(details, [format!("Some entries are damaged and stay in the file, so keep it: 0123, {naming}.")]);
    tab.send(files::Msg::RescueWanted);
    let again = fresh.open();
    assert_eq!(again.model.shared.article_id().to_shared(), article);
    assert_eq!(again.model.shared.annotator, old.model.shared.annotator);
    assert_eq!((again.data(0), again.data(1)), ("supports [-]".into(), "opposes [-]".into()));
}

#[test]
fn half_a_character_in_one_entry_spoils_no_other() {
    let (browser, _) = worked();
    browser.local.borrow_mut().insert("postil/1/op/odd/1".into(), "1 0000000000000000 {HALF}".into());
    let text = file(&browser).replace("HALF", "\\ud800");
    let fresh = Browser::new();
    fresh.chance.set(5000);
    let mut tab = fresh.open();
    choose(&mut tab, &text);
    assert_eq!(said(&tab).1, ["1 entry is damaged and stays in the file, so keep it: postil/1/op/odd/1."]);
    tab.send(files::Msg::RescueWanted);
    assert_eq!(tab.data(1), "opposes [-]");
}

#[test]
fn a_rescue_file_that_cannot_be_read_says_why() {
    let (browser, _) = worked();
    let text = file(&browser);
    let mut tab = browser.open();
    choose(&mut tab, &text[..text.len() / 2]);
    assert_eq!(
        said(&tab).0,
        "“postil-rescue.json” cannot be restored. It is incomplete, or was changed by another program. \
                              Nothing changed."
    );
}

#[test]
fn nobody_is_made_the_author_of_what_was_imported() {
    let mut other = Browser::new().open();
    other.press("o");
    let theirs = other.file(false);
    let browser = Browser::new();
    browser.chance.set(900);
    let mut tab = browser.open();
    tab.import(&[&theirs]);
    let again = browser.open();
    assert_ne!(again.model.shared.annotator, other.model.shared.annotator);
}

#[test]
fn an_article_that_was_removed_from_this_device_is_there_again() {
    for removed in [true, false] {
        let (browser, _) = worked();
        let text = file(&browser);
        let mut tab = browser.open();
        let id = tab.model.shared.article_id().clone();
        tab.send(if removed {
            files::Msg::RemovalConfirmed(id.clone())
        } else {
            files::Msg::LibraryDeleted(id.clone())
        });
        choose(&mut tab, &text);
        tab.send(files::Msg::RescueWanted);
        for mut tab in [tab, browser.open()] {
            tab.send(Msg::DialogOpened(DialogKind::Open));
            let Some(DialogView::Open(library)) = &tab.model.view.dialog else { panic!("the library is open") };
            assert!(library.library.iter().any(|row| row.id == id && &*row.title == "A text of our own"));
            tab.send(files::Msg::LibraryOpened(id.clone()));
            assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "opposes [-]".into()));
            assert_eq!(&*tab.model.view.article.title, "A text of our own");
        }
    }
}

#[test]
fn a_file_in_which_nothing_is_whole_offers_nothing() {
    let (browser, _) = worked();
    for store in [&browser.local, &browser.journal, &browser.articles] {
        store.borrow_mut().values_mut().for_each(|value| *value = "1 spoiled".into());
    }
    let mut tab = Browser::new().open();
    choose(&mut tab, &file(&browser));
    let view = files::restorable::view(&tab.model.files, &tab.model.shared).expect("is shown");
    assert!(!view.wanted && view.failed);
    assert_eq!(&*view.sentence, "“postil-rescue.json” holds nothing that can be restored. Nothing changed.");
    assert_eq!(view.details.len(), 1, "what is damaged is named: {:?}", view.details);
    tab.send(files::Msg::RescueWanted);
    assert!(tab.browser.records().is_empty());
}
