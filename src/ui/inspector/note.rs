//! The note: a text field that keeps its own words while somebody writes.
//!
//! It starts with the stored text, follows it while the focus is elsewhere, and is made anew for another paragraph,
//! annotator or article (its key is the note's). It is kept while it is written, so there is nothing to press.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::Desk,
        inspector::own::Own,
        kit::{
            field,
            kbd::{kbd, shortcut},
            tag::{Tag, classed, div, input, tag},
        },
    },
};
use postil_app::read::{self, view::inspector::InspectorView};
use std::rc::Rc;
use web_sys::HtmlTextAreaElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The id of the field.
pub const FIELD: &str = "note";

/// The name of the box that keeps it from others.
pub const PRIVATE: &str = "note-private";

/// The note.
pub fn note(desk: &Desk, view: &InspectorView, place: &NodeRef, own: &Callback<Own>) -> Tag {
    let typed = {
        let desk = desk.clone();
        Rc::new(move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                desk.send(read::Msg::NoteTyped(field.value().into()));
            }
        })
    };
    let left = {
        let (desk, own) = (desk.clone(), own.clone());
        Rc::new(move |_| {
            desk.send(read::Msg::NoteKept(false));
            own.emit(Own::Redraw("".into()));
        })
    };
    let words = field::lines(&view.note.text)
        .set("id", FIELD)
        .at(place)
        .maybe("aria-keyshortcuts", shortcut(&view.note_key))
        .set("rows", "3")
        .set("placeholder", strings::what_made_you_decide())
        .flag("readonly", view.read_only)
        .on(ListenerKind::oninput, typed)
        .on(ListenerKind::onblur, left);
    let private = input("checkbox").set("name", PRIVATE).checked(view.note.private).flag("disabled", view.read_only);
    let private = classed("label", "tick")
        .set("title", strings::about_private())
        .kid(private)
        .kid(tag("span").text(strings::private()));
    div("note-field")
        .key(&view.note.key)
        .kid(
            div("note-head")
                .kid(classed("label", "label").set("for", FIELD).text(strings::note()))
                .kid(kbd(&view.note_key)),
        )
        .kid(words)
        .kid(private)
}
