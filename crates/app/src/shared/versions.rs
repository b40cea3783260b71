//! What versions of codebooks say under which something was given. They are kept beside the text of the article, each under its
//! own hash, so that whoever looks later can see the rule of then.

use super::Shared;
use crate::effect::Effect;
use postil_core::{
    base::id::{ArticleId, VersionId},
    codebook::{Codebook, content},
    keep::startup::Pair,
};
use std::sync::Arc;

/// Between an article's id and what else is kept of it: another text that describes it, or a version of its codebook.
pub(crate) const EARLIER: &str = "/";

/// The id of the article to which a key belongs.
#[must_use]
pub(crate) fn article(key: &str) -> &str {
    key.split_once(EARLIER).map_or(key, |(id, _)| id)
}

/// The key of a version of an article's codebook.
fn key(article: &ArticleId, version: &VersionId) -> Arc<str> {
    [article.as_str(), EARLIER, version.as_str()].concat().into()
}

/// A version of an article's codebook, by its key and what it says, if it is one and whole.
#[must_use]
pub(crate) fn version(key: &str, content: &str) -> Option<(ArticleId, VersionId, Arc<Codebook>)> {
    let (article, version) = key.split_once(EARLIER)?;
    let version = VersionId::from(version);
    let codebook = content::read(content, &version).ok()?;
    Some((article.into(), version, Arc::new(codebook)))
}

/// Keeps what versions of codebooks said, for whoever wants to know under which rule something was given.
pub(crate) fn remember(shared: &mut Shared, versions: &[(VersionId, Arc<Codebook>)]) {
    let article = shared.article_id().clone();
    for (version, codebook) in versions {
        keep(shared, &article, version, codebook);
    }
}

/// The same of any article. It is kept for each: another one that is removed from this device takes its own along.
pub(crate) fn keep(shared: &mut Shared, article: &ArticleId, version: &VersionId, codebook: &Arc<Codebook>) {
    let key = key(article, version);
    if shared.kept_versions.insert(Arc::clone(&key)) {
        shared.effects.push(Effect::KeepVersion(key, codebook.content().into()));
    }
    know(shared, version, codebook);
}

fn know(shared: &mut Shared, version: &VersionId, codebook: &Arc<Codebook>) {
    if !shared.versions.contains_key(version) {
        shared.versions.insert(version.clone(), Arc::clone(codebook));
        shared.touched.all = true;
    }
}

/// Asks for what is kept of earlier versions, where something was said that may have been given under one.
pub(crate) fn recall(shared: &mut Shared) {
    let article = shared.article_id().clone();
    if shared.store().layers.contains_key(&article) {
        shared.effects.push(Effect::LoadVersions(article));
    }
}

/// Versions were read that this browser kept. Another description of the article stands there too, and is none.
pub(crate) fn found(shared: &mut Shared, kept: &[Pair]) {
    for (key, content) in kept {
        if let Some((_, version, codebook)) = version(key, content) {
            shared.kept_versions.insert(Arc::clone(key));
            know(shared, &version, &codebook);
        }
    }
}

/// An article is gone, and what was kept of it.
pub(super) fn forget(shared: &mut Shared, article: &ArticleId) {
    shared.kept_versions.retain(|key| self::article(key) != article.as_str());
}
