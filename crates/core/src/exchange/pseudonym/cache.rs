//! Which layers were written under a pseudonym, and a cache of that.

use crate::{
    base::{id::ArticleId, map::Map},
    record::{Layer, LayerKey},
};
use std::cell::RefCell;

/// How the replicas begin under which everything without names is written: it is told by that, wherever it comes.
pub(super) const REPLICA: &str = "(pseudonym)";

/// A cache of which layers were written under a pseudonym, for the time in which many files come in one after the other: a class
/// of hundreds is not gone through again for each of them.
#[derive(Clone, Debug, Default)]
pub struct KindCache(RefCell<Map<ArticleId, Map<LayerKey, bool>>>);

impl KindCache {
    /// True for a layer here that was written under a pseudonym.
    pub(super) fn is_pseudonymous(&self, article: &ArticleId, key: &LayerKey, layer: &Layer) -> bool {
        let known = self.0.borrow().get(article).and_then(|layers| layers.get(key).copied());
        known.unwrap_or_else(|| {
            let kind = is_pseudonymous(layer);
            self.0.borrow_mut().entry(article.clone()).or_default().insert(key.clone(), kind);
            kind
        })
    }

    /// These layers change.
    pub(super) fn forget<'a>(&self, article: &ArticleId, keys: impl Iterator<Item = &'a LayerKey>) {
        if let Some(layers) = self.0.borrow_mut().get_mut(article) {
            keys.for_each(|key| _ = layers.remove(key));
        }
    }
}

/// True for a layer in which anything was written under a pseudonym.
pub(super) fn is_pseudonymous(layer: &Layer) -> bool {
    layer.records.values().any(|record| {
        let mut any = false;
        record.each_stamp(|stamp| any |= stamp.replica.as_str().starts_with(REPLICA));
        any
    })
}
