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
//! | covered by a good snapshot | any | not read again: the snapshot holds it; deleted when the journal has it too |
//! | foreign key | | never touched |

use super::{
    ledger::Ledger,
    operation::{Covers, OP, Operation, OperationError, PREFIX, SNAPSHOT, decode, here_parts},
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

/// True for the keys that hold operations.
#[must_use]
pub fn is_operation(key: &str) -> bool {
    key.starts_with(OP) || key.starts_with(SNAPSHOT) || here_parts(key).is_some()
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

/// The good snapshots: what each covers, when it was made, and whether both stores have it.
struct Covering(Vec<(Covers, u64, bool)>);

impl Covering {
    fn covers(&self, key: &str) -> bool {
        self.0.iter().any(|(covers, ..)| covers.covers(key))
    }

    /// The same for a snapshot itself: only a later one can hold it, so two can never do away with each other.
    fn covers_since(&self, key: &str, made: u64) -> bool {
        self.0.iter().any(|(covers, later, _)| *later > made && covers.covers(key))
    }

    /// True when what `key` holds may be deleted: no crash can undo a snapshot that both stores have.
    fn confirmed(&self, key: &str, made_before: u64) -> bool {
        self.0.iter().any(|(covers, made, both)| *both && *made < made_before && covers.covers(key))
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
    let mut covering = Covering(Vec::new());
    for copies in all.values().filter(|copies| copies.key.starts_with(SNAPSHOT)) {
        let (operations, text) = copies.read(&mut start.flaws);
        let both = has_journal && copies.local.is_some() && copies.local == copies.journal;
        for operation in operations {
            if let Operation::Snapshot(snapshot) = &operation {
                covering.0.push((snapshot.covers.clone(), snapshot.made, both));
            }
            snapshots.push((copies.key, operation));
        }
        good.extend(text.map(|text| (copies, text)));
    }
    // What a snapshot covers is not taken again: after a compaction that was cut short, an import may still be there
    // whose taking back is already deleted.
    for (key, operation) in snapshots {
        if !matches!(&operation, Operation::Snapshot(snapshot) if covering.covers_since(key, snapshot.made)) {
            start.ledger.take(key, operation);
        }
    }
    for copies in all.values().filter(|copies| !copies.key.starts_with(SNAPSHOT)) {
        if covering.covers(copies.key) {
            good.extend(copies.local.or(copies.journal).map(|text| (copies, Arc::clone(text))));
            continue;
        }
        let (operations, text) = copies.read(&mut start.flaws);
        operations.into_iter().for_each(|operation| _ = start.ledger.take(copies.key, operation));
        good.extend(text.map(|text| (copies, text)));
    }
    start.ledger.let_go();
    start.newer |= start.flaws.iter().any(|flaw| flaw.error == OperationError::Newer);
    start.heal(&good, &covering, has_journal, now);
    start.future = future(&start.ledger, now);
    start
}

impl Start {
    fn heal(&mut self, good: &[(&Copies<'_>, Arc<str>)], covering: &Covering, has_journal: bool, now: u64) {
        let mut flawed: BTreeSet<Arc<str>> = BTreeSet::new();
        self.flaws.iter().for_each(|flaw| _ = flawed.insert(Arc::clone(&flaw.key)));
        let gone = self.ledger.state().gone();
        for (copies, text) in good.iter().filter(|(copies, _)| !flawed.contains(copies.key)) {
            let key = copies.key;
            self.known.insert(Arc::clone(key));
            if self.newer {
                continue;
            }
            let deletable = covering.confirmed(key, u64::MAX);
            if copies.local.is_none() && !covering.covers(key) {
                self.heal_local.push((Arc::clone(key), Arc::clone(text)));
            }
            // Also what is covered: it goes from local storage only when the journal has it.
            if copies.journal.is_none() && has_journal {
                self.heal_journal.push((Arc::clone(key), Arc::clone(text)));
            }
            if copies.local.is_some() && deletable {
                self.covered_local.push(Arc::clone(key));
            }
            // What speaks of an article that was removed from this device does not stay for 30 days.
            let purged = gone.iter().any(|(id, _)| copies.journal.is_some_and(|text| text.contains(id.as_str())));
            let until = if purged { u64::MAX } else { now.saturating_sub(KEEP_COVERED_MS) };
            if copies.journal.is_some() && covering.confirmed(key, until) {
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
