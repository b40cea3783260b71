//! The names of a class, as its teacher pastes them: they stay in this browser, and stand in no file.

use crate::{env::Env, shared::Shared};
use postil_core::{base::id::ArticleId, exchange::bundle::read::clean_name, keep::store::Store};
use std::sync::Arc;

/// More names than any class has.
const MOST: usize = 1000;

/// The setting of this browser that holds them.
fn roster(article: &ArticleId) -> String {
    ["roster:", article.as_str()].concat()
}

/// The names of those who are expected to hand in an article; none where nobody said.
#[must_use]
pub(crate) fn names(store: &Store, article: &ArticleId) -> Vec<Arc<str>> {
    let lines = store.setting(&roster(article)).map_or("", |text| &**text).lines();
    lines.map(Into::into).collect()
}

/// Keeps the names, one a line, without what is no name or stands there twice.
pub(crate) fn keep(shared: &mut Shared, text: &str, env: &Env<'_>) {
    let mut names: Vec<Arc<str>> = Vec::new();
    for name in text.lines().map(clean_name).filter(|name| !name.is_empty()) {
        if names.len() < MOST && !names.contains(&name) {
            names.push(name);
        }
    }
    let setting = roster(shared.article_id());
    shared.set(&setting, &names.join("\n"), env);
}
