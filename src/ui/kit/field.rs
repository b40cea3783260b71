//! Text fields, and the only place that writes into one.
//!
//! What stands in a field belongs to whoever is in it. Yew would write a value at every drawing, also at one that another
//! tab caused; so it never sets any. A field carries the words that are stored beside it, and the component around it lets
//! it follow them after each drawing: not while somebody is in it, and a draft not from its first letter on.

use crate::ui::kit::{
    dom,
    tag::{Tag, input, tag},
};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::NodeRef;

/// What is stored, for the field to follow.
const TEXT: &str = "data-text";
/// Marks a field whose words are sent with a button, and until then are nowhere else.
const DRAFT: &str = "data-draft";

/// A field whose words are nobody else's: there is nothing to follow.
#[must_use]
pub fn free(kind: &'static str) -> Tag {
    input(kind)
}

/// The same for several lines.
#[must_use]
pub fn free_lines() -> Tag {
    tag("textarea")
}

/// A field that sends what is typed as it is typed, and follows what is stored.
#[must_use]
pub fn line(kind: &'static str, text: &Arc<str>) -> Tag {
    free(kind).put(TEXT, text)
}

/// The same for several lines.
#[must_use]
pub fn lines(text: &Arc<str>) -> Tag {
    free_lines().put(TEXT, text)
}

/// A field that begins with what is stored and is sent with a button.
#[must_use]
pub fn draft(text: &Arc<str>) -> Tag {
    line("text", text).set(DRAFT, "")
}

/// Lets a field follow what is stored.
pub fn follow(field: &NodeRef) {
    if let Some(field) = field.cast::<Element>() {
        follow_text(&field);
    }
}

/// Lets all fields in an element follow.
pub fn follow_within(root: &Element) {
    let Ok(fields) = root.query_selector_all("[data-text]") else { return };
    for at in 0..fields.length() {
        if let Some(field) = fields.get(at).and_then(|field| field.dyn_into().ok()) {
            follow_text(&field);
        }
    }
}

fn follow_text(element: &Element) {
    let Some(text) = element.get_attribute(TEXT) else { return };
    let field = words_of(element);
    let value = field.value();
    if value == text || is_within(element) || element.has_attribute(DRAFT) && value != field.default_value() {
        return;
    }
    field.set_default_value(&text);
    field.set_value(&text);
}

/// True while somebody is in the field. One that was just hidden has the focus for a moment longer.
fn is_within(field: &Element) -> bool {
    dom::has_focus(field) && matches!(field.closest("[hidden]"), Ok(None))
}

/// Writes into a field what the person in it asked for: to empty it, or to have the old words back.
pub fn write(field: &Element, words: &str) {
    words_of(field).set_value(words);
}

/// A text area is no input, but its words are reached by the same names.
fn words_of(field: &Element) -> &HtmlInputElement {
    field.unchecked_ref()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::drawn::drawn;

    #[test]
    fn a_field_carries_what_is_stored_and_yew_is_told_no_value() {
        let text: Arc<str> = "what is stored".into();
        for (field, expected) in [
            (line("search", &text), "<input data-text=\"what is stored\" type=\"search\"></input>"),
            (lines(&text), "<textarea data-text=\"what is stored\"></textarea>"),
            (draft(&text), "<input data-draft=\"\" data-text=\"what is stored\" type=\"text\"></input>"),
            (free("text"), "<input type=\"text\"></input>"),
            (free_lines(), "<textarea></textarea>"),
        ] {
            let yew::Html::VTag(field) = field.html() else { panic!("an element") };
            assert_eq!((field.value(), &*drawn(&yew::Html::VTag(std::rc::Rc::clone(&field)))), (None, expected));
        }
    }
}
