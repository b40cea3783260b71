//! What a gesture says of people: that two are one, that they are not, that one is a program.

use super::{Kind, Persons};
use crate::base::{
    id::AnnotatorId,
    register::Register,
    stamp::{Clock, Stamp},
};

/// A new value of something that is known of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonEdit {
    /// Whether these two are one person.
    Same(AnnotatorId, AnnotatorId, bool),
    /// Who or what annotates.
    Kind(AnnotatorId, Kind),
}

impl PersonEdit {
    /// The edit that would bring back what is known now.
    #[must_use]
    pub(crate) fn inverse(&self, people: &Persons) -> Self {
        match self {
            Self::Same(one, other, _) => Self::Same(one.clone(), other.clone(), people.are_one(one, other)),
            Self::Kind(id, _) => {
                let kind = people.get(id).and_then(|person| person.kind.as_ref());
                Self::Kind(id.clone(), kind.map_or(Kind::Person, |kind| kind.value.clone()))
            }
        }
    }

    /// The stamp of what is known now.
    #[must_use]
    pub(crate) fn stamp_in<'a>(&self, people: &'a Persons) -> Option<&'a Stamp> {
        match self {
            Self::Same(one, other, _) => people.said(one, other).map(|register| &register.stamp),
            Self::Kind(id, _) => people.get(id)?.kind.as_ref().map(|register| &register.stamp),
        }
    }

    /// Puts its value into what is known of people, under this stamp.
    pub(crate) fn put(&self, people: &mut Persons, stamp: &Stamp) {
        match self {
            Self::Same(one, other, value) => {
                let same = &mut people.entry(one.clone()).or_default().same_as;
                same.insert(other.clone(), Register::new(*value, stamp.clone()));
            }
            Self::Kind(id, kind) => {
                people.entry(id.clone()).or_default().kind = Some(Register::new(kind.clone(), stamp.clone()));
            }
        }
    }

    /// True when both are about the same.
    #[must_use]
    pub(crate) fn same_place(&self, edit: &Self) -> bool {
        match (self, edit) {
            (Self::Same(one, other, _), Self::Same(a, b, _)) => (one, other) == (a, b),
            (Self::Kind(one, _), Self::Kind(other, _)) => one == other,
            _ => false,
        }
    }
}

impl Persons {
    /// Turns the edits of one gesture into a change to be joined. All of it carries one stamp, later than everything it
    /// replaces.
    #[must_use]
    pub(crate) fn delta(&self, edits: &[PersonEdit], clock: &mut Clock, now: u64) -> Self {
        let stamp = clock.tick(now, edits.iter().filter_map(|edit| edit.stamp_in(self)).max());
        let mut delta = Self::default();
        edits.iter().for_each(|edit| edit.put(&mut delta, &stamp));
        delta
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_people_can_be_taken_back_from_either_side() {
        let mut clock = Clock::new("r".into());
        let mut people = Persons::default();
        let same = |one: &str, other: &str, value| PersonEdit::Same(one.into(), other.into(), value);
        let mut say = |people: &mut Persons, edit: &PersonEdit| {
            let back = edit.inverse(people);
            let delta = people.delta(std::slice::from_ref(edit), &mut clock, 1);
            for (id, person) in &delta {
                people.entry(id.clone()).or_default().join(person);
            }
            back
        };
        let back = say(&mut people, &same("phone", "laptop", true));
        assert_eq!(people.one(&"phone".into()).as_str(), "laptop");
        // Said again from the other side, later than what was said from the first.
        let again = say(&mut people, &same("laptop", "phone", false));
        assert_eq!((people.one(&"phone".into()).as_str(), &again), ("phone", &same("laptop", "phone", true)));
        say(&mut people, &again);
        assert_eq!(people.one(&"phone".into()).as_str(), "laptop");
        say(&mut people, &back);
        assert_eq!(people.one(&"phone".into()).as_str(), "phone");
        let kind = Kind::Machine { maker: "".into(), model: "".into(), date: "".into() };
        let back = say(&mut people, &PersonEdit::Kind("bot".into(), kind));
        assert!(people.is_program(&"bot".into()));
        say(&mut people, &back);
        assert!(!people.is_program(&"bot".into()));
    }
}
