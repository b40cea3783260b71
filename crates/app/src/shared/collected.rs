//! Files that came in: from which each person's answers came, and what is wrong with the others. They are remembered in a setting
//! of this browser, since a class hands in over days; only what a file asks can be answered no more once the page was loaded anew.

use postil_core::{
    base::id::ArticleId,
    exchange::collected::{Collected, Fate, recalled},
    keep::store::Store,
};
use std::sync::Arc;

/// The setting of this browser that has what came in of an article.
#[must_use]
pub(crate) fn setting(article: &ArticleId) -> String {
    ["collected:", article.as_str()].concat()
}

/// What came in of an article, the latest last.
#[must_use]
pub(crate) fn files(store: &Store, article: &ArticleId) -> Vec<Collected> {
    store.setting(&setting(article)).map(|text| recalled(text)).unwrap_or_default()
}

/// The files of the last time that wait for an answer, which this page can still take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asking {
    of: Option<ArticleId>,
    names: Vec<Arc<str>>,
}

impl Asking {
    /// Those of these files of an article that ask.
    #[must_use]
    pub(crate) fn among(files: &[Collected], article: &ArticleId) -> Self {
        let asks = files.iter().filter(|file| file.fate == Fate::Asks);
        Self { of: Some(article.clone()), names: asks.map(|file| Arc::clone(&file.name)).collect() }
    }

    /// True when this file of the article can still be answered.
    #[must_use]
    pub(crate) fn has(&self, article: &ArticleId, file: &Arc<str>) -> bool {
        self.of.as_ref() == Some(article) && self.names.contains(file)
    }
}
