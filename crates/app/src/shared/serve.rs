//! What changes what is shared beyond tags, by the table of its services.

use super::{
    Shared, again,
    assignment::{self, Next},
    codebook,
    editing::{self, write_switch},
    history::Change,
    library, resolving,
    services::Services,
    steps, versions,
};
use crate::{env::Env, file::named, strings::shared as strings, when::moment};
use postil_core::{
    base::{
        id::{ArticleId, ImportId},
        script::isolated,
        stamp::Stamp,
    },
    codebook::sample,
    keep::{
        operation::Operation,
        rewrite::{Rewrite, Sight, Target, Written},
    },
};
use std::sync::Arc;

/// The table.
pub(crate) static SERVICES: Services<Shared> =
    Services { begin, write, stands, switch, give_up, remember, follow, field, keep_steps: steps::keep, went_out };

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
    // Whose answers are shown, and whose are counted, may be others now.
    shared.touched.all |= matches!(target, Target::People | Target::Roll(_) | Target::Here);
    let index = target.paragraph().and_then(|paragraph| shared.article.index_of(paragraph));
    shared.touched.rows.extend(index.filter(|_| article == shared.article.id()));
    // A map says how any paragraph is read.
    shared.touched.all |= *target == Target::Maps;
    written
}

fn stands(shared: &Shared, target: &Target, written: &Written, latest: &Stamp) -> bool {
    shared.store().stands(shared.article_id(), target, written, latest, &shared.book)
}

fn switch(shared: &mut Shared, import: &ImportId, active: bool, env: &Env<'_>) -> (Change, bool) {
    let change = write_switch(shared, import.clone(), active, env);
    (change, shared.ledger.is_held_elsewhere(import))
}

fn give_up(shared: &mut Shared, import: &ImportId) {
    shared.ledger.forget(import);
    library::settle(shared);
    let article = shared.article_id().clone();
    shared.history.entry(article).or_default().forget(import);
}

fn follow(shared: &mut Shared) {
    assignment::follow(shared);
    resolving::follow(shared);
    again::follow(shared);
}

fn remember(shared: &mut Shared) {
    let current = (shared.version.clone(), Arc::clone(&shared.codebook));
    versions::remember(shared, &[current]);
}

fn field(shared: &mut Shared, left: bool, env: &Env<'_>) {
    if left { codebook::keep(shared, env) } else { codebook::store(shared, env) }
}

/// As long as all of it is in there, the file is what the teacher needs.
fn went_out(shared: &Shared, at: u64, env: &Env<'_>) -> Arc<str> {
    let when = moment(env.clock(), at);
    if assignment::next(shared) != Some(Next::HandIn) {
        return strings::file_made(&when).into();
    }
    if shared.unexported > 0 {
        return strings::file_made_before(&when).into();
    }
    let file = named(shared.title(), &shared.own_name(&shared.annotator));
    strings::file_for_teacher(&when, &isolated(&file)).into()
}
