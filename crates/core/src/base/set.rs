//! A set for few items: a list in order, each item once. `BTreeSet` is compiled anew for every type, some seven kilobytes each.

use super::moves::moved;

/// Items in their order, each once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set<T>(Vec<T>);

impl<T> Default for Set<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Set<T> {
    /// A set of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A set of one item.
    #[must_use]
    pub(crate) fn one(item: T) -> Self {
        Self(vec![item])
    }

    /// How many items there are.
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

    /// The items in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }
}

impl<T: Ord> Set<T> {
    /// Adds an item. True when it was not there.
    pub fn insert(&mut self, item: T) -> bool {
        let at = self.0.binary_search(&item);
        if let Err(at) = at {
            moved(self.0.len() - at);
            self.0.insert(at, item);
        }
        at.is_err()
    }

    /// Takes an item out. True when it was there.
    pub fn remove(&mut self, item: &T) -> bool {
        let at = self.0.binary_search(item);
        if let Ok(at) = at {
            moved(self.0.len() - at);
            self.0.remove(at);
        }
        at.is_ok()
    }

    /// True when an item is there.
    #[must_use]
    pub fn contains(&self, item: &T) -> bool {
        self.0.binary_search(item).is_ok()
    }

    /// Adds all items of another set.
    pub(crate) fn join(&mut self, other: &Self)
    where
        T: Clone,
    {
        other.0.iter().for_each(|item| _ = self.insert(item.clone()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_each_item_once() {
        let mut set = Set::new();
        assert_eq!([3, 1, 2, 3, 1].map(|item| set.insert(item)), [true, true, true, false, false]);
        assert_eq!(set.iter().copied().collect::<Vec<_>>(), [1, 2, 3]);
        assert!(set.contains(&2) && set.remove(&2) && !set.contains(&2) && !set.remove(&2));
        set.join(&Set::one(0));
        assert_eq!((set.len(), set.iter().next()), (3, Some(&0)));
        set.clear();
        assert!(set.is_empty());
    }
}
