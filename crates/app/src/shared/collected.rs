//! Files that came in: from which each person's answers came, and what is wrong with the others. They are remembered in a setting
//! of this browser, since a class hands in over days; only what a file asks can be answered no more once the page was loaded anew.

use crate::{env::Env, shared::Shared};
use postil_core::{
    base::id::ArticleId,
    exchange::collected::{self, Collected, Fate},
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
    store.setting(&setting(article)).map(|text| collected::recalled(text)).unwrap_or_default()
}

/// Files came in, or something else is so by now of those of the last time.
pub(crate) fn take(shared: &mut Shared, files: Vec<Collected>, env: &Env<'_>) {
    let article = shared.article_id().clone();
    let asks = files.iter().filter(|file| file.fate == Fate::Asks).map(|file| Arc::clone(&file.name));
    shared.asking = Asking { of: Some(article.clone()), names: asks.collect() };
    let mut all = self::files(shared.store(), &article);
    let before = all.clone();
    collected::add(&mut all, files);
    if all != before {
        shared.set(&setting(&article), &collected::text(&all), env);
    }
}

/// The files of the last time that wait for an answer, which this page can still take.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asking {
    of: Option<ArticleId>,
    names: Vec<Arc<str>>,
}

impl Asking {
    /// True when this file of the article can still be answered.
    pub(crate) fn has(&self, article: &ArticleId, file: &Arc<str>) -> bool {
        self.of.as_ref() == Some(article) && self.names.contains(file)
    }
}
