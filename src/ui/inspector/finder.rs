//! Finds a theme by typing: the best match is marked, Enter switches it, Escape goes back to the article.

use crate::{
    strings::inspector as strings,
    ui::{
        inspector::own::Own,
        kit::{
            dom, field,
            kbd::{kbd, shortcut},
            tag::{Tag, div, span},
        },
    },
};
use std::{rc::Rc, sync::Arc};
use yew::{Callback, virtual_dom::ListenerKind};

/// The id of the field.
pub const FIELD: &str = "find-theme";

/// The field that finds a theme, and the key that goes to it.
pub fn finder(key: &Arc<str>, own: &Callback<Own>) -> Tag {
    let own = own.clone();
    let typed = Rc::new(move |event| {
        if let Some(field) = dom::input(&event, "input") {
            own.emit(Own::Finding(field.value().trim().into()));
        }
    });
    let field = field::free("text")
        .set("id", FIELD)
        .label(strings::find_theme())
        .maybe("aria-keyshortcuts", shortcut(key))
        .set("aria-describedby", "find-theme-hint")
        .set("placeholder", strings::find_theme())
        .set("autocomplete", "off")
        .on(ListenerKind::oninput, typed);
    let hint = strings::about_finder();
    div("finder").kid(field).kid(kbd(key)).kid(span("vh").set("id", "find-theme-hint").text(hint))
}
