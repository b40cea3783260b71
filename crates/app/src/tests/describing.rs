//! How an article is described: changed in one browser, and what others are asked about it.

use super::*;
use crate::{
    file::NamedFile,
    files::{self, export::bundle, msg::Scope, view::DialogView},
    intent::Intent,
    notice::action,
    screen::DialogKind,
    shared::gesture::Gesture,
};
use postil_core::{article::masthead::LANGUAGE, exchange::bundle::read::read};

fn described(tab: &mut Tab, name: &'static str, value: &str) {
    let id = tab.model.shared.article_id().clone();
    tab.send(files::Msg::ArticleDescribed(id, name, value.into()));
}

fn renamed(tab: &mut Tab, title: &str) {
    let id = tab.model.shared.article_id().clone();
    tab.send(files::Msg::LibraryRenamed(id, title.into()));
}

fn of(tab: &Tab) -> (String, String) {
    let article = &tab.model.shared.article;
    (article.masthead.title.to_string(), article.language().to_string())
}

#[test]
fn what_is_changed_is_shown_at_once_kept_and_seen_in_other_tabs() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.press("s");
    let before = tab.model.shared.article.id().clone();
    described(&mut tab, LANGUAGE, "de");
    renamed(&mut tab, "  Whose  future\u{202E}? ");
    let mut again = browser.open();
    let (title, language) = of(&again);
    assert_eq!(language, "de");
    assert_eq!((title, language), of(&tab));
    assert_eq!(*again.model.shared.article.id(), before, "it is the same article");
    again.send(Msg::DialogOpened(DialogKind::Open));
    let Some(DialogView::Open(view)) = &again.model.view.dialog else { panic!("the library is open") };
    assert_eq!(view.library[0].script, Some(("de".into(), "ltr")));
}

#[test]
fn a_file_that_describes_the_article_later_and_otherwise_is_asked_about_and_no_other() {
    let mut tab = Browser::new().open();
    tab.press("s");
    let plain = tab.file(true);
    renamed(&mut tab, "A better title");
    described(&mut tab, LANGUAGE, "fr");
    let file = tab.file(true);
    let browser = Browser::new();
    browser.chance.set(700);
    let mut there = browser.open();
    there.import(&[&plain]);
    let asked = |tab: &Tab| tab.model.files.imported.reports[0].described.len();
    assert_eq!(asked(&there), 0);
    let before = of(&there);
    there.import(&[&file]);
    assert_eq!(asked(&there), 2);
    assert_eq!(of(&there), before, "nothing is described otherwise unasked");
    there.send(files::Msg::DescriptionTaken(0));
    assert_eq!(of(&there), ("A better title".into(), "fr".into()));
    assert_eq!(of(&browser.open()), of(&there));
    there.import(&[&file]);
    assert_eq!(asked(&there), 0, "what is the same is not asked about again");
    // What was changed here since is later than the file.
    renamed(&mut there, "Mine");
    there.import(&[&file]);
    assert_eq!(asked(&there), 0);
    let text = there.file(true);
    let (bundle, problems) = read(&text).expect("is ours");
    assert!(problems.is_empty());
    let said: Vec<&str> = bundle.article.masthead.described.keys().map(|name| &**name).collect();
    assert_eq!(said, ["language", "title"]);
    assert_eq!(&*bundle.article.masthead.title, "Mine");
}

#[test]
fn an_article_that_comes_new_brings_how_it_was_described_and_goes_on_with_it() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted("Bees\n\nThe first paragraph.\n\nThe second paragraph.".into()));
    tab.send(files::Msg::PreviewOpened);
    renamed(&mut tab, "Bees of the valley");
    let file = NamedFile { name: "Bees.postil.json".into(), bytes: Ok(tab.file(true).as_bytes().into()) };
    let browser = Browser::new();
    browser.chance.set(700);
    let mut there = browser.open();
    there.send(files::Msg::ArticleFileRead(file.clone()));
    assert_eq!(of(&there).0, "Bees of the valley");
    let bundle = bundle(&there.model.shared, Scope::All);
    assert_eq!(bundle.article.masthead.described.len(), 1, "the time of the change comes along");
    // The same file once more asks nothing.
    there.send(files::Msg::ArticleFileRead(file));
    assert!(there.model.files.differs.is_none());
}

#[test]
fn an_offer_to_undo_ends_with_the_article_that_it_is_about() {
    let mut tab = Browser::new().open();
    let edits = tab.model.shared.book.add_theme(&"bees".into(), "Bees", None);
    tab.ask(Intent::Codebook(Gesture::Edit { edits, word: "added".into() }));
    tab.ask(Intent::Toast("Added.".into(), Some(action("Undo", Msg::UndoAsked))));
    tab.send(files::Msg::ArticlePasted("Bees\n\nThe first paragraph.\n\nThe second paragraph.".into()));
    assert!(tab.model.shared.toast.is_some());
    tab.send(files::Msg::PreviewOpened);
    assert!(tab.model.shared.toast.is_none(), "undo would take back something else here");
}
