//! With an article that is removed from this device go the names of those who are in no other.

use super::{own_file::elsewhere, *};
use crate::{
    files::{self, people::is_here},
    storage,
};
use postil_core::{
    base::id::{AnnotatorId, ArticleId},
    record::LayerKey,
};

const TEXT: &str = "The title of it\n\nIts first thought, which nobody else has.\n\nAnd its second.";

/// A file in which somebody of this name says something: of the article, or of the sample.
fn file_of(seed: u128, name: &str, text: Option<&str>) -> String {
    let mut tab = elsewhere(seed).open();
    read(&mut tab, text);
    tab.press("s");
    tab.send(files::Msg::OwnNameTyped(name.into()));
    tab.file(false)
}

fn read(tab: &mut Tab, text: Option<&str>) {
    match text {
        Some(text) => {
            tab.send(files::Msg::ArticlePasted(text.into()));
            tab.send(files::Msg::PreviewOpened);
        }
        None => tab.send(files::Msg::LibraryOpened(postil_core::codebook::sample::article().id().clone())),
    }
}

/// How many values in both stores and the library hold these words.
fn holding(browser: &Browser, words: &str) -> usize {
    let stores = [&browser.local, &browser.journal, &browser.articles];
    stores.iter().map(|store| store.borrow().values().filter(|value| value.contains(words)).count()).sum()
}

fn names(tab: &Tab) -> Vec<String> {
    let people = tab.model.shared.store().people.values();
    let mut names: Vec<String> = people.filter_map(|person| Some(person.name.as_ref()?.value.to_string())).collect();
    names.sort();
    names
}

/// A browser in which Ada read the article, Ben the sample, and Cem both, and the id of the article.
fn read_by_three() -> (Browser, Tab, Arc<str>) {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("n");
    tab.import(&[&file_of(1, "Ben Sample", None), &file_of(2, "Cem Both", None)]);
    tab.send(files::Msg::AnnotatorAdded("Dan Here".into()));
    read(&mut tab, Some(TEXT));
    tab.import(&[&file_of(3, "Ada Gone", Some(TEXT)), &file_of(2, "Cem Both", Some(TEXT))]);
    let ada = tab
        .model
        .shared
        .store()
        .people
        .iter()
        .find(|(_, person)| person.name.as_ref().is_some_and(|name| &*name.value == "Ada Gone"))
        .map(|(id, _)| id.clone());
    tab.send(files::Msg::AnnotatorAliased(ada.expect("has come"), "Ada of row one".into()));
    let id = tab.model.shared.article_id().to_shared();
    (browser, tab, id)
}

#[test]
fn names_of_people_who_are_nowhere_else_go_with_an_article() {
    let (browser, mut tab, id) = read_by_three();
    let mut other = browser.open();
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    other.hear();
    for words in ["Ada", "The title of it"] {
        assert_eq!(holding(&browser, words), 0, "{words}");
    }
    for tab in [&tab, &other, &browser.open()] {
        assert_eq!(names(tab), ["Ben Sample", "Cem Both", "Dan Here", "Reader 1"]);
    }
}

#[test]
fn its_file_and_a_rescue_file_bring_them_back() {
    let (browser, mut tab, id) = read_by_three();
    let before = names(&tab);
    let rescue = rescuing::file(&browser);
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    let file = tab.done.iter().rev().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.to_string()),
        _ => None,
    });
    let mut other = browser.open();
    read(&mut other, Some(TEXT));
    other.import(&[&file.expect("is handed out")]);
    assert_eq!((names(&other), names(&browser.open())), (before.clone(), before.clone()));
    other.send(files::Msg::RemovalConfirmed(id.into()));
    assert!(names(&other).len() < before.len());
    rescuing::choose(&mut other, &rescue);
    other.send(files::Msg::RescueWanted);
    assert_eq!((names(&other), names(&browser.open())), (before.clone(), before));
}

#[test]
fn an_import_that_was_taken_back_and_is_done_again_has_its_names() {
    let (browser, mut tab, id) = read_by_three();
    read(&mut tab, None);
    tab.import(&[&file_of(4, "Eve Undone", None)]);
    tab.send(Msg::UndoAsked);
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    tab.send(Msg::RedoAsked);
    for tab in [&tab, &browser.open()] {
        assert!(names(tab).contains(&"Eve Undone".into()), "{:?}", names(tab));
    }
}

#[test]
fn somebody_whose_next_file_comes_in_another_tab_just_then_keeps_their_name() {
    let (browser, mut tab, id) = read_by_three();
    let mut other = browser.open();
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    // The other tab has not heard of it, and knows the name already.
    read(&mut other, None);
    other.import(&[&file_of(3, "Ada Gone", None)]);
    tab.hear();
    other.hear();
    for tab in [&tab, &other, &browser.open()] {
        assert!(names(tab).contains(&"Ada Gone".into()), "{:?}", names(tab));
    }
}

#[test]
fn whoever_tags_here_is_not_forgotten() {
    let browser = Browser::new();
    let mut tab = browser.open();
    read(&mut tab, Some(TEXT));
    tab.import(&[&file_of(3, "Ada Gone", Some(TEXT))]);
    let ada: AnnotatorId = tab.model.shared.store().people.keys().next().cloned().expect("has come");
    tab.send(files::Msg::WentOn(ada.clone()));
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::RemovalConfirmed(Arc::clone(&id).into()));
    assert!(tab.model.shared.store().layer(&ArticleId::new(id), &LayerKey::reading(ada.clone(), 1)).is_none());
    for tab in [&tab, &browser.open()] {
        assert_eq!((&*tab.model.shared.display_name(&ada), is_here(&tab.model.shared, &ada)), ("Ada Gone", true));
    }
}

#[test]
fn it_does_not_matter_in_which_order_a_tab_hears_of_it() {
    let (browser, mut tab, id) = read_by_three();
    // Nothing is put together, so all records are there.
    browser.journal_fails.set(true);
    tab.send(files::Msg::RemovalConfirmed(id.into()));
    let records: Vec<Pair> = browser.local.borrow().clone().into_iter().collect();
    assert!(records.len() > 5);
    for first in 0..records.len() {
        let mut order = records.clone();
        order.rotate_left(first);
        for reversed in [false, true] {
            let mut other = elsewhere(77).open();
            order.iter().for_each(|record| other.send(storage::Msg::OperationsArrived(vec![record.clone()])));
            assert_eq!(names(&other), names(&tab), "from record {first} on, reversed: {reversed}");
            order.reverse();
        }
    }
}
