//! Imports that were refused or taken back stay so, whatever comes after.

use super::*;
use crate::storage;

const DAY: u64 = 24 * 60 * 60 * 1000;

/// A file in which somebody says something of the first paragraph.
fn file() -> String {
    let browser = Browser::new();
    browser.chance.set(1 << 64);
    let mut other = browser.open();
    other.press("m");
    other.file(false)
}

fn layers(tab: &Tab) -> usize {
    tab.model.shared.store().layers.get(tab.model.shared.article_id()).map_or(0, postil_core::base::map::Map::len)
}

fn compact(tab: &mut Tab) {
    let keys = tab.browser.local.borrow().keys().cloned().collect();
    tab.send(storage::Msg::CompactionMayRun(keys));
}

/// A browser in which somebody tagged and imported a file, more than a day ago.
fn imported_long_ago() -> (Browser, Tab) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.import(&[&file()]);
    tab.send(Msg::DialogClosed);
    browser.now.set(browser.now.get() + DAY + DAY / 4);
    (browser, tab)
}

#[test]
fn what_was_refused_does_not_come_back_from_the_journal() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    browser.refuses.replace(Some(StorageError::Full { needed: 1 }));
    let used = tab.model.shared.used;
    tab.import(&[&file()]);
    assert!(tab.model.files.imported.error.as_ref().is_some_and(|e| e.contains("nothing was imported")));
    assert_eq!((layers(&tab), tab.model.shared.used), (1, used));
    browser.refuses.replace(None);
    assert_eq!(layers(&browser.open()), 1);
    // And neither from a snapshot that this tab makes later.
    tab.send(Msg::DialogClosed);
    compact(&mut tab);
    assert_eq!(layers(&browser.open()), 1);
    tab.import(&[&file()]);
    assert_eq!(layers(&browser.open()), 2, "the same file can be imported once there is room");
}

#[test]
fn after_a_day_and_a_compaction_an_import_stays_and_undo_says_so() {
    let (browser, mut tab) = imported_long_ago();
    compact(&mut tab);
    let offered = tab.model.view.bar.undo.as_ref().map(ToString::to_string);
    assert_eq!(offered.as_deref(), Some("Paragraph 1: supports"), "the step has left the history");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.toast(), "The import of 1 file is more than a day old and can no longer be undone.");
    assert_eq!((layers(&tab), tab.data(0)), (2, "supports [-]".into()));
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "- [-]");
    assert_eq!(layers(&browser.open()), 2);
}

#[test]
fn what_was_taken_back_a_day_ago_stays_so_and_redo_says_so() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.import(&[&file()]);
    tab.send(Msg::UndoAsked);
    browser.now.set(browser.now.get() + DAY + DAY / 4);
    compact(&mut tab);
    assert!(tab.model.view.bar.redo.is_none());
    tab.send(Msg::RedoAsked);
    assert_eq!(tab.toast(), "The import of 1 file was undone more than a day ago: import the file again instead.");
    assert_eq!((layers(&tab), layers(&browser.open())), (0, 0));
    tab.import(&[&file()]);
    assert_eq!((layers(&tab), layers(&browser.open())), (1, 1));
}

#[test]
fn a_tab_that_stayed_open_knows_what_another_one_has_put_together() {
    let (browser, mut tab) = imported_long_ago();
    let before: Vec<Pair> = browser.local.borrow().iter().map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect();
    compact(&mut browser.open());
    // A tab that had not heard of the import meets its records after the snapshot.
    let mut late = Browser::new().open();
    hear_from(&mut late, &browser);
    late.send(storage::Msg::OperationsArrived(before));
    assert_eq!(late.model.shared.store().layers, browser.open().model.shared.store().layers);
    tab.hear();
    assert_eq!(tab.model.view.bar.undo.as_deref(), Some("Paragraph 1: supports"));
    tab.send(Msg::UndoAsked);
    assert!(tab.toast().contains("can no longer be undone"), "{}", tab.toast());
    assert_eq!((layers(&tab), layers(&browser.open())), (2, 2));
}

fn hear_from(tab: &mut Tab, browser: &Browser) {
    let local = browser.local.borrow().clone();
    tab.send(storage::Msg::OperationsArrived(local.into_iter().collect()));
}

#[test]
fn taken_back_here_and_put_together_there_is_the_same_in_both() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.import(&[&file()]);
    tab.send(Msg::DialogClosed);
    browser.now.set(browser.now.get() + DAY + DAY / 4);
    let mut other = browser.open();
    // Both at once: the other tab has not heard of the undo.
    tab.send(Msg::UndoAsked);
    compact(&mut other);
    tab.hear();
    other.hear();
    let reloaded = layers(&browser.open());
    assert_eq!((layers(&tab), layers(&other), reloaded), (0, 0, 0), "nobody folds what may have been taken back");
    compact(&mut other);
    assert_eq!(layers(&browser.open()), 0);
}

#[test]
fn what_two_imports_brought_stays_when_one_is_taken_back_and_that_is_told() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.import(&[&file()]);
    two.import(&[&file()]);
    one.hear();
    one.send(Msg::UndoAsked);
    assert_eq!(layers(&one), 1);
    assert_eq!(one.toast(), "Undone: import of 1 file. What is also in another import was kept.");
    let view = crate::files::verdicts::import_view(&one.model.files, &one.model.shared);
    assert!(!view.can_undo && view.held, "the dialog does not say that everything is as before");
    two.hear();
    two.send(Msg::UndoAsked);
    one.hear();
    assert_eq!((layers(&one), layers(&two), layers(&browser.open())), (0, 0, 0));
    assert_eq!(two.toast(), "");
    one.send(Msg::RedoAsked);
    assert_eq!((layers(&one), layers(&browser.open())), (1, 1));
}
