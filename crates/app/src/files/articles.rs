//! The articles of the library: how they are stored and read, entered, renamed, deleted and brought back.

use super::msg;
use crate::{
    effect::{Effect, Focus},
    env::Env,
    notice::action,
    opening::{Form, Opening},
    shared::{
        Shared,
        library::{open, remember, show, title_of},
    },
    strings::files::articles as strings,
};
use postil_core::{
    article::masthead::TITLE,
    base::{id::ArticleId, register::Register, script::isolated},
    codebook::sample,
    exchange::bundle::{self, Bundle, read::read},
    keep::{operation::Operation, store::Store},
};
use std::sync::Arc;

/// How articles are stored.
pub(crate) const FORM: Form = Form { write: stored_form };

/// The stored form of an article: a file without layers.
#[must_use]
pub(crate) fn stored_form((article, book): &Opening) -> String {
    bundle::write(&Bundle::bare((**article).clone(), (**book).clone()), crate::APP)
}

/// Reads the stored form of an article.
#[must_use]
pub(crate) fn read_stored(text: &str) -> Option<Opening> {
    let (bundle, _) = read(text).ok()?;
    Some((Arc::new(bundle.article), Arc::new(bundle.book)))
}

/// Shows an article that came, and lists it in the library.
pub(crate) fn enter(shared: &mut Shared, opening: Opening, env: &Env<'_>) {
    let title = Arc::clone(&opening.0.masthead.title);
    show(shared, opening, false, env);
    if shared.may_write() {
        let id = shared.article_id().clone();
        let is_named = shared.store().articles.get(&id).is_some_and(|facts| facts.title.is_some());
        let known = shared.store().here.articles.get(&id).cloned().unwrap_or_default();
        let mut delta = Store::default();
        let over = known.deleted.as_ref().map(|r| r.stamp.clone());
        let over = over.max(known.gone.as_ref().map(|r| r.stamp.clone()));
        let stamp = shared.tick(env, over.as_ref());
        if !is_named || known.deleted.is_some_and(|d| d.value) {
            let new = delta.here.articles.entry(id.clone()).or_default();
            new.gone = known.gone.map(|_| Register::new(false, stamp.clone()));
            new.deleted = Some(Register::new(false, stamp));
            if !is_named {
                delta.articles.entry(id).or_default().title = Some(title);
            }
            shared.keep(Operation::Change(delta));
        }
        remember(shared, env);
    }
    shared.effects.push(Effect::Navigate("#/read".into()));
    shared.effects.push(Effect::Reveal(0, true));
    shared.effects.push(Effect::Focus(Focus::ArticleAt(0)));
    let sentence = strings::opened(&isolated(shared.title()));
    shared.announce(sentence);
}

/// Gives an article another title. Its annotations stay.
pub(crate) fn renamed(shared: &mut Shared, id: &ArticleId, title: &str, env: &Env<'_>) {
    let title = bundle::read::clean_title(title);
    if !title.is_empty() && title != title_of(shared, id) {
        described(shared, id, &[(TITLE, title)], env);
    }
}

/// Describes an article otherwise, by the names of what is another then. Neither its id nor its annotations change.
pub(crate) fn described(shared: &mut Shared, id: &ArticleId, fields: &[(&str, Arc<str>)], env: &Env<'_>) {
    if !shared.may_write() || fields.is_empty() {
        return;
    }
    let here = shared.article.masthead.described.values().filter(|_| id == shared.article_id());
    let stored = shared.store().articles.get(id).into_iter().flat_map(|facts| facts.described.values());
    let over = here.chain(stored).map(|r| r.stamp.clone()).max();
    let stamp = shared.tick(env, over.as_ref());
    let fields = fields.iter().map(|(name, value)| ((*name).into(), Register::new(Arc::clone(value), stamp.clone())));
    let mut delta = Store::default();
    delta.articles.entry(id.clone()).or_default().described = fields.collect();
    shared.keep(Operation::Change(delta));
}

/// Takes an article out of the library, or puts it back. Its text and annotations stay, so undo is always possible.
pub fn deleted(shared: &mut Shared, id: &ArticleId, gone: bool, env: &Env<'_>) {
    if !shared.may_write() {
        return;
    }
    let title = isolated(&title_of(shared, id));
    let article = id.clone();
    let known = shared.store().here.articles.get(&article);
    let over = known.and_then(|known| known.deleted.as_ref()).map(|r| r.stamp.clone());
    let stamp = shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    delta.here.articles.entry(article).or_default().deleted = Some(Register::new(gone, stamp));
    shared.keep(Operation::Change(delta));
    if gone {
        if shared.article_id() == id {
            open(shared, &sample::id(), env);
        }
        shared.toast(
            strings::not_listed(&title),
            Some(action(strings::bring_back(), msg::Msg::LibraryRestored(id.clone()))),
        );
    } else {
        shared.toast(strings::back(&title), None);
    }
}
