//! Codes of other codebooks that something here was tagged with, and what each is with us.

use crate::class::context::Context;
use postil_core::{
    base::{
        id::{CodebookId, ThemeId, VersionId},
        map::Map,
    },
    codebook::{
        Codebook, Theme,
        code::Code,
        mapping::{Maps, To, suggestions},
    },
    record::LayerKey,
};
use std::{collections::BTreeSet, sync::Arc};

/// A code of another codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ForeignCode {
    /// Which one.
    pub(super) code: Code,
    /// What it is called there.
    pub(super) label: Arc<str>,
    /// What it is with us, where somebody said.
    pub(super) to: Option<To>,
    /// What it is likely to be with us.
    pub(super) suggested: Option<Code>,
}

/// The other codebooks that something here was given under.
#[must_use]
pub(super) fn codebooks(context: Context<'_>) -> Vec<(CodebookId, Arc<Codebook>)> {
    let mut found: Map<CodebookId, Arc<Codebook>> = Map::new();
    for version in given(context) {
        if let Some(codebook) = context.versions.get(version)
            && context.is_foreign(&codebook.id)
        {
            found.insert(codebook.id.clone(), Arc::clone(codebook));
        }
    }
    found.into_iter().collect()
}

fn given(context: Context<'_>) -> BTreeSet<&VersionId> {
    let mut versions = BTreeSet::new();
    let layers = context.store.layers.get(context.article.id()).into_iter().flatten();
    for (_, layer) in layers.filter(|(key, _): &(&LayerKey, _)| key.is_reading()) {
        layer.records.values().for_each(|record| record.each_version(|version| _ = versions.insert(version)));
    }
    versions
}

/// The codes of another codebook, with what they are with us.
#[must_use]
pub(super) fn codes(context: Context<'_>, theirs: &Codebook) -> Vec<ForeignCode> {
    let none = Maps::new();
    let maps = context.store.maps.get(context.article.id()).unwrap_or(&none);
    let likely = suggestions(theirs, context.codebook);
    let row = |code: Code, label: &Arc<str>| {
        let to = maps.get(&(theirs.id.clone(), code.clone())).and_then(|register| register.value.clone());
        let suggested = likely.iter().find(|(their, _)| *their == code).map(|(_, our)| our.clone());
        ForeignCode { code, label: Arc::clone(label), to, suggested }
    };
    let mut rows = Vec::new();
    for question in &theirs.questions {
        rows.push(row(Code::Question(question.id.clone()), &question.prompt));
        let options = question.options.iter();
        rows.extend(options.map(|option| row(Code::Option(question.id.clone(), option.id.clone()), &option.label)));
    }
    rows.extend(theirs.themes.iter().map(|theme| row(Code::Theme(theme.id.clone()), &theme.label)));
    rows
}

/// Those of which nobody has said what they are.
#[must_use]
pub(super) fn open(context: Context<'_>, codebook: &CodebookId) -> Vec<ForeignCode> {
    let theirs = codebooks(context).into_iter().find(|(id, _)| id == codebook);
    let codes = theirs.map_or_else(Vec::new, |(_, theirs)| codes(context, &theirs));
    codes.into_iter().filter(|row| row.to.is_none()).collect()
}

/// A theme of another codebook.
#[must_use]
pub(super) fn theme(context: Context<'_>, codebook: &CodebookId, theme: &ThemeId) -> Option<Theme> {
    let (_, theirs) = codebooks(context).into_iter().find(|(id, _)| id == codebook)?;
    theirs.theme(theme).cloned()
}
