//! What no file has yet.

use crate::shared::Shared;

/// How many answers, themes and notes of the active annotator on the open article have changed since the last export: what
/// stands is counted, so that it is the same number after a reload and in every tab.
#[must_use]
pub fn count(shared: &Shared) -> usize {
    let store = shared.store();
    let exported = store.here.articles.get(shared.article_id()).and_then(|known| known.exported.get(&shared.annotator));
    let since = exported.map(|r| &r.stamp);
    let layer = shared.stored_reading(&shared.annotator);
    let mut count = 0;
    for record in layer.into_iter().flat_map(|l| l.records.values()) {
        record.each_stamp(|stamp| count += usize::from(since.is_none_or(|since| stamp > since)));
    }
    count
}
