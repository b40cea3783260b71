//! Words that were being typed when the page closed belong to whoever typed them.

use super::*;
use crate::{files, read};

/// The sentences of all banners that quote these words.
fn quoting(tab: &Tab, words: &str) -> usize {
    tab.model.view.banners.iter().filter(|b| b.sentence.contains(words)).count()
}

#[test]
fn a_draft_is_shown_to_its_own_person_only() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let ann = tab.model.shared.annotator.clone();
    tab.send(read::Msg::NoteTyped("a thought of Ann's".into()));
    let mut tab = browser.open();
    assert_eq!(quoting(&tab, "a thought of Ann's"), 1);
    tab.send(files::Msg::AnnotatorAdded("Ben".into()));
    let ben = tab.model.shared.annotator.clone();
    assert_eq!(quoting(&tab, "a thought"), 0);
    // What is not offered cannot be taken or dropped either, by a button that was still on the screen for example.
    let key = browser.drafts()[0].0.clone();
    tab.send(Msg::DraftDropped(Arc::clone(&key)));
    tab.send(Msg::DraftTaken(Arc::clone(&key)));
    assert_eq!(browser.drafts().len(), 1);
    let mut again = browser.open();
    assert_eq!((&again.model.shared.annotator, quoting(&again, "a thought")), (&ben, 0), "nor after a reload");
    again.send(files::Msg::AnnotatorChosen(ann.clone()));
    assert_eq!(quoting(&again, "a thought of Ann's"), 1);
    again.send(Msg::DraftTaken(key));
    assert_eq!((&*again.model.view.inspector.note.text, browser.drafts().len()), ("a thought of Ann's", 0));
    again.send(files::Msg::AnnotatorChosen(ben));
    again.send(files::Msg::AnnotatorChosen(ann));
    assert_eq!(quoting(&again, "a thought"), 0, "it is settled");
}

#[test]
fn words_for_the_class_belong_to_whoever_typed_them() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.send(Msg::RouteChanged("#/compare".into()));
    tab.send(Msg::Class(Arc::new(crate::decide::msg::Msg::SentenceTyped(0, "the class's sentence".into()).into())));
    let mut tab = browser.open();
    assert_eq!(quoting(&tab, "the class's sentence"), 1);
    tab.send(files::Msg::AnnotatorAdded("Ben".into()));
    assert_eq!(quoting(&tab, "the class's sentence"), 0);
}

#[test]
fn words_from_before_the_first_tag_go_to_whoever_tags_here() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(read::Msg::NoteTyped("first words".into()));
    assert_eq!(quoting(&browser.open(), "first words"), 1);
    // Written by somebody who was never written down.
    let (key, draft) = browser.drafts().remove(0);
    browser.local.borrow_mut().insert(key, draft.replace(tab.model.shared.annotator.as_str(), "nobody").into());
    let mut again = browser.open();
    assert_eq!(quoting(&again, "first words"), 1);
    let key = browser.drafts()[0].0.clone();
    again.send(Msg::DraftTaken(key));
    assert_eq!(&*again.model.view.inspector.note.text, "first words");
}

#[test]
fn what_is_being_typed_in_another_tab_is_not_offered() {
    let browser = Browser::new();
    let mut one = browser.open();
    one.send(read::Msg::NoteTyped("still typing".into()));
    browser.alive.borrow_mut().push(one.model.shared.clock.replica().to_string());
    assert_eq!(quoting(&browser.open(), "still typing"), 0);
    browser.alive.borrow_mut().clear();
    assert_eq!(quoting(&browser.open(), "still typing"), 1, "it is when that tab is gone");
}
