//! People: what is known of annotators beside what they say.

mod edit;

pub use self::edit::PersonEdit;
use crate::{
    base::{
        id::{AnnotatorId, ReplicaId},
        map::Map,
        register::{Register, Registers, join_option},
        stamp::Stamp,
    },
    json::extra::{self, Extra},
};
use std::sync::Arc;

/// Who or what annotates.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody.
    Person,
    /// A program. It stands apart from people, and counts in no number unless that is asked for.
    Machine {
        /// Who made it.
        maker: Arc<str>,
        /// Which model, or which version of it.
        model: Arc<str>,
        /// When it annotated, as text.
        date: Arc<str>,
    },
}

/// What is known of an annotator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The name they gave themselves.
    pub name: Option<Register<Arc<str>>>,
    /// Whether it is a person; unless it is said, it is.
    pub kind: Option<Register<Kind>>,
    /// Whether this and another id are one person. It holds in both directions, and can be taken back.
    pub same_as: Registers<AnnotatorId, bool>,
    /// The writers of stamps that wrote for them. A stamp of another one in their layer is a foreign hand.
    pub replicas: Map<ReplicaId, ()>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Person {
    /// Merges what another store or file knows. True when anything that a person could see changed.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        let mut changed = join_option(&mut self.name, other.name.as_ref());
        changed |= join_option(&mut self.kind, other.kind.as_ref());
        changed |= self.same_as.join(&other.same_as);
        self.replicas.merge(&other.replicas, |(), ()| false);
        changed |= extra::join(&mut self.extra, &other.extra);
        changed
    }

    pub(crate) fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.name.iter().for_each(|r| visit(&r.stamp));
        self.kind.iter().for_each(|r| visit(&r.stamp));
        self.same_as.values().for_each(|r| visit(&r.stamp));
    }
}

/// What is known of annotators, by id.
pub type Persons = Map<AnnotatorId, Person>;

impl Persons {
    /// The id under which all that one person said stands: of several that are one, the first in order.
    #[must_use]
    pub fn one(&self, annotator: &AnnotatorId) -> AnnotatorId {
        self.ids(annotator).into_iter().next().unwrap_or_else(|| annotator.clone())
    }

    /// All ids that are one person with this one, in their order, itself among them.
    #[must_use]
    pub fn ids(&self, annotator: &AnnotatorId) -> Vec<AnnotatorId> {
        let mut found = vec![annotator.clone()];
        if self.values().all(|person| person.same_as.is_empty()) {
            return found;
        }
        let mut at = 0;
        while let Some(id) = found.get(at).cloned() {
            for other in self.keys().chain(self.get(&id).into_iter().flat_map(|person| person.same_as.keys())) {
                if !found.contains(other) && self.are_one(&id, other) {
                    found.push(other.clone());
                }
            }
            at += 1;
        }
        crate::base::order::short(&mut found, Ord::cmp);
        found
    }

    /// The id under which all that one person said is shown: `own`, where that is one of theirs, and otherwise the first.
    #[must_use]
    pub(crate) fn shown_as(&self, annotator: &AnnotatorId, own: &AnnotatorId) -> AnnotatorId {
        let ids = self.ids(annotator);
        let own = ids.iter().find(|id| *id == own);
        own.or(ids.first()).unwrap_or(annotator).clone()
    }

    /// True for a program, under whichever of its ids that was said.
    #[must_use]
    pub fn is_program(&self, annotator: &AnnotatorId) -> bool {
        let is = |id: &AnnotatorId| {
            let kind = self.get(id).and_then(|person| person.kind.as_ref());
            kind.is_some_and(|kind| matches!(kind.value, Kind::Machine { .. }))
        };
        self.ids(annotator).iter().any(is)
    }

    /// What is to be said of pairs so that this id stands for somebody else than those that were one person with it. They
    /// stay one.
    #[must_use]
    pub fn parting(&self, annotator: &AnnotatorId) -> Vec<(AnnotatorId, AnnotatorId, bool)> {
        let others: Vec<AnnotatorId> = self.ids(annotator).into_iter().filter(|id| id != annotator).collect();
        let parted = others.iter().filter(|other| self.are_one(annotator, other));
        let mut said: Vec<_> = parted.map(|other| (annotator.clone(), other.clone(), false)).collect();
        // What had held them together may have been the one who leaves.
        if let [first, rest @ ..] = &*others {
            let loose = rest.iter().filter(|other| !self.are_one(first, other));
            said.extend(loose.map(|other| (first.clone(), other.clone(), true)));
        }
        said
    }

    /// True when somebody said that these two are one, and nobody took it back. Of what is said from both sides, the later
    /// counts.
    fn are_one(&self, one: &AnnotatorId, two: &AnnotatorId) -> bool {
        self.said(one, two).is_some_and(|register| register.value)
    }

    /// What was said last of whether these two are one, from either side.
    fn said(&self, one: &AnnotatorId, two: &AnnotatorId) -> Option<&Register<bool>> {
        let said = |of: &AnnotatorId, with: &AnnotatorId| self.get(of)?.same_as.get(with);
        let said = [said(one, two), said(two, one)];
        said.into_iter().flatten().max_by_key(|r| (&r.stamp, r.value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(people: &mut Persons, one: &str, two: &str, value: bool, wall: u64) {
        let stamp = Stamp { wall, counter: 0, replica: "r".into() };
        people.entry(one.into()).or_default().same_as.insert(two.into(), Register::new(value, stamp));
    }

    fn one(people: &Persons, id: &str) -> String {
        people.one(&id.into()).to_string()
    }

    #[test]
    fn ids_of_one_person_are_found_across_others_and_apart_again_when_that_is_taken_back() {
        let mut people = Persons::default();
        said(&mut people, "phone", "laptop", true, 1);
        said(&mut people, "school", "laptop", true, 1);
        assert_eq!(["phone", "laptop", "school"].map(|id| one(&people, id)), ["laptop"; 3]);
        // Kept apart, said from the other side.
        said(&mut people, "laptop", "phone", false, 2);
        assert_eq!(one(&people, "phone"), "phone");
        assert_eq!(one(&people, "school"), "laptop");
        assert_eq!(one(&people, "stranger"), "stranger");
    }

    #[test]
    fn whoever_tags_here_is_shown_under_their_own_id() {
        let mut people = Persons::default();
        said(&mut people, "phone", "laptop", true, 1);
        assert_eq!(people.shown_as(&"laptop".into(), &"phone".into()).as_str(), "phone");
        assert_eq!(people.shown_as(&"phone".into(), &"ann".into()).as_str(), "laptop");
        assert_eq!(people.shown_as(&"ann".into(), &"phone".into()).as_str(), "ann");
    }

    #[test]
    fn who_is_kept_apart_leaves_the_others_one() {
        let mut people = Persons::default();
        said(&mut people, "middle", "one", true, 1);
        said(&mut people, "two", "middle", true, 1);
        said(&mut people, "middle", "three", true, 1);
        for (one, other, value) in people.parting(&"middle".into()) {
            said(&mut people, one.as_str(), other.as_str(), value, 2);
        }
        assert_eq!(one(&people, "middle"), "middle");
        assert_eq!(["one", "two", "three"].map(|id| one(&people, id)), ["one"; 3]);
        assert!(people.parting(&"middle".into()).is_empty());
    }

    #[test]
    fn a_program_is_one_under_all_its_ids() {
        let mut people = Persons::default();
        said(&mut people, "one", "two", true, 1);
        let kind = Kind::Machine { maker: "".into(), model: "".into(), date: "".into() };
        let stamp = Stamp { wall: 1, counter: 0, replica: "r".into() };
        people.entry("two".into()).or_default().kind = Some(Register::new(kind, stamp));
        assert!(people.is_program(&"one".into()) && people.is_program(&"two".into()));
        assert!(!people.is_program(&"ann".into()));
    }
}
