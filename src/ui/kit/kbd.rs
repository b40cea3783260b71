//! The key of a control: seen beside it, and said by screen readers.

use crate::ui::kit::tag::{Tag, tag};
use std::sync::Arc;
use yew::AttrValue;

/// A key hint, for eyes only: [`shortcut`] is for ears. Nothing is shown when it is empty.
pub fn kbd(text: &Arc<str>) -> Tag {
    tag("kbd").unheard().verbatim().hidden(text.is_empty()).words(text)
}

/// A key as people see it, as the value of `aria-keyshortcuts`.
#[must_use]
pub fn shortcut(text: &str) -> Option<AttrValue> {
    let plain = text.replace("Ctrl+", "Control+").replace('⌘', "Meta+").replace('⇧', "Shift+");
    (!plain.is_empty()).then(|| plain.into())
}

/// A tooltip: what the control does and, when it has one, its key.
#[must_use]
pub fn tip(what: &str, key: &str) -> String {
    if key.is_empty() { what.to_owned() } else { [what, " (", key, ")"].concat() }
}
