//! The ledger: all operations that are known here, and the state they add up to.
//!
//! Operations may come in any order and more than once. An import is kept apart from the rest, so that it can be taken back
//! as one step without forgetting what was said since.

use super::{
    covers::{Coverage, Covers},
    key::{is_snapshot, op_parts},
    operation::Operation,
    shelf::Shelf,
    snapshot::{ImportPart, Snapshot},
    store::Store,
};
use crate::base::{
    id::{AnnotatorId, ArticleId, ImportId},
    map::Map,
    register::join_option,
    set::Set,
    stamp::Stamp,
};
use std::{collections::BTreeMap, sync::Arc};

/// An import older than this is no longer kept apart by compaction: 24 hours in milliseconds.
const KEEP_APART_MS: u64 = 24 * 60 * 60 * 1000;
/// The setting that names the import of the example class.
pub const EXAMPLE: &str = "example";
/// The index under which an import's last operation keeps its own change.
const LAST: u32 = u32::MAX;

/// All operations joined.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    base: Store,
    imports: Map<ImportId, ImportPart>,
    /// The base and the imports that count. None while there are none: then the base is the state.
    state: Option<Store>,
    /// Names that were let go of: whoever is heard of later may turn out to have theirs.
    forgotten: Store,
    /// Imports that can be taken back no more, and whether they counted then.
    settled: Map<ImportId, bool>,
    /// What the snapshots hold that were met.
    coverage: Coverage,
    /// On which shelves the operations are that were taken in, and of which import.
    places: BTreeMap<Arc<str>, Place>,
    /// The shelves from which something was let go of that their snapshots still have.
    worn: Set<Shelf>,
    /// Counts changes of the state.
    revision: u64,
}

/// Where an operation belongs.
#[derive(Clone, Debug)]
struct Place {
    /// The shelves of what it says; none for what only switches an import.
    shelves: Set<Shelf>,
    import: Option<ImportId>,
}

impl Place {
    fn of(key: &str, operation: &Operation) -> Self {
        match operation {
            Operation::Change(delta) => Self { shelves: delta.shelves(), import: None },
            Operation::Import { delta, .. } => Self { shelves: delta.shelves(), import: Some(ImportId::new(key)) },
            Operation::Part { import, delta, .. } => Self { shelves: delta.shelves(), import: Some(import.clone()) },
            Operation::Here { import, .. } => Self { shelves: Set::one(Shelf::Here), import: import.clone() },
            Operation::Switch { import, .. } => Self { shelves: Set::new(), import: Some(import.clone()) },
            Operation::Snapshot(snapshot) => Self { shelves: Set::one(snapshot.shelf.clone()), import: None },
        }
    }
}

impl ImportPart {
    /// True when all its operations are here and it was not taken back.
    #[must_use]
    pub(crate) fn counts(&self) -> bool {
        self.is_whole() && self.active.as_ref().is_none_or(|r| r.value)
    }

    /// True when the last operation and all the parts that it counts are here.
    fn is_whole(&self) -> bool {
        let Some(parts) = self.parts else { return false };
        let here = self.deltas.keys().filter(|index| **index < parts && **index != LAST).count() as u64;
        here == u64::from(parts) && self.deltas.contains_key(&LAST)
    }

    fn join(&mut self, other: &Self) {
        self.parts = self.parts.max(other.parts);
        for (index, delta) in &other.deltas {
            self.deltas.entry(*index).or_default().join(delta);
        }
        self.here.join(&other.here);
        self.made = self.made.max(other.made);
        join_option(&mut self.active, other.active.as_ref());
    }

    /// Puts all that it brings into a store. True when that changes anything.
    fn bring(&self, state: &mut Store) -> bool {
        let mut changed = state.here.join(&self.here);
        self.deltas.values().for_each(|delta| changed |= state.join(delta));
        changed
    }

    fn born(&self) -> u64 {
        self.active.as_ref().map_or(0, |r| r.stamp.wall).max(self.made)
    }
}

impl Ledger {
    /// Counts changes of what everything adds up to, for what is computed from it.
    #[must_use]
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// What everything adds up to.
    #[must_use]
    pub fn state(&self) -> &Store {
        self.state.as_ref().unwrap_or(&self.base)
    }

    /// Takes in the operation stored under `key`. True when the state changed. What a snapshot holds is not taken again: an
    /// import may still be met whose taking back is already deleted.
    pub fn take(&mut self, key: &str, operation: Operation) -> bool {
        let changed = self.take_in(key, operation);
        self.revision += u64::from(changed);
        changed
    }

    /// Takes in a change made here that holds only what tagging writes. Nobody else has its key, so no snapshot holds it.
    pub fn take_tags(&mut self, key: &str, delta: &Store) {
        self.places.insert(key.into(), Place { shelves: delta.shelves(), import: None });
        let mut changed = self.base.join_tags(delta);
        if let Some(state) = &mut self.state {
            changed = state.join_tags(delta);
        }
        self.revision += u64::from(changed);
    }

    fn take_in(&mut self, key: &str, operation: Operation) -> bool {
        let mut held = Set::new();
        if !is_snapshot(key) {
            if self.coverage.is_full(key) {
                return false;
            }
            // What is on a shelf whose snapshot has it is not taken again; the rest still counts.
            held = self.coverage.shelves(key).0;
            let Place { mut shelves, import } = Place::of(key, &operation);
            // Two stores may have two values under one key, and both count.
            self.places.get(key).into_iter().for_each(|place| shelves.join(&place.shelves));
            self.places.insert(key.into(), Place { shelves, import });
        }
        let rest = |delta: Store| if held.is_empty() { delta } else { delta.off(&held) };
        match operation {
            Operation::Change(delta) => self.take_change(&rest(delta)),
            Operation::Here { import: None, delta } => self.take_change(&Store { here: delta, ..Store::default() }),
            Operation::Here { import: Some(import), delta } => {
                self.take_import(&import, &ImportPart { here: delta, ..ImportPart::default() })
            }
            Operation::Part { import, index, delta } => {
                let mut part = ImportPart::default();
                part.deltas.insert(index, rest(delta));
                self.take_import(&import, &part)
            }
            Operation::Import { parts, made, delta } => {
                let mut part = ImportPart { parts: Some(parts), made, ..ImportPart::default() };
                part.deltas.insert(LAST, rest(delta));
                self.take_import(&ImportId::new(key), &part)
            }
            Operation::Switch { import, active } => {
                let part = ImportPart { active: Some(active), ..ImportPart::default() };
                self.take_import(&import, &part)
            }
            Operation::Snapshot(snapshot) => {
                self.know(key, &snapshot, false);
                if self.coverage.is_superseded(key) {
                    return false;
                }
                let mut changed = self.take_change(&snapshot.base);
                for (id, counts) in &snapshot.settled {
                    changed |= self.settle(id, *counts);
                }
                for (id, part) in &snapshot.imports {
                    changed |= self.take_import(id, part);
                }
                changed
            }
        }
    }

    /// Notes what a good snapshot holds: that is not to be taken again. It is safe when both stores have it.
    pub fn know(&mut self, key: &str, snapshot: &Snapshot, is_safe: bool) {
        let apart = snapshot.imports.keys().cloned().collect();
        self.coverage.add(key, (&snapshot.shelf, &snapshot.covers, snapshot.made), apart, is_safe);
    }

    /// True when the snapshots hold all that stands under a key.
    pub fn holds(&self, key: &str) -> bool {
        self.coverage.is_full(key)
    }

    /// What the snapshots hold.
    pub(crate) fn coverage(&mut self) -> &mut Coverage {
        &mut self.coverage
    }

    /// An import can be taken back no more: it becomes part of the whole, or goes. What is left of its operations then says
    /// nothing of its own. Of two that saw it otherwise, the one counts that loses nothing.
    fn settle(&mut self, id: &ImportId, counts: bool) -> bool {
        let settled = self.settled.entry(id.clone()).or_default();
        *settled |= counts;
        let counts = *settled;
        let Some(part) = self.imports.remove(id) else { return false };
        let before = self.state().clone();
        if counts {
            part.bring(&mut self.base);
        }
        self.recount();
        before != *self.state()
    }

    fn take_change(&mut self, delta: &Store) -> bool {
        let changed = self.base.join(delta);
        self.state.as_mut().map_or(changed, |state| state.join(delta))
    }

    /// Lets go of what was said of articles that are removed from this device. For when everything that is there has been
    /// taken: a later operation may say that an article is back.
    pub fn let_go(&mut self) {
        let gone = self.state().gone();
        if gone.is_empty() {
            return;
        }
        self.revision += 1;
        let forgotten = std::mem::take(&mut self.forgotten);
        self.take_change(&forgotten);
        let worn = &mut self.worn;
        let_go(&mut self.base, &gone, worn);
        self.state.iter_mut().for_each(|state| state.let_go(&gone));
        for part in self.imports.values_mut().filter(|part| part.is_whole()) {
            // An import that brought an article back does so again when it is done again.
            let brings = |id: &ArticleId| part.here.articles.get(id).is_some_and(|known| known.gone.is_some());
            let gone: Vec<_> = gone.iter().filter(|(id, _)| !brings(id)).cloned().collect();
            part.deltas.values_mut().for_each(|delta| let_go(delta, &gone, worn));
            part.here.let_go(&gone);
        }
        self.forget_people();
        if self.forgotten != forgotten {
            self.worn.insert(Shelf::People);
            self.worn.insert(Shelf::Here);
        }
    }

    /// Lets go of the names of people of whom nothing is here any more. Who tags in this browser stays, and so does whoever
    /// an import brought that was taken back: it may be done again.
    fn forget_people(&mut self) {
        // Of an import that is still coming in, the names may be ahead of what they belong to.
        if !self.imports.values().all(|part| part.deltas.is_empty() || part.is_whole()) {
            return;
        }
        let state = self.state();
        let stores = || self.imports.values().flat_map(|part| part.deltas.values()).chain([state]);
        let mut names: Vec<AnnotatorId> = stores().flat_map(|store| store.people.keys().cloned()).collect();
        names.retain(|id| !state.tags_here(id) && !stores().any(|store| store.has_layer_of(id)));
        for id in names {
            let forgotten = &mut self.forgotten;
            self.base.forget_name(&id, forgotten);
            self.state.iter_mut().for_each(|state| state.forget_name(&id, forgotten));
            for part in self.imports.values_mut() {
                part.deltas.values_mut().for_each(|delta| delta.forget_name(&id, forgotten));
                part.here.forget_name(&id, &mut forgotten.here);
            }
        }
    }

    fn take_import(&mut self, id: &ImportId, news: &ImportPart) -> bool {
        if let Some(counts) = self.settled.get(id) {
            let mut all = Store::default();
            if *counts {
                news.bring(&mut all);
            }
            return self.take_change(&all);
        }
        let here = self.imports.entry(id.clone()).or_default();
        let counted = here.counts();
        here.join(news);
        match (counted, here.counts()) {
            (true, false) => self.recount(),
            (_, true) => {
                let state = self.state.get_or_insert_with(|| self.base.clone());
                here.bring(state)
            }
            (false, false) => false,
        }
    }

    /// Adds everything up anew: needed only when an import is taken back.
    fn recount(&mut self) -> bool {
        let before = self.state.take();
        for part in self.imports.values().filter(|part| part.counts()) {
            let state = self.state.get_or_insert_with(|| self.base.clone());
            part.bring(state);
        }
        before.is_some_and(|before| before != *self.state())
    }

    /// Forgets an import that could not be stored.
    pub fn forget(&mut self, id: &ImportId) {
        if self.imports.remove(id).is_some() {
            self.revision += 1;
            self.recount();
        }
    }

    /// True when something that an import brought stands here without it: another one brought the same.
    #[must_use]
    pub fn is_held_elsewhere(&self, id: &ImportId) -> bool {
        let Some(part) = self.imports.get(id).filter(|part| !part.counts()) else { return false };
        let layers = part
            .deltas
            .values()
            .flat_map(|delta| &delta.layers)
            .flat_map(|(article, layers)| layers.iter().map(move |(key, layer)| (article, key, layer)));
        let mut records = layers.flat_map(|(article, key, layer)| {
            let said = move |paragraph| self.state().record(article, key, paragraph);
            layer.records.iter().map(move |(paragraph, record)| (said(paragraph), record))
        });
        let classes = part.deltas.values().flat_map(|delta| &delta.classes).flat_map(|(article, classes)| {
            classes.iter().map(move |(id, class)| (self.state().class(article, id), class))
        });
        records.any(|(here, record)| {
            here.is_some_and(|here| {
                let mut both = here.clone();
                both.join(record);
                both == *here
            })
        }) || classes.into_iter().any(|(here, class)| {
            here.is_some_and(|here| {
                let mut both = here.clone();
                both.join(class);
                both == *here
            })
        })
    }

    /// Whether an import counts now; `None` when it is not known as one that can be switched.
    #[must_use]
    pub fn import_counts(&self, id: &ImportId) -> Option<bool> {
        self.imports.get(id).filter(|part| part.parts.is_some()).map(ImportPart::counts)
    }

    /// The stamp of the latest switch of an import.
    #[must_use]
    pub fn import_switched(&self, id: &ImportId) -> Option<&Stamp> {
        self.imports.get(id)?.active.as_ref().map(|r| &r.stamp)
    }

    /// Imports older than a day become part of the whole, or go if they were taken back. Those with missing parts stay
    /// apart, and what is only there to try things with, which can be taken back at any time.
    pub fn fold(&mut self, now: u64) {
        let example = self.state().setting(EXAMPLE).cloned();
        let mut apart = Map::new();
        for (id, part) in std::mem::take(&mut self.imports) {
            let example = example.as_ref().is_some_and(|example| **example == *id.as_str());
            if !part.is_whole() || example || part.born().saturating_add(KEEP_APART_MS) > now {
                apart.insert(id, part);
                continue;
            }
            if part.counts() {
                part.bring(&mut self.base);
            }
            self.settled.insert(id, part.counts());
        }
        self.imports = apart;
    }

    /// True when something was let go of that the stores still have.
    #[must_use]
    pub fn is_worn(&self) -> bool {
        !self.worn.is_empty()
    }

    /// Snapshots of all shelves of which the operations under `keys` say something, made at `made`. What belongs to no article
    /// comes first: most imports name somebody. With `is_all`, every operation that is stored is known here; without, one
    /// that is not may say that somebody tags here whose name was let go of.
    #[must_use]
    pub fn snapshots(&self, keys: &[Arc<str>], made: u64, is_all: bool) -> Vec<Snapshot> {
        let mut shelves: Map<Shelf, Covers> = Map::new();
        let (mut due, mut taken) = (self.worn.clone(), Set::new());
        let mut settled: Map<&ImportId, ()> = Map::new();
        for key in keys {
            let (on, of) = self.place(key);
            let apart = || self.coverage.apart(key).iter().filter(|id| self.settled.contains_key(*id));
            let import = self.places.get(key).and_then(|place| place.import.as_ref());
            apart().chain(import).for_each(|id| _ = settled.insert(id, ()));
            // Of two snapshots of one shelf, one takes the place of both; and none keeps apart what is settled.
            let again = on.iter().any(|shelf| is_snapshot(key) && !taken.insert(shelf.clone()));
            if !is_snapshot(key) || again || apart().next().is_some() {
                due.join(&on);
            }
            on.iter().for_each(|shelf| shelves.entry(shelf.clone()).or_default().add(key, of));
        }
        let settled = self.settled.iter().filter(|(id, _)| settled.contains_key(id));
        let settled: Map<ImportId, bool> = settled.map(|(id, counts)| (id.clone(), *counts)).collect();
        let snapshot = |shelf: &Shelf| {
            let mut base = self.base.on(shelf);
            if !is_all {
                base.join(&self.forgotten.on(shelf));
            }
            let imports =
                self.imports.iter().filter_map(|(id, part)| Some((id.clone(), self.part_on(id, part, shelf)?)));
            let covers = shelves.get(shelf).cloned().unwrap_or_default();
            Snapshot { covers, made, base, imports: imports.collect(), settled: settled.clone(), shelf: shelf.clone() }
        };
        due.iter().map(snapshot).collect()
    }

    /// The snapshots stand in the stores now.
    pub fn compacted(&mut self) {
        self.worn.clear();
    }

    /// The shelves of what stands under a key, and how many they are.
    fn place(&self, key: &str) -> (Set<Shelf>, u32) {
        let shelves = match self.places.get(key) {
            Some(Place { shelves, import: Some(import) }) if shelves.is_empty() => self.shelves_of(import),
            Some(place) => place.shelves.clone(),
            // Held by snapshots, so it was never looked at.
            None => return self.coverage.shelves(key),
        };
        let of = u32::try_from(shelves.len()).unwrap_or(u32::MAX);
        (shelves, of)
    }

    /// The shelves that an import says something of, but for what belongs to this browser alone; the people while none is
    /// known.
    fn shelves_of(&self, id: &ImportId) -> Set<Shelf> {
        let operations =
            self.places.iter().filter(|(key, place)| op_parts(key).is_some() && place.import.as_ref() == Some(id));
        let mut shelves = Set::new();
        operations.for_each(|(_, place)| shelves.join(&place.shelves));
        let deltas = self.imports.get(id).into_iter().flat_map(|part| part.deltas.values());
        deltas.for_each(|delta| shelves.join(&delta.shelves()));
        if shelves.is_empty() {
            shelves.insert(Shelf::People);
        }
        shelves
    }

    /// What of an import is on a shelf: with all its parts, so that each shelf knows whether it is whole.
    fn part_on(&self, id: &ImportId, part: &ImportPart, shelf: &Shelf) -> Option<ImportPart> {
        if *shelf == Shelf::Here {
            let here = part.here.clone();
            return (!here.is_empty()).then(|| ImportPart { here, ..ImportPart::default() });
        }
        let is_met = part.parts.is_some() || part.active.is_some() || !part.deltas.is_empty();
        (is_met && self.shelves_of(id).contains(shelf)).then(|| ImportPart {
            parts: part.parts,
            deltas: part.deltas.iter().map(|(index, delta)| (*index, delta.on(shelf))).collect(),
            made: part.made,
            active: part.active.clone(),
            ..ImportPart::default()
        })
    }
}

/// Lets go of what was said of articles, and notes of which something went.
fn let_go(store: &mut Store, gone: &[(ArticleId, Stamp)], worn: &mut Set<Shelf>) {
    let shelves = gone.iter().map(|(id, _)| Shelf::Article(id.clone())).chain([Shelf::Here]);
    let before: Vec<(Shelf, Store)> = shelves.map(|shelf| (shelf.clone(), store.on(&shelf))).collect();
    store.let_go(gone);
    let changed = before.into_iter().filter(|(shelf, before)| store.on(shelf) != *before);
    changed.for_each(|(shelf, _)| _ = worn.insert(shelf));
}
