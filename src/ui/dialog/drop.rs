//! Files dropped anywhere on the page.

use crate::{
    strings::page as strings,
    ui::{
        desk::{Desk, Intake, listed},
        kit::{
            icon,
            tag::{Tag, div, tag},
        },
    },
};
use gloo::events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

/// The id of the place.
const PLACE: &str = "drop";

/// Shows the place while files are dragged over the page, and takes them, as long as `enabled`: while a dialog is open its
/// own field takes files. A drop that nobody takes is refused rather than left to the browser, which would leave the page
/// to show the file.
pub fn listen(desk: &Desk, enabled: impl Fn() -> bool + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let options = EventListenerOptions::enable_prevent_default();
    let enabled = Rc::new(enabled);
    let (here, desk) = (Rc::clone(&enabled), desk.clone());
    vec![
        EventListener::new_with_options(&window, "dragover", options, move |event| {
            let Some(event) = free_drag(event) else { return };
            event.prevent_default();
            let enabled = enabled();
            if let Some(data) = event.data_transfer() {
                data.set_drop_effect(if enabled { "copy" } else { "none" });
            }
            mark(enabled);
        }),
        EventListener::new(&window, "dragleave", move |event| {
            // Nothing comes next: the files have left the window.
            if event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none()) {
                mark(false);
            }
        }),
        EventListener::new_with_options(&window, "drop", options, move |event| {
            mark(false);
            let Some(event) = free_drag(event) else { return };
            event.prevent_default();
            let list = event.data_transfer().and_then(|data| data.files());
            if let Some(list) = list.filter(|list| here() && list.length() > 0) {
                desk.files.emit((Intake::Dropped, listed(&list)));
            }
        }),
    ]
}

/// The place, which only these listeners show.
pub fn target() -> Tag {
    div("drop")
        .set("id", PLACE)
        .unheard()
        .kid(icon("in"))
        .kid(tag("strong").text(strings::drop_file()))
        .kid(tag("span").text(strings::drop_about()))
}

fn mark(over: bool) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(place) = document.and_then(|document| document.get_element_by_id(PLACE)) {
        let _ = place.toggle_attribute_with_force("data-over", over);
    }
}

/// The drag, when it carries files and no field has taken it already.
fn free_drag(event: &Event) -> Option<&DragEvent> {
    event.dyn_ref::<DragEvent>().filter(|drag| !drag.default_prevented() && holds_files(drag))
}

/// True when files are being dragged, rather than words or a link.
pub fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}
