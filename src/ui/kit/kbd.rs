//! The key of a control: seen beside it, and said by screen readers.

use std::rc::Rc;

use yew::prelude::*;

/// A key hint, for eyes only: [`shortcut`] is for ears. Nothing is shown when it is empty.
pub fn kbd(text: Rc<str>) -> Html {
    html! { <kbd aria-hidden="true" translate="no" hidden={text.is_empty()}>{ text }</kbd> }
}

/// A key as people see it, as the value of `aria-keyshortcuts`.
#[must_use]
pub fn shortcut(text: &str) -> Option<AttrValue> {
    let plain = text.replace("Ctrl+", "Control+").replace('⌘', "Meta+").replace('⇧', "Shift+");
    (!plain.is_empty()).then(|| plain.into())
}

/// A tooltip: what the control does and, when it has one, its key.
#[must_use]
pub fn tip(what: &str, key: &str) -> AttrValue {
    if key.is_empty() { what.to_owned().into() } else { format!("{what} ({key})").into() }
}
