//! What is written from the group's screens: edits of one record, handed to the program that stores.

use super::model::Model;
use postil_core::{
    base::id::AnnotatorId,
    keep::{
        operation::{Entry, encode},
        store::Store,
    },
    record::{
        Record,
        decision::{Adjudication, DecisionEdit},
        edit::{Edit, delta},
        stamp::Clock,
        whose::Whose,
    },
};
use std::sync::Arc;

/// The record of an annotator on a paragraph, by its index; an empty one where nothing was said.
#[must_use]
pub fn record(model: &Model, annotator: &AnnotatorId, index: usize) -> Record {
    let paragraph = model.article.paragraphs().get(index);
    let record = paragraph.and_then(|p| model.store.record(model.article.id(), annotator, &p.id));
    record.cloned().unwrap_or_default()
}

/// What the class said of a paragraph, by its index.
#[must_use]
pub fn adjudication(model: &Model, index: usize) -> Adjudication<'_> {
    let paragraph = model.article.paragraphs().get(index);
    paragraph.map(|p| model.store.adjudication(model.article.id(), &p.id)).unwrap_or_default()
}

/// Hands over what changes in a decision, as one gesture.
pub fn decide(model: &mut Model, index: usize, edit: &DecisionEdit, word: impl Into<Arc<str>>) {
    let edits = adjudication(model, index).edits(edit, &model.codebook);
    change(model, &Whose::Class, index, &edits, word);
}

/// Hands over edits of a record as one gesture; `word` says what it was, for undo and screen readers.
pub fn edit(model: &mut Model, annotator: &AnnotatorId, index: usize, edits: &[Edit], word: impl Into<Arc<str>>) {
    change(model, &annotator.into(), index, edits, word);
}

fn change(model: &mut Model, whose: &Whose, index: usize, edits: &[Edit], word: impl Into<Arc<str>>) {
    let Some(paragraph) = model.article.paragraphs().get(index).map(|p| p.id.clone()) else { return };
    if edits.is_empty() || model.locked {
        return;
    }
    // The stamps count for nothing: whoever stores them gives them its own.
    let change = delta(&Record::default(), edits, &mut Clock::new("group".into()), 1);
    let mut store = Store::default();
    store.put(model.article.id(), whose, &paragraph, &change);
    let text = encode(&Entry::Change(store));
    model.say("edit", word, text);
}
