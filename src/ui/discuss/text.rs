//! The paragraph that is discussed, in a box of its own: a long one scrolls there, and the page stays.

use crate::{
    strings::discuss as strings,
    ui::kit::{
        dom,
        tag::{Tag, classed},
    },
};
use postil_app::discuss::view::DiscussView;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};
use yew::virtual_dom::ListenerKind;

/// The paragraph.
pub(super) fn text(view: &DiscussView) -> Tag {
    let text = classed("blockquote", "discuss-text")
        .put("lang", &view.lang)
        .set("dir", view.dir)
        .set("data-length", length(&view.text))
        .verbatim()
        .words(&view.text);
    classed("section", "discuss-box")
        .key(&view.label)
        .made("aria-label", strings::text_of(&view.label))
        .set("tabindex", "0")
        .on(ListenerKind::onkeydown, Rc::new(|event| scrolls(&event)))
        .kid(text)
}

/// What everybody does in the first step.
pub(super) fn alone() -> Tag {
    classed("p", "discuss-alone").text(strings::read_alone())
}

/// Where there is more text than room, the keys that scroll it turn no page.
fn scrolls(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else { return };
    let Some(place) = dom::closest(event, ".discuss-box") else { return };
    if matches!(&*key, "ArrowDown" | "ArrowUp" | " ") && place.scroll_height() > place.client_height() {
        event.stop_propagation();
    }
}

/// Long paragraphs are set smaller, so that they fit.
fn length(text: &str) -> &'static str {
    match text.chars().count() {
        0..=280 => "short",
        281..=560 => "middle",
        561..=1000 => "long",
        _ => "longest",
    }
}
