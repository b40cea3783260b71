//! What changes what is shared beyond tags: decisions, the codebook, imports that are taken back. It comes with the dialogs,
//! since a first visit needs none of it, and is reached by this table. Nothing that it does can be asked for before: the
//! screens of a class, and what is stored here, wait for the dialogs too.

use super::{
    Shared, codebook,
    editing::{self, write_switch},
    history::Change,
    readings, versions, worklist,
};
use crate::env::Env;
use postil_core::{
    base::{
        id::{ArticleId, ImportId},
        stamp::Stamp,
    },
    codebook::sample,
    keep::{
        operation::Operation,
        rewrite::{Rewrite, Sight, Target, Written},
    },
};
use std::sync::Arc;

/// The functions by which the rest reaches it.
pub struct Services {
    /// Begins: what was not needed so far is there from now on.
    pub(crate) begin: fn(&mut Shared),
    /// Writes new values anywhere in an article, and returns what takes them back.
    pub(crate) write: fn(&mut Shared, &ArticleId, &Target, &[Rewrite], &Env<'_>) -> Vec<Written>,
    /// True when nobody has said anything since that taking this back would change. The stamp is the latest of its step.
    pub(crate) stands: fn(&Shared, &Target, &Written, &Stamp) -> bool,
    /// Switches an import. Returns what takes that back, and whether another import brought the same.
    pub(crate) switch: fn(&mut Shared, ImportId, bool, &Env<'_>) -> (Change, bool),
    /// An import is given up for which there was no room, as a whole.
    pub(crate) give_up: fn(&mut Shared, &ImportId),
    /// Keeps what the codebook says, now that something was given under its version.
    pub(crate) remember: fn(&mut Shared),
    /// Brings up to date what people read, as it is shown, and what is to be looked at again.
    pub(crate) follow: fn(&mut Shared),
    /// Stores what is being typed into a field of the codebook; with `true` its field is left.
    pub(crate) field: fn(&mut Shared, bool, &Env<'_>),
}

/// The table.
pub(crate) static SERVICES: Services =
    Services { begin, write, stands, switch, give_up, remember, follow, field };

fn begin(shared: &mut Shared) {
    if shared.base.id.as_str().is_empty() {
        shared.base = Arc::new(sample::book());
        codebook::settle(shared);
    }
    if std::mem::take(&mut shared.unremembered) {
        remember(shared);
    }
}

fn write(
    shared: &mut Shared,
    article: &ArticleId,
    target: &Target,
    rewrites: &[Rewrite],
    env: &Env<'_>,
) -> Vec<Written> {
    let book = Arc::clone(&shared.book);
    let sight = Sight { note: None, book: &book };
    let (mut change, written) =
        shared.ledger.state().rewrite(article, target, rewrites, sight, &mut shared.clock, env.now);
    editing::complete(shared, &mut change, article, target, &written);
    shared.keep(Operation::Change(change));
    let index = target.paragraph().and_then(|paragraph| shared.article.index_of(paragraph));
    shared.touched.rows.extend(index.filter(|_| article == shared.article.id()));
    written
}

fn stands(shared: &Shared, target: &Target, written: &Written, latest: &Stamp) -> bool {
    shared.store().stands(shared.article_id(), target, written, latest, &shared.book)
}

fn switch(shared: &mut Shared, import: ImportId, active: bool, env: &Env<'_>) -> (Change, bool) {
    let change = write_switch(shared, import.clone(), active, env);
    (change, shared.ledger.is_held_elsewhere(&import))
}

fn give_up(shared: &mut Shared, import: &ImportId) {
    shared.ledger.forget(import);
    codebook::settle(shared);
    let article = shared.article_id().clone();
    shared.history.entry(article).or_default().forget(import);
}

fn follow(shared: &mut Shared) {
    readings::follow(shared);
    worklist::follow(shared);
}

fn remember(shared: &mut Shared) {
    let current = (shared.version.clone(), Arc::clone(&shared.codebook));
    versions::remember(shared, &[current]);
}

fn field(shared: &mut Shared, left: bool, env: &Env<'_>) {
    if left { codebook::keep(shared, env) } else { codebook::store(shared, env) }
}
