//! The dialog "Storage in this browser": what takes room here, and how to remove it.

use crate::{
    strings::dialog::{done, room as strings, storage_here},
    ui::{
        desk::{Desk, sends},
        dialog::frame::{Frame, PLAIN, closing},
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::files::{
    self,
    view::{RoomRow, RoomView},
};
use postil_core::base::{id::ArticleId, script::isolated};

/// The dialog.
pub fn room(desk: &Desk, view: &RoomView) -> Frame {
    let list =
        classed("ul", "list room").label(strings::storage_used()).all(view.rows.iter().map(|row| item(desk, row)));
    let body = vec![tag("p").verbatim().words(&view.used), tag("p").text(strings::about()), list];
    let foot = vec![closing(desk, "btn btn-primary", done())];
    Frame { name: storage_here(), id: "room", title: "room-title", class: PLAIN, foot, body }
}

/// Where the focus goes when a question has come or gone, with the button that had it: to the answer that changes nothing,
/// back to the button that asked or, when its row is gone too, to the heading.
pub fn focus(now: &RoomView, before: &RoomView) -> Option<String> {
    let asked = |view: &RoomView| view.rows.iter().find(|row| row.asked).map(|row| row.id.clone());
    let (is, was) = (asked(now), asked(before));
    let id = if is == was { None } else { is.as_ref().or(was.as_ref()) }?;
    let Some(at) = now.rows.iter().position(|row| row.id == *id) else { return Some("h2".to_owned()) };
    Some(["li:nth-child(", &*(at + 1).to_string(), ") .btn-line:not([hidden])"].concat())
}

fn item(desk: &Desk, row: &RoomRow) -> Tag {
    let title = isolated(&row.title);
    let line = |class, msg| button(class).click(sends(desk, msg));
    let asks = |id: Option<&ArticleId>| files::Msg::RemovalAsked(id.cloned());
    let remove = line("btn btn-line btn-small", asks(Some(&row.id)))
        .made("aria-label", strings::remove_from_browser(&title))
        .hidden(row.asked)
        .text(strings::remove());
    let sure = line("btn btn-primary btn-small", files::Msg::RemovalConfirmed(row.id.clone()))
        .hidden(!row.asked)
        .text(strings::download_and_remove());
    let keep = line("btn btn-line btn-small", asks(None)).hidden(!row.asked).text(strings::keep());
    let words = tag("div")
        .kid(tag("strong").verbatim().set("dir", "auto").words(&row.title))
        .kid(span("hint").verbatim().words(&row.size));
    tag("li").key(row.id.as_str()).kid(words).kid(div("actions").kid(remove).kid(sure).kid(keep))
}
