//! The save state: what is written, what is confirmed, and what could not be kept. "Saved" is said only when it is true.

use crate::{ports::StorageError, strings::shared as strings};
use postil_core::{base::map::Map, keep::startup::Pair};
use std::sync::Arc;

/// After this long without word from the journal the state is "not crash-safe": 2 s in milliseconds.
pub(crate) const LATE_MS: u32 = 2000;

/// What was refused is tried again after this long: 3 s in milliseconds.
pub(crate) const AGAIN_MS: u32 = 3000;

/// The save state, in the words of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Written, and not yet confirmed.
    Saving,
    /// Confirmed by the journal, or nothing was changed yet.
    Saved,
    /// In local storage only.
    Fragile,
    /// Not stored.
    Failed,
}

impl SaveState {
    /// The value of `data-save-state`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Fragile => "fragile",
            Self::Failed => "failed",
        }
    }
}

/// The writes under way.
#[derive(Clone, Debug, Default)]
pub struct Saving {
    next: u64,
    /// Written to local storage, not yet confirmed by the journal; true when that is late.
    pending: Map<u64, bool>,
    /// Not in local storage: with the reason.
    refused: Map<u64, (Vec<Pair>, StorageError)>,
    /// Given to the runtime, no answer yet.
    given: Map<u64, Vec<Pair>>,
    /// In local storage, and the journal refused them.
    fragile: bool,
    /// Why nothing can be stored at all.
    blocked: Option<StorageError>,
}

impl Saving {
    /// Notes that storage cannot be used.
    pub fn block(&mut self, error: StorageError) {
        self.blocked = Some(error);
    }

    /// True when storage cannot be used.
    #[must_use]
    pub(crate) fn is_blocked(&self) -> bool {
        self.blocked.is_some()
    }

    /// Notes that the journal cannot be used.
    pub(crate) fn without_journal(&mut self) {
        self.fragile = true;
    }

    /// A ticket for operations that are about to be written.
    pub(crate) fn begin(&mut self, operations: &[Pair]) -> u64 {
        self.next += 1;
        self.given.insert(self.next, operations.to_vec());
        self.next
    }

    /// Local storage has them.
    pub fn kept(&mut self, ticket: u64) {
        if self.given.remove(&ticket).is_some() {
            self.pending.insert(ticket, false);
        }
    }

    /// Local storage refused them.
    pub fn refused(&mut self, ticket: u64, error: StorageError) {
        if let Some(operations) = self.given.remove(&ticket) {
            if error == StorageError::Blocked {
                self.blocked = Some(error.clone());
            }
            self.refused.insert(ticket, (operations, error));
        }
    }

    /// An import that did not fit was taken back: it is not waiting to be written any more. Returns its length.
    pub(crate) fn give_up(&mut self, ticket: u64) -> usize {
        let operations = self.refused.remove(&ticket).map(|(operations, _)| operations).unwrap_or_default();
        operations.iter().map(|(key, text)| key.len() + text.len()).sum()
    }

    /// The journal has them.
    pub(crate) fn confirmed(&mut self, ticket: u64) {
        self.pending.remove(&ticket);
    }

    /// The journal refused them.
    pub(crate) fn unconfirmed(&mut self, ticket: u64) {
        if self.pending.remove(&ticket).is_some() {
            self.fragile = true;
        }
    }

    /// The time of a ticket is over. True when it was still open.
    pub fn late(&mut self, ticket: u64) -> bool {
        self.pending.get_mut(&ticket).is_some_and(|late| !std::mem::replace(late, true))
    }

    /// Takes out what was refused, to try again.
    pub(crate) fn take_refused(&mut self) -> Vec<(u64, Vec<Pair>)> {
        let refused = std::mem::take(&mut self.refused);
        let mut again = Vec::with_capacity(refused.len());
        for (ticket, (operations, _)) in refused {
            self.given.insert(ticket, operations.clone());
            again.push((ticket, operations));
        }
        again
    }

    /// The state.
    #[must_use]
    pub fn state(&self) -> SaveState {
        if self.blocked.is_some() || !self.refused.is_empty() {
            SaveState::Failed
        } else if self.fragile || self.pending.values().any(|late| *late) {
            SaveState::Fragile
        } else if self.pending.is_empty() && self.given.is_empty() {
            SaveState::Saved
        } else {
            SaveState::Saving
        }
    }

    /// The state as it is shown. While words are typed that nobody has stored yet, nothing is said to be saved.
    #[must_use]
    pub fn shown(&self, typing: bool) -> SaveState {
        match self.state() {
            SaveState::Saved if typing => SaveState::Saving,
            state => state,
        }
    }

    /// A state in words.
    #[must_use]
    pub fn sentence(&self, state: SaveState) -> Arc<str> {
        match state {
            SaveState::Saving => strings::saving().into(),
            SaveState::Saved => strings::saved().into(),
            SaveState::Fragile => strings::saved_fragile().into(),
            SaveState::Failed if self.is_full() => strings::storage_full().into(),
            SaveState::Failed => strings::storage_blocked().into(),
        }
    }

    fn is_full(&self) -> bool {
        self.blocked.is_none() && self.refused.values().any(|(_, e)| matches!(e, StorageError::Full { .. }))
    }
}

#[cfg(test)]
mod tests {
    use crate::shared::saving::*;

    fn word(saving: &Saving) -> &'static str {
        saving.state().word()
    }

    #[test]
    fn saved_is_said_only_after_the_journal() {
        let mut saving = Saving::default();
        assert_eq!(word(&saving), "saved");
        let (one, two) = (saving.begin(&[]), saving.begin(&[]));
        assert_eq!(word(&saving), "saving");
        saving.kept(one);
        saving.kept(two);
        saving.confirmed(one);
        assert_eq!(word(&saving), "saving");
        assert!(saving.late(two));
        assert_eq!(word(&saving), "fragile");
        saving.confirmed(two);
        assert_eq!(word(&saving), "saved");
        assert_eq!(&*saving.sentence(saving.state()), "Saved");
    }

    #[test]
    fn what_was_refused_is_tried_again() {
        let mut saving = Saving::default();
        let ticket = saving.begin(&[("k".into(), "v".into())]);
        saving.refused(ticket, StorageError::Full { needed: 2 });
        assert_eq!(word(&saving), "failed");
        assert!(saving.sentence(saving.state()).contains("full"));
        assert_eq!(saving.take_refused().len(), 1);
        saving.kept(ticket);
        saving.confirmed(ticket);
        assert_eq!(word(&saving), "saved");
    }

    #[test]
    fn without_a_journal_nothing_is_crash_safe() {
        let mut saving = Saving::default();
        let ticket = saving.begin(&[]);
        saving.kept(ticket);
        saving.unconfirmed(ticket);
        assert_eq!(word(&saving), "fragile");
    }
}
