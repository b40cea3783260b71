//! Articles that come once more: as the same text, in a file of one's own, in somebody else's.

use super::*;
use crate::{
    files::{self, view::DialogView},
    screen::DialogKind,
    shared::{library::is_listed, versions::version},
};
use postil_core::{
    codebook::{Codebook, book::Book, sample},
    exchange::bundle,
};

const TEXT: &str = "A text of our own\n\nThe first paragraph of it.\n\nThe second paragraph of it.";

/// A file of the article of [`TEXT`] without annotations.
fn file(change: impl FnOnce(&mut Codebook)) -> NamedFile {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    let mut bundle = bundle::read::read(&tab.file(false)).unwrap().0;
    change(&mut bundle.codebook);
    bundle.book = Book::of(&bundle.codebook, &sample::stamp());
    named(&bundle::write(&bundle, "test"))
}

fn named(text: &str) -> NamedFile {
    NamedFile { name: "a file.postil.json".into(), bytes: Ok(Arc::from(text.as_bytes())) }
}

fn water(codebook: &mut Codebook) {
    codebook.title = "Our own codebook".into();
    codebook.themes.extend(sample::codebook().themes.into_iter().take(1));
    codebook.themes[0].id = "water".into();
    codebook.themes[0].label = "Water rights".into();
}

fn swapped(codebook: &mut Codebook) {
    let options = &mut codebook.questions[0].options;
    let first = Arc::clone(&options[0].label);
    options[0].label = Arc::clone(&options[1].label);
    options[1].label = first;
}

/// The label of the option `supports`.
fn label(tab: &Tab) -> String {
    tab.model.shared.codebook.questions[0].options[0].label.to_string()
}

/// What is asked about an article that came once more.
fn asked(tab: &Tab) -> Vec<String> {
    match &tab.model.view.dialog {
        Some(DialogView::Open(view)) => {
            view.differs.as_ref().map_or_else(Vec::new, |d| d.differences.iter().map(ToString::to_string).collect())
        }
        _ => Vec::new(),
    }
}

fn stored(tab: &Tab) -> Vec<String> {
    let articles = tab.browser.articles.borrow();
    let texts = articles.iter().filter(|(key, text)| version(key, text).is_none());
    texts.map(|(_, text)| text.to_string()).collect()
}

#[test]
fn the_same_text_again_keeps_its_codebook() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(files::Msg::ArticleFileRead(file(water)));
    tab.press("s");
    tab.press("1");
    assert_eq!(tab.data(0), "supports [water]");
    for away in [false, true] {
        if away {
            tab.send(files::Msg::LibraryOpened(sample::article().id().clone()));
        }
        tab.send(files::Msg::ArticlePasted(TEXT.into()));
        tab.send(files::Msg::PreviewOpened);
        assert_eq!(&*tab.model.shared.codebook.title, "Our own codebook");
        assert_eq!((tab.data(0), asked(&tab)), ("supports [water]".into(), vec![]));
    }
    assert!(stored(&tab).iter().all(|text| text.contains("Water rights")));
    assert_eq!(&*browser.open().model.shared.codebook.title, "Our own codebook");
}

#[test]
fn a_file_that_describes_an_article_otherwise_asks_and_changes_nothing_before() {
    for from_sample in [false, true] {
        let browser = Browser::new();
        let mut tab = browser.open();
        tab.send(files::Msg::ArticleFileRead(file(|_| {})));
        tab.press("s");
        if from_sample {
            tab.send(files::Msg::LibraryOpened(sample::article().id().clone()));
        }
        let before = stored(&tab);
        tab.send(files::Msg::ArticleFileRead(file(swapped)));
        assert_eq!(asked(&tab), ["answer “supports” is named “opposes”", "answer “opposes” is named “supports”"]);
        assert_eq!(
            (label(&tab), tab.data(0), stored(&tab)),
            ("supports".into(), "supports [-]".into(), before.clone())
        );
        tab.send(files::Msg::DifferenceSettled(false));
        assert_eq!((label(&tab), stored(&tab), asked(&tab)), ("supports".into(), before, vec![]));
        assert_eq!(label(&browser.open()), "supports");
    }
}

#[test]
fn the_other_codebook_can_be_chosen_and_the_first_is_not_lost() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(files::Msg::ArticleFileRead(file(|_| {})));
    tab.press("s");
    tab.send(files::Msg::ArticleFileRead(file(swapped)));
    tab.send(files::Msg::DifferenceSettled(true));
    assert_eq!((label(&tab), tab.data(0)), ("opposes".into(), "supports [-]".into()));
    assert_eq!(label(&browser.open()), "opposes");
    assert_eq!(stored(&tab).len(), 2, "the first codebook is kept beside it");
    let library = browser.open();
    assert_eq!(library.model.shared.stored_articles.len(), 1, "and is no article of its own");
    let toast = tab.model.view.toast.clone().unwrap();
    tab.send((*toast.action.as_ref().unwrap().msg).clone());
    assert_eq!(label(&tab), "supports");
    assert_eq!(label(&browser.open()), "supports");
}

#[test]
fn a_file_with_other_labels_is_asked_about_in_the_import_too() {
    let mut other = Browser::new().open();
    other.send(files::Msg::ArticleFileRead(file(swapped)));
    other.press("o");
    let theirs = other.file(false);
    let browser = Browser::new();
    browser.chance.set(900);
    let mut tab = browser.open();
    tab.send(files::Msg::ArticleFileRead(file(|_| {})));
    tab.press("s");
    tab.send(files::Msg::LibraryOpened(sample::article().id().clone()));
    tab.import(&[&theirs]);
    tab.send(files::Msg::ImportedArticleOpened(0));
    assert_eq!((label(&tab), tab.data(0)), ("supports".into(), "supports [-]".into()));
    assert_eq!(asked(&tab).len(), 2);
    let layers = tab.model.shared.store().layers.get(tab.model.shared.article_id()).unwrap();
    assert_eq!(layers.len(), 2, "what they said came in");
}

#[test]
fn closing_the_question_keeps_what_is_here() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticleFileRead(file(|_| {})));
    tab.send(files::Msg::ArticleFileRead(file(water)));
    tab.send(Msg::DialogClosed);
    tab.send(Msg::DialogOpened(DialogKind::Open));
    assert_eq!((asked(&tab).len(), label(&tab)), (0, "supports".into()));
}

#[test]
fn a_file_for_reading_opens_by_its_own_door() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticleFileRead(file(water)));
    assert_eq!((&*tab.model.view.article.title, tab.model.files.open), ("A text of our own", None));
    assert_eq!((&*tab.model.shared.codebook.title, tab.model.view.banners.len()), ("Our own codebook", 0));
}

#[test]
fn a_file_with_annotations_opens_its_article_and_offers_them() {
    let mut other = Browser::new().open();
    other.send(files::Msg::ArticleFileRead(file(|_| {})));
    other.press("o");
    let theirs = other.file(false);
    let browser = Browser::new();
    browser.chance.set(900);
    let mut tab = browser.open();
    tab.send(files::Msg::ArticleFileRead(named(&theirs)));
    assert_eq!(&*tab.model.view.article.title, "A text of our own");
    let layers = |tab: &Tab| tab.model.shared.store().layers.get(tab.model.shared.article_id()).map_or(0, |l| l.len());
    assert_eq!(layers(&tab), 0, "nothing comes in unasked");
    let banner = tab.model.view.banners[0].clone();
    assert_eq!(&*banner.sentence, "The file also holds the answers of 1 person.");
    tab.send((*banner.actions[0].msg).clone());
    assert_eq!((layers(&tab), tab.model.files.open), (1, Some(DialogKind::Import)));
    assert!(tab.model.view.banners.is_empty());
}

#[test]
fn a_damaged_file_says_so_at_this_door_too() {
    let mut tab = Browser::new().open();
    let NamedFile { bytes: Ok(bytes), .. } = file(|_| {}) else { panic!("it was written") };
    let error = |tab: &mut Tab, text: &str| {
        tab.send(files::Msg::ArticleFileRead(named(text)));
        tab.model.files.open_error.clone().unwrap_or_default().to_string()
    };
    let text = std::str::from_utf8(&bytes).unwrap();
    let cut = error(&mut tab, &text[..text.len() / 2]);
    assert!(cut.starts_with("“a file.postil.json” is damaged."), "{cut}");
    let newer = error(&mut tab, &text.replacen("\"version\": 1", "\"version\": 2", 1));
    assert!(newer.contains("newer version of Postil"), "{newer}");
    let alien = error(&mut tab, "{\"rows\": []}");
    assert!(alien.contains("neither a Postil file"), "{alien}");
}

#[test]
fn another_key_or_colour_is_no_other_description() {
    let codebook = sample::codebook();
    let mut other = codebook.clone();
    other.themes[0].key = Some("q".into());
    other.themes[1].colour = Some("#ff0000".into());
    other.questions[0].options[0].key = Some("y".into());
    assert_eq!(codebook.differences(&other), Vec::<String>::new());
}

#[test]
fn what_is_given_out_is_no_problem_at_the_other_door_either() {
    let mut tab = Browser::new().open();
    let NamedFile { bytes: Ok(bytes), .. } = file(water) else { panic!("it was written") };
    let said = tab.import(&[std::str::from_utf8(&bytes).unwrap()]);
    assert_eq!(said, ["“A text of our own” is an article to read and tag."]);
    let report = files::verdicts::import_view(&tab.model.files, &tab.model.shared).reports[0].clone();
    assert_eq!((report.kind, &*report.asks[0].actions[0].0), ("article", "Open it"));
    tab.send(files::Msg::ImportedArticleOpened(0));
    assert_eq!((&*tab.model.shared.codebook.title, tab.model.files.open), ("Our own codebook", None));
}

#[test]
fn a_title_given_by_hand_outlives_a_deletion_from_the_library() {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::LibraryRenamed(Arc::clone(&id).into(), "A title of mine".into()));
    tab.send(files::Msg::LibraryDeleted(id.into()));
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    assert_eq!(&*tab.model.view.article.title, "A title of mine");
    assert!(tab.toast().contains("“A title of mine” was here already"), "{}", tab.toast());
}

#[test]
fn a_stored_article_that_cannot_be_read_stays_and_the_new_one_stands_beside_it() {
    let browser = Browser::new();
    let mut tab = browser.open();
    tab.send(files::Msg::ArticlePasted(TEXT.into()));
    tab.send(files::Msg::PreviewOpened);
    let id = tab.model.shared.article_id().to_shared();
    tab.send(files::Msg::LibraryOpened(sample::article().id().clone()));
    let damaged: Arc<str> = "{ half of a codebook of ours".into();
    browser.articles.borrow_mut().insert(Arc::clone(&id), Arc::clone(&damaged));
    let mut tab = browser.open();
    for _ in 0..2 {
        tab.send(files::Msg::ArticlePasted(TEXT.into()));
        tab.send(files::Msg::PreviewOpened);
    }
    let articles = browser.articles.borrow();
    assert_eq!(articles[&id], damaged, "what stands there is never written over");
    let whole = articles.iter().filter(|(_, text)| articles::read_stored(text).is_some());
    let beside: Vec<&Arc<str>> = whole.map(|(key, _)| key).collect();
    assert!(
        beside.len() == 1 && crate::runtime::articles::belongs(beside[0], &id) && !is_listed(beside[0]),
        "{beside:?}"
    );
    drop(articles);
    let again = browser.open();
    assert_eq!(again.model.shared.article_id().as_str(), &*id);
    assert!(again.model.view.banners.is_empty(), "and it is what opens from now on");
}
