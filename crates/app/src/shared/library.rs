//! Which article is open, and which ones this browser has.

use crate::{
    effect::Effect,
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    opening::Opening,
    part::Part,
    screen::DialogKind,
    shared::{
        Shared, Touched, codebook, editing, note, unexported,
        versions::{self, EARLIER, article},
    },
    strings::shared as strings,
};
use postil_core::{
    article::masthead::TITLE,
    base::{id::ArticleId, order, script::isolated},
    codebook::sample,
};
use std::sync::Arc;

/// Shows another article or, with `kept`, the same as it is described now. The note that is open is kept first.
pub fn show(shared: &mut Shared, (article, book): Opening, kept: bool, env: &Env<'_>) {
    note::keep(shared, env);
    // What Undo takes back is another thing in another article.
    if !kept {
        editing::end_offer(shared);
    }
    (shared.article, shared.base) = (article, book);
    settle(shared);
    shared.loading = None;
    shared.showing = shared.showing.next(kept);
    shared.touched = Touched { all: true, rows: Vec::new() };
    shared.unexported = unexported::count(shared);
    entitle(shared);
    shared.effects.push(Effect::AwaitIdle);
    versions::recall(shared);
}

/// Puts together anew what stands in the stores of the open article as a whole: how it is described, and its codebook.
pub(crate) fn settle(shared: &mut Shared) {
    let facts = shared.store().articles.get(shared.article_id());
    if let Some(described) = facts.map(|facts| &facts.described).filter(|described| !described.is_empty()) {
        let mut masthead = shared.article.masthead.clone();
        if masthead.take(described) {
            shared.article = Arc::new(shared.article.with_masthead(masthead));
            shared.touched.all = true;
            entitle(shared);
        }
    }
    codebook::settle(shared);
}

/// Gives the tab the title of the open article.
pub(crate) fn entitle(shared: &mut Shared) {
    let title = strings::window_title(&shared.article.masthead.title);
    shared.effects.push(Effect::Title(title.into()));
}

/// At start: opens the article that was open last, or the sample.
pub(crate) fn open_last(shared: &mut Shared, env: &Env<'_>) {
    let last = shared.store().setting("open").cloned().map(ArticleId::new).filter(|last| !is_deleted(shared, last));
    match last {
        Some(last) if last != *shared.article_id() || !is_embedded(shared, &last) => {
            open(shared, &last, env);
        }
        _ => stay(shared),
    }
}

/// The sample stays open: it was there from the start, perhaps not drawn yet.
pub(crate) fn stay(shared: &mut Shared) {
    shared.loading = None;
    shared.effects.push(Effect::AwaitIdle);
    versions::recall(shared);
}

/// Opens an article of the library.
pub fn open(shared: &mut Shared, id: &ArticleId, env: &Env<'_>) {
    if is_embedded(shared, id) {
        show(shared, embedded(), false, env);
        remember(shared, env);
    } else if let Some(opening) = shared.unstored.get(id).cloned() {
        show(shared, opening, false, env);
    } else {
        shared.loading = Some(id.clone());
        // What reads it comes meanwhile.
        shared.fetch(Part::Dialogs);
        load(shared, id);
    }
}

/// The sample, as it stands in the program.
#[must_use]
pub(crate) fn embedded() -> Opening {
    (Arc::new(sample::article()), Arc::new(sample::book()))
}

/// Asks for the text of an article, as it was described last.
pub(crate) fn load(shared: &mut Shared, id: &ArticleId) {
    let key = shared.store().setting(&described(id)).cloned().unwrap_or_else(|| id.to_shared());
    shared.effects.push(Effect::LoadArticle(id.clone(), key));
}

/// The setting that holds the key of the text by which an article is described here, where that is not its id.
fn described(id: &ArticleId) -> String {
    ["described:", id.as_str()].concat()
}

/// Makes the open article the one that the next start opens.
pub(crate) fn remember(shared: &mut Shared, env: &Env<'_>) {
    let id = shared.article_id().clone();
    shared.set("open", id.as_str(), env);
    let embedded = is_embedded(shared, &id);
    shared.effects.push(Effect::Hint((!embedded).then_some(id)));
}

/// True for the sample, unless somebody chose another description of it: that is kept like any other article's.
#[must_use]
pub(crate) fn is_embedded(shared: &Shared, id: &ArticleId) -> bool {
    sample::is_sample(id) && !shared.stored_articles.contains(id) && !shared.unstored.contains_key(id)
}

/// True for the keys of articles, false for those of what stands beside them.
#[must_use]
pub(crate) fn is_listed(key: &str) -> bool {
    !key.contains(EARLIER)
}

/// The articles of the library, latest first by when they came or got their title; the sample comes last.
#[must_use]
pub(crate) fn listed(shared: &Shared) -> Vec<ArticleId> {
    let (store, sample) = (shared.store(), sample::id());
    let mut ids: Vec<ArticleId> = store.articles.keys().cloned().collect();
    ids.extend(shared.stored_articles.iter().chain(shared.unstored.keys()).cloned());
    ids.push(sample.clone());
    let came = |id: &ArticleId| store.here.articles.get(id)?.deleted.as_ref().map(|r| r.stamp.wall);
    let titled = |id: &ArticleId| store.articles.get(id)?.described.get(TITLE).map(|r| r.stamp.wall);
    let when = |id: &ArticleId| came(id).max(titled(id));
    let place = |id: &ArticleId| (*id == sample, std::cmp::Reverse(when(id)));
    order::short(&mut ids, |a, b| (place(a), a).cmp(&(place(b), b)));
    ids.dedup();
    ids.retain(|id| !is_deleted(shared, id));
    ids
}

/// The title of an article, as renamed or as it came.
#[must_use]
pub(crate) fn title_of(shared: &Shared, id: &ArticleId) -> Arc<str> {
    if shared.article_id() == id {
        return Arc::clone(&shared.article.masthead.title);
    }
    let facts = shared.store().articles.get(id);
    if let Some(title) = facts.and_then(|f| f.described.get(TITLE).map(|r| &r.value).or(f.title.as_ref())) {
        return Arc::clone(title);
    }
    if sample::is_sample(id) { sample::article().masthead.title } else { strings::untitled().into() }
}

/// True while an article is taken out of the library.
#[must_use]
pub(crate) fn is_deleted(shared: &Shared, id: &ArticleId) -> bool {
    shared.store().here.is_deleted(id)
}

/// An article's text is safe in the library.
pub fn stored(shared: &mut Shared, key: &Arc<str>, env: &Env<'_>) {
    let id = ArticleId::from(article(key));
    if shared.describing.remove(&id) {
        let before = shared.store().setting(&described(&id)).cloned().unwrap_or_else(|| id.to_shared());
        if before != *key {
            shared.set(&described(&id), key, env);
        }
    } else if !is_listed(key) {
        return;
    }
    shared.lent.forget(&id);
    shared.unstored.remove(&id);
    shared.stored_articles.insert(id);
}

/// An article's text could not be stored.
pub fn refused(shared: &mut Shared, key: &Arc<str>) {
    if !is_listed(key) {
        return;
    }
    let title = isolated(&title_of(shared, &ArticleId::new(Arc::clone(key))));
    shared.banner(BannerView {
        id: format!("unstored:{key}").into(),
        alert: true,
        sentence: strings::not_kept(&title).into(),
        actions: vec![action(strings::export_now(), Msg::DialogOpened(DialogKind::Export))],
        closable: true,
    });
}

/// An article is gone, by this tab or by another one: nothing of it is shown any more.
pub fn went(shared: &mut Shared, id: &ArticleId, env: &Env<'_>) {
    shared.stored_articles.remove(id);
    versions::forget(shared, id);
    shared.touched.all = true;
    if shared.article_id() == id {
        open(shared, &sample::id(), env);
    }
}

/// Another tab has removed the article that is open here.
pub fn heard(shared: &mut Shared, env: &Env<'_>) {
    let id = shared.article_id().clone();
    let title = isolated(&shared.article.masthead.title);
    went(shared, &id, env);
    shared.banner(BannerView {
        id: "removal".into(),
        alert: false,
        sentence: strings::removed_elsewhere(&title).into(),
        actions: Vec::new(),
        closable: true,
    });
}
