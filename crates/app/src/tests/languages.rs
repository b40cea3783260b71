//! Articles in other scripts: which language and which way, on every screen.

use super::*;
use crate::{
    files::{self, view::DialogView},
    screen::DialogKind,
};
use postil_core::base::script::Direction;

const ARABIC: &str = "TikTok وخصوصية الطلاب\n\nTikTok في الصباح الباكر تفتح الأسواق أبوابها، ويبدأ الباعة في ترتيب بضائعهم.\n\n\
                      يقول الكاتب إن المدينة تغيرت كثيرا.";

fn opened(text: &str) -> Tab {
    let mut tab = Browser::new().open();
    tab.send(files::Msg::ArticlePasted(text.into()));
    tab.send(files::Msg::PreviewOpened);
    tab
}

fn shown(tab: &Tab) -> (&str, &str) {
    (&tab.model.view.article.lang, tab.model.view.article.dir)
}

#[test]
fn an_article_that_begins_with_a_latin_word_runs_as_most_of_its_letters_do() {
    let tab = opened(ARABIC);
    assert_eq!(shown(&tab), ("ar", "rtl"));
    assert_eq!(tab.model.view.bar.way, "rtl");
    let again = tab.browser.open();
    assert_eq!(shown(&again), ("ar", "rtl"));
}

#[test]
fn a_file_that_says_neither_language_nor_direction_is_read_by_its_letters() {
    let mut tab = opened(ARABIC);
    let id = tab.model.shared.article_id().to_string();
    let file = tab.file(false);
    assert!(file.contains("\"language\": \"ar\"") && file.contains("\"direction\": \"rtl\""), "kept with the article");
    let silent = file.replace("\"language\": \"ar\"", "\"language\": \"\"").replace("\"rtl\"", "\"auto\"");
    let mut there = Browser::new().open();
    there.import(&[&silent]);
    there.send(files::Msg::ImportedArticleOpened(0));
    assert_eq!((there.model.shared.article_id().to_string(), shown(&there)), (id, ("ar", "rtl")));
}

#[test]
fn the_preview_shows_language_and_direction_and_takes_others() {
    let mut tab = Browser::new().open();
    tab.send(Msg::DialogOpened(DialogKind::Open));
    tab.send(files::Msg::ArticlePasted("Ein Brief aus der Stadt\n\nDer erste Satz.\n\nDer zweite Satz.".into()));
    let found = |tab: &Tab| match &tab.model.view.dialog {
        Some(DialogView::Open(view)) => view.preview.as_ref().map(|p| (p.language.to_string(), p.direction)),
        _ => None,
    };
    assert_eq!(found(&tab), Some((String::new(), "ltr")));
    tab.send(files::Msg::PreviewLanguage("de".into()));
    tab.send(files::Msg::PreviewDirected(Direction::Rtl));
    assert_eq!(found(&tab), Some(("de".to_owned(), "rtl")));
    tab.send(files::Msg::PreviewDirected(Direction::Ltr));
    tab.send(files::Msg::PreviewOpened);
    assert_eq!(shown(&tab), ("de", "ltr"));
    assert_eq!(shown(&tab.browser.open()), ("de", "ltr"));
}

#[test]
fn a_title_in_a_sentence_keeps_its_direction_to_itself() {
    let mut tab = opened(ARABIC);
    let id = tab.model.view.article.id.clone();
    tab.send(files::Msg::LibraryDeleted(id.into()));
    let toast = tab.model.view.toast.as_ref().map(|toast| toast.sentence.to_string());
    assert_eq!(
        toast.as_deref(),
        Some("“\u{2068}TikTok وخصوصية الطلاب\u{2069}” is no longer in the list; its text and answers are kept.")
    );
}
