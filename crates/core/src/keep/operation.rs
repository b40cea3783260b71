//! Stored operations: one immutable value under one key, with a version and a checksum.
//!
//! A value is `VERSION CHECKSUM JSON`: a decimal number, 16 hex digits of the SHA-256 of the JSON text, and the JSON.
//! Keys: `postil/1/op/<session>/<number>` for what people did, `postil/1/here/<session>/<number>` for what belongs to this
//! browser alone, `postil/1/snap/<digest>` for snapshots.

use super::{
    here::Here,
    store::Store,
    wire::{pack, pack_here, unpack, unpack_here},
};
use crate::{
    base::{
        digest,
        id::{ImportId, ReplicaId},
        map::Map,
        register::Register,
        stamp::Stamp,
    },
    json::{tree::Json, writer::Writer},
};
use std::sync::Arc;
use thiserror::Error;

/// The version of stored operations that this program writes.
pub(crate) const VERSION: u32 = 1;
/// What all our keys begin with.
pub const PREFIX: &str = "postil/";
/// What the keys of operations begin with.
pub const OP: &str = "postil/1/op/";
/// What the keys of operations begin with that belong to this browser alone.
pub const HERE: &str = "postil/1/here/";
/// What the keys of snapshots begin with.
pub const SNAPSHOT: &str = "postil/1/snap/";

/// Which operations a snapshot holds: for each session all numbers up to one, and the snapshots before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Covers {
    /// Sessions and the operations of each, as inclusive ranges of numbers.
    pub sessions: Map<ReplicaId, Vec<(u64, u64)>>,
    /// The same of what belongs to this browser alone.
    pub here: Map<ReplicaId, Vec<(u64, u64)>>,
    /// Digests of the snapshots that went into it.
    pub(crate) snapshots: Vec<Arc<str>>,
}

impl Covers {
    /// True when the operation under `key` is part of it.
    #[must_use]
    pub fn covers(&self, key: &str) -> bool {
        let op = op_parts(key).map(|parts| (&self.sessions, parts));
        if let Some((sessions, (session, number))) = op.or_else(|| Some((&self.here, here_parts(key)?))) {
            // Of the ranges, the first that does not end before the number decides.
            let ranges = sessions.get(session).map_or(&[][..], Vec::as_slice);
            let at = ranges.partition_point(|(_, to)| *to < number);
            return ranges.get(at).is_some_and(|(from, _)| *from <= number);
        }
        key.strip_prefix(SNAPSHOT).is_some_and(|hash| self.snapshots.iter().any(|s| &**s == hash))
    }

    /// Adds the operation under `key`.
    pub fn add(&mut self, key: &str) {
        if let Some((session, number)) = op_parts(key) {
            extend(self.sessions.entry(session.into()).or_default(), number);
        } else if let Some((session, number)) = here_parts(key) {
            extend(self.here.entry(session.into()).or_default(), number);
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
pub(crate) fn snapshot_key(text: &str) -> Arc<str> {
    format!("{SNAPSHOT}{}", digest::hex(text, 16)).into()
}

/// The key of a session's operation.
#[must_use]
pub fn op_key(session: &ReplicaId, number: u64) -> Arc<str> {
    format!("{OP}{session}/{number}").into()
}

/// The key of a session's operation that belongs to this browser alone.
#[must_use]
pub fn here_key(session: &ReplicaId, number: u64) -> Arc<str> {
    format!("{HERE}{session}/{number}").into()
}

/// Session and number of an operation's key.
#[must_use]
pub(crate) fn op_parts(key: &str) -> Option<(&str, u64)> {
    parts(key.strip_prefix(OP)?)
}

/// The same for one that belongs to this browser alone.
#[must_use]
pub(crate) fn here_parts(key: &str) -> Option<(&str, u64)> {
    parts(key.strip_prefix(HERE)?)
}

fn parts(key: &str) -> Option<(&str, u64)> {
    let (session, number) = key.split_once('/')?;
    // Only as `op_key` writes it: "+1" and "01" are other keys than "1".
    let plain = number.bytes().all(|b| b.is_ascii_digit()) && (number == "0" || !number.starts_with('0'));
    Some((session, number.parse().ok().filter(|_| plain && !session.is_empty())?))
}

/// An import as a ledger keeps it: its change apart, so that it can be taken back as one step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportPart {
    /// What the last operation says: how many parts belong to it. `None` while that operation was not met.
    pub parts: Option<u32>,
    /// The changes met so far; the last operation's own stands under `u32::MAX`.
    pub deltas: Map<u32, Store>,
    /// What it brings of what belongs to this browser alone.
    pub here: Here,
    /// When it was made, in milliseconds since 1970; 0 while its last operation was not met.
    pub made: u64,
    /// Whether it counts; without a register it does.
    pub active: Option<Register<bool>>,
}

/// What is stored, as one value that never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// A change made here.
    Change(Store),
    /// What belongs to this browser alone, and counts as long as the import does with which it came, if any.
    Here {
        /// The import.
        import: Option<ImportId>,
        /// What it says.
        delta: Here,
    },
    /// Part `index` of a large import, which counts only once the operation [`Operation::Import`] is there too.
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
        /// How many [`Operation::Part`]s belong to it.
        parts: u32,
        /// When it was made, in milliseconds since 1970: that long it can be taken back.
        made: u64,
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
    /// The join of many operations.
    Snapshot(Box<Snapshot>),
}

/// The join of many operations, which may be deleted once this one is safe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// Which operations it holds.
    pub covers: Covers,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// Everything but the imports that can still be taken back.
    pub base: Store,
    /// Those imports.
    pub imports: Map<ImportId, ImportPart>,
}

/// Why a stored value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OperationError {
    /// Nothing in it.
    #[error("the operation is empty")]
    Empty,
    /// Written by a later version of Postil.
    #[error("the operation was written by a newer Postil")]
    Newer,
    /// The text is not what was written.
    #[error("the operation is damaged: its checksum does not match")]
    Checksum,
    /// The text is whole, but says nothing we understand.
    #[error("the operation cannot be read")]
    Malformed,
}

/// The stored form of an operation.
#[must_use]
pub fn encode(operation: &Operation) -> String {
    let mut writer = Writer::compact();
    write(operation, &mut writer);
    let json = writer.finish();
    format!("{VERSION} {} {json}", digest::hex(&json, 8))
}

/// Key and stored form of a snapshot. `None` if what is read back is not written the same again: then nothing that it
/// covers may go.
#[must_use]
pub fn encode_snapshot(snapshot: Snapshot) -> Option<(Arc<str>, String)> {
    let operation = Operation::Snapshot(Box::new(snapshot));
    let text = encode(&operation);
    decode(&text).is_ok_and(|read| encode(&read) == text).then(|| (snapshot_key(&text), text))
}

/// Reads a stored value.
///
/// # Errors
/// When it is empty, newer, damaged or not understood. Whatever the reason, the value is to be kept as it is.
pub fn decode(value: &str) -> Result<Operation, OperationError> {
    if value.trim().is_empty() {
        return Err(OperationError::Empty);
    }
    let (version, rest) = value.split_once(' ').ok_or(OperationError::Malformed)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(n) if n > VERSION => return Err(OperationError::Newer),
        _ => return Err(OperationError::Malformed),
    }
    let (sum, json) = rest.split_once(' ').ok_or(OperationError::Malformed)?;
    if digest::hex(json, 8) != sum {
        return Err(OperationError::Checksum);
    }
    let json = Json::parse_within(json, LEVELS).map_err(|_| OperationError::Malformed)?;
    read(&json).ok_or(OperationError::Malformed)
}

/// The deepest nesting of a stored operation. Unknown fields come from files that are less deep by far.
const LEVELS: usize = 120;

/// An object with one field, named by what the operation is.
fn write(operation: &Operation, to: &mut Writer) {
    to.object();
    match operation {
        Operation::Change(delta) => {
            to.field("change");
            pack(delta, to);
        }
        Operation::Part { import, index, delta } => {
            to.field("part");
            to.object();
            to.text_field("of", import.as_str());
            to.field("i");
            to.number(u64::from(*index));
            to.field("d");
            pack(delta, to);
            to.end_object();
        }
        Operation::Here { import, delta } => {
            to.field("here");
            to.object();
            if let Some(import) = import {
                to.text_field("of", import.as_str());
            }
            to.field("d");
            pack_here(delta, to);
            to.end_object();
        }
        Operation::Import { parts, made, delta } => {
            to.field("import");
            to.object();
            to.field("parts");
            to.number(u64::from(*parts));
            to.field("made");
            to.number(*made);
            to.field("d");
            pack(delta, to);
            to.end_object();
        }
        Operation::Switch { import, active } => {
            to.field("switch");
            to.object();
            to.text_field("of", import.as_str());
            write_active(active, to);
            to.end_object();
        }
        Operation::Snapshot(snapshot) => {
            to.field("snapshot");
            write_snapshot(snapshot, to);
        }
    }
    to.end_object();
}

fn write_active(active: &Register<bool>, to: &mut Writer) {
    to.field("on");
    to.flag(active.value);
    to.text_field("at", &active.stamp.to_string());
}

fn write_snapshot(snapshot: &Snapshot, to: &mut Writer) {
    to.object();
    to.field("covers");
    to.object();
    for (name, sessions) in [("sessions", &snapshot.covers.sessions), ("here", &snapshot.covers.here)] {
        to.field(name);
        to.object();
        for (session, ranges) in sessions {
            to.field(session.as_str());
            to.list();
            for (first, last) in ranges {
                to.item();
                to.number(*first);
                to.item();
                to.number(*last);
            }
            to.end_list();
        }
        to.end_object();
    }
    to.field("snapshots");
    to.list();
    for digest in &snapshot.covers.snapshots {
        to.item();
        to.text(digest);
    }
    to.end_list();
    to.end_object();
    to.field("made");
    to.number(snapshot.made);
    to.field("d");
    pack(&snapshot.base, to);
    to.field("here");
    pack_here(&snapshot.base.here, to);
    to.field("imports");
    to.object();
    for (id, part) in &snapshot.imports {
        to.field(id.as_str());
        to.object();
        if let Some(parts) = part.parts {
            to.field("parts");
            to.number(u64::from(parts));
        }
        to.field("made");
        to.number(part.made);
        if !part.here.is_empty() {
            to.field("here");
            pack_here(&part.here, to);
        }
        to.field("deltas");
        to.object();
        for (index, delta) in &part.deltas {
            to.field(&index.to_string());
            pack(delta, to);
        }
        to.end_object();
        if let Some(active) = &part.active {
            write_active(active, to);
        }
        to.end_object();
    }
    to.end_object();
    to.end_object();
}

fn read(json: &Json<'_>) -> Option<Operation> {
    let mut fields = json.as_object()?.iter();
    let (kind, from) = fields.next().filter(|_| fields.next().is_none())?;
    let delta = || unpack(from.get("d")?).ok();
    let of = || Some(ImportId::from(from.get("of")?.as_str()?));
    Some(match kind {
        "change" => Operation::Change(unpack(from).ok()?),
        "part" => Operation::Part { import: of()?, index: small(from.get("i")?)?, delta: delta()? },
        "here" => Operation::Here {
            import: if from.get("of").is_some() { Some(of()?) } else { None },
            delta: unpack_here(from.get("d")?).ok()?,
        },
        "import" => {
            Operation::Import { parts: small(from.get("parts")?)?, made: from.get("made")?.as_u64()?, delta: delta()? }
        }
        "switch" => Operation::Switch { import: of()?, active: read_active(from)? },
        "snapshot" => Operation::Snapshot(Box::new(read_snapshot(from)?)),
        _ => return None,
    })
}

fn small(from: &Json<'_>) -> Option<u32> {
    u32::try_from(from.as_u64()?).ok()
}

fn read_active(from: &Json<'_>) -> Option<Register<bool>> {
    let stamp: Stamp = from.get("at")?.as_str()?.parse().ok()?;
    Some(Register::new(from.get("on")?.as_bool()?, stamp))
}

fn read_snapshot(from: &Json<'_>) -> Option<Snapshot> {
    let mut snapshot = Snapshot { made: from.get("made")?.as_u64()?, ..Snapshot::default() };
    snapshot.base = unpack(from.get("d")?).ok()?;
    snapshot.base.here = unpack_here(from.get("here")?).ok()?;
    let covers = from.get("covers")?;
    for (name, sessions) in [("sessions", &mut snapshot.covers.sessions), ("here", &mut snapshot.covers.here)] {
        for (session, numbers) in covers.get(name)?.as_object()?.iter() {
            let mut ranges = Vec::new();
            for range in numbers.as_list()?.chunks(2) {
                let [first, last] = range else { return None };
                ranges.push((first.as_u64()?, last.as_u64()?));
            }
            sessions.insert(session.into(), ranges);
        }
    }
    for digest in covers.get("snapshots")?.as_list()? {
        snapshot.covers.snapshots.push(digest.as_str()?.into());
    }
    for (id, from) in from.get("imports")?.as_object()?.iter() {
        let mut part = ImportPart { made: from.get("made")?.as_u64()?, ..ImportPart::default() };
        if let Some(here) = from.get("here") {
            part.here = unpack_here(here).ok()?;
        }
        if let Some(parts) = from.get("parts") {
            part.parts = Some(small(parts)?);
        }
        for (index, delta) in from.get("deltas")?.as_object()?.iter() {
            part.deltas.insert(index.parse().ok()?, unpack(delta).ok()?);
        }
        if from.get("on").is_some() {
            part.active = Some(read_active(from)?);
        }
        snapshot.imports.insert(id.into(), part);
    }
    Some(snapshot)
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
        let good = encode(&Operation::Change(Store::default()));
        assert_eq!(decode(&good), Ok(Operation::Change(Store::default())));
        let cut = &good[..good.len() - 1];
        let newer = good.replacen('1', "2", 1);
        for (text, error) in [
            ("", OperationError::Empty),
            (cut, OperationError::Checksum),
            (&newer, OperationError::Newer),
            ("x y z", OperationError::Malformed),
            ("0 a b", OperationError::Malformed),
            ("{}", OperationError::Malformed),
        ] {
            assert_eq!(decode(text), Err(error), "{text}");
        }
        let deep = "[".repeat(10_000);
        let deep = format!("1 {} {deep}", digest::hex(&deep, 8));
        assert_eq!(decode(&deep), Err(OperationError::Malformed));
    }
}
