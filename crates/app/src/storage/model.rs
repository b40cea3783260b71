//! What is known of the stores besides what they hold.

use crate::ports::found::FoundStores;
use postil_core::keep::startup::Pair;

/// The stores.
#[derive(Clone, Debug, Default)]
pub struct Storage {
    /// True when the journal was read at the start.
    pub(crate) journal_read: bool,
    /// What both stores hold, until it can be taken in.
    pub(crate) found: Option<Box<FoundStores>>,
    /// What other tabs sent, until it can be taken in.
    pub early: Vec<Pair>,
    /// What stands beside the open article's text, until it can be taken in.
    pub(crate) kept: Vec<Pair>,
    /// True while a timer runs for what was refused.
    pub(crate) waits_to_try_again: bool,
}

impl Storage {
    /// True while something waits to be taken in.
    pub(crate) fn waits(&self) -> bool {
        self.found.is_some() || !self.early.is_empty() || !self.kept.is_empty()
    }
}
