//! What components ask of the page itself.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Node};

/// The element that an event began at.
#[must_use]
pub fn target(event: &Event) -> Option<Element> {
    let target = event.target()?;
    match target.dyn_into::<Element>() {
        Ok(element) => Some(element),
        // A text node has no `closest`.
        Err(other) => other.dyn_into::<Node>().ok()?.parent_element(),
    }
}

/// The nearest element, from where an event began upwards, that fits the selector.
#[must_use]
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok().flatten()
}

/// The input that an event began at, when it fits the selector. A label's own click is not its input's.
#[must_use]
pub fn input(event: &Event, selector: &str) -> Option<HtmlInputElement> {
    let element = target(event)?;
    element.matches(selector).ok()?.then(|| element.dyn_into().ok())?
}

/// The radio that Space was pressed on, when it is chosen already. Browsers then do nothing by themselves, and a click on
/// it takes the choice back, so Space does so too.
#[must_use]
pub fn taken_back(event: &KeyboardEvent) -> Option<HtmlInputElement> {
    let radio = input(event, "input[type=radio]:checked").filter(|_| event.key() == " " && !event.repeat())?;
    event.prevent_default();
    Some(radio)
}

/// True while this element has the focus.
#[must_use]
pub fn has_focus(element: &Element) -> bool {
    let active = element.owner_document().and_then(|d| d.active_element());
    active.is_some_and(|active| active == *element)
}

/// Closes a popover; one that is closed, or a browser that has none, is left alone.
pub fn close_popover(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.hide_popover();
    }
}

/// Goes to another screen, as a link does.
pub fn go(route: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(route);
    }
}
