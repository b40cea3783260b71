//! Stored operations: one immutable value under one key, with a version and a checksum.
//!
//! A value is `VERSION CHECKSUM JSON`: a decimal number, 16 hex digits of the SHA-256 of the JSON text, and the JSON.
//! Keys: `postil/1/op/<session>/<number>` for what people did, `postil/1/here/<session>/<number>` for what belongs to this
//! browser alone, `postil/1/snap/<digest>` for snapshots.

pub use super::{
    covers::Covers,
    key::{HERE, OP, PREFIX, SNAPSHOT, here_key, is_snapshot, op_key},
    shelf::Shelf,
    snapshot::{ImportPart, Snapshot},
};
use super::{
    here::Here,
    key::snapshot_key,
    snapshot,
    store::Store,
    wire::{pack, pack_here, pack_tags, unpack, unpack_here},
};
use crate::{
    base::{
        digest,
        id::{ArticleId, ImportId},
        register::Register,
    },
    json::{tree::Json, writer::Writer},
    strings::keep as strings,
};
use std::sync::Arc;
use thiserror::Error;

/// The version of stored operations that this program writes.
pub(crate) const VERSION: u32 = 1;

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

impl Operation {
    /// True when it may change how an article is described, which codebook it is read with, or what that says.
    #[must_use]
    pub fn speaks_of_itself(&self, article: &ArticleId) -> bool {
        let speaks = |delta: &Store| {
            delta.books.contains_key(article)
                || delta.maps.contains_key(article)
                || delta.articles.get(article).is_some_and(|f| f.codebook.is_some() || !f.described.is_empty())
        };
        match self {
            Self::Change(delta) | Self::Import { delta, .. } | Self::Part { delta, .. } => speaks(delta),
            Self::Here { delta, .. } => delta.articles.get(article).is_some_and(|known| known.gone.is_some()),
            Self::Switch { .. } | Self::Snapshot(_) => true,
        }
    }
}

/// Why a stored value could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum OperationError {
    /// Nothing in it.
    #[error("{}", strings::operation_empty())]
    Empty,
    /// Written by a later version of Postil.
    #[error("{}", strings::operation_newer())]
    Newer,
    /// The text is not what was written.
    #[error("{}", strings::operation_damaged())]
    Checksum,
    /// The text is whole, but says nothing we understand.
    #[error("{}", strings::operation_unreadable())]
    Malformed,
}

/// The stored form of a change that holds only what tagging writes.
#[must_use]
pub fn encode_tags(delta: &Store) -> String {
    let mut writer = Writer::compact();
    writer.object();
    writer.field("change");
    pack_tags(delta, &mut writer);
    writer.end_object();
    sealed(&writer.finish())
}

/// The stored form of what belongs to this browser alone.
#[must_use]
pub fn encode_here(delta: &Here) -> String {
    let mut writer = Writer::compact();
    writer.object();
    write_here(None, delta, &mut writer);
    writer.end_object();
    sealed(&writer.finish())
}

fn write_here(import: Option<&ImportId>, delta: &Here, to: &mut Writer) {
    to.field("here");
    to.object();
    if let Some(import) = import {
        to.text_field("of", import.as_str());
    }
    to.field("d");
    pack_here(delta, to);
    to.end_object();
}

/// The stored form of an operation.
#[must_use]
pub fn encode(operation: &Operation) -> String {
    let mut writer = Writer::compact();
    write(operation, &mut writer);
    sealed(&writer.finish())
}

fn sealed(json: &str) -> String {
    format!("{VERSION} {} {json}", digest::hex(json, 8))
}

/// Key and stored form of a snapshot. `None` if what is read back is not written the same again: then nothing that it
/// covers may go.
#[must_use]
pub fn encode_snapshot(snapshot: &Snapshot) -> Option<(Arc<str>, String)> {
    let mut writer = Writer::compact();
    writer.object();
    writer.field("snapshot");
    snapshot::write(snapshot, &mut writer);
    writer.end_object();
    let text = sealed(&writer.finish());
    let is_same = decode(&text).is_ok_and(|read| encode(&read) == text);
    is_same.then(|| (snapshot_key(snapshot.shelf == Shelf::Here, &text), text))
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
        Operation::Here { import, delta } => write_here(import.as_ref(), delta, to),
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
            snapshot::write_active(active, to);
            to.end_object();
        }
        Operation::Snapshot(snapshot) => {
            to.field("snapshot");
            snapshot::write(snapshot, to);
        }
    }
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
        "switch" => Operation::Switch { import: of()?, active: snapshot::read_active(from)? },
        "snapshot" => Operation::Snapshot(Box::new(snapshot::read(from)?)),
        _ => return None,
    })
}

fn small(from: &Json<'_>) -> Option<u32> {
    u32::try_from(from.as_u64()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

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
