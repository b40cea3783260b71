//! What opens below a button, and closes with the Escape key.

use crate::ui::kit::{
    dom,
    tag::{Tag, classed, div, tag},
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};
use yew::virtual_dom::ListenerKind;

/// A button with these words, and what opens below it.
pub fn folded(id: &'static str, words: String, panel: Tag) -> Tag {
    let escaped = Rc::new(move |event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == "Escape") else { return };
        if let Some(details) = dom::closest(event, "details") {
            // What is open inside of another closes first.
            event.stop_propagation();
            fold(&details);
        }
    });
    // Of those that share a name one is open at a time: they would lie over one another.
    classed("details", "people")
        .set("name", "folded")
        .on(ListenerKind::onkeydown, escaped)
        .kid(classed("summary", "btn btn-line").set("id", id).kid(tag("span").verbatim().saying(words)))
        .kid(div("people-panel").kid(panel))
}

/// Closes what is open around an event's place, where it was opened.
pub fn fold(details: &web_sys::Element) {
    let _ = details.remove_attribute("open");
    let summary = details.query_selector("summary").ok().flatten();
    if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
        let _ = summary.focus();
    }
}
