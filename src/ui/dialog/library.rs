//! The articles that are kept in this browser.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    Around, Note,
    rename::{pencil, rename},
};
use crate::{
    app::{msg::Msg, view::dialog::LibraryRow},
    ui::{desk::sends, kit::icon},
};

/// The list, which has the focus when nothing else can.
pub const LIST: &str = ".library";
/// The way back for the article just deleted.
pub const RESTORE: &str = "[data-restore]";

/// The articles, in the order they are shown in, and the way back for the one just deleted.
pub fn library(around: &Around<'_>, rows: &[LibraryRow]) -> Html {
    let deleted = around.own.deleted.as_ref();
    let onrestore = {
        let (desk, id) = (around.desk.clone(), deleted.map(|(id, _)| Rc::clone(id)));
        around.link.callback(move |_: MouseEvent| {
            if let Some(id) = &id {
                desk.send(Msg::LibraryRestored(Rc::clone(id)));
            }
            Note::Deleted(None)
        })
    };
    let sentence = deleted.map(|(_, title)| ["“", title, "” is deleted."].concat());
    html! {
        <>
            <div class="banner" role="status" hidden={deleted.is_none()}>
                <p translate="no">{ sentence.unwrap_or_default() }</p>
                <div class="actions">
                    <button data-restore="" class="btn btn-line btn-small" type="button" onclick={onrestore}>
                        {"Put it back"}
                    </button>
                </div>
            </div>
            <ul class="list library" tabindex="-1" aria-label="Your articles">
                for row in rows {
                    { item(around, row) }
                }
            </ul>
        </>
    }
}

/// One article: a button that opens it, and what else can be done.
fn item(around: &Around<'_>, row: &LibraryRow) -> Html {
    let desk = around.desk;
    let renaming = around.own.renaming.as_ref() == Some(&row.id);
    let ondelete = {
        let (desk, id, title) = (desk.clone(), Rc::clone(&row.id), Rc::clone(&row.title));
        around.link.callback(move |_: MouseEvent| {
            desk.send(Msg::LibraryDeleted(Rc::clone(&id)));
            Note::Deleted(Some((Rc::clone(&id), Rc::clone(&title))))
        })
    };
    let main = if renaming {
        let id = Rc::clone(&row.id);
        let msg = move |title| Msg::LibraryRenamed(Rc::clone(&id), title);
        rename(around, ["New title of ", &row.title].concat(), &row.title, msg)
    } else {
        let onopen = sends(desk, Msg::LibraryOpened(Rc::clone(&row.id)));
        html! {
            <>
                <button class="title" type="button" translate="no" dir="auto" onclick={onopen}>{ Rc::clone(&row.title) }</button>
                <span class="hint">
                    <span translate="no">{ Rc::clone(&row.detail) }</span>
                    <span hidden={!row.open}>{" · open now"}</span>
                </span>
            </>
        }
    };
    html! {
        <li key={Rc::clone(&row.id)} aria-current={row.open.then_some("true")}>
            <div>{ main }</div>
            <div class="actions" hidden={row.sample || renaming}>
                { pencil(around, Rc::clone(&row.id), &row.title) }
                <button
                    class="btn btn-icon btn-small"
                    type="button"
                    aria-label={["Delete ", &row.title].concat()}
                    title="Delete"
                    onclick={ondelete}
                >
                    { icon("delete") }
                </button>
            </div>
        </li>
    }
}
