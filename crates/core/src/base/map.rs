//! A map for few entries: a list sorted by key.
//!
//! `BTreeMap` is compiled anew for every pair of types, some eight kilobytes each, and its nodes hold room for eleven
//! entries where ours hold three. It stays where there can be thousands: the records of a layer, the quotes of an article.

use super::{moves::moved, order};
use std::{borrow::Borrow, mem};

/// Keys and values in the order of the keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Map<K, V>(Vec<(K, V)>);

/// A place in a map that may be empty.
pub struct Entry<'a, K, V> {
    map: &'a mut Map<K, V>,
    key: K,
}

/// Entries in the order of the keys.
pub struct Iter<'a, K, V>(std::slice::Iter<'a, (K, V)>);

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K, V> Map<K, V> {
    /// An empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Takes out what `keep` does not want.
    pub fn retain(&mut self, mut keep: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| keep(key, value));
    }

    /// Entries in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter(self.0.iter())
    }

    /// Entries in order, the values to be changed.
    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.0.iter_mut().map(|(key, value)| (&*key, value))
    }

    /// Keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Values in the order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.0.iter().map(|(_, value)| value)
    }

    /// Values in the order of their keys, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.0.iter_mut().map(|(_, value)| value)
    }
}

impl<K: Ord, V> Map<K, V> {
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

    /// The value under a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get(at)).map(|(_, value)| value)
    }

    /// The value under a key, to be changed.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        self.find(key).ok().and_then(|at| self.0.get_mut(at)).map(|(_, value)| value)
    }

    /// True when there is a value under the key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Puts a value under a key and returns the one that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => Some(mem::replace(&mut self.0[at].1, value)),
            Err(at) => {
                moved(self.0.len() - at);
                self.0.insert(at, (key, value));
                None
            }
        }
    }

    /// Takes a value out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        moved(self.0.len() - at);
        Some(self.0.remove(at).1)
    }

    /// Puts the entries of a map in order that were pushed at its end. Of two with one key the later one stays.
    fn settle(&mut self) {
        if self.0.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return;
        }
        order::long(&mut self.0, |a, b| a.0.cmp(&b.0));
        self.0.dedup_by(|later, earlier| {
            let same = later.0 == earlier.0;
            if same {
                mem::swap(later, earlier);
            }
            same
        });
    }

    /// Takes in what the other map has: `join` is given the values that both have; what only the other has is cloned.
    /// True when `join` was, or when anything came new. However many entries there are, they are sorted once.
    pub(crate) fn merge(&mut self, other: &Self, mut join: impl FnMut(&mut V, &V) -> bool) -> bool
    where
        K: Clone,
        V: Clone,
    {
        let (mut changed, mut new) = (false, Vec::new());
        for (key, value) in other {
            match self.get_mut(key) {
                Some(here) => changed |= join(here, value),
                None => new.push((key.clone(), value.clone())),
            }
        }
        changed |= !new.is_empty();
        self.0.extend(new);
        self.settle();
        changed
    }

    /// The place of a key.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { map: self, key }
    }
}

impl<'a, K: Ord, V> Entry<'a, K, V> {
    /// The value, made now if there is none.
    pub fn or_insert_with(self, make: impl FnOnce() -> V) -> &'a mut V {
        let at = match self.map.find(&self.key) {
            Ok(at) => at,
            Err(at) => {
                moved(self.map.0.len() - at);
                self.map.0.insert(at, (self.key, make()));
                at
            }
        };
        &mut self.map.0[at].1
    }

    /// The value, or this one if there is none.
    pub(crate) fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }
}

impl<'a, K: Ord, V: Default> Entry<'a, K, V> {
    /// The value, a default one if there is none.
    pub fn or_default(self) -> &'a mut V {
        self.or_insert_with(V::default)
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(key, value)| (key, value))
    }
}

impl<'a, K, V> IntoIterator for &'a Map<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Iter<'a, K, V> {
        self.iter()
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::vec::IntoIter<(K, V)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        self.0.extend(entries);
        self.settle();
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::default();
        map.extend(entries);
        map
    }
}

impl<K: Ord + Borrow<Q>, Q: Ord + ?Sized, V> std::ops::Index<&Q> for Map<K, V> {
    type Output = V;

    /// As with the maps of `std`, a key that is not there is a mistake of the program.
    fn index(&self, key: &Q) -> &V {
        &self.0[self.find(key).unwrap_or(self.0.len())].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;

    #[test]
    fn is_sorted_and_holds_each_key_once() {
        let mut map: Map<u32, &str> = [(3, "c"), (1, "a"), (2, "b")].into_iter().collect();
        assert_eq!(map.insert(2, "B"), Some("b"));
        assert_eq!(map.keys().copied().collect::<Vec<_>>(), [1, 2, 3]);
        *map.entry(0).or_insert("z") = "0";
        assert_eq!((map.get(&0).copied(), map.len()), (Some("0"), 4));
        assert_eq!((map.remove(&1), map.contains_key(&1), map.len()), (Some("a"), false, 3));
        map.extend([(9, "i"), (3, "C"), (1, "a"), (9, "I")]);
        assert_eq!(
            map.iter().map(|(k, v)| (*k, *v)).collect::<Vec<_>>(),
            [(0, "0"), (1, "a"), (2, "B"), (3, "C"), (9, "I")]
        );
    }

    #[test]
    fn merging_joins_what_both_have_and_takes_the_rest() {
        let mut map: Map<u32, u32> = [(1, 1), (3, 3)].into();
        assert!(map.merge(&[(0, 5), (3, 9), (4, 4)].into(), |here, other| {
            *here = (*here).max(*other);
            true
        }));
        assert_eq!(map, [(0, 5), (1, 1), (3, 9), (4, 4)].into());
        assert!(!map.clone().merge(&map, |_, _| false));
    }

    #[test]
    fn many_entries_in_falling_order_are_compared_a_few_times_each() {
        use std::{cell::Cell, cmp::Ordering};
        #[derive(Clone)]
        struct Key(u32, Rc<Cell<u64>>);
        impl Ord for Key {
            fn cmp(&self, other: &Self) -> Ordering {
                self.1.set(self.1.get() + 1);
                self.0.cmp(&other.0)
            }
        }
        impl PartialOrd for Key {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }
        impl PartialEq for Key {
            fn eq(&self, other: &Self) -> bool {
                self.cmp(other) == Ordering::Equal
            }
        }
        impl Eq for Key {}
        let compared = Rc::new(Cell::new(0));
        let keys = |first: u32| (0..20_000).rev().map(move |n| 2 * n + first);
        let map = |first| keys(first).map(|n| (Key(n, Rc::clone(&compared)), n)).collect::<Map<Key, u32>>();
        let mut even = map(0);
        even.merge(&map(1), |_, _| false);
        assert!(even.values().copied().eq(0..40_000));
        assert!(compared.get() < 40_000 * 60, "{} comparisons", compared.get());
    }
}
