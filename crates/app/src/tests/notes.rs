//! Notes: kept while they are written.

use super::*;
use crate::{
    read,
    shared::{note::PAUSE_MS, saving::SaveState},
};

fn note(tab: &Tab) -> String {
    tab.model.view.inspector.note.text.to_string()
}

#[test]
fn a_note_is_stored_after_a_pause_and_only_then_said_to_be_saved() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(read::Msg::NoteTyped("half a".into()));
    let first = Timer::Typing(tab.model.shared.writing.pause);
    let shown = |tab: &Tab| (tab.model.view.bar.save, tab.model.view.bar.save_sentence.to_string());
    assert_eq!(shown(&tab), (SaveState::Saving, "Saving…".into()), "words that are a draft are not saved");
    tab.send(read::Msg::NoteTyped("half a thought".into()));
    tab.send(Msg::TimePassed(first));
    assert!(browser.records().is_empty(), "the pause begins anew with each key");
    tab.wait_over(PAUSE_MS);
    assert_eq!(shown(&tab).0, SaveState::Saved);
    assert!(tab.marks(0).note && browser.drafts().is_empty());
    assert_eq!(note(&browser.open()), "half a thought");
}

#[test]
fn one_visit_to_the_field_is_one_step_of_undo_and_one_change() {
    let mut tab = Browser::new().open();
    tab.press("s");
    for words in ["one", "one two", "one two three"] {
        tab.send(read::Msg::NoteTyped(words.into()));
        tab.wait_over(PAUSE_MS);
    }
    tab.send(read::Msg::NoteKept(false));
    assert_eq!(tab.model.view.bar.unexported.as_deref(), Some("2 changes not handed in"));
    tab.send(Msg::UndoAsked);
    assert_eq!((note(&tab), tab.data(0)), (String::new(), "supports [-]".into()));
    tab.send(Msg::RedoAsked);
    assert_eq!(note(&tab), "one two three");
    tab.send(Msg::UndoAsked);
    tab.send(Msg::UndoAsked);
    assert_eq!(tab.data(0), "- [-]");
}

#[test]
fn coming_back_to_the_field_is_another_step() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::NoteTyped("one".into()));
    tab.send(read::Msg::NoteKept(true));
    tab.send(read::Msg::NoteTyped("one two".into()));
    tab.wait_over(PAUSE_MS);
    tab.send(Msg::UndoAsked);
    assert_eq!(note(&tab), "one");
    tab.send(Msg::UndoAsked);
    assert_eq!(note(&tab), "");
}

#[test]
fn undo_in_the_middle_of_writing_takes_back_the_visit_and_shows_it() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::NoteTyped("one".into()));
    tab.wait_over(PAUSE_MS);
    tab.done.clear();
    tab.send(Msg::UndoAsked);
    assert_eq!(note(&tab), "");
    let leaves = |e: &Effect| matches!(e, Effect::Focus(crate::effect::Focus::ArticleAt(0)));
    assert!(tab.done.iter().any(leaves), "nothing is drawn into a field that somebody is in, so it is left");
    tab.send(read::Msg::NoteTyped("two".into()));
    tab.wait_over(PAUSE_MS);
    tab.send(Msg::UndoAsked);
    assert_eq!(note(&tab), "");
}

#[test]
fn leaving_the_page_stores_the_note_itself() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(read::Msg::NoteTyped("almost gone".into()));
    tab.send(Msg::PageHidden);
    assert!(browser.drafts().is_empty());
    let again = browser.open();
    assert_eq!((note(&again), again.model.view.banners.len()), ("almost gone".into(), 0));
    // Whoever comes back and writes on is still on the same visit.
    tab.send(read::Msg::NoteTyped("almost gone, and back".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.send(Msg::UndoAsked);
    assert_eq!(note(&tab), "");
}

#[test]
fn a_note_that_arrives_while_one_is_written_stays_beside_it() {
    let browser = Browser::new();
    let (mut one, mut two) = (browser.open(), browser.open());
    one.press("s");
    two.hear();
    one.send(read::Msg::NoteTyped("from here".into()));
    two.send(read::Msg::NoteTyped("from there".into()));
    two.send(read::Msg::NoteKept(false));
    one.hear();
    one.wait_over(PAUSE_MS);
    let mut texts: Vec<String> = one.model.view.inspector.note.conflict.iter().map(|text| text.to_string()).collect();
    texts.sort();
    assert_eq!(texts, ["from here", "from there"]);
    one.send(read::Msg::NoteTyped("from here on".into()));
    one.wait_over(PAUSE_MS);
    assert_eq!(one.model.view.inspector.note.conflict.len(), 2, "writing on replaces only one’s own");
}

#[test]
fn words_for_another_paragraph_never_take_the_place_of_those_typed_before() {
    let mut tab = Browser::new().open();
    tab.send(read::Msg::NoteTyped("on the first".into()));
    let other = crate::shared::writing::OpenNote {
        whose: (&tab.model.shared.annotator).into(),
        article: tab.model.shared.article_id().clone(),
        paragraph: tab.model.shared.paragraph_id(1).cloned().unwrap(),
        text: "on the second".into(),
        private: false,
    };
    let env = Env { now: 1, entropy: &|| 1, ..Env::still() };
    crate::shared::note::typed(&mut tab.model.shared, other, &env);
    tab.send(read::Msg::NoteKept(false));
    assert!(tab.marks(0).note && tab.marks(1).note);
}
