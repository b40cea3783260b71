//! People: what is known of annotators beside what they say.

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

    /// True when somebody said that these two are one, and nobody took it back. Of what is said from both sides, the later
    /// counts.
    fn are_one(&self, one: &AnnotatorId, two: &AnnotatorId) -> bool {
        let said = |of: &AnnotatorId, with: &AnnotatorId| self.get(of)?.same_as.get(with);
        let said = [said(one, two), said(two, one)];
        said.into_iter().flatten().max_by_key(|r| (&r.stamp, r.value)).is_some_and(|r| r.value)
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
}
