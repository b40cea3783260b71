//! The keys under which operations and snapshots are stored.

use crate::base::{digest, id::ReplicaId};
use std::sync::Arc;

/// What all our keys begin with.
pub const PREFIX: &str = "postil/";
/// What the keys of operations begin with.
pub const OP: &str = "postil/1/op/";
/// What the keys begin with of what belongs to this browser alone.
pub const HERE: &str = "postil/1/here/";
/// What the keys of snapshots begin with.
pub const SNAPSHOT: &str = "postil/1/snap/";
/// What the keys of snapshots begin with that hold what belongs to this browser alone.
pub(crate) const HERE_SNAPSHOT: &str = "postil/1/here/snap/";

/// True for the keys that hold operations or snapshots.
#[must_use]
pub fn is_operation(key: &str) -> bool {
    key.starts_with(OP) || is_snapshot(key) || here_parts(key).is_some()
}

/// True for the keys that hold snapshots.
#[must_use]
pub fn is_snapshot(key: &str) -> bool {
    key.starts_with(SNAPSHOT) || key.starts_with(HERE_SNAPSHOT)
}

/// The digest in the key of a snapshot.
#[must_use]
pub(crate) fn snapshot_digest(key: &str) -> Option<&str> {
    key.strip_prefix(SNAPSHOT).or_else(|| key.strip_prefix(HERE_SNAPSHOT))
}

/// The key of a snapshot with this stored text.
#[must_use]
pub(crate) fn snapshot_key(is_here: bool, text: &str) -> Arc<str> {
    [if is_here { HERE_SNAPSHOT } else { SNAPSHOT }, &digest::hex(text, 16)].concat().into()
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
