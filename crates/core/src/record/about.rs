//! What a record says about a decision and not about the text: what became of a paragraph, how a class voted, what an
//! annotator replies.
//!
//! It is stored among the answers, under ids of its own, and stands apart from them here, so that nothing that reads answers
//! meets it. What it means, only `decision` knows.

use super::stance::Stance;
use crate::base::{
    id::{OptionId, QuestionId},
    register::{Register, Registers},
    stamp::Stamp,
};

/// What the ids begin with under which it is stored.
pub(crate) const PREFIX: &str = "agreed:";

/// An answer as it is stored.
pub(crate) type Stored = Register<Option<Stance>>;

/// All that a record says about a decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About(Registers<QuestionId, Option<Stance>>);

/// A new value for one thing that is said about a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    about: QuestionId,
    value: Option<Stance>,
}

/// True for the ids under which it is stored.
pub(crate) fn is_about(id: &str) -> bool {
    id.starts_with(PREFIX)
}

impl About {
    /// How many things were ever written.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// True when nothing of it stands.
    pub(super) fn is_silent(&self) -> bool {
        self.0.values().all(|register| register.value.is_none())
    }

    /// How many of these things another state says otherwise.
    pub(crate) fn differences(&self, other: &Self) -> usize {
        let value = |about: &Self, id: &QuestionId| about.0.get(id).and_then(|register| register.value.clone());
        self.0.keys().filter(|id| value(self, id) != value(other, id)).count()
    }

    pub(super) fn join(&mut self, other: &Self) -> bool {
        self.0.join(&other.0)
    }

    pub(super) fn let_go(&mut self, until: &Stamp) {
        self.0.retain(|_, register| register.stamp > *until);
    }

    /// All of it in the order of the ids.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&QuestionId, &Stored)> {
        self.0.iter()
    }

    pub(super) fn get(&self, id: &str) -> Option<&Stored> {
        self.0.get(id)
    }

    /// What stands there, as a word.
    pub(super) fn said(&self, id: &str) -> Option<&str> {
        self.get(id)?.value.as_ref().map(|stance| stance.option.as_str())
    }

    pub(crate) fn insert(&mut self, id: QuestionId, register: Stored) {
        self.0.insert(id, register);
    }

    pub(super) fn retain(&mut self, keep: impl Fn(&QuestionId, &Stored) -> bool) {
        self.0.retain(|id, register| keep(id, register));
    }
}

impl Remark {
    /// Says this there; `None` takes back what stands there.
    pub(super) fn new(about: impl Into<QuestionId>, word: Option<&str>) -> Self {
        let value = word.map(|word| Stance { option: OptionId::from(word), confidence: None });
        Self { about: about.into(), value }
    }

    /// What would bring back what is said there now.
    pub(super) fn inverse(&self, here: &About) -> Self {
        let value = here.get(self.about.as_str()).and_then(|register| register.value.clone());
        Self { about: self.about.clone(), value }
    }

    pub(super) fn stamp_in<'a>(&self, here: &'a About) -> Option<&'a Stamp> {
        here.get(self.about.as_str()).map(|register| &register.stamp)
    }

    pub(super) fn same_place(&self, other: &Self) -> bool {
        self.about == other.about
    }

    pub(super) fn write(&self, to: &mut About, stamp: &Stamp) {
        to.insert(self.about.clone(), Register::new(self.value.clone(), stamp.clone()));
    }
}
