//! Upkeep of both stores: each gets what only the other has, and snapshots take the place of what they cover. This deletes
//! what people said, so nothing goes before the journal was seen to have it.

use super::local::{BALLAST, lay_ballast_early, used};
use crate::{
    effect::StoredSnapshot,
    ports::{
        LocalStore, StorageError,
        journal::{Journal, ObjectStore::Journal as JOURNAL},
    },
    storage,
};
use postil_core::keep::startup::Pair;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Puts into local storage what only the journal has, as far as there is room.
pub(super) fn heal_local(local: &impl LocalStore, pairs: &[Pair]) {
    for (key, value) in pairs {
        if local.put(key, value).is_err() {
            break;
        }
    }
}

/// Puts into the journal what only local storage has, and clears away what snapshots cover.
pub(super) async fn heal_journal(
    local: &impl LocalStore,
    journal: &impl Journal,
    missing: &[Pair],
    expired: &[Arc<str>],
    covered: &[Arc<str>],
) {
    if !missing.is_empty() && journal.write(missing).await.is_err() {
        return;
    }
    // What a snapshot covers goes from local storage only when the journal has it.
    let Ok(safe) = journal.keys(JOURNAL).await else { return };
    for key in covered.iter().filter(|key| safe.contains(key)) {
        let _ = local.remove(key);
    }
    if !expired.is_empty() {
        let _ = journal.delete(JOURNAL, expired).await;
    }
}

/// Puts snapshots in the place of what they cover, in both stores, one after another, and takes from the journal what speaks
/// of removed articles. For one that does not come to it, the others do: what it covers stays. The answer says whether all came
/// to it.
pub(super) async fn compact(
    local: &impl LocalStore,
    journal: &impl Journal,
    snapshots: &[StoredSnapshot],
    purged: &[Arc<str>],
) -> storage::Msg {
    // Of an operation on several shelves each snapshot holds a part.
    let mut missing: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
    snapshots.iter().flat_map(|snapshot| &snapshot.covered).for_each(|key| *missing.entry(key).or_default() += 1);
    let (mut gone, mut all) = (Vec::new(), true);
    for snapshot in snapshots {
        let Some(safe) = journaled(journal, snapshot).await else {
            all = false;
            continue;
        };
        let may_go = |key: &&&Arc<str>| missing.get(**key) == Some(&1);
        let covered: Vec<Arc<str>> = safe.iter().filter(may_go).map(|key| Arc::clone(key)).collect();
        // All in one task: whatever happens to this page, nothing of it is seen half done.
        if put(local, &covered, snapshot).is_err() {
            all = false;
            continue;
        }
        for key in safe {
            missing.entry(key).and_modify(|left| *left -= 1);
        }
        gone.extend(covered);
    }
    if !purged.is_empty()
        && let Ok(there) = journal.read_all(JOURNAL).await
    {
        // What is left now is deleted at the next start.
        let _ = journal.delete(JOURNAL, &speak_of(purged, &gone, &there)).await;
    }
    let used = used(local);
    lay_ballast_early(local);
    if all { storage::Msg::Compacted(used) } else { storage::Msg::CompactionFailed(used) }
}

/// Puts a snapshot in the place of what it covers; the reserve is given up when that helps.
fn put(local: &impl LocalStore, covered: &[Arc<str>], snapshot: &StoredSnapshot) -> Result<(), StorageError> {
    let place = || replace(local, covered, (&snapshot.key, &snapshot.value));
    let done = place();
    let reserve = local.get(BALLAST)?.filter(|_| matches!(done, Err(StorageError::Full { .. })));
    let Some(reserve) = reserve else { return done };
    local.remove(BALLAST)?;
    let done = place();
    if done.is_err() {
        // It did not help. What does not fit any more is laid again when there is room.
        let _ = local.put(BALLAST, &reserve);
    }
    done
}

/// Writes a snapshot to the journal and reads it back. Answers with what it covers, as far as the journal has that too.
async fn journaled<'a>(journal: &impl Journal, snapshot: &'a StoredSnapshot) -> Option<Vec<&'a Arc<str>>> {
    let StoredSnapshot { key, value, covered } = snapshot;
    journal.write(&[(Arc::clone(key), Arc::clone(value))]).await.ok()?;
    let there = journal.read(JOURNAL, key).await.ok()??;
    let mut all = BTreeSet::new();
    journal.keys(JOURNAL).await.ok()?.into_iter().for_each(|key| _ = all.insert(key));
    let safe = covered.iter().filter(|k| *k != key && all.contains(*k)).collect();
    (there == *value).then_some(safe)
}

/// Puts a snapshot in the place of what it covers. The journal must have both, since for a moment neither stands here.
///
/// # Errors
/// When there is no room for the snapshot. What it covers is then as before.
pub(crate) fn replace(
    local: &impl LocalStore,
    covered: &[Arc<str>],
    (key, value): (&str, &str),
) -> Result<(), StorageError> {
    let beside = local.put(key, value);
    let no_room = matches!(beside, Err(StorageError::Full { .. }));
    if !no_room {
        beside?;
    }
    let mut taken = Vec::new();
    for key in covered {
        if let Some(value) = local.get(key)?.filter(|_| no_room) {
            taken.push((key, value));
        }
        local.remove(key)?;
    }
    let put = if no_room { local.put(key, value) } else { Ok(()) };
    if put.is_err() {
        for (key, value) in taken {
            // What does not fit any more, because another tab took the room, is healed from the journal.
            let _ = local.put(key, &value);
        }
    }
    put
}

/// Of what a snapshot covers, the operations that speak of removed articles and of people who went with them.
#[must_use]
pub(crate) fn speak_of(purged: &[Arc<str>], covered: &[Arc<str>], journal: &[Pair]) -> Vec<Arc<str>> {
    let speaks = |value: &str| purged.iter().any(|id| value.contains(&**id));
    let operations = journal.iter().filter(|(key, value)| covered.contains(key) && speaks(value));
    operations.map(|(key, _)| Arc::clone(key)).collect()
}
