//! Putting together what is stored in local storage, without needing the room for both, the old and the new. Nobody waits for it,
//! so it is no part of the first load.

use crate::{
    effect::{Effect, StoredSnapshot},
    env::Env,
    shared::{Shared, editing},
};
use postil_core::keep::{operation::encode_snapshot, startup};
use std::sync::Arc;

/// Makes snapshots of all operations in local storage, of each shelf one, now that nobody else does. They take the place of
/// what they cover one after another, so the room that is needed is that of the largest.
pub(crate) fn compact(shared: &mut Shared, keys: &[Arc<str>], env: &Env<'_>) {
    // What another tab has just written may take an import back.
    let fold = keys.iter().all(|key| !startup::is_operation(key) || shared.known.contains(key));
    if fold {
        shared.ledger.fold(env.now);
        editing::end_folded(shared);
    }
    // Only what was taken in is covered; anything else stays where it is.
    let covered: Vec<Arc<str>> =
        keys.iter().filter(|key| startup::is_operation(key) && shared.known.contains(*key)).cloned().collect();
    let mut snapshots = Vec::new();
    for snapshot in shared.ledger.snapshots(&covered, env.now, fold) {
        // A snapshot that did not read back as it is must not take anything's place.
        if let Some((key, value)) = encode_snapshot(&snapshot) {
            shared.ledger.know(&key, &snapshot, false);
            let covered = covered.iter().filter(|key| snapshot.holds(key)).cloned().collect();
            shared.known.insert(Arc::clone(&key));
            snapshots.push(StoredSnapshot { key, value: value.into(), covered });
        }
    }
    let purged = std::mem::take(&mut shared.purged);
    shared.effects.push(Effect::Compact { snapshots, purged });
}
