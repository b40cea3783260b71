//! Removing an article from this device: a file of everything about it is handed out, and then it is gone from both stores.
//!
//! A stored change says that it is gone since a stamp, and every tab lets go of what was said until then, and of the names of
//! people who have said nothing else. What stands in the stores goes with the next snapshot, which takes its place in both.

use super::{
    msg,
    view::{RoomRow, RoomView},
};
use crate::{
    APP,
    effect::Effect,
    env::Env,
    files::{export, model::Files, msg::Scope},
    msg::Msg,
    notice::{BannerView, action},
    opening::Opening,
    quota::QUOTA,
    shared::{
        Shared,
        codebook::book_of,
        drafts,
        library::{embedded, load, title_of, went},
        note, steps,
    },
    strings::files as strings,
};
use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId},
        map::Map,
        order,
        register::Register,
        script::isolated,
    },
    codebook::sample,
    exchange::import::article_length,
    keep::{here::Here, operation::Operation, store::Store},
};
use std::sync::Arc;

/// Somebody wants an article gone, and has been told what that means.
pub(crate) fn confirmed(files: &mut Files, shared: &mut Shared, id: &ArticleId, env: &Env<'_>) {
    if !shared.may_write() {
        return;
    }
    note::keep(shared, env);
    files.to_remove = None;
    let here = if shared.article_id() == id {
        Some((Arc::clone(&shared.article), Arc::clone(&shared.base)))
    } else if sample::is_sample(id) {
        Some(embedded())
    } else {
        shared.unstored.get(id).cloned()
    };
    if here.is_some() {
        text_found(files, shared, id, here, env);
    } else {
        files.leaving = Some(id.clone());
        load(shared, id);
    }
}

/// The text of an article that is to go was read: with it goes the file.
pub(crate) fn text_found(
    files: &mut Files,
    shared: &mut Shared,
    id: &ArticleId,
    found: Option<Opening>,
    env: &Env<'_>,
) {
    files.leaving = None;
    let title = isolated(&title_of(shared, id));
    let Some((article, base)) = found else {
        files.open = None;
        shared.banner(BannerView {
            id: "removal".into(),
            alert: true,
            sentence: strings::removal::text_gone(&title).into(),
            actions: vec![
                action(strings::removal::download_all(), Msg::RawAsked),
                action(strings::removal::without_file(), msg::Msg::RemovedAnyway(id.clone())),
            ],
            closable: true,
        });
        return;
    };
    // Words that wait to be kept or discarded are about to lose their place, so they go into the file as notes.
    drafts::take_over_all(shared, id, env);
    let bundle = export::bundle_of(shared, &article, book_of(shared.store(), id, &base), Scope::Backup);
    let text = postil_core::exchange::bundle::write(&bundle, APP);
    let name = export::hand_out(shared, &bundle, strings::export::backup(), text);
    remove(shared, id, env);
    shared.toast(strings::removal::removed(&title, &isolated(&name)), None);
}

/// Removes an article: from what is shared, and from both stores as soon as nobody else puts them together.
pub(crate) fn remove(shared: &mut Shared, id: &ArticleId, env: &Env<'_>) {
    shared.banners.retain(|b| &*b.id != "removal");
    if !shared.may_write() {
        return;
    }
    let mut newest = None;
    of_article(shared.store(), id).each_stamp(|stamp| newest = newest.take().max(Some(stamp.clone())));
    let stamp = shared.tick(env, newest.as_ref());
    let mut delta = Store::default();
    let known = delta.here.articles.entry(id.clone()).or_default();
    known.gone = Some(Register::new(true, stamp.clone()));
    known.deleted = Some(Register::new(true, stamp));
    let known: Vec<AnnotatorId> = shared.store().people.keys().cloned().collect();
    shared.keep(Operation::Change(delta));
    let forgotten: Vec<AnnotatorId> = known.into_iter().filter(|id| !shared.store().people.contains_key(id)).collect();
    shared.purged.extend(forgotten.iter().map(AnnotatorId::to_shared));
    shared.history.remove(id);
    steps::keep(shared);
    let drafts = shared.drafts.iter().filter(|draft| draft.note.article == *id);
    let drafts: Vec<Arc<str>> = drafts.map(|draft| Arc::clone(&draft.key)).collect();
    for key in drafts {
        shared.drafts.retain(|draft| draft.key != key);
        shared.banners.retain(|b| b.id != key);
        shared.effects.push(Effect::RemoveDraft(key));
    }
    shared.unstored.remove(id);
    shared.effects.push(Effect::DeleteArticle(id.clone()));
    shared.purged.push(id.to_shared());
    shared.effects.push(Effect::AwaitCompaction(true));
    went(shared, id, env);
}

/// What is stored about one article.
fn of_article(store: &Store, article: &ArticleId) -> Store {
    let mut of = Store::default();
    of.articles.extend(store.articles.get(article).map(|facts| (article.clone(), facts.clone())));
    of.here.articles.extend(store.here.articles.get(article).map(|known| (article.clone(), known.clone())));
    of.layers.extend(store.layers.get(article).map(|layers| (article.clone(), layers.clone())));
    of.classes.extend(store.classes.get(article).map(|classes| (article.clone(), classes.clone())));
    of
}

/// The dialog "Storage in this browser": what takes room, what was used longest ago first.
#[must_use]
pub(crate) fn view(files: &Files, shared: &Shared) -> RoomView {
    let store = shared.store();
    let mut ids: Vec<&ArticleId> = store.spoken_of().collect();
    let silent = |id: &&ArticleId| !store.layers.contains_key(*id) && !store.classes.contains_key(*id);
    ids.extend(store.articles.keys().filter(|id| silent(id) && !store.is_gone(id)));
    let mut rows: Vec<(u64, RoomRow)> = Vec::with_capacity(ids.len());
    for id in ids {
        let mut latest = 0;
        let said = Store { articles: Map::new(), here: Here::default(), ..of_article(store, id) };
        said.each_stamp(|stamp| latest = latest.max(stamp.wall));
        let row = RoomRow {
            id: id.clone(),
            title: title_of(shared, id),
            size: strings::removal::kilobytes(&(article_length(store, id) / 1000 + 1).to_string()).into(),
            asked: files.to_remove.as_ref() == Some(id),
        };
        rows.push((latest, row));
    }
    order::short(&mut rows, |a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    let percent = (shared.used * 100 / QUOTA).to_string();
    RoomView { used: strings::removal::used(&percent).into(), rows: rows.into_iter().map(|(_, row)| row).collect() }
}
