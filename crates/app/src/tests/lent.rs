//! Codebooks of other articles of the library, with which the open one is read too.

use super::class::Room;
use crate::{
    class::view::Page,
    codebook::{
        msg::Msg as Edit,
        view::{CodebookView, LentView},
    },
    files,
    msg::Msg,
    ports::journal::ObjectStore,
    read,
};
use postil_core::{
    base::id::{ArticleId, CodebookId},
    codebook::{
        book::{Item, field},
        sample,
    },
};
use std::sync::Arc;

const BEES: &str = "On bees\n\nBees do well on roofs.\n\nOthers count fewer.";
const TRAMS: &str = "On trams\n\nTrams are quiet.\n\nTrams are dear.";

impl Room {
    fn article(&mut self, text: &str) -> ArticleId {
        self.host(files::Msg::ArticlePasted(text.into()));
        self.host(files::Msg::PreviewOpened);
        self.tab.model.shared.article_id().clone()
    }

    fn codebook(&mut self) -> CodebookView {
        self.host(Msg::RouteChanged("#/codebook".into()));
        self.again()
    }

    fn again(&self) -> CodebookView {
        match &self.pages().view.page {
            Page::Codebook(view) => (**view).clone(),
            other => panic!("{other:?}"),
        }
    }

    fn id(&self) -> CodebookId {
        self.tab.model.shared.codebook.id.clone()
    }

    fn labels(&self) -> Vec<Arc<str>> {
        self.tab.model.shared.codebook.themes.iter().map(|theme| Arc::clone(&theme.label)).collect()
    }

    fn name(&mut self, label: &str) {
        let theme = self.tab.model.shared.codebook.themes[0].id.clone();
        self.send(Edit::Typed(Item::Theme(theme), field::LABEL, label.into()));
        self.send(Edit::Left);
    }
}

fn row<'a>(view: &'a CodebookView, title: &str) -> &'a LentView {
    view.lent.iter().find(|lent| *lent.title == *title).expect("is listed")
}

/// Bees with a theme of its own, and trams, which are open and begin anew.
fn two() -> (Room, ArticleId, ArticleId) {
    let mut room = Room::open();
    let bees = room.article(BEES);
    room.host(read::Msg::ThemeMade("Honey".into()));
    let trams = room.article(TRAMS);
    (room, bees, trams)
}

#[test]
fn the_codebook_of_the_article_that_was_worked_on_last_is_one_to_begin_with() {
    let mut room = Room::open();
    room.article(BEES);
    assert_eq!(room.codebook().last, None, "there is none yet");
    let (mut room, bees, _) = two();
    let last = room.codebook().last.expect("is there");
    assert_eq!((&last.article, &*last.title, &*last.counts), (&bees, "On bees", "1 question and 1 theme"));
    assert_eq!((last.themes, last.does), (vec!["Honey".into()], Some("Use this")));
    assert_eq!(&*last.asks[0], "What stance does the author take toward the main claim?");
    // What everybody begins with is nobody’s own, however late it was tagged with.
    room.tab.press("s");
    room.article("On meadows\n\nMeadows are mown.");
    assert_eq!(room.codebook().last.map(|last| last.article), Some(bees.clone()));
    // Also in a tab that has read none of it.
    let mut again = Room { tab: room.tab.browser.open() };
    assert_eq!(again.codebook().last.map(|last| last.article), Some(bees));
}

#[test]
fn whoever_only_wrote_a_codebook_has_worked_on_its_article() {
    let mut room = Room::open();
    let bees = room.article(BEES);
    room.codebook();
    room.send(Edit::ThemeAdded);
    room.article(TRAMS);
    assert_eq!(room.codebook().last.map(|last| last.article), Some(bees));
}

#[test]
fn it_is_taken_as_one_step_under_its_own_id_and_nothing_that_was_tagged_is_rewritten() {
    let (mut room, bees, trams) = two();
    room.host(read::Msg::ThemeMade("Rails".into()));
    let (said, own) = (room.tab.model.shared.store().layers.clone(), room.id());
    room.codebook();
    room.send(Edit::TakenFrom(bees.clone()));
    assert_eq!(room.labels(), ["Honey".into()]);
    assert!(room.tab.toast().contains("On bees"), "{}", room.tab.toast());
    assert_eq!(room.tab.model.shared.store().layers, said);
    assert_eq!(room.again().last.and_then(|last| last.does), None, "it is in use");
    assert_eq!(room.again().foreign.len(), 1, "what was tagged before waits to be matched");
    let there = room.id();
    room.host(Msg::UndoAsked);
    assert_eq!((room.id(), room.labels()), (own, vec!["Rails".into()]));
    room.host(Msg::RedoAsked);
    assert_eq!(room.id(), there);
    let mut again = Room { tab: room.tab.browser.open() };
    assert_eq!((again.tab.model.shared.article_id(), again.id()), (&trams, there.clone()));
    again.host(files::Msg::LibraryOpened(bees));
    assert_eq!(again.id(), there, "one codebook for both, so that they can be compared");
}

#[test]
fn what_is_changed_in_one_article_changes_nothing_in_the_other_until_it_is_taken_over() {
    let (mut room, bees, trams) = two();
    room.codebook();
    room.send(Edit::TakenFrom(bees.clone()));
    room.name("Honey and wax");
    room.host(files::Msg::LibraryOpened(bees));
    assert_eq!(room.labels(), ["Honey".into()]);
    let last = room.codebook().last.expect("trams have it too");
    assert_eq!((last.article, last.does), (trams.clone(), Some("Use the changes")));
    room.send(Edit::TakenFrom(trams));
    assert_eq!(room.labels(), ["Honey and wax".into()]);
    room.host(Msg::UndoAsked);
    assert_eq!(room.labels(), ["Honey".into()]);
}

#[test]
fn all_articles_of_the_library_are_listed_with_what_they_ask_once_somebody_asks() {
    let (mut room, ..) = two();
    assert!(room.codebook().has_others && room.again().lent.is_empty());
    room.send(Edit::LentAsked);
    let view = room.again();
    assert!(!view.reading);
    assert_eq!(&*row(&view, "On bees").counts, "1 question and 1 theme");
    let sample = row(&view, &sample::article().masthead.title);
    assert_eq!(&*sample.counts, "1 question and 9 themes");
    let article = sample.article.clone();
    room.send(Edit::TakenFrom(article));
    assert_eq!(room.id(), sample::codebook().id);
    assert_eq!(room.labels().len(), 9);
    // What is read with it is one’s own from the first edit on, here as anywhere.
    room.name("Borders");
    assert_ne!(room.id(), sample::codebook().id);
    room.host(files::Msg::LibraryOpened(sample::article().id().clone()));
    assert!(!room.labels().contains(&"Borders".into()));
}

#[test]
fn another_state_of_a_codebook_that_was_here_is_copied_so_that_undo_is_exact() {
    let (mut room, bees, _) = two();
    room.codebook();
    room.send(Edit::TakenFrom(bees.clone()));
    let first = room.id();
    room.name("Wax");
    room.send(Edit::BeginningChosen("postil-empty".into()));
    room.send(Edit::TakenFrom(bees));
    assert_eq!(room.labels(), ["Honey".into()], "as it was shown");
    assert_ne!(room.id(), first);
    assert_eq!(room.tab.model.shared.book.from(), Some(first.clone()));
    room.host(Msg::UndoAsked);
    room.host(Msg::UndoAsked);
    assert_eq!((room.id(), room.labels()), (first, vec!["Wax".into()]));
}

#[test]
fn an_article_that_is_deleted_or_whose_text_is_gone_lends_nothing() {
    let (mut room, bees, _) = two();
    room.host(files::Msg::LibraryDeleted(bees.clone()));
    assert_eq!(room.codebook().last, None);
    room.host(files::Msg::LibraryRestored(bees.clone()));
    room.host(Msg::RouteChanged("#/read".into()));
    assert!(room.codebook().last.is_some());
    let mut again = Room { tab: room.tab.browser.open() };
    again.tab.browser.object_store(ObjectStore::Articles).borrow_mut().remove(bees.as_str());
    assert_eq!(again.codebook().last, None);
}
