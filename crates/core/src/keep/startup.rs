//! Start-up: two stores are read, joined, and each is healed from the other.
//!
//! | local storage | journal | what happens |
//! |---|---|---|
//! | good | same | taken |
//! | good | missing | taken; written to the journal |
//! | missing | good | taken; written to local storage, unless a snapshot covers it |
//! | good | good, but different | both are taken, and stay |
//! | damaged | good | the journal's copy is taken; the damaged value stays where it is, and is listed |
//! | good | damaged | local storage's copy is taken; the damaged value stays, and is listed |
//! | damaged | damaged or missing | nothing is taken; the value stays, and is listed |
//! | newer | any | nothing is written any more in this tab |
//! | covered by good snapshots of all its shelves | any | not read again: they hold it; deleted when the journal has them too |
//! | covered on some of its shelves | any | what it says of the others is taken |
//! | foreign key | | never touched |

pub use super::key::is_operation;
use super::{
    key::{PREFIX, is_snapshot},
    ledger::Ledger,
    operation::{Operation, OperationError, decode},
    shelf::Shelf,
};
use crate::base::stamp::Stamp;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// How long the journal keeps operations that a snapshot covers: 30 days in milliseconds.
pub const KEEP_COVERED_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// A key and its value, as a store holds them.
pub type Pair = (Arc<str>, Arc<str>);

/// A value that could not be used. It is never overwritten or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Its key.
    pub key: Arc<str>,
    /// True when it stands in local storage, false for the journal.
    pub local: bool,
    /// What is wrong.
    pub error: OperationError,
    /// True when the other store had a good copy, so nothing is missing.
    pub recovered: bool,
}

/// What start-up found and what is to be done.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Everything that could be read.
    pub ledger: Ledger,
    /// All keys that were taken in or are covered, but not those with a damaged copy: these must not be compacted away.
    pub known: BTreeSet<Arc<str>>,
    /// To be written to local storage.
    pub heal_local: Vec<Pair>,
    /// To be written to the journal.
    pub heal_journal: Vec<Pair>,
    /// Covered long ago by a snapshot that both stores have: to be deleted from the journal.
    pub expired: Vec<Arc<str>>,
    /// Covered by a snapshot that both stores have, and still in local storage after a compaction that was cut short: to
    /// be deleted there.
    pub covered_local: Vec<Arc<str>>,
    /// Values that could not be used.
    pub flaws: Vec<Flaw>,
    /// True when a newer Postil wrote here: this tab must not write. Nothing is to be healed or deleted then.
    pub newer: bool,
    /// The latest stamp more than a day ahead of `now`, if any: some clock was wrong.
    pub future: Option<Stamp>,
}

/// True for keys of ours that only a later version can have written.
#[must_use]
pub fn is_newer_key(key: &str) -> bool {
    let version = key.strip_prefix(PREFIX).and_then(|rest| rest.split('/').next());
    version.and_then(|v| v.parse::<u32>().ok()).is_some_and(|v| v > 1)
}

/// What both stores have under one key.
struct Copies<'a> {
    key: &'a Arc<str>,
    local: Option<&'a Arc<str>>,
    journal: Option<&'a Arc<str>>,
}

impl Copies<'_> {
    /// Reads the copies; equal ones are read once. Says what is wrong with them, and which text is good.
    fn read(&self, flaws: &mut Vec<Flaw>) -> (Vec<Operation>, Option<Arc<str>>) {
        let same = self.local == self.journal;
        let (mut operations, mut good, mut bad) = (Vec::with_capacity(1), None, Vec::new());
        for (value, local) in [(self.local, true), (self.journal, false)] {
            let Some(value) = value else { continue };
            if same && !local && good.is_some() {
                break;
            }
            match decode(value) {
                Ok(operation) => {
                    operations.push(operation);
                    good.get_or_insert_with(|| Arc::clone(value));
                }
                Err(error) => bad.push((local, error)),
            }
        }
        let recovered = good.is_some();
        flaws.extend(bad.into_iter().map(|(local, error)| Flaw { key: Arc::clone(self.key), local, error, recovered }));
        (operations, good)
    }
}

/// Reads and joins both stores. `journal` is `None` when it could not be opened: then nothing is known about it, and
/// nothing is healed. `now` is in milliseconds since 1970.
#[must_use]
pub fn start(local: &[Pair], journal: Option<&[Pair]>, now: u64) -> Start {
    let mut start = Start::default();
    let has_journal = journal.is_some();
    let journal = journal.unwrap_or_default();
    start.newer = local.iter().chain(journal).any(|(key, _)| is_newer_key(key));
    let mut all: BTreeMap<&Arc<str>, Copies<'_>> = BTreeMap::new();
    for (pairs, is_local) in [(local, true), (journal, false)] {
        for (key, value) in pairs.iter().filter(|(key, _)| is_operation(key)) {
            let copies = all.entry(key).or_insert(Copies { key, local: None, journal: None });
            *(if is_local { &mut copies.local } else { &mut copies.journal }) = Some(value);
        }
    }
    let mut good: Vec<(&Copies<'_>, Arc<str>)> = Vec::new();
    let mut snapshots: Vec<(&Arc<str>, Operation)> = Vec::new();
    for copies in all.values().filter(|copies| is_snapshot(copies.key)) {
        let (operations, text) = copies.read(&mut start.flaws);
        let both = has_journal && copies.local.is_some() && copies.local == copies.journal;
        for operation in operations {
            if let Operation::Snapshot(snapshot) = &operation {
                start.ledger.know(copies.key, snapshot, both);
            }
            snapshots.push((copies.key, operation));
        }
        good.extend(text.map(|text| (copies, text)));
    }
    start.ledger.coverage().settle();
    // What snapshots cover is not taken again: after a compaction that was cut short, an import may still be there whose
    // taking back is already deleted.
    for (key, operation) in snapshots {
        start.ledger.take(key, operation);
    }
    for copies in all.values().filter(|copies| !is_snapshot(copies.key)) {
        if start.ledger.coverage().is_full(copies.key) {
            good.extend(copies.local.or(copies.journal).map(|text| (copies, Arc::clone(text))));
            continue;
        }
        let (operations, text) = copies.read(&mut start.flaws);
        operations.into_iter().for_each(|operation| _ = start.ledger.take(copies.key, operation));
        good.extend(text.map(|text| (copies, text)));
    }
    start.ledger.let_go();
    start.newer |= start.flaws.iter().any(|flaw| flaw.error == OperationError::Newer);
    start.heal(&good, has_journal, now);
    start.future = future(&start.ledger, now);
    start
}

impl Start {
    fn heal(&mut self, good: &[(&Copies<'_>, Arc<str>)], has_journal: bool, now: u64) {
        let mut flawed: BTreeSet<Arc<str>> = BTreeSet::new();
        self.flaws.iter().for_each(|flaw| _ = flawed.insert(Arc::clone(&flaw.key)));
        let gone = self.ledger.state().gone();
        for (copies, text) in good.iter().filter(|(copies, _)| !flawed.contains(copies.key)) {
            let key = copies.key;
            self.known.insert(Arc::clone(key));
            if self.newer {
                continue;
            }
            let coverage = &*self.ledger.coverage();
            let deletable = coverage.is_safe(key, u64::MAX);
            if copies.local.is_none() && !coverage.is_full(key) {
                self.heal_local.push((Arc::clone(key), Arc::clone(text)));
            }
            // Also what is covered: it goes from local storage only when the journal has it.
            if copies.journal.is_none() && has_journal {
                self.heal_journal.push((Arc::clone(key), Arc::clone(text)));
            }
            if copies.local.is_some() && deletable {
                self.covered_local.push(Arc::clone(key));
            }
            // What speaks of an article that was removed from this device does not stay for 30 days, nor do the names of those
            // who may have gone with it.
            let speaks = |text: &Arc<str>| {
                let names = !gone.is_empty() && coverage.shelves(key).0.contains(&Shelf::People);
                names || gone.iter().any(|(id, _)| text.contains(id.as_str()))
            };
            let purged = copies.journal.is_some_and(speaks);
            let until = if purged { u64::MAX } else { now.saturating_sub(KEEP_COVERED_MS) };
            if copies.journal.is_some() && coverage.is_safe(key, until) {
                self.expired.push(Arc::clone(key));
            }
        }
    }
}

fn future(ledger: &Ledger, now: u64) -> Option<Stamp> {
    let mut future: Option<Stamp> = None;
    ledger.state().each_stamp(|stamp| {
        if stamp.is_from_future(now) && future.as_ref().is_none_or(|f| stamp > f) {
            future = Some(stamp.clone());
        }
    });
    future
}
