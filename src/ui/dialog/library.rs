//! The articles that are kept in this browser.

use super::around::{Around, Note};
use crate::{
    strings::dialog::{open as strings, storage_here},
    ui::{
        desk::sends,
        dialog::{
            frame::detail,
            language::{language, value},
            preview::DIRECTIONS,
            rename::{pencil, rename},
        },
        kit::{
            choice::choice,
            icon,
            tag::{Tag, button, classed, div, tag, together},
        },
    },
};
use postil_app::{
    files::{self, view::LibraryRow},
    msg::Msg,
    screen::DialogKind,
};
use postil_core::{
    article::masthead::{DIRECTION, LANGUAGE},
    base::{id::ArticleId, script::isolated},
};
use std::{rc::Rc, sync::Arc};
use yew::prelude::*;

/// The list, which has the focus when nothing else can.
pub const LIST: &str = ".library";
/// The way back for the article just removed from the list.
pub const RESTORE: &str = "[data-restore]";

/// The articles, in the order they are shown in, and the way back for the one just removed.
pub fn library(around: &Around<'_>, rows: &[LibraryRow]) -> Html {
    let (mut sentence, mut restore) = (String::new(), button("btn btn-line btn-small").set("data-restore", ""));
    if let Some((id, title)) = &around.own.deleted {
        sentence = strings::is_removed(&isolated(title));
        restore = restore.click(around.sends(files::Msg::LibraryRestored(id.clone()), Note::Deleted(None)));
    }
    let banner = div("banner")
        .set("role", "status")
        .hidden(around.own.deleted.is_none())
        .kid(tag("p").verbatim().saying(sentence))
        .kid(div("actions").kid(restore.text(strings::bring_back())));
    let list = classed("ul", "list library")
        .set("tabindex", "-1")
        .label(strings::your_articles())
        .all(rows.iter().map(|row| item(around, row)));
    let room = button("btn btn-line btn-small")
        .click(sends(around.desk, Msg::DialogOpened(DialogKind::Room)))
        .text(storage_here());
    together(vec![banner, list, div("actions").kid(room)])
}

/// One article: a button that opens it, and what else can be done.
fn item(around: &Around<'_>, row: &LibraryRow) -> Tag {
    let (id, title) = (&row.id, &row.title);
    let renaming = around.own.renaming.as_ref() == Some(id.shared());
    let main = if renaming {
        let titled = rename(around, id.shared(), strings::new_title_of(title), title, |id, title| {
            files::Msg::LibraryRenamed(id.into(), title)
        });
        tag("div").kid(titled).all(row.script.iter().map(|script| described(around, id, script)))
    } else {
        let open = button("title")
            .verbatim()
            .set("dir", row.way)
            .click(sends(around.desk, files::Msg::LibraryOpened(id.clone())))
            .words(title);
        tag("div").kid(open).kid(detail(&row.detail, strings::open_now(), row.open))
    };
    let deleted = Note::Deleted(Some((id.clone(), Arc::clone(title))));
    let delete = button("btn btn-icon btn-small")
        .made("aria-label", strings::remove_it_from_list(title))
        .set("title", strings::remove_from_list())
        .click(around.sends(files::Msg::LibraryDeleted(id.clone()), deleted))
        .kid(icon("delete"));
    tag("li")
        .key(id.as_str())
        .when("aria-current", row.open)
        .kid(main)
        .kid(div("actions").hidden(row.sample || renaming).kid(pencil(around, id.shared(), title)).kid(delete))
}

/// The language and the direction of the text that is open.
fn described(around: &Around<'_>, id: &ArticleId, (spoken, way): &(Arc<str>, &'static str)) -> Tag {
    let says = |name| {
        let id = id.clone();
        move |value: Arc<str>| files::Msg::ArticleDescribed(id.clone(), name, value)
    };
    let (directed, spoke, desk) = (says(DIRECTION), says(LANGUAGE), around.desk.clone());
    let chosen = Rc::new(move |event: Event| {
        if let Some(value) = value(&event) {
            desk.send(spoke(value));
        }
    });
    let turned = |word: &'static str| directed(word.into()).into();
    let direction = choice(around.desk, strings::direction(), "direction", DIRECTIONS, way, turned);
    div("look").kid(language(spoken, chosen)).kid(direction)
}
