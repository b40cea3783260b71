//! What people change, written down: each gesture is one operation of the ledger and one step of undo.

use crate::{
    env::Env,
    msg::Msg,
    shared::{
        Shared,
        history::{Change, Step},
        unexported,
    },
    strings::shared as strings,
};
use postil_core::{
    article::opening,
    base::{
        id::{AnnotatorId, ArticleId, ImportId, ParagraphId, VersionId},
        register::Register,
    },
    keep::{
        operation::Operation,
        rewrite::{Rewrite, Target, Written},
        store::Store,
    },
    record::{Record, edit::Edit, note::Note},
};
use std::sync::Arc;

/// Edits a record as one gesture, which undo takes back.
pub(crate) fn edit_record(
    shared: &mut Shared,
    annotator: &AnnotatorId,
    paragraph: &ParagraphId,
    edits: &[Edit],
    word: &str,
    env: &Env<'_>,
) {
    let target = Target::Record(shared.layer_of(annotator), paragraph.clone());
    let rewrites: Vec<Rewrite> = edits.iter().map(|edit| Rewrite::Record(edit.clone(), under(edit, shared))).collect();
    rewrite(shared, target, &rewrites, word, env);
}

/// The version of the codebook that an edit is given under.
pub(super) fn under(edit: &Edit, shared: &Shared) -> Option<VersionId> {
    match edit {
        Edit::Stance(..) | Edit::Theme(..) | Edit::NoneApplies(_) => Some(shared.version.clone()),
        Edit::Note(_) | Edit::Evidence(..) | Edit::Reply(..) => None,
    }
}

/// Rewrites something as one gesture, which undo takes back.
pub(crate) fn rewrite(shared: &mut Shared, target: Target, rewrites: &[Rewrite], word: &str, env: &Env<'_>) {
    if !shared.may_write() {
        shared.announce(strings::locked());
        return;
    }
    let label = label(shared, target.paragraph(), word);
    let article = shared.article_id().clone();
    let written = write(shared, &article, &target, rewrites, None, env);
    done(shared, Arc::clone(&label), Change::Edits { target, written });
    shared.say_when_saved(label);
}

/// What was done to a paragraph, in words: "Paragraph 3: supports".
#[must_use]
pub(crate) fn label(shared: &Shared, paragraph: Option<&ParagraphId>, word: &str) -> Arc<str> {
    match paragraph.and_then(|paragraph| shared.article.index_of(paragraph)) {
        Some(index) => strings::of_paragraph(&(index + 1).to_string(), word).into(),
        None => word.into(),
    }
}

/// A record of the open article as it is stored.
#[must_use]
pub(crate) fn stored_record(shared: &Shared, annotator: &AnnotatorId, paragraph: &ParagraphId) -> Record {
    let key = shared.layer_of(annotator);
    shared.store().record(shared.article_id(), &key, paragraph).cloned().unwrap_or_default()
}

/// Notes a step of whoever is active.
pub(crate) fn done(shared: &mut Shared, label: Arc<str>, change: Change) {
    end_offer(shared);
    let by = shared.annotator.clone();
    shared.history.entry(shared.article_id().clone()).or_default().done(Step { label, by, change });
}

/// An offer to undo is about the latest step, and ends when that is another one.
pub(super) fn end_offer(shared: &mut Shared) {
    shared.toast.take_if(|toast| toast.action.as_ref().is_some_and(|action| matches!(*action.msg, Msg::UndoAsked)));
}

/// Writes new values, and returns what takes them back. `seen` is the note as its writer saw it, if that is not how it stands
/// now.
pub(crate) fn write(
    shared: &mut Shared,
    article: &ArticleId,
    target: &Target,
    rewrites: &[Rewrite],
    seen: Option<&Note>,
    env: &Env<'_>,
) -> Vec<Written> {
    let Target::Record(key, paragraph) = target else {
        return shared
            .services
            .map(|services| (services.write)(shared, article, target, rewrites, env))
            .unwrap_or_default();
    };
    if rewrites.iter().any(|rewrite| matches!(rewrite, Rewrite::Record(_, Some(under)) if *under == shared.version)) {
        remember(shared);
    }
    let (mut change, written) =
        shared.ledger.state().rewrite_record(article, (key, paragraph), rewrites, seen, &mut shared.clock, env.now);
    complete(shared, &mut change, article, target, &written);
    shared.keep_tags(change);
    if article == shared.article_id() {
        if key.annotator == shared.annotator {
            shared.unexported = unexported::count(shared);
        }
        let index = shared.article.index_of(paragraph);
        shared.touched.rows.extend(index);
    }
    written
}

/// What the codebook says is to be kept: something is given under its version.
fn remember(shared: &mut Shared) {
    match shared.services {
        Some(services) => (services.remember)(shared),
        None => shared.unremembered = true,
    }
}

/// Adds to a change of the open article what has to be known with it: the words of a paragraph that nobody has spoken of, the
/// article’s title, and who wrote.
pub(super) fn complete(
    shared: &mut Shared,
    change: &mut Store,
    article: &ArticleId,
    target: &Target,
    written: &[Written],
) {
    if article != shared.article_id() {
        return;
    }
    let facts = shared.store().articles.get(article);
    let titled = facts.is_some_and(|facts| facts.title.is_some());
    if let Some(paragraph) = target.paragraph()
        && facts.is_none_or(|facts| !facts.quotes.contains_key(paragraph))
        && let Some(index) = shared.article.index_of(paragraph)
    {
        let facts = change.articles.entry(article.clone()).or_default();
        facts.quotes.insert(paragraph.clone(), opening(&shared.article.text(index)));
    }
    let Some(stamp) = written.first().map(|written| &written.stamp) else { return };
    match target {
        Target::Record(key, _) => shared.sign(change, &key.annotator),
        Target::Book(_) => shared.sign(change, &shared.annotator),
        Target::Choice | Target::Maps | Target::Class(..) | Target::People | Target::Roll(_) | Target::Here => {}
    }
    shared.introduce(change, stamp);
    if !titled {
        let facts = change.articles.entry(article.clone()).or_default();
        facts.title = Some(Arc::clone(&shared.article.masthead.title));
    }
}

/// Takes an import back, as one gesture.
pub(crate) fn take_import_back(shared: &mut Shared, import: &ImportId, label: &str, env: &Env<'_>) {
    if shared.may_write() {
        let change = write_switch(shared, import.clone(), false, env);
        done(shared, label.into(), change);
    }
}

/// Writes the switch of an import and returns what takes it back.
pub(super) fn write_switch(shared: &mut Shared, import: ImportId, active: bool, env: &Env<'_>) -> Change {
    let over = shared.ledger.import_switched(&import).cloned();
    let stamp = shared.tick(env, over.as_ref());
    shared.keep(Operation::Switch { import: import.clone(), active: Register::new(active, stamp) });
    shared.touched.all = true;
    shared.unexported = unexported::count(shared);
    Change::Import { import, active: !active, over: false }
}

/// Ends the steps of imports that compaction has made part of the whole.
pub(crate) fn end_folded(shared: &mut Shared) {
    let ledger = &shared.ledger;
    shared.history.values_mut().for_each(|history| history.end(|import| ledger.import_counts(import).is_some()));
}
