//! Snapshots: of one shelf, the join of many operations, which may be deleted once the snapshots of all their shelves are safe.

use super::{
    covers::{Covers, Sessions},
    here::Here,
    key::{here_parts, is_snapshot},
    shelf::Shelf,
    store::Store,
    wire::{pack, pack_here, unpack, unpack_here},
};
use crate::{
    base::{id::ImportId, map::Map, register::Register, stamp::Stamp},
    json::{tree::Json, writer::Writer},
};

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

/// The join of what many operations say of one shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Which shelf.
    pub shelf: Shelf,
    /// Which operations it holds.
    pub covers: Covers,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// Everything but the imports that can still be taken back.
    pub base: Store,
    /// Those imports, as far as they are on this shelf.
    pub imports: Map<ImportId, ImportPart>,
    /// Imports that can be taken back no more, and whether they counted then: for what is left of their operations, which
    /// may be on other shelves too.
    pub settled: Map<ImportId, bool>,
}

impl Snapshot {
    /// True when it holds what the operation under `key` says of its shelf.
    #[must_use]
    pub fn holds(&self, key: &str) -> bool {
        let is_here = here_parts(key).is_some() == (self.shelf == Shelf::Here);
        (is_here || is_snapshot(key)) && self.covers.shelves_of(key).is_some()
    }
}

/// Writes a snapshot.
pub(super) fn write(snapshot: &Snapshot, to: &mut Writer) {
    to.object();
    let (shelf, article) = match &snapshot.shelf {
        Shelf::Here => ("here", None),
        Shelf::People => ("people", None),
        Shelf::Article(id) => ("article", Some(id)),
    };
    to.text_field("shelf", shelf);
    if let Some(id) = article {
        to.text_field("article", id.as_str());
    }
    to.field("covers");
    to.object();
    to.field("operations");
    to.object();
    for (of, sessions) in &snapshot.covers.operations {
        to.field(&of.to_string());
        write_sessions(sessions, to);
    }
    to.end_object();
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
    match snapshot.shelf {
        Shelf::Here => pack_here(&snapshot.base.here, to),
        Shelf::People | Shelf::Article(_) => pack(&snapshot.base, to),
    }
    to.field("imports");
    to.object();
    for (id, part) in &snapshot.imports {
        to.field(id.as_str());
        write_part(part, snapshot.shelf == Shelf::Here, to);
    }
    to.end_object();
    if !snapshot.settled.is_empty() {
        to.field("settled");
        to.object();
        for (id, counts) in &snapshot.settled {
            to.field(id.as_str());
            to.flag(*counts);
        }
        to.end_object();
    }
    to.end_object();
}

fn write_sessions(sessions: &Sessions, to: &mut Writer) {
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

fn write_part(part: &ImportPart, is_here: bool, to: &mut Writer) {
    to.object();
    if is_here {
        to.field("d");
        pack_here(&part.here, to);
        to.end_object();
        return;
    }
    if let Some(parts) = part.parts {
        to.field("parts");
        to.number(u64::from(parts));
        to.field("made");
        to.number(part.made);
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

/// Writes whether an import counts.
pub(super) fn write_active(active: &Register<bool>, to: &mut Writer) {
    to.field("on");
    to.flag(active.value);
    to.text_field("at", &active.stamp.to_string());
}

/// Reads whether an import counts.
pub(super) fn read_active(from: &Json<'_>) -> Option<Register<bool>> {
    let stamp: Stamp = from.get("at")?.as_str()?.parse().ok()?;
    Some(Register::new(from.get("on")?.as_bool()?, stamp))
}

/// Reads a snapshot.
pub(super) fn read(from: &Json<'_>) -> Option<Snapshot> {
    let shelf = match from.get("shelf")?.as_str()? {
        "here" => Shelf::Here,
        "people" => Shelf::People,
        "article" => Shelf::Article(from.get("article")?.as_str()?.into()),
        _ => return None,
    };
    let is_here = shelf == Shelf::Here;
    let base = if is_here {
        Store { here: unpack_here(from.get("d")?).ok()?, ..Store::default() }
    } else {
        unpack(from.get("d")?).ok()?
    };
    let mut covers = Covers::default();
    for (of, sessions) in from.get("covers")?.get("operations")?.as_object()?.iter() {
        covers.operations.insert(of.parse().ok()?, read_sessions(sessions)?);
    }
    for digest in from.get("covers")?.get("snapshots")?.as_list()? {
        covers.snapshots.push(digest.as_str()?.into());
    }
    let mut imports = Map::new();
    for (id, part) in from.get("imports")?.as_object()?.iter() {
        imports.insert(id.into(), read_part(part, is_here)?);
    }
    let mut settled = Map::new();
    for (id, counts) in from.get("settled").map(Json::as_object).into_iter().flatten().flat_map(|all| all.iter()) {
        settled.insert(id.into(), counts.as_bool()?);
    }
    Some(Snapshot { shelf, covers, made: from.get("made")?.as_u64()?, base, imports, settled })
}

fn read_sessions(from: &Json<'_>) -> Option<Sessions> {
    let mut sessions = Map::new();
    for (session, numbers) in from.as_object()?.iter() {
        let mut ranges = Vec::new();
        for range in numbers.as_list()?.chunks(2) {
            let [first, last] = range else { return None };
            ranges.push((first.as_u64()?, last.as_u64()?));
        }
        sessions.insert(session.into(), ranges);
    }
    Some(sessions)
}

fn read_part(from: &Json<'_>, is_here: bool) -> Option<ImportPart> {
    let mut part = ImportPart::default();
    if is_here {
        part.here = unpack_here(from.get("d")?).ok()?;
        return Some(part);
    }
    if let Some(parts) = from.get("parts") {
        part.parts = Some(parts.as_u64().and_then(|n| u32::try_from(n).ok())?);
        part.made = from.get("made")?.as_u64()?;
    }
    for (index, delta) in from.get("deltas")?.as_object()?.iter() {
        part.deltas.insert(index.parse().ok()?, unpack(delta).ok()?);
    }
    if from.get("on").is_some() {
        part.active = Some(read_active(from)?);
    }
    Some(part)
}
