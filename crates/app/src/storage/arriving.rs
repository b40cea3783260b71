//! What other tabs wrote, or a rescan found, is taken in. This comes with the dialogs, as `super::reading` does.

use super::boot::newer_seen;
use crate::{
    env::Env,
    shared::{Shared, editing, library, steps, unexported},
};
use postil_core::keep::{
    operation::{Operation, OperationError, decode, is_snapshot},
    startup::{self, Pair},
};

/// Takes in operations that another tab wrote, or that a rescan found.
pub(crate) fn operations_arrived(shared: &mut Shared, operations: Vec<Pair>, env: &Env<'_>) {
    let (mut changed, mut settings) = (false, false);
    let (was_gone, gone) = (shared.store().is_gone(shared.article_id()), shared.store().gone());
    for (key, value) in operations {
        if startup::is_newer_key(&key) {
            newer_seen(shared);
        }
        // What has a damaged copy was taken in at the start, and is never put together with others.
        if !startup::is_operation(&key) || shared.known.contains(&key) || shared.damaged.contains(&key) {
            continue;
        }
        match decode(&value) {
            Ok(operation) => {
                shared.used += key.len() + value.len();
                if let Operation::Change(delta) = &operation {
                    delta.each_stamp(|stamp| shared.clock.observe(stamp, env.now));
                    settings |= !delta.articles.is_empty();
                    touch(shared, delta);
                } else {
                    settings = true;
                    shared.touched.all = true;
                }
                changed |= shared.ledger.take(&key, operation);
                if is_snapshot(&key) {
                    editing::end_folded(shared);
                }
                shared.known.insert(key);
            }
            Err(OperationError::Newer) => newer_seen(shared),
            // A damaged value is looked at again at the next start, where the journal can help.
            Err(_) => {}
        }
    }
    if !changed {
        return;
    }
    shared.ledger.let_go();
    library::settle(shared);
    if shared.provisional && shared.store().name_register(&shared.annotator).is_some() {
        // Another tab of this first visit has written who this browser is.
        shared.provisional = false;
    }
    if !was_gone && shared.store().is_gone(shared.article_id()) {
        library::heard(shared, env);
    }
    if gone != shared.store().gone() {
        // What this tab would bring back of a removed article is not to stay in it.
        steps::keep(shared);
    }
    if settings {
        shared.rebuild_keymap();
        shared.show_appearance();
    }
    shared.unexported = unexported::count(shared);
}

/// Only the paragraphs that a change speaks of are drawn anew.
fn touch(shared: &mut Shared, delta: &postil_core::keep::store::Store) {
    let paragraphs = delta
        .layer(shared.article.id(), &shared.layer_of(&shared.annotator))
        .into_iter()
        .flat_map(|l| l.records.keys());
    let rows: Vec<usize> = paragraphs.filter_map(|p| shared.article.index_of(p)).collect();
    shared.touched.rows.extend(rows);
}
