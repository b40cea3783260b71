//! Which operations snapshots hold. One that is on several shelves may be deleted only when each of them has a snapshot that
//! holds it.

use super::{
    key::{here_parts, op_parts, snapshot_digest},
    shelf::Shelf,
};
use crate::base::{
    id::{ImportId, ReplicaId},
    map::Map,
    order,
    set::Set,
};
use std::sync::Arc;

/// The operations of sessions, as inclusive ranges of numbers.
pub(crate) type Sessions = Map<ReplicaId, Vec<(u64, u64)>>;

/// Which operations a snapshot holds, as far as they are on its shelf, and which snapshots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covers {
    /// By the number of shelves that they are on.
    pub operations: Map<u32, Sessions>,
    /// Digests of the snapshots that went into it.
    pub(crate) snapshots: Vec<Arc<str>>,
}

impl Covers {
    /// On how many shelves the operation under `key` is, if it is part of it.
    #[must_use]
    pub fn shelves_of(&self, key: &str) -> Option<u32> {
        if let Some((session, number)) = op_parts(key).or_else(|| here_parts(key)) {
            let holds = |sessions: &Sessions| {
                // Of the ranges, the first that does not end before the number decides.
                let ranges = sessions.get(session).map_or(&[][..], Vec::as_slice);
                let at = ranges.partition_point(|(_, to)| *to < number);
                ranges.get(at).is_some_and(|(from, _)| *from <= number)
            };
            return self.operations.iter().find(|(_, sessions)| holds(sessions)).map(|(of, _)| *of);
        }
        let digest = snapshot_digest(key)?;
        self.snapshots.iter().any(|s| &**s == digest).then_some(1)
    }

    /// Adds the operation under `key`, which is on so many shelves.
    pub fn add(&mut self, key: &str, of: u32) {
        if let Some((session, number)) = op_parts(key).or_else(|| here_parts(key)) {
            extend(self.operations.entry(of).or_default().entry(session.into()).or_default(), number);
        } else if let Some(hash) = snapshot_digest(key)
            && let Err(at) = self.snapshots.binary_search_by(|s| (**s).cmp(hash))
        {
            self.snapshots.insert(at, hash.into());
        }
    }
}

/// Adds a number to ranges in rising order, of which none touch.
fn extend(ranges: &mut Vec<(u64, u64)>, number: u64) {
    let at = ranges.partition_point(|(_, to)| *to < number);
    if ranges.get(at).is_some_and(|(from, _)| *from <= number) {
        return;
    }
    let joins_before = at > 0 && ranges[at - 1].1.checked_add(1) == Some(number);
    let joins_after = ranges.get(at).is_some_and(|(from, _)| number.checked_add(1) == Some(*from));
    match (joins_before, joins_after) {
        (true, true) => ranges[at - 1].1 = ranges.remove(at).1,
        (true, false) => ranges[at - 1].1 = number,
        (false, true) => ranges[at].0 = number,
        (false, false) => ranges.insert(at, (number, number)),
    }
}

/// A good snapshot, without what it says.
#[derive(Clone, Debug)]
struct Known {
    digest: Arc<str>,
    shelf: Shelf,
    made: u64,
    /// The imports that it keeps apart.
    apart: Vec<ImportId>,
    /// True when both stores have it, or one that has taken its place: no crash can undo it.
    is_safe: bool,
}

/// Sessions here and elsewhere: what belongs to this browser alone is counted for itself.
type Place = (bool, ReplicaId);

/// All good snapshots, and which of them holds what.
#[derive(Clone, Debug, Default)]
pub(crate) struct Coverage {
    known: Vec<Known>,
    digests: Map<Arc<str>, usize>,
    /// Ranges of numbers, on how many shelves they are, and which snapshot holds them.
    operations: Map<Place, Vec<(u64, u64, u32, usize)>>,
    /// The snapshots that hold a snapshot.
    snapshots: Map<Arc<str>, Vec<usize>>,
}

impl Coverage {
    /// Adds a snapshot that could be read. True when it was not known.
    pub(crate) fn add(
        &mut self,
        key: &str,
        (shelf, covers, made): (&Shelf, &Covers, u64),
        apart: Vec<ImportId>,
        is_safe: bool,
    ) -> bool {
        let Some(digest) = snapshot_digest(key).map(Arc::<str>::from) else { return false };
        let at = self.known.len();
        if self.digests.contains_key(&digest) {
            return false;
        }
        self.digests.insert(Arc::clone(&digest), at);
        for (of, sessions) in &covers.operations {
            for (session, ranges) in sessions {
                let place = self.operations.entry((*shelf == Shelf::Here, session.clone())).or_default();
                place.extend(ranges.iter().map(|(first, last)| (*first, *last, *of, at)));
            }
        }
        for held in &covers.snapshots {
            self.snapshots.entry(Arc::clone(held)).or_default().push(at);
        }
        self.known.push(Known { digest, shelf: shelf.clone(), made, apart, is_safe });
        true
    }

    /// A snapshot is safe also when a later one of its shelf is that holds it.
    pub(crate) fn settle(&mut self) {
        let mut latest_first: Vec<usize> = (0..self.known.len()).collect();
        order::long(&mut latest_first, |a, b| self.known[*b].made.cmp(&self.known[*a].made));
        for at in latest_first {
            let is_safe = self.later(at).any(|later| later.is_safe);
            self.known[at].is_safe |= is_safe;
        }
    }

    /// The later snapshots of its shelf that hold one: two can never do away with each other.
    fn later(&self, at: usize) -> impl Iterator<Item = &Known> {
        let known = &self.known[at];
        let held = self.snapshots.get(&known.digest).into_iter().flatten().map(|at| &self.known[*at]);
        held.filter(|later| later.shelf == known.shelf && later.made > known.made)
    }

    fn place(&self, key: &str) -> Option<usize> {
        self.digests.get(snapshot_digest(key)?).copied()
    }

    /// True for a snapshot in whose place a later one has come.
    pub(crate) fn is_superseded(&self, key: &str) -> bool {
        self.place(key).is_some_and(|at| self.later(at).next().is_some())
    }

    /// The snapshots that hold an operation, and on how many shelves it is.
    fn holding(&self, key: &str) -> impl Iterator<Item = (&Known, u32)> {
        let here = here_parts(key).map(|parts| (true, parts));
        let parts = op_parts(key).map(|parts| (false, parts)).or(here);
        parts.into_iter().flat_map(move |(is_here, (session, number))| {
            let ranges = self.operations.get(&(is_here, session.into())).into_iter().flatten();
            let ranges = ranges.filter(move |(first, last, ..)| (*first..=*last).contains(&number));
            ranges.map(|(_, _, of, at)| (&self.known[*at], *of))
        })
    }

    /// True when what stands under `key` is held as a whole, by snapshots for which `test` holds.
    fn holds(&self, key: &str, test: impl Fn(&Known) -> bool) -> bool {
        if let Some(at) = self.place(key) {
            return self.later(at).any(test);
        }
        let (mut shelves, mut of) = (Set::new(), 1);
        for (known, on) in self.holding(key).filter(|(known, _)| test(known)) {
            shelves.insert(known.shelf.clone());
            of = of.max(on as usize);
        }
        shelves.len() >= of
    }

    /// True when what stands under `key` need not be read.
    pub(crate) fn is_full(&self, key: &str) -> bool {
        self.holds(key, |_| true)
    }

    /// True when what stands under `key` may be deleted: no crash can undo the snapshots that hold it, and all were made
    /// before.
    pub(crate) fn is_safe(&self, key: &str, before: u64) -> bool {
        self.holds(key, |known| known.is_safe && known.made < before)
    }

    /// The shelves on which a snapshot holds the operation under `key`, and on how many it is; for a snapshot, its own.
    pub(crate) fn shelves(&self, key: &str) -> (Set<Shelf>, u32) {
        if let Some(at) = self.place(key) {
            return (Set::one(self.known[at].shelf.clone()), 1);
        }
        let (mut shelves, mut of) = (Set::new(), 1);
        for (known, on) in self.holding(key) {
            shelves.insert(known.shelf.clone());
            of = of.max(on);
        }
        (shelves, of)
    }

    /// The imports that the snapshot under `key` keeps apart.
    pub(crate) fn apart(&self, key: &str) -> &[ImportId] {
        self.place(key).map_or(&[], |at| &self.known[at].apart)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn snapshot(shelf: &Shelf, made: u64, keys: &[(&str, u32)]) -> (Shelf, Covers, u64) {
        let mut covers = Covers::default();
        keys.iter().for_each(|(key, of)| covers.add(key, *of));
        (shelf.clone(), covers, made)
    }

    fn add(coverage: &mut Coverage, digest: &str, (shelf, covers, made): &(Shelf, Covers, u64), is_safe: bool) {
        coverage.add(&["postil/1/snap/", digest].concat(), (shelf, covers, *made), Vec::new(), is_safe);
    }

    #[test]
    fn covers_grows_in_ranges() {
        let mut covers = Covers::default();
        for key in ["postil/1/op/s/1", "postil/1/op/s/3", "postil/1/op/s/2", "postil/1/op/t/9", "postil/1/snap/ab"] {
            covers.add(key, 1);
            assert_eq!(covers.shelves_of(key), Some(1), "{key}");
        }
        assert_eq!(covers.operations[&1][&ReplicaId::from("s")], [(1, 3)]);
        for key in ["postil/1/op/s/18446744073709551615", "postil/1/op/s/18446744073709551614", "postil/1/op/s/0"] {
            covers.add(key, 1);
        }
        assert_eq!(covers.operations[&1][&ReplicaId::from("s")], [(0, 3), (u64::MAX - 1, u64::MAX)]);
        for key in ["postil/1/op/s/+1", "postil/1/op/s/01", "postil/1/op/s/4", "postil/1/snap/cd", "x"] {
            assert_eq!(covers.shelves_of(key), None, "{key}");
        }
    }

    #[test]
    fn an_operation_on_two_shelves_needs_both() {
        let (people, article) = (Shelf::People, Shelf::Article("art".into()));
        let (both, one) = ("postil/1/op/s/1", "postil/1/op/s/2");
        let mut coverage = Coverage::default();
        add(&mut coverage, "a1", &snapshot(&article, 5, &[(both, 2), (one, 1)]), true);
        add(&mut coverage, "a2", &snapshot(&article, 6, &[(both, 2)]), true);
        assert!(coverage.is_full(one) && coverage.is_safe(one, 6) && !coverage.is_safe(one, 5));
        assert!(!coverage.is_full(both));
        assert_eq!(coverage.shelves(both), (Set::one(article), 2));
        add(&mut coverage, "p1", &snapshot(&people, 7, &[(both, 2)]), false);
        assert!(coverage.is_full(both) && !coverage.is_safe(both, u64::MAX), "one may still be lost");
        assert!(!coverage.is_full("postil/1/here/s/1"), "another number of its own");
    }

    #[test]
    fn what_a_safe_snapshot_has_taken_the_place_of_stays_covered() {
        let mut coverage = Coverage::default();
        let (people, op) = (Shelf::People, "postil/1/op/s/1");
        add(&mut coverage, "p1", &snapshot(&people, 5, &[(op, 1)]), false);
        add(&mut coverage, "p2", &snapshot(&people, 6, &[("postil/1/snap/p1", 1)]), false);
        add(&mut coverage, "p3", &snapshot(&people, 7, &[("postil/1/snap/p2", 1)]), true);
        coverage.settle();
        assert!(coverage.is_safe(op, 6) && coverage.is_safe("postil/1/snap/p1", 7));
        assert!(coverage.is_superseded("postil/1/snap/p2") && !coverage.is_superseded("postil/1/snap/p3"));
    }

    #[test]
    fn two_that_name_each_other_do_not_do_away_with_each_other() {
        let mut coverage = Coverage::default();
        add(&mut coverage, "a", &snapshot(&Shelf::People, 1, &[("postil/1/snap/b", 1)]), true);
        add(&mut coverage, "b", &snapshot(&Shelf::People, 1, &[("postil/1/snap/a", 1)]), true);
        assert!(!coverage.is_superseded("postil/1/snap/a") && !coverage.is_superseded("postil/1/snap/b"));
    }
}
