//! The ledger: all operations that are known here, and the state they add up to.
//!
//! Operations may come in any order and more than once. An import is kept apart from the rest, so that it can be taken back
//! as one step without forgetting what was said since.

use super::{
    operation::{Covers, ImportPart, Operation, SNAPSHOT, Snapshot},
    store::Store,
};
use crate::{
    base::{
        id::{AnnotatorId, ArticleId, ImportId},
        map::Map,
        register::join_option,
    },
    record::whose::Whose,
};
use std::sync::Arc;

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
    /// What the snapshots hold that were taken in.
    covers: Vec<Covers>,
    /// Counts changes of the state.
    revision: u64,
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

    fn take_in(&mut self, key: &str, operation: Operation) -> bool {
        if !key.starts_with(SNAPSHOT) && self.covers(key) {
            return false;
        }
        match operation {
            Operation::Change(delta) => self.take_change(&delta),
            Operation::Part { import, index, delta } => {
                let mut part = ImportPart::default();
                part.deltas.insert(index, delta);
                self.take_import(&import, &part)
            }
            Operation::Here { import: None, delta } => self.take_change(&Store { here: delta, ..Store::default() }),
            Operation::Here { import: Some(import), delta } => {
                self.take_import(&import, &ImportPart { here: delta, ..ImportPart::default() })
            }
            Operation::Import { parts, made, delta } => {
                let mut part = ImportPart { parts: Some(parts), made, ..ImportPart::default() };
                part.deltas.insert(LAST, delta);
                self.take_import(&ImportId::new(key), &part)
            }
            Operation::Switch { import, active } => {
                let part = ImportPart { active: Some(active), ..ImportPart::default() };
                self.take_import(&import, &part)
            }
            Operation::Snapshot(snapshot) => {
                let mut changed = self.take_change(&snapshot.base);
                for (id, part) in &snapshot.imports {
                    // An older snapshot may still keep apart what a later one has folded.
                    if self.imports.contains_key(id) || !self.covers(id.as_str()) {
                        changed |= self.take_import(id, part);
                    }
                }
                // What it holds and does not keep apart has become part of the whole, or is gone.
                let here = self.imports.len();
                let stays = |id: &ImportId| snapshot.imports.contains_key(id) || !snapshot.covers.covers(id.as_str());
                self.imports = std::mem::take(&mut self.imports).into_iter().filter(|(id, _)| stays(id)).collect();
                if self.imports.len() < here {
                    changed |= self.recount();
                }
                self.covers.push(snapshot.covers);
                changed
            }
        }
    }

    fn covers(&self, key: &str) -> bool {
        self.covers.iter().any(|covers| covers.covers(key))
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
        self.base.let_go(&gone);
        self.state.iter_mut().for_each(|state| state.let_go(&gone));
        for part in self.imports.values_mut().filter(|part| part.is_whole()) {
            // An import that brought an article back does so again when it is done again.
            let brings = |id: &ArticleId| part.here.articles.get(id).is_some_and(|known| known.gone.is_some());
            let gone: Vec<_> = gone.iter().filter(|(id, _)| !brings(id)).cloned().collect();
            part.deltas.values_mut().for_each(|delta| delta.let_go(&gone));
            part.here.let_go(&gone);
        }
        self.forget_people();
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
        let mut names: Vec<AnnotatorId> = stores().flat_map(|store| store.annotators.keys().cloned()).collect();
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
        let articles = part.deltas.values().flat_map(|delta| delta.spoken_of().map(move |article| (delta, article)));
        let layers = articles.flat_map(|(delta, article)| {
            delta.stored_layers(article).into_iter().map(move |(id, layer)| (article, Whose::from(id), layer))
        });
        let mut records = layers.flat_map(|(article, whose, layer)| {
            let said = move |paragraph| self.state().said(article, &whose, paragraph);
            layer.records.iter().map(move |(paragraph, record)| (said(paragraph), record))
        });
        records.any(|(here, record)| {
            here.is_some_and(|here| {
                let mut both = here.clone();
                both.join(record);
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
    pub fn import_switched(&self, id: &ImportId) -> Option<&crate::base::stamp::Stamp> {
        self.imports.get(id)?.active.as_ref().map(|r| &r.stamp)
    }

    /// Imports older than a day become part of the whole, or go if they were taken back. Those with missing parts stay
    /// apart, and what is only there to try things with, which can be taken back at any time.
    pub fn fold(&mut self, now: u64) {
        let example = self.base.setting(EXAMPLE).cloned();
        let mut apart = Map::new();
        for (id, part) in std::mem::take(&mut self.imports) {
            let example = example.as_ref().is_some_and(|example| **example == *id.as_str());
            if !part.is_whole() || example || part.born().saturating_add(KEEP_APART_MS) > now {
                apart.insert(id, part);
            } else if part.counts() {
                part.bring(&mut self.base);
            }
        }
        self.imports = apart;
    }

    /// A snapshot of everything as it is when folded at `now`, which covers the operations under `keys`.
    #[must_use]
    pub fn snapshot<'a>(&self, keys: impl Iterator<Item = &'a Arc<str>>, now: u64) -> Snapshot {
        let mut covers = Covers::default();
        keys.for_each(|key| covers.add(key));
        let mut whole = Self { base: self.base.clone(), imports: self.imports.clone(), ..Self::default() };
        whole.fold(now);
        Snapshot { covers, made: now, base: whole.base, imports: whole.imports }
    }
}
