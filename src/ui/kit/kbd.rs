//! The key of a control: seen beside it, and said by screen readers.

use crate::{
    strings::page as strings,
    ui::kit::tag::{Tag, tag},
};
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
    if key.is_empty() { what.to_owned() } else { strings::with_key(what, key) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::kit::drawn::drawn;

    #[test]
    fn a_key_is_for_eyes_and_nothing_is_shown_of_none() {
        let seen = "<kbd aria-hidden=\"true\" translate=\"no\">S</kbd>";
        assert_eq!(drawn(&kbd(&"S".into()).html()), seen);
        let none = "<kbd aria-hidden=\"true\" hidden=\"hidden\" translate=\"no\"></kbd>";
        assert_eq!(drawn(&kbd(&"".into()).html()), none);
    }

    #[test]
    fn screen_readers_are_told_keys_by_their_names() {
        let said =
            ["S", "Ctrl+Z", "⌘Z", "⇧⌘Z"].map(|key| shortcut(key).map(|value| value.to_string()).unwrap_or_default());
        assert_eq!(said, ["S", "Control+Z", "Meta+Z", "Shift+Meta+Z"]);
        assert_eq!(shortcut(""), None);
    }

    #[test]
    fn a_tooltip_names_the_key_where_there_is_one() {
        assert_eq!((tip("Undo", "Ctrl+Z"), tip("Undo", "")), ("Undo (Ctrl+Z)".to_owned(), "Undo".to_owned()));
    }
}
