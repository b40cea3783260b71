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
};
use postil_core::{
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
        let named = shared.store().articles.get(&id).and_then(|facts| facts.title.clone());
        let known = shared.store().here.articles.get(&id).cloned().unwrap_or_default();
        let mut delta = Store::default();
        let over = known.deleted.as_ref().map(|r| r.stamp.clone());
        let over = over.max(named.as_ref().map(|r| r.stamp.clone())).max(known.gone.as_ref().map(|r| r.stamp.clone()));
        let stamp = shared.tick(env, over.as_ref());
        if named.is_none() || known.deleted.is_some_and(|d| d.value) {
            let new = delta.here.articles.entry(id.clone()).or_default();
            new.gone = known.gone.map(|_| Register::new(false, stamp.clone()));
            new.deleted = Some(Register::new(false, stamp.clone()));
            if named.is_none() {
                delta.articles.entry(id).or_default().title = Some(Register::new(title, stamp));
            }
            shared.keep(Operation::Change(delta));
        }
        remember(shared, env);
    }
    shared.effects.push(Effect::Navigate("#/read".into()));
    shared.effects.push(Effect::Reveal(0, true));
    shared.effects.push(Effect::Focus(Focus::ArticleAt(0)));
    let sentence = format!("Opened “{}”.", isolated(&shared.view_title()));
    shared.announce(sentence);
}

/// Gives an article another title. Its annotations stay.
pub(crate) fn renamed(shared: &mut Shared, id: &ArticleId, title: &str, env: &Env<'_>) {
    let title = bundle::read::clean_title(title);
    if title.is_empty() || !shared.may_write() || title == title_of(shared, id) {
        return;
    }
    let article = id.clone();
    let over = shared.store().articles.get(&article).and_then(|f| f.title.as_ref()).map(|r| r.stamp.clone());
    let stamp = shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    shared.touched.all |= article == *shared.article_id();
    delta.articles.entry(article).or_default().title = Some(Register::new(title, stamp));
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
            let sample = sample::article().id().clone();
            open(shared, &sample, env);
        }
        shared.toast(
            format!("“{title}” is deleted."),
            Some(action("Bring it back", msg::Msg::LibraryRestored(id.clone()))),
        );
    } else {
        shared.toast(format!("“{title}” is back."), None);
    }
}
