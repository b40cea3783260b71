//! Reading and tagging.

use super::*;
use crate::{files, read, screen::DialogKind};

#[test]
fn the_whole_sample_is_coded_in_at_most_sixty_keys() {
    let mut tab = Browser::new().open();
    let mut presses = 0;
    for n in 0..10 {
        for key in ["s", "1", "5", "j"] {
            if n < 9 || key != "j" {
                tab.press(key);
                presses += 1;
            }
        }
    }
    assert!(presses <= 60, "{presses}");
    assert_eq!(&*tab.model.view.bar.progress, "10 of 10");
    for n in 0..10 {
        assert_eq!(tab.data(n), "supports [sovereignty rivalry]");
    }
}

#[test]
fn undo_and_redo_go_step_by_step_and_to_the_paragraph() {
    let mut tab = Browser::new().open();
    for key in ["s", "j", "o", "2", "o"] {
        tab.press(key);
    }
    assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "- [governance]".into()));
    tab.press("k");
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.model.read.current, 1, "undo shows what it changes");
    assert_eq!(tab.data(1), "opposes [governance]");
    for _ in 0..3 {
        tab.send(Msg::UndoAsked);
    }
    assert_eq!((tab.data(0), tab.data(1)), ("- [-]".into(), "- [-]".into()));
    for _ in 0..9 {
        tab.send(Msg::RedoAsked);
    }
    assert_eq!((tab.data(0), tab.data(1)), ("supports [-]".into(), "- [governance]".into()));
}

#[test]
fn no_theme_applies_is_an_empty_list_and_not_coded_is_none() {
    let mut tab = Browser::new().open();
    assert_eq!(tab.data(0), "- [-]");
    tab.press("0");
    assert_eq!(tab.data(0), "- []");
    tab.press("3");
    assert_eq!(tab.data(0), "- [data-security]");
    tab.press("3");
    assert_eq!(tab.data(0), "- [-]");
}

#[test]
fn brackets_go_to_what_lacks_something() {
    let mut tab = Browser::new().open();
    for key in ["s", "1", "j", "s", "j", "s", "0", "g", "g"] {
        tab.press(key);
    }
    tab.press("]");
    assert_eq!(tab.model.read.current, 1);
    tab.press("]");
    assert_eq!(tab.model.read.current, 3);
    tab.press("[");
    assert_eq!(tab.model.read.current, 1);
    tab.press("G");
    assert_eq!(tab.model.read.current, 9);
}

#[test]
fn what_was_done_is_said_once_it_is_saved() {
    let mut tab = Browser::new().open();
    tab.press("s");
    assert_eq!(tab.announced(), ["Paragraph 1: supports. Saved."]);
}

#[test]
fn a_note_is_kept_when_its_field_is_left_or_another_paragraph_is_chosen() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(read::Msg::NoteTyped("half a thou".into()));
    assert_eq!(browser.drafts().len(), 1);
    tab.send(read::Msg::NoteTyped("half a thought ".into()));
    tab.press("j");
    assert!(tab.marks(0).note && browser.drafts().is_empty());
    tab.press("k");
    assert_eq!(&*tab.model.view.inspector.note.text, "half a thought");
    tab.send(read::Msg::NoteTyped("half a thought".into()));
    assert_eq!(tab.model.shared.writing.note, None, "nothing changed, so there is no draft");
    tab.send(Msg::UndoAsked);
    assert!(!tab.marks(0).note);
}

#[test]
fn what_is_done_while_the_article_is_read_is_done_to_it() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(files::Msg::ArticlePasted("My own article here\n\nOne thing.\n\nTwo things.\n\nThree things.".into()));
    tab.send(files::Msg::PreviewOpened);
    let mut again = browser.waiting();
    again.press("s");
    assert!(again.model.view.busy && again.done.is_empty());
    browser.hash.set("#p3");
    again.boot();
    assert_eq!((again.model.view.busy, again.model.read.current), (false, 2));
    assert_eq!((&*again.model.view.article.title, again.data(2)), ("My own article here", "supports [-]".into()));
}

#[test]
fn one_tag_makes_one_new_section() {
    let mut tab = Browser::new().open();
    let text =
        (0..400).map(|n| format!("Paragraph number {n} says something of its own.")).collect::<Vec<_>>().join("\n\n");
    tab.send(files::Msg::ArticlePasted(text.into()));
    tab.send(files::Msg::PreviewOpened);
    let before = tab.model.view.article.sections.clone();
    tab.press("s");
    let after = tab.model.view.article.sections.clone();
    let changed = before.iter().zip(after.iter()).filter(|(a, b)| !Arc::ptr_eq(a, b)).count();
    assert_eq!((before.len(), changed), (8, 1));
}

#[test]
fn annotators_share_a_browser_and_keep_their_own_answers() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let first = tab.model.shared.annotator.clone();
    tab.send(files::Msg::AnnotatorAdded("Ada".into()));
    assert_eq!((&*tab.model.view.bar.annotator, tab.data(0)), ("Ada", "- [-]".into()));
    tab.press("o");
    tab.send(files::Msg::AnnotatorChosen(first.clone()));
    assert_eq!((&*tab.model.view.bar.annotator, tab.data(0)), ("Reader 1", "supports [-]".into()));
    tab.send(files::Msg::AnnotatorRenamed(first, "Grace".into()));
    assert_eq!(&*browser.open().model.view.bar.annotator, "Grace");
}

#[test]
fn keys_can_be_changed_and_switched_off() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(Msg::DialogOpened(DialogKind::Help));
    tab.send(files::Msg::KeyAwaited(Some("next".into())));
    tab.press("s");
    assert!(tab.model.files.key_problem.is_some(), "s belongs to supports");
    tab.press("w");
    tab.send(Msg::DialogClosed);
    tab.press("w");
    assert_eq!(tab.model.read.current, 1);
    tab.send(files::Msg::SingleKeysSwitched(false));
    tab.press("w");
    assert_eq!(tab.model.read.current, 1);
    assert!(!browser.open().model.shared.keymap.single_keys);
}

#[test]
fn search_steps_through_what_it_finds() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::SearchTyped("cyberspace".into()));
    let found = tab.model.read.search.found.clone();
    assert!(!found.is_empty());
    tab.send(read::Msg::SearchStepped(1));
    assert_eq!(tab.model.read.current, found[0]);
    tab.send(read::Msg::SearchTyped("no such words".into()));
    assert_eq!(&*tab.model.view.bar.search.result, "Not found");
}
