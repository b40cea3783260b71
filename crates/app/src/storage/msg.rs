//! What the stores and other tabs say.

use crate::ports::{StorageError, found::FoundStores};
use postil_core::keep::startup::Pair;
use std::sync::Arc;

/// Something that the stores or other tabs said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Both stores were read.
    StoresFound(Box<FoundStores>),
    /// An article's text was stored.
    ArticleStored(Arc<str>),
    /// An article's text could not be stored.
    ArticleRefused(Arc<str>),
    /// Operations were written to local storage; the number is their ticket.
    OperationsKept(u64),
    /// Local storage refused them.
    OperationsRefused(u64, StorageError),
    /// The journal committed them.
    JournalKept(u64),
    /// The journal refused them.
    JournalRefused(u64),
    /// The last reserve of local storage was given up for a save.
    BallastGone,
    /// Operations came from another tab, or were found by a rescan.
    OperationsArrived(Vec<Pair>),
    /// What the stores hold could not be taken in, and somebody wants it tried again.
    ReadAgain,
    /// What stands beside an article's text was read: versions of its codebook, and other descriptions of it.
    VersionsRead(Vec<Pair>),
    /// Another tab wrote keys of a newer version.
    NewerSeen,
    /// UTF-16 units in use, measured again.
    UsageMeasured(usize),
    /// The lock for compaction is ours: the keys that are in local storage now.
    CompactionMayRun(Vec<Arc<str>>),
    /// A snapshot has taken the place of what it covers: so many units are in use now.
    Compacted(usize),
    /// There was no room for it, or the journal did not take it. So many units are in use.
    CompactionFailed(usize),
}
