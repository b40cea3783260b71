//! Undo and redo after the page was loaded anew in the same tab, and only there.

use super::{class::Room, removal::told, *};
use crate::{codebook::msg::Msg as Edit, files, read};
use postil_core::codebook::book::Item;

fn undone(tab: &mut Tab) -> String {
    tab.send(Msg::UndoAsked);
    tab.data(0)
}

#[test]
fn everything_can_be_taken_back_after_a_reload_in_the_order_in_which_it_was_done() {
    let mut room = Room::open();
    room.host(read::Msg::ThemeToggled("rivalry".into()));
    room.host(Msg::RouteChanged("#/codebook".into()));
    let before = room.tab.model.shared.codebook.themes.clone();
    room.send(Edit::MergedInto("rivalry".into(), "cooperation".into()));
    room.send(Edit::Archived(Item::Theme("espionage".into()), true));
    room.host(Msg::RouteChanged("#/read".into()));
    room.tab.press("s");
    room.tab.send(read::Msg::NoteTyped("thought of it".into()));
    room.tab.send(read::Msg::NoteKept(false));
    room.tab.reload();
    let tab = &mut room.tab;
    assert_eq!(tab.model.view.bar.undo.as_deref(), Some("Paragraph 1: note stored"));
    assert_eq!(undone(tab), "supports [cooperation]");
    assert_eq!(&*tab.model.view.inspector.note.text, "");
    assert_eq!(undone(tab), "- [cooperation]");
    tab.send(Msg::UndoAsked);
    // And once more on the way.
    tab.reload();
    assert_eq!(undone(tab), "- [rivalry]");
    assert_eq!(tab.model.shared.codebook.themes, before);
    assert_eq!(undone(tab), "- [-]");
    assert!(tab.model.view.bar.undo.is_none());
    tab.reload();
    for _ in 0..5 {
        tab.send(Msg::RedoAsked);
    }
    assert!(tab.model.view.bar.redo.is_none());
    assert_eq!(tab.data(0), "supports [cooperation]");
    assert_eq!(&*tab.model.view.inspector.note.text, "thought of it");
    assert!(tab.model.shared.codebook.themes.iter().any(|theme| theme.id.as_str() == "espionage" && theme.archived));
}

#[test]
fn a_new_tab_has_nothing_to_take_back_and_one_that_died_loses_steps_alone() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.reload();
    tab.press("1");
    assert!(browser.open().model.view.bar.undo.is_none());
    tab.come_back();
    assert_eq!(tab.data(0), "supports [sovereignty]");
    assert_eq!(undone(&mut tab), "- [sovereignty]", "what it had kept is still right");
    assert!(tab.model.view.bar.undo.is_none());
}

#[test]
fn a_page_that_is_left_before_the_stores_are_read_keeps_its_steps() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.send(Msg::PageHidden);
    let steps = tab.steps.borrow().clone();
    assert!(steps.is_some());
    let mut again = browser.waiting();
    again.steps.replace(steps.clone());
    again.send(Msg::PageHidden);
    assert_eq!(*again.steps.borrow(), steps);
}

#[test]
fn of_what_changed_meanwhile_nothing_is_taken_back() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.send(Msg::PageHidden);
    let mut other = browser.open();
    other.press("o");
    tab.come_back();
    assert_eq!(undone(&mut tab), "opposes [-]");
    assert_eq!(tab.toast(), "Could not undo: Paragraph 1: supports. It was changed later, so it was kept.");
}

#[test]
fn what_does_not_read_is_dropped_in_silence() {
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.send(Msg::PageHidden);
    for text in ["", "2 {}", "1 {\"s\":7}"] {
        tab.steps.replace(Some(text.into()));
        tab.come_back();
        assert_eq!(tab.data(0), "supports [-]");
        assert!(tab.model.view.bar.undo.is_none() && tab.model.view.banners.is_empty());
    }
}

#[test]
fn an_import_is_taken_back_after_a_reload_while_it_can_be() {
    let elsewhere = Browser::new();
    elsewhere.chance.set(1 << 64);
    let mut other = elsewhere.open();
    other.press("m");
    let file = other.file(false);
    let layers = |tab: &Tab| tab.model.shared.store().layers[tab.model.shared.article_id()].len();
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.import(&[&file]);
    tab.send(Msg::DialogClosed);
    tab.reload();
    assert_eq!(layers(&tab), 2);
    tab.send(Msg::UndoAsked);
    assert_eq!(layers(&tab), 1);
    tab.reload();
    tab.send(Msg::RedoAsked);
    assert_eq!(layers(&tab), 2);
    tab.browser.now.set(tab.browser.now.get() + 2 * 24 * 60 * 60 * 1000);
    let keys: Vec<Arc<str>> = tab.browser.local.borrow().keys().cloned().collect();
    tab.send(crate::storage::Msg::CompactionMayRun(keys));
    tab.reload();
    tab.send(Msg::UndoAsked);
    assert!(tab.toast().ends_with("is more than a day old and can no longer be undone."), "{}", tab.toast());
}

#[test]
fn with_an_article_its_steps_are_gone_in_every_tab() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let id = told(&mut tab);
    tab.send(read::Msg::NoteTyped("other words".into()));
    tab.send(read::Msg::NoteKept(false));
    let kept = |tab: &Tab| tab.steps.borrow().as_ref().is_some_and(|text| text.contains("words that are to go"));
    tab.send(Msg::PageHidden);
    let mut other = browser.open();
    other.steps.replace(tab.steps.borrow().clone());
    other.come_back();
    assert!(kept(&tab) && kept(&other));
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    let mut third = browser.open();
    third.steps.replace(other.steps.borrow().clone());
    other.hear();
    third.reload();
    assert_eq!([&tab, &other, &third].map(kept), [false; 3]);
    assert_eq!(undone(&mut tab), "- [-]", "what was said of the other article can still be taken back");
}

#[test]
fn so_many_steps_are_kept_and_no_more() {
    let mut tab = Browser::new().open();
    for n in 0..120 {
        tab.press(if n % 2 == 0 { "s" } else { "o" });
    }
    tab.reload();
    let length = tab.steps.borrow().as_ref().map_or(0, |text| text.len());
    assert!((1000..30_000).contains(&length), "{length}");
    let undone = (0..200).take_while(|_| {
        let more = tab.model.view.bar.undo.is_some();
        tab.send(Msg::UndoAsked);
        more
    });
    assert_eq!(undone.count(), 100);
    for n in 0..9 {
        let words = format!("{n}").repeat(40_000);
        tab.send(read::Msg::NoteTyped(words.into()));
        tab.send(read::Msg::NoteKept(false));
    }
    tab.reload();
    let length = tab.steps.borrow().as_ref().map_or(0, |text| text.len());
    assert!((40_000..=256 * 1024).contains(&length), "{length}");
    assert!(tab.model.view.bar.undo.is_some());
}
