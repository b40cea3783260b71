//! What is written from the class's screens: edits of what one annotator or the class said, asked for.

use super::model::{Context, Inputs, Model};
use crate::intent::Intent;
use postil_core::{
    base::id::{AnnotatorId, ParagraphId},
    record::{
        Record,
        decision::{Adjudication, DecisionEdit},
        edit::Edit,
    },
};
use std::sync::Arc;

/// The record of an annotator on a paragraph, by its index; an empty one where nothing was said.
#[must_use]
pub fn record(model: Inputs<'_>, annotator: &AnnotatorId, index: usize) -> Record {
    let paragraph = model.context.article.paragraphs().get(index);
    let record = paragraph.and_then(|p| model.context.store.record(model.context.article.id(), annotator, &p.id));
    record.cloned().unwrap_or_default()
}

/// What the class said of a paragraph, by its index.
#[must_use]
pub fn adjudication<'a>(model: Inputs<'a>, index: usize) -> Adjudication<'a> {
    let paragraph = model.context.article.paragraphs().get(index);
    paragraph.map(|p| model.context.store.adjudication(model.context.article.id(), &p.id)).unwrap_or_default()
}

/// Asks for a change of a decision, as one gesture; `word` says what it was, for undo and screen readers.
pub fn decide(model: &mut Model, context: Context<'_>, index: usize, edit: DecisionEdit, word: impl Into<Arc<str>>) {
    if let Some(paragraph) = to_change(context, index) {
        model.intents.push(Intent::Decide { paragraph, edit, word: word.into() });
    }
}

/// Asks for edits of a record, in the same way.
pub fn edit(
    model: &mut Model,
    context: Context<'_>,
    annotator: &AnnotatorId,
    index: usize,
    edits: Vec<Edit>,
    word: impl Into<Arc<str>>,
) {
    if let Some(paragraph) = to_change(context, index).filter(|_| !edits.is_empty()) {
        model.intents.push(Intent::Edit { annotator: annotator.clone(), paragraph, edits, word: word.into() });
    }
}

/// The paragraph with this index, if anything can be changed now.
fn to_change(context: Context<'_>, index: usize) -> Option<ParagraphId> {
    context.article.paragraphs().get(index).filter(|_| !context.locked).map(|paragraph| paragraph.id.clone())
}
