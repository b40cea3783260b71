//! Key presses as the app understands them.

use postil_app::keymap::{KeyPress, Place};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, KeyboardEvent};

/// What was pressed, and where; `None` for what is none of our business: a key held with Alt, a composition, or one that
/// a control has already used.
pub fn read(event: &KeyboardEvent, mac: bool) -> Option<KeyPress> {
    if event.default_prevented() || event.is_composing() || (event.alt_key() && !event.get_modifier_state("AltGraph")) {
        return None;
    }
    let command = if mac { event.meta_key() } else { event.ctrl_key() };
    if (event.meta_key() || event.ctrl_key()) && !command {
        return None;
    }
    Some(KeyPress {
        key: event.key().into(),
        code: event.code().into(),
        command: command && !event.get_modifier_state("AltGraph"),
        shift: event.shift_key() || is_capital(event),
        place: place(event),
    })
}

/// True for a capital that Caps Lock did not make: on-screen keyboards send it without Shift.
fn is_capital(event: &KeyboardEvent) -> bool {
    let key = event.key();
    key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase()) && !event.get_modifier_state("CapsLock")
}

fn place(event: &KeyboardEvent) -> Place {
    let Some(target) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) else { return Place::Content };
    let within = |selector: &str| target.closest(selector).ok().flatten().is_some();
    // For a moment after it was closed, the focus is still in a dialog that is gone.
    if within("dialog[open], [popover]") {
        return Place::Dialog;
    }
    let kind = target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::type_);
    match (target.tag_name().to_ascii_lowercase().as_str(), kind.as_deref()) {
        ("textarea" | "select", _) => return Place::Text,
        ("input", Some("radio")) => return if within(".inspector") { Place::Radio } else { Place::Elsewhere },
        ("input", Some("checkbox")) => return if within(".inspector") { Place::Inspector } else { Place::Elsewhere },
        ("input", _) => return Place::Text,
        _ => {}
    }
    if within("[contenteditable]") {
        return Place::Text;
    }
    match target.tag_name().to_ascii_lowercase().as_str() {
        _ if within(".inspector") => Place::Inspector,
        _ if within(".read") => Place::Content,
        // A link has no use for the space bar.
        "a" if event.key() == " " => Place::Content,
        "a" | "button" | "summary" => Place::Button,
        // In a table that arrow keys move through, they have been used by now.
        _ => Place::Content,
    }
}
