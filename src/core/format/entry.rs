//! Stored records: one immutable value under one key, with a version and a checksum.
//!
//! A value is `VERSION CHECKSUM JSON`: a decimal number, 16 hex digits of the SHA-256 of the JSON text, and the JSON.
//! Keys: `postil/1/op/<session>/<number>` for what people did, `postil/1/snap/<digest>` for snapshots.

use std::{collections::BTreeMap, rc::Rc};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::wire::{WireStore, pack, unpack};
use crate::core::{
    digest,
    id::{ImportId, ReplicaId},
    register::Register,
    stamp::Stamp,
    store::Store,
};

/// The version of stored records that this program writes.
pub const VERSION: u32 = 1;
/// What all our keys begin with.
pub const PREFIX: &str = "postil/";
/// What the keys of operations begin with.
pub const OP: &str = "postil/1/op/";
/// What the keys of snapshots begin with.
pub const SNAPSHOT: &str = "postil/1/snap/";

/// Which operations a snapshot holds: for each session all numbers up to one, and the snapshots before it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covers {
    /// Sessions and the operations of each, as inclusive ranges of numbers.
    pub sessions: BTreeMap<ReplicaId, Vec<(u64, u64)>>,
    /// Digests of the snapshots that went into it.
    pub snapshots: Vec<Rc<str>>,
}

impl Covers {
    /// True when the record under `key` is part of it.
    #[must_use]
    pub fn covers(&self, key: &str) -> bool {
        if let Some((session, number)) = op_parts(key) {
            // Of the ranges, the first that does not end before the number decides.
            let ranges = self.sessions.get(session).map_or(&[][..], Vec::as_slice);
            let at = ranges.partition_point(|(_, to)| *to < number);
            return ranges.get(at).is_some_and(|(from, _)| *from <= number);
        }
        key.strip_prefix(SNAPSHOT).is_some_and(|hash| self.snapshots.iter().any(|s| &**s == hash))
    }

    /// Adds the record under `key`.
    pub fn add(&mut self, key: &str) {
        if let Some((session, number)) = op_parts(key) {
            if !self.sessions.contains_key(session) {
                self.sessions.insert(session.into(), Vec::new());
            }
            if let Some(ranges) = self.sessions.get_mut(session) {
                extend(ranges, number);
            }
        } else if let Some(hash) = key.strip_prefix(SNAPSHOT)
            && let Err(at) = self.snapshots.binary_search_by(|s| (**s).cmp(hash))
        {
            self.snapshots.insert(at, hash.into());
        }
    }
}

/// Adds a number to ranges in rising order, of which none touch.
fn extend(ranges: &mut Vec<(u64, u64)>, number: u64) {
    let at = ranges.partition_point(|(_, to)| *to < number);
    if ranges.get(at).is_some_and(|(from, _)| *from <= number) {
        return;
    }
    let joins_before = at > 0 && ranges[at - 1].1.checked_add(1) == Some(number);
    let joins_after = ranges.get(at).is_some_and(|(from, _)| number.checked_add(1) == Some(*from));
    match (joins_before, joins_after) {
        (true, true) => ranges[at - 1].1 = ranges.remove(at).1,
        (true, false) => ranges[at - 1].1 = number,
        (false, true) => ranges[at].0 = number,
        (false, false) => ranges.insert(at, (number, number)),
    }
}

/// The key of a snapshot with this stored text.
#[must_use]
pub fn snapshot_key(text: &str) -> Rc<str> {
    format!("{SNAPSHOT}{}", digest::hex(text, 16)).into()
}

/// The key of a session's operation.
#[must_use]
pub fn op_key(session: &ReplicaId, number: u64) -> Rc<str> {
    format!("{OP}{session}/{number}").into()
}

/// Session and number of an operation's key.
#[must_use]
pub fn op_parts(key: &str) -> Option<(&str, u64)> {
    let (session, number) = key.strip_prefix(OP)?.split_once('/')?;
    // Only as `op_key` writes it: "+1" and "01" are other keys than "1".
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && (number == "0" || !number.starts_with('0'));
    Some((session, number.parse().ok().filter(|_| plain && !session.is_empty())?))
}

/// An import as a ledger keeps it: its change apart, so that it can be taken back as one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPart {
    /// What the last record says: how many part records belong to it. `None` while that record was not met.
    pub parts: Option<u32>,
    /// The changes met so far; the last record's own stands under `u32::MAX`.
    pub deltas: BTreeMap<u32, Store>,
    /// Whether it counts; without a register it does.
    pub active: Option<Register<bool>>,
}

/// What one stored record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A change made here.
    Change(Store),
    /// Part `index` of a large import, which counts only once the record [`Entry::Import`] is there too.
    Part {
        /// The import it belongs to.
        import: ImportId,
        /// Its place, from 0.
        index: u32,
        /// What it brings.
        delta: Store,
    },
    /// An import; its id is its own key.
    Import {
        /// How many [`Entry::Part`]s belong to it.
        parts: u32,
        /// What it brings beside them.
        delta: Store,
    },
    /// Takes an import back, or lets it count again.
    Switch {
        /// Which one.
        import: ImportId,
        /// Whether it counts.
        active: Register<bool>,
    },
    /// The join of many records.
    Snapshot(Box<Snapshot>),
}

/// The join of many records, which may be deleted once this one is safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Which records it holds.
    pub covers: Covers,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// Everything but the imports that can still be taken back.
    pub base: Store,
    /// Those imports.
    pub imports: BTreeMap<ImportId, ImportPart>,
}

// Tagged from outside: an inner tag makes serde read everything twice, and then refuse the numbers that are the keys of
// `deltas`.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Wire {
    Change(WireStore),
    Part { of: ImportId, i: u32, d: WireStore },
    Import { parts: u32, d: WireStore },
    Switch { of: ImportId, on: bool, at: String },
    Snapshot { covers: Covers, made: u64, d: WireStore, imports: BTreeMap<ImportId, WireImport> },
}

#[derive(Serialize, Deserialize)]
struct WireImport {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parts: Option<u32>,
    deltas: BTreeMap<u32, WireStore>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    active: Option<(bool, String)>,
}

/// Why a stored value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum EntryError {
    /// Nothing in it.
    #[error("the record is empty")]
    Empty,
    /// Written by a later version of Postil.
    #[error("the record was written by a newer Postil")]
    Newer,
    /// The text is not what was written.
    #[error("the record is damaged: its checksum does not match")]
    Checksum,
    /// The text is whole, but says nothing we understand.
    #[error("the record cannot be read")]
    Malformed,
}

/// The stored form of an entry.
#[must_use]
pub fn encode(entry: &Entry) -> String {
    let json = serde_json::to_string(&to_wire(entry)).unwrap_or_default();
    format!("{VERSION} {} {json}", digest::hex(&json, 8))
}

/// Key and stored form of a snapshot. `None` if it did not read back as it is: then nothing that it covers may go.
#[must_use]
pub fn encode_snapshot(snapshot: Snapshot) -> Option<(Rc<str>, String)> {
    let entry = Entry::Snapshot(Box::new(snapshot));
    let text = encode(&entry);
    (decode(&text).as_ref() == Ok(&entry)).then(|| (snapshot_key(&text), text))
}

/// Reads a stored value.
///
/// # Errors
/// When it is empty, newer, damaged or not understood. Whatever the reason, the value is to be kept as it is.
pub fn decode(value: &str) -> Result<Entry, EntryError> {
    if value.trim().is_empty() {
        return Err(EntryError::Empty);
    }
    let (version, rest) = value.split_once(' ').ok_or(EntryError::Malformed)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(n) if n > VERSION => return Err(EntryError::Newer),
        _ => return Err(EntryError::Malformed),
    }
    let (sum, json) = rest.split_once(' ').ok_or(EntryError::Malformed)?;
    if digest::hex(json, 8) != sum {
        return Err(EntryError::Checksum);
    }
    // serde_json refuses text nested more than 128 deep.
    let wire: Wire = serde_json::from_str(json).map_err(|_| EntryError::Malformed)?;
    from_wire(wire).ok_or(EntryError::Malformed)
}

fn to_wire(entry: &Entry) -> Wire {
    match entry {
        Entry::Change(delta) => Wire::Change(pack(delta)),
        Entry::Part { import, index, delta } => Wire::Part { of: import.clone(), i: *index, d: pack(delta) },
        Entry::Import { parts, delta } => Wire::Import { parts: *parts, d: pack(delta) },
        Entry::Switch { import, active } => {
            Wire::Switch { of: import.clone(), on: active.value, at: active.stamp.to_string() }
        }
        Entry::Snapshot(snapshot) => {
            let import = |part: &ImportPart| WireImport {
                parts: part.parts,
                deltas: part.deltas.iter().map(|(i, d)| (*i, pack(d))).collect(),
                active: part.active.as_ref().map(|r| (r.value, r.stamp.to_string())),
            };
            Wire::Snapshot {
                covers: snapshot.covers.clone(),
                made: snapshot.made,
                d: pack(&snapshot.base),
                imports: snapshot.imports.iter().map(|(id, part)| (id.clone(), import(part))).collect(),
            }
        }
    }
}

fn from_wire(wire: Wire) -> Option<Entry> {
    let register = |on: bool, at: &str| Some(Register::new(on, at.parse::<Stamp>().ok()?));
    Some(match wire {
        Wire::Change(d) => Entry::Change(unpack(d).ok()?),
        Wire::Part { of, i, d } => Entry::Part { import: of, index: i, delta: unpack(d).ok()? },
        Wire::Import { parts, d } => Entry::Import { parts, delta: unpack(d).ok()? },
        Wire::Switch { of, on, at } => Entry::Switch { import: of, active: register(on, &at)? },
        Wire::Snapshot { covers, made, d, imports } => {
            let mut snapshot = Snapshot { covers, made, base: unpack(d).ok()?, imports: BTreeMap::new() };
            for (id, wire) in imports {
                let mut part = ImportPart { parts: wire.parts, ..ImportPart::default() };
                for (index, delta) in wire.deltas {
                    part.deltas.insert(index, unpack(delta).ok()?);
                }
                if let Some((on, at)) = wire.active {
                    part.active = Some(register(on, &at)?);
                }
                snapshot.imports.insert(id, part);
            }
            Entry::Snapshot(Box::new(snapshot))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covers_grows_in_ranges() {
        let mut covers = Covers::default();
        for key in ["postil/1/op/s/1", "postil/1/op/s/3", "postil/1/op/s/2", "postil/1/op/t/9", "postil/1/snap/ab"] {
            covers.add(key);
            assert!(covers.covers(key), "{key}");
        }
        assert_eq!(covers.sessions[&ReplicaId::from("s")], [(1, 3)]);
        for key in ["postil/1/op/s/18446744073709551615", "postil/1/op/s/18446744073709551614", "postil/1/op/s/0"] {
            covers.add(key);
        }
        assert_eq!(covers.sessions[&ReplicaId::from("s")], [(0, 3), (u64::MAX - 1, u64::MAX)]);
        assert!(!covers.covers("postil/1/op/s/+1") && !covers.covers("postil/1/op/s/01"));
        assert!(!covers.covers("postil/1/op/s/4") && !covers.covers("postil/1/snap/cd") && !covers.covers("x"));
    }

    #[test]
    fn every_flaw_has_its_error() {
        let good = encode(&Entry::Change(Store::default()));
        assert_eq!(decode(&good), Ok(Entry::Change(Store::default())));
        let cut = &good[..good.len() - 1];
        let newer = good.replacen('1', "2", 1);
        for (text, error) in [
            ("", EntryError::Empty),
            (cut, EntryError::Checksum),
            (&newer, EntryError::Newer),
            ("x y z", EntryError::Malformed),
            ("0 a b", EntryError::Malformed),
            ("{}", EntryError::Malformed),
        ] {
            assert_eq!(decode(text), Err(error), "{text}");
        }
        let deep = "[".repeat(10_000);
        let deep = format!("1 {} {deep}", digest::hex(&deep, 8));
        assert_eq!(decode(&deep), Err(EntryError::Malformed));
    }
}
