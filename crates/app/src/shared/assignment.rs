//! What is asked of whoever reads an article here: the rules that it was handed out with, which this browser remembers.

use crate::{
    env::Env,
    shared::{Shared, round, unexported},
    strings::shared as strings,
};
use postil_core::{
    base::{
        id::{ArticleId, QuestionId, VersionId},
        script::isolated,
    },
    codebook::{Codebook, sample},
    exchange::bundle::{assignment::Assignment, remembered},
    keep::store::Store,
};
use std::sync::Arc;

/// The setting of this browser that holds the rules of an article.
fn rules(article: &ArticleId) -> String {
    ["assignment:", article.as_str()].concat()
}

/// The setting that says that what is asked was put away.
fn put_away(article: &ArticleId) -> String {
    ["assignment-read:", article.as_str()].concat()
}

/// The setting that holds what was asked last of a class.
fn last_given(article: &ArticleId) -> String {
    ["given:", article.as_str()].concat()
}

/// The setting that holds under which version of the codebook that was.
fn version_given(article: &ArticleId) -> String {
    ["given-version:", article.as_str()].concat()
}

/// True when the codebook is another one than the class was given.
#[must_use]
pub(crate) fn is_changed(store: &Store, article: &ArticleId, version: &VersionId) -> bool {
    store.setting(&version_given(article)).is_some_and(|given| **given != *version.as_str())
}

/// What was asked last of a class with an article; `None` where it was not given to any from here.
#[must_use]
pub(crate) fn given(store: &Store, article: &ArticleId) -> Option<Assignment> {
    remembered::recalled(store.setting(&last_given(article))?)
}

/// When that was said, in milliseconds since 1970.
#[must_use]
pub(crate) fn given_at(store: &Store, article: &ArticleId) -> Option<u64> {
    store.here.since(&last_given(article)).map(|stamp| stamp.wall)
}

/// The same as it is remembered.
#[must_use]
pub(crate) fn given_text<'a>(store: &'a Store, article: &ArticleId) -> Option<&'a Arc<str>> {
    store.setting(&last_given(article))
}

/// Remembers what is asked of a class with the open article.
pub(crate) fn give(shared: &mut Shared, asked: &Assignment, env: &Env<'_>) {
    let setting = last_given(shared.article_id());
    shared.set(&setting, &remembered::text(asked), env);
    keep_version(shared, env);
}

/// Remembers under which version of the codebook the class has it.
pub(crate) fn keep_version(shared: &mut Shared, env: &Env<'_>) {
    let version = Arc::from(shared.version.as_str());
    shared.set(&version_given(shared.article_id()), &version, env);
}

/// What is asked of whoever reads the open article; `None` where nobody handed it out.
#[must_use]
pub fn asked(shared: &Shared) -> Option<&Assignment> {
    shared.asked.as_ref()?.1.as_ref()
}

/// Brings that up to date with what this browser remembers.
pub(super) fn follow(shared: &mut Shared) {
    let text = shared.store().setting(&rules(shared.article_id()));
    if text != shared.asked.as_ref().map(|(text, _)| text) {
        shared.asked = text.map(|text| (Arc::clone(text), remembered::recalled(text)));
        pose(shared);
        shared.rebuild_keymap();
        shared.touched.all = true;
    } else if !Arc::ptr_eq(&shared.posed_of, &shared.codebook) {
        pose(shared);
    }
}

/// Of the questions of the codebook, whoever reads here is asked those that were chosen when the article was handed out.
pub(super) fn pose(shared: &mut Shared) {
    let only = asked(shared).and_then(|asked| asked.questions.as_ref());
    shared.posed = narrowed(&shared.codebook, only);
    shared.posed_of = Arc::clone(&shared.codebook);
}

fn narrowed(codebook: &Arc<Codebook>, only: Option<&Vec<QuestionId>>) -> Arc<Codebook> {
    only.map_or_else(|| Arc::clone(codebook), |only| Arc::new(codebook.only(only)))
}

/// The codebook with no more questions than were asked of the class with an article: by them it is counted how far each is.
#[must_use]
pub(crate) fn given_codebook(store: &Store, article: &ArticleId, codebook: &Arc<Codebook>) -> Arc<Codebook> {
    narrowed(codebook, given(store, article).and_then(|given| given.questions).as_ref())
}

/// What comes next with an article: of all that can be done with it, the one thing to be seen first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It was given to whoever tags here, or is the sample, and they have said something of it.
    HandIn,
    /// It has a codebook of one's own, and was given to nobody from here.
    Give,
    /// It was given to a class from here.
    Collect,
}

impl Next {
    /// What the button says.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::HandIn => strings::hand_in(),
            Self::Give => strings::give(),
            Self::Collect => strings::collect(),
        }
    }
}

/// What comes next with the open article, if that can be told. Whoever has got an article reads it, and hands in.
#[must_use]
pub(crate) fn next(shared: &Shared) -> Option<Next> {
    let said = || shared.reading(&shared.annotator).is_some_and(|layer| !layer.is_silent());
    if is_asked(shared) {
        return said().then_some(Next::HandIn);
    }
    if shared.store().setting(&last_given(shared.article_id())).is_some() {
        return Some(Next::Collect);
    }
    // Above the sample stands that one hands in. Whoever has answered it and looks round the codebook still does.
    if sample::is_sample(shared.article_id()) && said() {
        return Some(Next::HandIn);
    }
    // A first visit has the sample, whose codebook it does not need to know.
    let id = shared.book.id.as_str();
    (!shared.read_only && !id.is_empty() && !id.starts_with(sample::OURS)).then_some(Next::Give)
}

/// True where the open article was handed out.
#[must_use]
pub(crate) fn is_asked(shared: &Shared) -> bool {
    shared.store().setting(&rules(shared.article_id())).is_some()
}

/// True while what is asked stands above the article.
#[must_use]
pub(crate) fn is_shown(shared: &Shared) -> bool {
    shared.store().setting(&put_away(shared.article_id())).is_none_or(|value| value.is_empty())
}

/// What is asked is put away, or wanted again.
pub(crate) fn show(shared: &mut Shared, shown: bool, env: &Env<'_>) {
    if shown != is_shown(shared) {
        let setting = put_away(shared.article_id());
        shared.set(&setting, if shown { "" } else { "yes" }, env);
    }
}

/// Remembers what is asked of whoever reads the open article here. Answers go into the round that it is asked for.
pub(crate) fn remember(shared: &mut Shared, asked: &Assignment, env: &Env<'_>) {
    let article = shared.article_id().clone();
    shared.set(&rules(&article), &remembered::text(asked), env);
    show(shared, true, env);
    if shared.round_of(&article) != asked.round {
        shared.set(&round(&article), &asked.round.to_string(), env);
        shared.touched.all = true;
        shared.unexported = unexported::count(shared);
    }
}

/// How much is asked of an article with so many paragraphs, and by when: "at least 5 of 10 paragraphs · due Fri 4 Dec, 08:00".
#[must_use]
pub(crate) fn facts(asked: &Assignment, paragraphs: usize) -> String {
    let least = asked.minimum.and_then(|least| usize::try_from(least).ok()).filter(|least| *least < paragraphs);
    let least = least.map(|least| strings::at_least(least, &strings::paragraphs(paragraphs)));
    let due = (!asked.due.is_empty()).then(|| strings::due(&isolated(&asked.due)));
    least.into_iter().chain(due).collect::<Vec<_>>().join(" · ")
}
