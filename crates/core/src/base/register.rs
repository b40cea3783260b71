//! A last-writer-wins register: a value and when it was written.

use super::{id::VersionId, map::Map, stamp::Stamp};

/// A value with its stamp. The greater stamp wins a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<T> {
    /// What was written.
    pub value: T,
    /// When, and by which replica.
    pub stamp: Stamp,
    /// Under which version of the codebook, if it is an answer to it.
    pub under: Option<VersionId>,
}

impl<T> Register<T> {
    /// A register that holds `value` since `stamp`.
    pub fn new(value: T, stamp: Stamp) -> Self {
        Self { value, stamp, under: None }
    }

    /// The same, given under a version of the codebook.
    #[must_use]
    pub fn under(self, version: Option<VersionId>) -> Self {
        Self { under: version, ..self }
    }
}

impl<T: Clone + Ord> Register<T> {
    /// Takes the other value if it is later. Two values under one stamp come only from a damaged or forged file; the
    /// greater one is taken then, so that the order of merging still does not matter. True when the value changed, or the version
    /// that it is given under.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        if (&other.stamp, &other.value, &other.under) > (&self.stamp, &self.value, &self.under) {
            let changed = self.value != other.value || self.under != other.under;
            *self = other.clone();
            return changed;
        }
        false
    }
}

/// Registers by id.
pub type Registers<K, T> = Map<K, Register<T>>;

impl<K: Clone + Ord, T: Clone + Ord> Registers<K, T> {
    /// Joins each register of `other` into the one with the same id. True when any value changed or came new.
    pub(crate) fn join(&mut self, other: &Self) -> bool {
        if self.is_empty() {
            self.clone_from(other);
            return !self.is_empty();
        }
        self.merge(other, Register::join)
    }
}

/// Joins a register into a place that may be empty. True when the value there changed.
pub(crate) fn join_option<T: Clone + Ord>(place: &mut Option<Register<T>>, other: Option<&Register<T>>) -> bool {
    match (place.as_mut(), other) {
        (_, None) => false,
        (Some(here), Some(other)) => here.join(other),
        (None, Some(other)) => {
            *place = Some(other.clone());
            true
        }
    }
}
