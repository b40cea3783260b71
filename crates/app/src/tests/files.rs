//! Articles of one's own, export and import.

use super::*;
use crate::{
    file::FileError,
    files::{self, view::DialogView},
    read,
};
use postil_core::article::read::text::Choice;

fn layers(tab: &Tab) -> usize {
    tab.model
        .shared
        .store()
        .layers
        .get(tab.model.shared.article_id())
        .map_or(0, |l| l.values().filter(|l| !l.is_silent()).count())
}

#[test]
fn the_same_state_gives_the_same_bytes_here_and_there() {
    let mut tab = Browser::new().open();
    for key in ["s", "1", "j", "o"] {
        tab.press(key);
    }
    let file = tab.file(false);
    assert_eq!(file, tab.file(false));
    let mut other = Browser::new();
    other.chance.set(1000);
    other = other.clone();
    let mut there = other.open();
    assert_eq!(there.import(&[&file]), ["Imported. Reader 1: 2 new paragraphs."]);
    assert_eq!(there.file(true).replacen("\"kind\": \"all\"", "\"kind\": \"own\"", 1), file);
}

#[test]
fn an_import_is_one_step_and_can_be_undone_and_done_again() {
    let mut tab = Browser::new().open();
    for key in ["s", "1"] {
        tab.press(key);
    }
    let file = tab.file(false);
    let browser = Browser::new();
    browser.chance.set(500);
    let mut there = browser.open();
    there.press("o");
    assert_eq!(
        there.import(&[&file, &file]),
        ["Imported. Reader 1: 1 new paragraph.", "Already here. Nothing changed."]
    );
    assert_eq!((layers(&there), there.data(0)), (2, "opposes [-]".into()));
    there.send(Msg::UndoAsked);
    assert_eq!((layers(&there), there.data(0)), (1, "opposes [-]".into()));
    assert_eq!(layers(&browser.open()), 1);
    there.send(Msg::RedoAsked);
    assert_eq!(layers(&there), 2);
    there.send(Msg::UndoAsked);
    assert_eq!(there.import(&[&file]), ["Imported. Reader 1: 1 new paragraph."], "the same file can come again");
    assert_eq!(layers(&browser.open()), 2);
}

#[test]
fn every_bad_file_gets_its_sentence_and_changes_nothing() {
    let mut tab = Browser::new().open();
    tab.press("s");
    let good = tab.file(false);
    let store = tab.model.shared.store().clone();
    let deep = format!("{{\"format\": \"postil\", \"version\": 1, \"article\": {}", "[".repeat(10_000));
    let newer = good.replacen("\"version\": 1", "\"version\": 2", 1);
    let cut = &good[..good.len() / 2];
    let sentences = tab.import(&["", "{}", "hello", cut, &newer, &deep]);
    for (sentence, word) in
        sentences.iter().zip(["Not a Postil", "Not a Postil", "Not a Postil", "Damaged", "newer", "Damaged"])
    {
        assert!(sentence.contains(word), "{sentence}");
    }
    tab.send(files::Msg::FilesRead(vec![NamedFile { name: "huge".into(), bytes: Err(FileError::TooLarge) }]));
    let sentence = files::verdicts::import_view(&tab.model.files, &tab.model.shared).reports[0].sentence.to_string();
    assert!(sentence.contains("64 MB"), "{sentence}");
    assert_eq!(tab.model.shared.store().layers, store.layers);
}

#[test]
fn an_article_of_ones_own_is_previewed_kept_and_reopened() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let text = "My own article here\n\nFirst paragraph.\n\nA heading\n\nSecond paragraph.";
    let file = NamedFile { name: "own.txt".into(), bytes: Ok(Arc::from(text.as_bytes())) };
    tab.send(files::Msg::ArticleFileRead(file));
    let Some(DialogView::Open(view)) = &tab.model.view.dialog else { panic!("no dialog") };
    let preview = view.preview.clone().unwrap();
    assert_eq!((&*preview.title, &*preview.summary), ("My own article here", "2 paragraphs, 1 heading, 1 left out"));
    tab.send(files::Msg::PreviewSwitched(2, Choice::Paragraph));
    tab.send(files::Msg::PreviewLeft);
    tab.send(files::Msg::ArticlePasted(text.into()));
    tab.send(files::Msg::PreviewTitled("Mine".into()));
    tab.send(files::Msg::PreviewOpened);
    assert_eq!((&*tab.model.view.bar.progress, &*tab.model.view.article.title), ("0 of 3", "Mine"));
    assert!(tab.model.view.inspector.questions[0].prompt.contains("main claim"));
    tab.press("o");
    let again = browser.open();
    assert_eq!((&*again.model.view.article.title, again.data(0)), ("Mine", "opposes [-]".into()));
    let id = again.model.view.article.id.clone();
    tab.send(files::Msg::LibraryDeleted(Arc::clone(&id).into()));
    assert_eq!(tab.data(0), "supports [-]", "the sample is shown instead");
    tab.send(files::Msg::LibraryRestored(Arc::clone(&id).into()));
    tab.send(files::Msg::LibraryRenamed(Arc::clone(&id).into(), "Renamed".into()));
    tab.send(files::Msg::LibraryOpened(id.into()));
    assert_eq!((&*tab.model.view.article.title, tab.data(0)), ("Renamed", "opposes [-]".into()));
}

#[test]
fn a_bundle_for_another_article_offers_to_open_it() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted("Other title here now\n\nOne thing.\n\nTwo things.".into()));
    tab.send(files::Msg::PreviewOpened);
    tab.press("m");
    let file = tab.file(false);
    let browser = Browser::new();
    browser.chance.set(700);
    let mut there = browser.open();
    let sentences = there.import(&[&file]);
    assert!(sentences[0].contains("another article: “Other title here now”"), "{}", sentences[0]);
    assert_eq!(&*there.model.view.bar.progress, "0 of 10");
    there.send(files::Msg::ImportedArticleOpened(0));
    assert_eq!((&*there.model.view.article.title, layers(&there)), ("Other title here now", 1));
}

#[test]
fn changes_since_the_last_export_are_counted_across_reloads() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    tab.press("1");
    assert_eq!(tab.model.view.bar.unexported.as_deref(), Some("2 changes not handed in"));
    assert_eq!(browser.open().model.view.bar.unexported.as_deref(), Some("2 changes not handed in"));
    tab.file(false);
    assert_eq!(tab.model.view.bar.unexported, None);
    tab.press("2");
    assert_eq!(browser.open().model.view.bar.unexported.as_deref(), Some("1 change not handed in"));
}

#[test]
fn what_is_not_exported_is_the_same_number_before_and_after_a_reload_and_in_every_tab() {
    let browser = Browser::new();
    let mut tab = browser.open();
    let mut other = browser.open();
    let shown = |tab: &Tab| tab.model.view.bar.unexported.clone();
    for key in ["s", "o", "s", "1", "1", "2", "0", "x"] {
        tab.press(key);
        other.hear();
        assert_eq!(shown(&tab), shown(&browser.open()), "after {key}");
        assert_eq!(shown(&tab), shown(&other), "in another tab, after {key}");
    }
    tab.send(read::Msg::NoteTyped("a word".into()));
    tab.send(read::Msg::NoteKept(false));
    tab.send(Msg::UndoAsked);
    assert_eq!(shown(&tab), shown(&browser.open()));
}
