//! Lists in dialogs: whoever is in one of their rows is not moved.

use super::*;
use crate::{
    files::{self, view::DialogView},
    screen::DialogKind,
};

fn library(tab: &Tab) -> Vec<String> {
    let Some(DialogView::Open(view)) = &tab.model.view.dialog else { panic!("the library is open") };
    view.library.iter().map(|row| row.title.to_string()).collect()
}

fn people(tab: &Tab) -> Vec<String> {
    let Some(DialogView::Annotators(view)) = &tab.model.view.dialog else { panic!("the dialog is open") };
    view.here.iter().map(|row| row.name.to_string()).collect()
}

#[test]
fn articles_stay_where_they_are_while_the_library_is_open() {
    let mut tab = Browser::new().open();
    for title in ["One", "Two", "Three"] {
        tab.send(files::Msg::ArticlePasted(
            format!("{title}\n\nThe first paragraph of {title}.\n\nThe second paragraph of {title}.").into(),
        ));
        tab.send(files::Msg::PreviewOpened);
    }
    tab.send(Msg::DialogOpened(DialogKind::Open));
    assert_eq!(library(&tab), ["Three", "Two", "One", "Whose shared future?"], "latest first");
    let Some(DialogView::Open(view)) = &tab.model.view.dialog else { panic!("the library is open") };
    let one = view.library[2].id.clone();
    tab.send(files::Msg::LibraryRenamed(one, "One, renamed".into()));
    assert_eq!(library(&tab), ["Three", "Two", "One, renamed", "Whose shared future?"]);
    tab.send(Msg::DialogClosed);
    tab.send(Msg::DialogOpened(DialogKind::Open));
    assert_eq!(library(&tab), ["One, renamed", "Three", "Two", "Whose shared future?"]);
}

#[test]
fn annotators_stay_where_they_are_while_their_list_is_open() {
    let mut tab = Browser::new().open();
    tab.press("s");
    for name in ["Ben", "Ada"] {
        tab.send(files::Msg::AnnotatorAdded(name.into()));
        tab.press("s");
    }
    tab.send(Msg::DialogOpened(DialogKind::Annotators));
    assert_eq!(people(&tab), ["Ada", "Ben", "Reader 1"]);
    let ada = tab.model.shared.annotator.clone();
    tab.send(files::Msg::AnnotatorRenamed(ada, "Zoe".into()));
    assert_eq!(people(&tab), ["Zoe", "Ben", "Reader 1"]);
    tab.send(Msg::DialogClosed);
    tab.send(Msg::DialogOpened(DialogKind::Annotators));
    assert_eq!(people(&tab), ["Ben", "Reader 1", "Zoe"]);
}
