//! Undo takes back what its own step wrote, and nothing else.

use super::*;
use crate::{files, read};

/// Everything that stands on the first paragraph.
fn standing(tab: &Tab) -> String {
    let record = tab.model.read.record(&tab.model.shared);
    let stances: Vec<_> = record.stances.values().filter_map(|r| r.value.clone()).collect();
    format!("{stances:?} {:?} {:?}", record.themes(), record.note.spoken().collect::<Vec<_>>())
}

#[test]
fn what_another_tab_said_later_stays_and_that_is_told() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("s");
    two.hear();
    two.press("o");
    two.press("1");
    one.hear();
    one.send(Msg::UndoAsked);
    assert_eq!(one.data(0), "opposes [sovereignty]", "the other tab's answer is not this tab's to take back");
    let said = one.model.shared.toast.as_ref().map(|t| t.sentence.to_string());
    assert_eq!(said.as_deref(), Some("Could not undo: Paragraph 1: supports. It was changed later, so it was kept."));
    assert!(one.model.view.bar.undo.is_none() && one.model.view.bar.redo.is_none(), "the step is gone");
    assert_eq!(browser.open().data(0), "opposes [sovereignty]");
}

#[test]
fn the_part_of_a_step_that_still_stands_is_taken_back() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("1");
    one.press("2");
    one.press("0");
    two.hear();
    two.press("1");
    one.hear();
    assert_eq!(one.data(0), "- [sovereignty]");
    one.send(Msg::UndoAsked);
    assert_eq!(one.data(0), "- [sovereignty governance]", "what “no theme applies” had taken away is back");
    let said = one.model.shared.toast.as_ref().map(|t| t.sentence.to_string());
    assert_eq!(said.as_deref(), Some("Undone: Paragraph 1: no theme applies. Later changes were kept."));
}

#[test]
fn undo_of_a_theme_never_brings_no_theme_over_another_tabs_theme() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("0");
    one.press("1");
    two.hear();
    two.press("2");
    one.hear();
    one.send(Msg::UndoAsked);
    assert_eq!(one.data(0), "- [governance]");
}

#[test]
fn a_later_none_of_another_tab_is_not_ended_by_undo() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("1");
    one.press("0");
    two.hear();
    two.press("2");
    two.press("0");
    one.hear();
    assert_eq!(one.data(0), "- []");
    one.send(Msg::UndoAsked);
    assert_eq!(one.data(0), "- []");
}

#[test]
fn a_note_that_another_tab_wrote_anew_stays() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.send(read::Msg::NoteTyped("first".into()));
    one.send(read::Msg::NoteKept(false));
    two.hear();
    two.send(read::Msg::NoteTyped("second".into()));
    two.send(read::Msg::NoteKept(false));
    one.hear();
    one.send(Msg::UndoAsked);
    assert_eq!(&*one.model.view.inspector.note.text, "second");
}

#[test]
fn the_undo_of_one_person_is_not_that_of_the_next() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let first = tab.model.shared.annotator.clone();
    tab.send(files::Msg::AnnotatorAdded("Ben".into()));
    let ben = tab.model.shared.annotator.clone();
    assert!(tab.model.view.bar.undo.is_none(), "nothing of Ben's to take back");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.model.shared.annotator, ben, "undo never changes who tags");
    assert_eq!(tab.announced().last(), Some(&"Nothing to undo."));
    tab.press("o");
    tab.send(files::Msg::AnnotatorChosen(first.clone()));
    assert_eq!(tab.data(0), "supports [-]");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "- [-]", "each has a history of their own");
    tab.send(files::Msg::AnnotatorChosen(ben));
    assert_eq!(tab.data(0), "opposes [-]");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "- [-]");
    tab.press("m");
    tab.send(files::Msg::AnnotatorChosen(first));
    tab.send(Msg::RedoAsked);
    assert_eq!(tab.data(0), "supports [-]", "a new step of one person leaves the other's redo alone");
}

#[test]
fn any_row_of_steps_can_be_gone_through_back_and_forth() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let keys = ["s", "o", "1", "2", "0", "3", "c", "s", "0", "1"];
    let mut chance: u32 = 7;
    for _ in 0..40 {
        let mut was = vec![standing(&tab)];
        for _ in 0..12 {
            chance = chance.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let records = tab.model.shared.known.len();
            match keys.get((chance >> 16) as usize % (keys.len() + 2)) {
                Some(key) => tab.press(key),
                None => {
                    tab.send(read::Msg::NoteTyped(format!("words {chance}").into()));
                    tab.send(read::Msg::NoteKept(false));
                }
            }
            if tab.model.shared.known.len() > records {
                was.push(standing(&tab));
            }
        }
        for before in was.iter().rev().skip(1) {
            tab.send(Msg::UndoAsked);
            assert_eq!(standing(&tab), *before);
        }
        for after in was.iter().skip(1) {
            tab.send(Msg::RedoAsked);
            assert_eq!(standing(&tab), *after);
        }
    }
}

#[test]
fn what_is_taken_back_behind_another_screen_is_told() {
    let mut tab = Browser::new().open();
    tab.press("s");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.toast(), "", "on Read it is seen");
    tab.send(Msg::RedoAsked);
    tab.send(Msg::RouteChanged("#/codebook".into()));
    tab.send(Msg::UndoAsked);
    assert_eq!((tab.data(0), tab.toast()), ("- [-]".into(), "Undone: Paragraph 1: supports".into()));
}
