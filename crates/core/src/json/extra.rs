//! Fields of a file that this version does not know. They are kept and written back.
//!
//! An unknown field inside a register (a stance with a reason, say) belongs to one written value, so it is kept in the
//! record under a name made of the place, the id and the stamp of that value: see `bound`. A later value of the same
//! register does not inherit it, and merging needs no rule of its own.

use super::{
    tree::{Json, Object},
    writer::Writer,
};
use crate::base::map::Map;
use std::{borrow::Cow, fmt, sync::Arc};

/// Unknown fields by name.
pub type Extra = Map<Arc<str>, Json<'static>>;

/// Joins unknown fields. Where both sides have one, the greater text wins: any fixed rule keeps merging independent of
/// order. True when something changed.
pub(crate) fn join(here: &mut Extra, other: &Extra) -> bool {
    here.merge(other, |place, value| {
        // Texts, not values: 0.0 and -0.0 are equal and written differently.
        let greater = text(value) > text(place);
        if greater {
            *place = value.clone();
        }
        greater
    })
}

/// Roughly how many bytes they take when they are stored.
#[must_use]
pub(crate) fn size(extra: &Extra) -> usize {
    extra.values().map(|value| text(value).len() + 50).sum()
}

/// A value as JSON on one line.
fn text(value: &Json<'_>) -> String {
    let mut writer = Writer::compact();
    writer.value(value);
    writer.finish()
}

/// The places inside a record that can have unknown fields of their own.
const PLACES: [&str; 6] = ["stances", "themes", "none_applies", "note", "evidence", "span"];

/// The name under which a record keeps the unknown fields of one value in it. Ids hold no spaces, so names are unique.
#[must_use]
pub(crate) fn bound(place: &str, id: &str, stamp: &dyn fmt::Display) -> String {
    format!("{place} {id} {stamp}")
}

/// True for the names that [`bound`] makes.
#[must_use]
pub(crate) fn is_bound(name: &str) -> bool {
    name.split_once(' ').is_some_and(|(place, _)| PLACES.contains(&place))
}

/// The fields that are not known, but those whose names would be taken for [`bound`] ones.
pub(crate) fn unknown(object: &Object<'_>, known: &[&str]) -> Extra {
    // Most objects have none, and then there is nothing to put in order.
    if object.iter().all(|(name, _)| known.contains(&name)) {
        return Extra::new();
    }
    let fields = object.in_order().filter(|(name, _)| !known.contains(name) && !is_bound(name));
    fields.map(|(name, value)| (name.into(), value.keep())).collect()
}

/// Writes unknown fields after the known ones.
pub(crate) fn beside(extra: &Extra, to: &mut Writer) {
    for (name, value) in extra {
        to.field(name);
        to.value(value);
    }
}

impl From<Extra> for Json<'static> {
    fn from(fields: Extra) -> Self {
        let named = |(name, value): (Arc<str>, Self)| (Cow::Owned(name.as_ref().to_owned()), value);
        Self::Object(fields.into_iter().map(named).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greater_text_wins_from_either_side() {
        let extra = |value| Extra::from([("x".into(), Json::parse(value).expect("is JSON"))]);
        let (mut one, mut two) = (extra("0.0"), extra("-0.0"));
        join(&mut one, &extra("-0.0"));
        join(&mut two, &extra("0.0"));
        assert_eq!(text(&one["x"]), text(&two["x"]));
    }

    #[test]
    fn bound_names_are_told_apart() {
        assert!(is_bound(&bound("stances", "q", &"5-0-a")));
        assert!(!is_bound("stances") && !is_bound("some field") && !is_bound(""));
    }
}
