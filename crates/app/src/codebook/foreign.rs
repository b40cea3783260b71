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
    /// How often somebody chose it.
    pub(super) uses: usize,
}

/// The other codebooks that something here was given under, each with all codes that it had under one of its versions.
#[must_use]
pub(super) fn codebooks(context: Context<'_>) -> Vec<(CodebookId, Arc<Codebook>)> {
    let mut found: Map<CodebookId, Vec<&Arc<Codebook>>> = Map::new();
    for version in given(context) {
        if let Some(codebook) = context.versions.get(version)
            && context.is_foreign(&codebook.id)
        {
            found.entry(codebook.id.clone()).or_default().push(codebook);
        }
    }
    let whole = |versions: &[&Arc<Codebook>]| {
        let most = versions.iter().max_by_key(|codebook| codebook.codes())?;
        Some(versions.iter().fold(Arc::clone(most), |mut whole, version| {
            Arc::make_mut(&mut whole).add_codes(version);
            whole
        }))
    };
    found.iter().filter_map(|(id, versions)| Some((id.clone(), whole(versions)?))).collect()
}

fn given(context: Context<'_>) -> BTreeSet<&VersionId> {
    let mut versions = BTreeSet::new();
    let layers = context.store.layers.get(context.article.id()).into_iter().flatten();
    for (_, layer) in layers.filter(|(key, _): &(&LayerKey, _)| key.is_reading()) {
        layer.records.values().for_each(|record| record.each_version(|version| _ = versions.insert(version)));
    }
    versions
}

/// How often each code of another codebook was chosen.
fn uses(context: Context<'_>, theirs: &CodebookId) -> Map<Code, usize> {
    let mut uses: Map<Code, usize> = Map::new();
    let is_theirs = |under: &Option<VersionId>| {
        under.as_ref().and_then(|under| context.versions.get(under)).is_some_and(|codebook| codebook.id == *theirs)
    };
    let layers = context.store.layers.get(context.article.id()).into_iter().flatten();
    let records = layers.filter(|(key, _)| key.is_reading()).flat_map(|(_, layer)| layer.records.values());
    for record in records {
        for (question, register) in record.stances.iter().filter(|(_, register)| is_theirs(&register.under)) {
            if let Some(stance) = &register.value {
                *uses.entry(Code::Question(question.clone())).or_default() += 1;
                *uses.entry(Code::Option(question.clone(), stance.option.clone())).or_default() += 1;
            }
        }
        for (theme, register) in record.themes.iter().filter(|(id, _)| record.has_theme(id)) {
            if is_theirs(&register.under) {
                *uses.entry(Code::Theme(theme.clone())).or_default() += 1;
            }
        }
    }
    uses
}

/// The codes of another codebook, with what they are with us: first those that somebody chose.
#[must_use]
pub(super) fn codes(context: Context<'_>, theirs: &Codebook) -> Vec<ForeignCode> {
    let none = Maps::new();
    let maps = context.store.maps.get(context.article.id()).unwrap_or(&none);
    let likely = suggestions(theirs, context.codebook, maps);
    let uses = uses(context, &theirs.id);
    let row = |code: Code, label: &Arc<str>| {
        let to = maps.get(&(theirs.id.clone(), code.clone())).and_then(|register| register.value.clone());
        let suggested = likely.iter().find(|(their, _)| *their == code).map(|(_, our)| our.clone());
        let uses = uses.get(&code).copied().unwrap_or_default();
        ForeignCode { code, label: Arc::clone(label), to, suggested, uses }
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
