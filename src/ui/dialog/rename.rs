//! A name that is changed in its place.

use super::around::{Around, Note};
use crate::{
    strings::dialog as strings,
    ui::kit::{
        dom, field, icon,
        tag::{Tag, button, classed},
    },
};
use postil_app::files;
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The field, of which there is at most one.
pub const FIELD: &str = "form[data-rename] input";

/// What a new name means: the row it is for, and the name.
pub type Naming = fn(Arc<str>, Arc<str>) -> files::Msg;

/// A field with the name, ready to be typed over: Enter keeps what is typed, Esc gives it up. The dialog moves the focus
/// into it.
pub fn rename(around: &Around<'_>, row: &Arc<str>, label: String, name: &Arc<str>, msg: Naming) -> Tag {
    let submitted = {
        let (desk, link, row) = (around.desk.clone(), around.notes.clone(), Arc::clone(row));
        Rc::new(move |event: Event| {
            event.prevent_default();
            if let Some(name) = written(&event) {
                desk.send(msg(Arc::clone(&row), name));
            }
            link.emit(Note::Renamed);
        })
    };
    let link = around.notes.clone();
    let pressed = Rc::new(move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.key() == "Escape" && !event.is_composing() {
            // The dialog around stays open.
            event.prevent_default();
            event.stop_propagation();
            link.emit(Note::Renamed);
        }
    });
    let field = field::draft(name)
        .made("aria-label", label)
        .set("autocomplete", "off")
        .set("dir", "auto")
        .on(ListenerKind::onkeydown, pressed);
    classed("form", "adder")
        .set("data-rename", "")
        .on(ListenerKind::onsubmit, submitted)
        .kid(field)
        .kid(classed("button", "btn btn-line").set("type", "submit").text(strings::rename()))
}

/// The button that begins it.
pub fn pencil(around: &Around<'_>, row: &Arc<str>, name: &str) -> Tag {
    let (link, row) = (around.notes.clone(), Arc::clone(row));
    let begun = Rc::new(move |event: Event| {
        let button = dom::closest(&event, "button").and_then(|button| button.dyn_into::<HtmlElement>().ok());
        if let Some(button) = button {
            link.emit(Note::Renaming(Arc::clone(&row), button));
        }
    });
    button("btn btn-icon btn-small")
        .made("aria-label", strings::rename_it(name))
        .set("title", strings::rename())
        .click(begun)
        .kid(icon("edit"))
}

/// What is written in the field of a form.
pub fn written(event: &Event) -> Option<Arc<str>> {
    let input = dom::target(event)?.query_selector("input").ok()??;
    input.dyn_into::<HtmlInputElement>().ok().map(|input| input.value().into())
}
