//! Room in local storage: when what is stored is to be put together, and how that is done without needing the room for
//! both, the old and the new.

use crate::{
    effect::{Effect, StoredSnapshot},
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    quota::{QUOTA, WARN},
    screen::DialogKind,
    shared::{Shared, editing},
    storage::model::Storage,
};
use postil_core::keep::{
    operation::{encode_snapshot, is_snapshot},
    startup::{self, Pair},
};
use std::sync::Arc;

/// Compaction is due past this many operations.
const OPERATIONS: usize = 2000;
/// In a storage more than half full it is due past so many units of operations: 5 %. What is in snapshots already would
/// only be written once more.
const SHARE: usize = QUOTA / 20;

/// True when it is time to put together what stands in local storage.
#[must_use]
pub(crate) fn is_due<'a>(local: impl Iterator<Item = &'a Pair>, shared: &Shared) -> bool {
    let (mut count, mut units) = (0, 0);
    let (gone, mut unfinished) = (shared.store().gone(), shared.ledger.is_worn());
    for (key, value) in local.filter(|(key, _)| startup::is_operation(key) && !is_snapshot(key)) {
        count += 1;
        units += key.len() + value.len();
        // A removal that was cut short is brought to its end.
        unfinished |= gone.iter().any(|(id, _)| value.contains(id.as_str()));
    }
    unfinished || count > OPERATIONS || (shared.used > QUOTA / 2 && units > SHARE)
}

/// Makes snapshots of all operations in local storage, of each shelf one, now that nobody else does. They take the place of
/// what they cover one after another, so the room that is needed is that of the largest.
pub fn compact(storage: &Storage, shared: &mut Shared, keys: &[Arc<str>], env: &Env<'_>) {
    // Of a journal that was not read nobody knows which of its operations are damaged.
    if !shared.may_write() || shared.saving.is_blocked() || !storage.journal_read {
        return;
    }
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

/// Says when storage is filling up.
pub(crate) fn warn(shared: &mut Shared) {
    if shared.used > WARN && !shared.saving.is_blocked() {
        let percent = (shared.used * 100 / QUOTA).to_string();
        let sentence = [
            &*percent,
            " % of the room for annotations in this browser is used. Export your work now and then: a file is safe from \
             whatever happens to this browser.",
        ];
        say(shared, sentence.concat());
    }
}

/// What is stored could not be put together.
pub fn failed(shared: &mut Shared, used: usize) {
    shared.used = used;
    if used > WARN {
        let percent = (used * 100 / QUOTA).to_string();
        let sentence = [
            "Postil could not tidy up what is stored here, and ",
            &*percent,
            " % of the room for annotations in this browser is used. Remove an article that you do not need here any more.",
        ];
        say(shared, sentence.concat());
    }
}

fn say(shared: &mut Shared, sentence: String) {
    shared.banner(BannerView {
        id: "quota".into(),
        alert: false,
        sentence: sentence.into(),
        actions: vec![
            action("Save a file now", Msg::DialogOpened(DialogKind::Export)),
            action("Make room", Msg::DialogOpened(DialogKind::Room)),
        ],
        closable: true,
    });
}
