//! A last-writer-wins register: a value and when it was written.

use std::borrow::Borrow;

use super::stamp::Stamp;

/// A value with its stamp. The greater stamp wins a merge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<T> {
    /// What was written.
    pub value: T,
    /// When, and by which replica.
    pub stamp: Stamp,
}

impl<T> Register<T> {
    /// A register that holds `value` since `stamp`.
    pub fn new(value: T, stamp: Stamp) -> Self {
        Self { value, stamp }
    }
}

impl<T: Clone + Ord> Register<T> {
    /// Takes the other value if it is later. Two values under one stamp come only from a damaged or forged file; the
    /// greater one is taken then, so that the order of merging still does not matter. True when the value changed.
    pub fn join(&mut self, other: &Self) -> bool {
        if (&other.stamp, &other.value) > (&self.stamp, &self.value) {
            let changed = self.value != other.value;
            *self = other.clone();
            return changed;
        }
        false
    }
}

/// Registers by id, in the order of the ids. A sorted list: a record holds a few of them, and a browser may hold 40,000
/// records, for which the nodes of trees would be ten times as large.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registers<K, T>(Vec<(K, Register<T>)>);

impl<K, T> Default for Registers<K, T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, T> Registers<K, T> {
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<usize, usize>
    where
        K: Borrow<Q>,
    {
        // Readers and merges come in order, so the place is most often the last.
        match self.0.last() {
            Some((last, _)) if last.borrow() < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(k, _)| k.borrow().cmp(key)),
        }
    }

    /// The register with this id.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&Register<T>>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, register)| register)
    }

    /// Puts a register in the place of the one with this id, if any.
    pub fn insert(&mut self, key: K, register: Register<T>) {
        match self.find(&key) {
            Ok(at) => self.0[at].1 = register,
            Err(at) => self.0.insert(at, (key, register)),
        }
    }

    /// Ids and registers, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &Register<T>)> {
        self.0.iter().map(|(key, register)| (key, register))
    }

    /// The registers, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Register<T>> {
        self.0.iter().map(|(_, register)| register)
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<K: Clone + Ord, T: Clone + Ord> Registers<K, T> {
    /// Joins each register of `other` into the one with the same id. True when any value changed or came new.
    pub fn join(&mut self, other: &Self) -> bool {
        if self.0.is_empty() {
            self.0.clone_from(&other.0);
            return !self.0.is_empty();
        }
        let mut changed = false;
        for (key, register) in &other.0 {
            match self.find(key) {
                Ok(at) => changed |= self.0[at].1.join(register),
                Err(at) => {
                    self.0.insert(at, (key.clone(), register.clone()));
                    changed = true;
                }
            }
        }
        changed
    }
}

impl<K: Ord, T> FromIterator<(K, Register<T>)> for Registers<K, T> {
    fn from_iter<I: IntoIterator<Item = (K, Register<T>)>>(registers: I) -> Self {
        let mut all = Self::default();
        registers.into_iter().for_each(|(key, register)| all.insert(key, register));
        all
    }
}

/// Joins a register into a place that may be empty. True when the value there changed.
pub fn join_option<T: Clone + Ord>(place: &mut Option<Register<T>>, other: Option<&Register<T>>) -> bool {
    match (place.as_mut(), other) {
        (_, None) => false,
        (Some(here), Some(other)) => here.join(other),
        (None, Some(other)) => {
            *place = Some(other.clone());
            true
        }
    }
}

/// Joins a map of registers into another. True when any value changed or came new.
pub fn join_map<K: Clone + Ord, T: Clone + Ord>(
    here: &mut std::collections::BTreeMap<K, Register<T>>,
    other: &std::collections::BTreeMap<K, Register<T>>,
) -> bool {
    let mut changed = false;
    for (key, register) in other {
        if let Some(place) = here.get_mut(key) {
            changed |= place.join(register);
        } else {
            here.insert(key.clone(), register.clone());
            changed = true;
        }
    }
    changed
}
