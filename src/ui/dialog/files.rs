//! A field that takes files: chosen, or dropped on it.

use super::around::{Around, Note};
use crate::ui::{
    desk::{Intake, listed},
    kit::{
        dom,
        tag::{Tag, classed, div, input, tag},
    },
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{FileList, HtmlInputElement, Node};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// A file field.
pub struct Files {
    /// Its label.
    pub label: &'static str,
    /// The id of the input.
    pub id: &'static str,
    /// What the files are for.
    pub intake: Intake,
    /// Which files the browser offers.
    pub accept: &'static str,
    /// True when several can be chosen at once.
    pub multiple: bool,
    /// The id of the hint.
    pub hint_id: &'static str,
    /// A hint below the field.
    pub hint: &'static str,
}

/// A real file input in a zone that also takes dropped files. New files make an undone import old.
pub fn files(around: &Around<'_>, field: &Files) -> Tag {
    let intake = field.intake;
    let given: Rc<dyn Fn(FileList)> = {
        let (desk, link) = (around.desk.clone(), around.notes.clone());
        Rc::new(move |list| {
            link.emit(Note::TakenBack(false));
            desk.files.emit((intake, listed(&list)));
        })
    };
    let chosen = {
        let given = Rc::clone(&given);
        Rc::new(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                given(list);
                // So that the same file can be chosen again.
                input.set_value("");
            }
        })
    };
    let dropped = Rc::new(move |event: Event| {
        mark(&event, false);
        let Some(drag) = event.dyn_ref::<DragEvent>().filter(|drag| super::drop::holds_files(drag)) else { return };
        event.prevent_default();
        if let Some(list) = drag.data_transfer().and_then(|data| data.files()).filter(|list| list.length() > 0) {
            given(list);
        }
    });
    let Files { label, id, accept, multiple, hint_id, hint, .. } = *field;
    let chooser = input("file")
        .set("id", id)
        .set("accept", accept)
        .flag("multiple", multiple)
        .set("aria-describedby", hint_id)
        .on(ListenerKind::onchange, chosen);
    div("dropzone")
        .on(ListenerKind::ondragover, Rc::new(|event| over(&event)))
        .on(ListenerKind::ondragleave, Rc::new(|event| left(&event)))
        .on(ListenerKind::ondrop, dropped)
        .kid(tag("label").set("for", id).text(label))
        .kid(chooser)
        .kid(classed("p", "hint").set("id", hint_id).text(hint))
}

fn over(event: &Event) {
    if event.dyn_ref::<DragEvent>().is_some_and(super::drop::holds_files) {
        event.prevent_default();
        mark(event, true);
    }
}

fn left(event: &Event) {
    let next = event.dyn_ref::<DragEvent>().and_then(|drag| drag.related_target()?.dyn_into::<Node>().ok());
    if !dom::closest(event, ZONE).is_some_and(|zone| next.is_some() && zone.contains(next.as_ref())) {
        mark(event, false);
    }
}

const ZONE: &str = ".dropzone";

/// Shows that files are being dragged over the zone. The attribute is never drawn, only set here.
fn mark(event: &Event, over: bool) {
    if let Some(zone) = dom::closest(event, ZONE) {
        let _ = zone.toggle_attribute_with_force("data-over", over);
    }
}
