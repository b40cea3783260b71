//! Start-up: two stores are read, joined, and each is healed from the other.
//!
//! | local storage | journal | what happens |
//! |---|---|---|
//! | good | same | taken |
//! | good | missing | taken; written to the journal |
//! | missing | good | taken; written to local storage, unless a snapshot covers it |
//! | damaged | good | the journal's copy is taken; the damaged value stays where it is, and is listed |
//! | good | damaged | local storage's copy is taken; the damaged value stays, and is listed |
//! | damaged | damaged or missing | nothing is taken; the value stays, and is listed |
//! | newer | any | nothing is written any more in this tab |
//! | foreign key | | never touched |

use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};

use super::{
    format::entry::{Covers, Entry, EntryError, OP, PREFIX, SNAPSHOT, decode},
    ledger::Ledger,
    stamp::Stamp,
};

/// How long the journal keeps records that a snapshot covers: 30 days in milliseconds.
pub const KEEP_COVERED_MS: u64 = 30 * 24 * 60 * 60 * 1000;

/// A key and its value, as a store holds them.
pub type Pair = (Rc<str>, Rc<str>);

/// A value that could not be used. It is never overwritten or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Its key.
    pub key: Rc<str>,
    /// True when it stands in local storage, false for the journal.
    pub local: bool,
    /// What is wrong.
    pub error: EntryError,
    /// True when the other store had a good copy, so nothing is missing.
    pub recovered: bool,
}

/// What start-up found and what is to be done.
#[derive(Clone, Debug, Default)]
pub struct Start {
    /// Everything that could be read.
    pub ledger: Ledger,
    /// All keys that were taken in.
    pub known: BTreeSet<Rc<str>>,
    /// To be written to local storage.
    pub heal_local: Vec<Pair>,
    /// To be written to the journal.
    pub heal_journal: Vec<Pair>,
    /// Covered long ago: to be deleted from the journal.
    pub expired: Vec<Rc<str>>,
    /// Covered, and still in local storage after a compaction that was cut short: to be deleted there.
    pub covered_local: Vec<Rc<str>>,
    /// Values that could not be used.
    pub flaws: Vec<Flaw>,
    /// True when a newer Postil wrote here: this tab must not write.
    pub newer: bool,
    /// The latest stamp more than a day ahead of `now`, if any: some clock was wrong.
    pub future: Option<Stamp>,
}

/// True for the keys that hold records.
#[must_use]
pub fn is_record(key: &str) -> bool {
    key.starts_with(OP) || key.starts_with(SNAPSHOT)
}

/// True for keys of ours that only a later version can have written.
#[must_use]
pub fn is_newer_key(key: &str) -> bool {
    let version = key.strip_prefix(PREFIX).and_then(|rest| rest.split('/').next());
    version.and_then(|v| v.parse::<u32>().ok()).is_some_and(|v| v > 1)
}

/// Reads and joins both stores. `journal` is `None` when it could not be opened: then nothing is known about it, and
/// nothing is healed. `now` is in milliseconds since 1970.
#[must_use]
pub fn start(local: &[Pair], journal: Option<&[Pair]>, now: u64) -> Start {
    let mut start = Start::default();
    let here = records(local, &mut start.newer);
    let there = records(journal.unwrap_or_default(), &mut start.newer);
    let keys: BTreeSet<&Rc<str>> = here.keys().chain(there.keys()).copied().collect();
    let mut covers: Vec<(u64, Covers)> = Vec::new();
    let mut lost_local: Vec<Pair> = Vec::new();
    for key in keys {
        let mut copies = [(here.get(key), true), (there.get(key), false)].map(|(value, is_local)| {
            value.map(|value| (is_local, Rc::clone(value), decode(value)))
        });
        let good = copies.iter().flatten().find(|(_, _, entry)| entry.is_ok()).map(|(_, value, _)| Rc::clone(value));
        let mut twice = None;
        for (is_local, value, entry) in copies.iter_mut().filter_map(Option::take) {
            match entry {
                // The same text twice needs taking only once.
                Ok(_) if twice.as_ref() == Some(&value) => {}
                Ok(entry) => {
                    if let Entry::Snapshot(snapshot) = &entry {
                        covers.push((snapshot.made, snapshot.covers.clone()));
                    }
                    start.ledger.take(key, entry);
                    twice = Some(value);
                }
                Err(error) => {
                    start.newer |= error == EntryError::Newer;
                    start.flaws.push(Flaw { key: Rc::clone(key), local: is_local, error, recovered: good.is_some() });
                }
            }
        }
        let Some(value) = good else { continue };
        start.known.insert(Rc::clone(key));
        if !here.contains_key(key) {
            lost_local.push((Rc::clone(key), value));
        } else if journal.is_some() && !there.contains_key(key) {
            start.heal_journal.push((Rc::clone(key), value));
        }
    }
    let covered = |key: &str| covers.iter().any(|(_, covers)| covers.covers(key));
    start.heal_local = lost_local.into_iter().filter(|(key, _)| !covered(key)).collect();
    start.covered_local = here.keys().filter(|key| covered(key)).map(|key| Rc::clone(key)).collect();
    let old = |key: &str| covers.iter().any(|(made, c)| made.saturating_add(KEEP_COVERED_MS) < now && c.covers(key));
    start.expired = there.keys().filter(|key| old(key)).map(|key| Rc::clone(key)).collect();
    let mut future = None;
    start.ledger.state().each_stamp(|stamp| {
        if stamp.is_from_future(now) && future.as_ref().is_none_or(|f| stamp > f) {
            future = Some(stamp.clone());
        }
    });
    start.future = future;
    start
}

fn records<'a>(pairs: &'a [Pair], newer: &mut bool) -> BTreeMap<&'a Rc<str>, Rc<str>> {
    *newer |= pairs.iter().any(|(key, _)| is_newer_key(key));
    pairs.iter().filter(|(key, _)| is_record(key)).map(|(key, value)| (key, Rc::clone(value))).collect()
}
