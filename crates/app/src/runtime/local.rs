//! Local storage beyond single values: operations that belong together, the reserve, and the few keys that are no operations.

use crate::{
    ports::{LocalStore, StorageError},
    quota::FULL,
};
use postil_core::{
    base::id::ArticleId,
    keep::{
        operation::PREFIX,
        startup::{Pair, is_newer_key, is_operation},
    },
};
use std::sync::Arc;

/// A reserve that is given up for the last save before storage is full.
pub const BALLAST: &str = "postil/1/ballast";
/// Which article the next start waits for. Nothing depends on it: a wrong or missing hint only draws the sample first.
pub(crate) const HINT: &str = "postil/1/hint";
/// The annotator that this browser begins with. It stands in the database, and here only where there is none.
pub(crate) const ANNOTATOR: &str = "postil/1/here/annotator";
/// What the keys of drafts begin with.
pub const DRAFT: &str = "postil/1/draft/";
const BALLAST_UNITS: usize = 131_072;

/// The reserve is put in place, if it is not there.
pub fn lay_ballast(local: &impl LocalStore) {
    if matches!(local.get(BALLAST), Ok(None)) {
        // Without room for a reserve there is none; the save itself then says so.
        let _ = local.put(BALLAST, &"·".repeat(BALLAST_UNITS));
    }
}

/// The same, while there is plenty of room.
pub(super) fn lay_ballast_early(local: &impl LocalStore) {
    if used(local) < FULL {
        lay_ballast(local);
    }
}

/// The article that the last visit ended with, unless it was the sample.
pub fn hint(local: &impl LocalStore) -> Option<ArticleId> {
    local.get(HINT).ok().flatten().filter(|id| !id.is_empty()).map(ArticleId::new)
}

/// Remembers the article for the next start.
pub(super) fn set_hint(local: &impl LocalStore, id: Option<&ArticleId>) {
    let _ = id.map_or_else(|| local.remove(HINT), |id| local.put(HINT, id.as_str()));
}

/// The annotator that this browser begins with, or this one, remembered from now on.
pub(super) fn annotator(local: &impl LocalStore, proposed: &Arc<str>) -> Arc<str> {
    match local.get(ANNOTATOR) {
        Ok(Some(here)) => here,
        // Where nothing can be stored, each tab is alone anyway.
        _ => {
            let _ = local.put(ANNOTATOR, proposed);
            Arc::clone(proposed)
        }
    }
}

/// UTF-16 units in use, by whomever, keys included.
pub fn used(local: &impl LocalStore) -> usize {
    let keys = local.keys().unwrap_or_default();
    let units = |text: &str| text.encode_utf16().count();
    keys.iter().map(|key| units(key) + local.get(key).ok().flatten().map_or(0, |value| units(&value))).sum()
}

/// Our operations, and the drafts of sessions that are no longer alive.
pub(super) fn read(local: &impl LocalStore, alive: &[String]) -> (Result<Vec<Pair>, StorageError>, Vec<Pair>) {
    let keys = match local.keys() {
        Ok(keys) => keys,
        Err(error) => return (Err(error), Vec::new()),
    };
    let (mut operations, mut drafts) = (Vec::new(), Vec::new());
    for key in keys.into_iter().filter(|key| key.starts_with(PREFIX) && ![BALLAST, HINT].contains(&&**key)) {
        match local.get(&key) {
            Ok(Some(value)) if is_operation(&key) || is_newer_key(&key) => operations.push((key, value)),
            Ok(Some(value)) => {
                let session = key.strip_prefix(DRAFT);
                if session.is_some_and(|session| !alive.iter().any(|a| a == session)) {
                    drafts.push((key, value));
                }
            }
            Ok(None) => {}
            Err(error) => return (Err(error), Vec::new()),
        }
    }
    (Ok(operations), drafts)
}

/// Writes operations that belong together: all, or none and the error. The reserve is given up when it helps: the result is
/// then `true`.
///
/// # Errors
/// When storage is blocked or full.
pub fn put_all(local: &impl LocalStore, operations: &[Pair]) -> Result<bool, StorageError> {
    match try_put_all(local, operations) {
        Ok(()) => Ok(false),
        Err(StorageError::Full { needed }) => {
            if !matches!(local.get(BALLAST), Ok(Some(_))) {
                return Err(StorageError::Full { needed });
            }
            local.remove(BALLAST)?;
            try_put_all(local, operations).map(|()| true)
        }
        Err(error) => Err(error),
    }
}

fn try_put_all(local: &impl LocalStore, operations: &[Pair]) -> Result<(), StorageError> {
    for (at, (key, value)) in operations.iter().enumerate() {
        if let Err(error) = local.put(key, value) {
            // Nobody was told of these yet, so they can go.
            for (key, _) in &operations[..at] {
                let _ = local.remove(key);
            }
            return Err(error);
        }
    }
    Ok(())
}
