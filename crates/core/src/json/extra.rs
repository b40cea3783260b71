//! Fields of a file that this version does not know. They are kept and written back.
//!
//! An unknown field inside a register (a stance with a reason, say) belongs to one written value, so it is kept in the
//! record under a name made of the place, the id and the stamp of that value: see `bound`. A later value of the same
//! register does not inherit it, and merging needs no rule of its own.

use super::{
    tree::{Json, Object},
    writer::Writer,
};
use crate::base::{map::Map, stamp::Stamp};
use std::{borrow::Cow, fmt, sync::Arc};

/// Unknown fields by name.
pub type Extra = Map<Arc<str>, Json<'static>>;

/// Joins unknown fields, so that what a newer program keeps in them is merged here as it would be there: a register (an
/// object with a `stamp`) by its stamp, an object of registers field by field, and everything else by the greater text. True
/// when something changed.
pub(crate) fn join(here: &mut Extra, other: &Extra) -> bool {
    here.merge(other, join_value)
}

/// What a newer program means by a value, as far as merging goes. Of two kinds the later one here wins, so that it does not
/// matter in which order three values meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// Anything without times of its own.
    Plain,
    /// A value and when it was written.
    Register,
    /// Registers by name, or objects of such.
    Registers,
}

impl Kind {
    fn of(value: &Json<'_>) -> Self {
        let Some(object) = value.as_object() else { return Self::Plain };
        if stamp(value).is_some() {
            Self::Register
        } else if object.iter().all(|(_, value)| Self::of(value) != Self::Plain) {
            Self::Registers
        } else {
            Self::Plain
        }
    }
}

/// The stamp of a register.
fn stamp(value: &Json<'_>) -> Option<Stamp> {
    value.get("stamp")?.as_str()?.parse().ok()
}

/// Joins one value. Both have the fields of their objects in order, as [`Json::keep`] leaves them.
fn join_value(here: &mut Json<'static>, other: &Json<'static>) -> bool {
    let (mine, theirs) = (Kind::of(here), Kind::of(other));
    let greater = match (mine, theirs) {
        (Kind::Registers, Kind::Registers) => return join_registers(here, other),
        (Kind::Register, Kind::Register) => (stamp(other), text(other)) > (stamp(here), text(here)),
        // Texts, not values: 0.0 and -0.0 are equal and written differently.
        (Kind::Plain, Kind::Plain) => text(other) > text(here),
        _ => theirs > mine,
    };
    if greater {
        *here = other.clone();
    }
    greater
}

fn join_registers(here: &mut Json<'static>, other: &Json<'static>) -> bool {
    let fields = |value: &Json<'static>| -> Extra {
        let fields = value.as_object().into_iter().flat_map(Object::in_order);
        fields.map(|(name, value)| (name.into(), value.keep())).collect()
    };
    let mut joined = fields(here);
    let changed = joined.merge(&fields(other), join_value);
    if changed {
        *here = joined.into();
    }
    changed
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

/// The places inside a record, a person, a class, an assignment, an article and a bundle that can have unknown fields of their own.
const PLACES: [&str; 17] = [
    "stances",
    "themes",
    "none_applies",
    "note",
    "evidence",
    "span",
    "replies",
    "name",
    "kind",
    "same_as",
    "members",
    "paragraph",
    "votes",
    "counts",
    "maps",
    "class",
    "described",
];

/// The name under which a record, a person or a class keeps the unknown fields of one value in it. Ids hold no spaces, so names are unique.
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

/// The unknown fields of one value, by its [`bound`] name.
pub(crate) fn kept<'a>(
    extra: &'a Extra,
    place: &str,
    id: &str,
    stamp: &dyn fmt::Display,
) -> Option<&'a Object<'static>> {
    // Most have no unknown fields; the name need not be made then.
    if extra.is_empty() {
        return None;
    }
    extra.get(bound(place, id, stamp).as_str()).and_then(Json::as_object)
}

/// Writes the unknown fields of one value after its known ones.
pub(crate) fn put(unknown: Option<&Object<'_>>, to: &mut Writer) {
    for (name, value) in unknown.into_iter().flat_map(Object::iter) {
        to.field(name);
        to.value(value);
    }
}

/// Writes unknown fields after the known ones.
pub(crate) fn beside(extra: &Extra, to: &mut Writer) {
    for (name, value) in extra {
        to.field(name);
        to.value(value);
    }
}

/// The same of what has values that can have unknown fields of their own: these stand with those.
pub(crate) fn beside_values(extra: &Extra, to: &mut Writer) {
    for (name, value) in extra.iter().filter(|(name, _)| !is_bound(name)) {
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
    use proptest::prelude::*;

    fn extra(value: &str) -> Extra {
        Extra::from([("x".into(), Json::parse(value).expect("is JSON").keep())])
    }

    /// What stands after both were joined, from either side.
    fn check(one: &str, two: &str, stands: &str) {
        for (one, two) in [(one, two), (two, one)] {
            let mut here = extra(one);
            join(&mut here, &extra(two));
            assert_eq!(text(&here["x"]), stands);
            assert!(!join(&mut here, &extra(two)));
        }
    }

    #[test]
    fn what_has_no_time_goes_by_its_text_from_either_side() {
        check("0.0", "-0.0", "0.0");
        check("true", "false", "true");
        check(r#"{"b":1,"a":2}"#, r#"{"a":2,"b":1}"#, r#"{"a":2,"b":1}"#);
    }

    #[test]
    fn a_flag_of_a_newer_program_can_be_taken_back() {
        let (on, off) = (r#"{"stamp":"5-0-a","value":true}"#, r#"{"stamp":"6-0-a","value":false}"#);
        check(on, off, off);
        check(r#"{"stamp":"10-0-a","value":1}"#, r#"{"stamp":"9-0-a","value":2}"#, r#"{"stamp":"10-0-a","value":1}"#);
    }

    #[test]
    fn registers_by_name_join_each_for_itself() {
        check(
            r#"{"a":{"stamp":"5-0-r","value":1},"b":{"stamp":"5-0-r","value":1}}"#,
            r#"{"b":{"stamp":"6-0-r","value":2},"c":{"deep":{"stamp":"1-0-r"}}}"#,
            r#"{"a":{"stamp":"5-0-r","value":1},"b":{"stamp":"6-0-r","value":2},"c":{"deep":{"stamp":"1-0-r"}}}"#,
        );
    }

    #[test]
    fn bound_names_are_told_apart() {
        assert!(is_bound(&bound("stances", "q", &"5-0-a")));
        assert!(!is_bound("stances") && !is_bound("some field") && !is_bound(""));
    }

    /// Values as a newer program may write them.
    fn value() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just("true".to_owned()),
            Just("{}".to_owned()),
            (0u8..4).prop_map(|n| n.to_string()),
            (0u8..3, 0u8..3).prop_map(|(at, n)| format!(r#"{{"stamp":"{at}-0-r","value":{n}}}"#)),
            Just(r#"{"stamp":"no time"}"#.to_owned()),
        ];
        leaf.prop_recursive(2, 8, 3, |inner| {
            prop::collection::btree_map("[ab]", inner, 1..3).prop_map(|fields| {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{{}}}", fields.join(","))
            })
        })
    }

    proptest! {
        #[test]
        fn any_three_values_join_alike_in_every_order(one in value(), two in value(), three in value()) {
            let joined = |order: [&str; 3]| {
                let mut here = Extra::new();
                order.iter().for_each(|value| _ = join(&mut here, &extra(value)));
                text(&here["x"])
            };
            let (a, b, c) = (one.as_str(), two.as_str(), three.as_str());
            let first = joined([a, b, c]);
            for order in [[a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]] {
                prop_assert_eq!(&joined(order), &first);
            }
            // Grouped otherwise.
            let mut pair = extra(b);
            join(&mut pair, &extra(c));
            let mut here = extra(a);
            join(&mut here, &pair);
            prop_assert_eq!(text(&here["x"]), first);
        }
    }
}
