//! Radios that can be taken back: a click on the chosen one, or Space on it, says it again.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::kit::dom;

/// Listeners for the element around a group's radios; `choose` is given the radio that was meant.
///
/// Clicks, not changes: arrow keys click too, and a chosen radio does not change by a click.
#[hook]
pub fn use_radios(choose: &Callback<HtmlInputElement>) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let clicked = use_callback(choose.clone(), |event: MouseEvent, choose: &Callback<HtmlInputElement>| {
        if let Some(radio) = dom::input(&event, "input[type=radio]") {
            choose.emit(radio);
        }
    });
    let pressed = use_callback(choose.clone(), |event: KeyboardEvent, choose: &Callback<HtmlInputElement>| {
        if let Some(radio) = dom::taken_back(&event) {
            choose.emit(radio);
        }
    });
    (clicked, pressed)
}
