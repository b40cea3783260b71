//! What is known of the stores besides what they hold.

use postil_core::keep::startup::Pair;

/// The stores.
#[derive(Clone, Debug, Default)]
pub struct Storage {
    /// True when the journal was read at the start.
    pub(crate) journal_read: bool,
    /// What other tabs sent before both stores were read.
    pub early: Vec<Pair>,
    /// True while a timer runs for what was refused.
    pub(crate) waits_to_try_again: bool,
}
