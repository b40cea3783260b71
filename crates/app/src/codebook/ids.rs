//! The ids of elements to which the focus is moved.

use super::msg::Picking;
use postil_core::{base::id::ThemeId, codebook::book::Item};
use std::sync::Arc;

/// The element's id of a field.
#[must_use]
pub(super) fn field_id(item: &Item, name: &str) -> Arc<str> {
    let of = match item {
        Item::Book => String::new(),
        Item::Question(id) => id.to_string(),
        Item::Option(question, id) => [question.as_str(), "-", id.as_str()].concat(),
        Item::Theme(id) => id.to_string(),
    };
    let kind = match item {
        Item::Book => "book",
        Item::Question(_) => "question",
        Item::Option(..) => "option",
        Item::Theme(_) => "theme",
    };
    [kind, "-", &of, "-", name].concat().into()
}

/// The element's id of where one says what a theme goes into.
#[must_use]
pub(super) fn merge_id(theme: &ThemeId) -> Arc<str> {
    field_id(&Item::Theme(theme.clone()), "merge")
}

/// The element's id of where one says what a theme falls into.
#[must_use]
pub(super) fn split_id(theme: &ThemeId) -> Arc<str> {
    field_id(&Item::Theme(theme.clone()), "split")
}

/// The element's id of the button with which one begins to say either.
#[must_use]
pub fn begin_id(picking: &Picking) -> Arc<str> {
    let (theme, name) = match picking {
        Picking::Merge(theme) => (theme, "merge-into"),
        Picking::Split(theme) => (theme, "split-into"),
    };
    field_id(&Item::Theme(theme.clone()), name)
}

/// The element's id of the card of something.
#[must_use]
pub fn card_id(item: &Item) -> Arc<str> {
    field_id(item, "card")
}
