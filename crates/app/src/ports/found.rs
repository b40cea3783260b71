//! What was found in both stores at the start.

use super::StorageError;
use postil_core::keep::startup::Pair;
use std::sync::Arc;

/// Both stores as they were found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundStores {
    /// Local storage, or why it cannot be used.
    pub local: Result<Vec<Pair>, StorageError>,
    /// The journal; `None` when it cannot be used.
    pub journal: Option<Vec<Pair>>,
    /// Ids of the articles in the library.
    pub articles: Vec<Arc<str>>,
    /// Drafts of sessions that are no longer alive: key and value.
    pub drafts: Vec<Pair>,
    /// UTF-16 units in use, ours and foreign, keys included.
    pub used: usize,
    /// The annotator that this browser began with, the same in all its tabs.
    pub annotator: Arc<str>,
    /// The steps of undo that this tab has from before its page was loaded anew.
    pub steps: Option<Arc<str>>,
    /// The route of the page's address.
    pub hash: Arc<str>,
    /// True on a Mac, where ⌘ takes the place of Ctrl.
    pub mac: bool,
}
