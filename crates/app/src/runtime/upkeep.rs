//! Upkeep of both stores: each gets what only the other has, and a snapshot takes the place of what it covers. This deletes
//! what people said, so nothing goes before the journal was seen to have it.

use super::local::{lay_ballast_early, used};
use crate::{
    ports::{
        LocalStore, StorageError,
        journal::{Journal, ObjectStore::Journal as JOURNAL},
    },
    storage,
};
use postil_core::keep::startup::Pair;
use std::{collections::BTreeSet, sync::Arc};

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
    if !missing.is_empty() && journal.write(JOURNAL, missing).await.is_err() {
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

/// Puts a snapshot in the place of what it covers, in both stores, and takes from the journal what speaks of removed
/// articles. The answer says whether it came to that.
pub(super) async fn compact(
    local: &impl LocalStore,
    journal: &impl Journal,
    (key, value): Pair,
    covered: &[Arc<str>],
    purged: &[Arc<str>],
) -> storage::Msg {
    let safe = journaled(journal, (&key, &value), covered).await;
    // All in one task: whatever happens to this page, nothing of it is seen half done.
    let done = safe.is_some_and(|safe| replace(local, &safe, (&key, &value)).is_ok());
    if done
        && !purged.is_empty()
        && let Ok(all) = journal.read_all(JOURNAL).await
    {
        // What is left now is deleted at the next start.
        let _ = journal.delete(JOURNAL, &speak_of(purged, covered, &all)).await;
    }
    let used = used(local);
    lay_ballast_early(local);
    if done { storage::Msg::Compacted(used) } else { storage::Msg::CompactionFailed(used) }
}

/// Writes a snapshot to the journal and reads it back. Answers with what it covers, as far as the journal has that too.
async fn journaled(
    journal: &impl Journal,
    (key, value): (&Arc<str>, &Arc<str>),
    covered: &[Arc<str>],
) -> Option<Vec<Arc<str>>> {
    journal.write(JOURNAL, &[(Arc::clone(key), Arc::clone(value))]).await.ok()?;
    let there = journal.read(JOURNAL, key).await.ok()??;
    let mut all = BTreeSet::new();
    journal.keys(JOURNAL).await.ok()?.into_iter().for_each(|key| _ = all.insert(key));
    let safe = covered.iter().filter(|k| *k != key && all.contains(*k)).cloned().collect();
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
