//! A field of the codebook, with its name.

use crate::ui::{
    class::desk::{Desk, sends, tells},
    kit::{
        field::{line, lines},
        tag::{Tag, classed, span},
    },
};
use postil_app::codebook::{msg::Msg, view::FieldView};
use postil_core::base::id::ThemeId;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::virtual_dom::ListenerKind;

/// The names of themes.
pub(super) type Names = Arc<[(ThemeId, Arc<str>)]>;

/// What kind of field.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// One line.
    Line,
    /// As many lines as it takes.
    Lines,
    /// One key.
    Key,
}

/// A field under its name.
pub(super) fn field(desk: &Desk, name: &'static str, view: &FieldView, kind: Kind, locked: bool) -> Tag {
    classed("label", "field").kid(span("label").text(name)).kid(bare(desk, view, kind, locked))
}

/// A field whose name only screen readers hear.
pub(super) fn named(desk: &Desk, name: &'static str, view: &FieldView, kind: Kind, locked: bool) -> Tag {
    bare(desk, view, kind, locked).label(name)
}

fn bare(desk: &Desk, view: &FieldView, kind: Kind, locked: bool) -> Tag {
    let (item, name) = (view.item.clone(), view.field);
    let typed = tells(desk, move |event| {
        // A text area is no input, but its words are reached by the same name.
        let field: HtmlInputElement = event.target()?.unchecked_into();
        Some(Msg::Typed(item.clone(), name, field.value().into()))
    });
    let made = match kind {
        Kind::Line => line("text", &view.text),
        Kind::Lines => lines(&view.text).set("rows", "1"),
        Kind::Key => line("text", &view.text).set("maxlength", "1").set("class", "key").set("autocapitalize", "off"),
    };
    made.put("id", &view.id)
        .put("placeholder", &view.hint)
        .set("dir", "auto")
        .set("autocomplete", "off")
        .flag("readonly", locked)
        .on(ListenerKind::oninput, typed)
        .on(ListenerKind::onblur, sends(desk, Msg::Left))
}
