//! What is to be looked at again: found anew when the codebook or what was said is another one.

use super::{
    Shared,
    worklist::{Made, Worklist},
};
use postil_core::{
    base::id::ParagraphId,
    record::{
        LayerKey, Record,
        edit::Edit,
        stale::{Earlier, Stale},
    },
};
use std::{borrow::Cow, collections::BTreeSet};

/// Brings it up to date with what is stored.
pub(crate) fn follow(shared: &mut Shared) {
    let made = Made {
        article: shared.article_id().clone(),
        annotator: shared.annotator.clone(),
        version: shared.version.clone(),
        round: shared.round(),
        versions: shared.versions.len(),
    };
    let revision = shared.ledger.revision();
    let before = shared.worklist.made.replace((made, revision));
    let made = shared.worklist.made.as_ref();
    if before.as_ref() == made {
        return;
    }
    let same = before.as_ref().map(|before| &before.0) == made.map(|made| &made.0);
    if shared.touched.all || !same {
        let rules = rules(shared);
        let keys = keys(shared);
        let paragraphs = shared.article.paragraphs().iter().enumerate();
        let is_stale = |id: &ParagraphId| said(shared, &keys, id).is_some_and(|record| rules.is_stale(&record));
        let paragraphs = if rules.is_empty() {
            BTreeSet::new()
        } else {
            paragraphs.filter(|(_, paragraph)| is_stale(&paragraph.id)).map(|(index, _)| index).collect()
        };
        shared.worklist = Worklist { rules, paragraphs, made: shared.worklist.made.take() };
        return;
    }
    let touched = if shared.worklist.rules.is_empty() { Vec::new() } else { shared.touched.rows.clone() };
    for index in touched {
        if stale(shared, index).is_empty() {
            shared.worklist.paragraphs.remove(&index);
        } else {
            shared.worklist.paragraphs.insert(index);
        }
    }
}

/// Earlier versions of the codebook, and of those that it was copied from. What other codebooks say is no earlier rule.
fn rules(shared: &Shared) -> Earlier {
    let resolver = &shared.readings.resolver;
    let earlier = shared
        .versions
        .iter()
        .filter(|(version, codebook)| **version != shared.version && !resolver.is_foreign(&codebook.id));
    Earlier::new(&shared.codebook, earlier.map(|(version, codebook)| (version, &**codebook)))
}

/// What of a paragraph was said under an earlier rule.
#[must_use]
pub(crate) fn stale(shared: &Shared, index: usize) -> Vec<Stale> {
    record(shared, index).map(|record| shared.worklist.rules.stale(&record)).unwrap_or_default()
}

/// What says the same again of a paragraph, under the rules of now.
#[must_use]
pub(crate) fn said_again(shared: &Shared, index: usize) -> Vec<Edit> {
    record(shared, index).map(|record| shared.worklist.rules.said_again(&record)).unwrap_or_default()
}

fn record(shared: &Shared, index: usize) -> Option<Cow<'_, Record>> {
    said(shared, &keys(shared), shared.paragraph_id(index)?)
}

/// The layers of whoever tags here, who may have several ids.
fn keys(shared: &Shared) -> Vec<LayerKey> {
    let round = shared.round();
    shared.store().people.ids(&shared.annotator).into_iter().map(|id| LayerKey::reading(id, round)).collect()
}

/// What they said of a paragraph, as it is stored: with the codes of then.
fn said<'a>(shared: &'a Shared, keys: &[LayerKey], paragraph: &ParagraphId) -> Option<Cow<'a, Record>> {
    let mut records = keys.iter().filter_map(|key| shared.store().record(shared.article_id(), key, paragraph));
    let mut all = Cow::Borrowed(records.next()?);
    records.for_each(|record| _ = all.to_mut().join(record));
    Some(all)
}
