//! What is written from the class's screens: changes of what one annotator or the class said, asked for as one gesture.
//! Nothing is asked for while nothing can be changed.

use super::context::Context;
use crate::intent::Intent;
use postil_core::{
    base::id::{AnnotatorId, ParagraphId},
    record::{decision::DecisionEdit, edit::Edit},
};
use std::sync::Arc;

/// Asks for a change of what the class says of a paragraph, by its index; `word` says what it was, for undo and screen
/// readers.
#[must_use]
pub(crate) fn decide(
    context: Context<'_>,
    index: usize,
    edit: DecisionEdit,
    word: impl Into<Arc<str>>,
) -> Option<Intent> {
    Some(Intent::Decide { paragraph: to_change(context, index)?, edit, word: word.into() })
}

/// Asks for edits of a record, in the same way.
#[must_use]
pub(crate) fn edit(
    context: Context<'_>,
    annotator: &AnnotatorId,
    index: usize,
    edits: Vec<Edit>,
    word: impl Into<Arc<str>>,
) -> Option<Intent> {
    let paragraph = to_change(context, index).filter(|_| !edits.is_empty())?;
    Some(Intent::Edit { annotator: annotator.clone(), paragraph, edits, word: word.into() })
}

/// The paragraph with this index, if anything can be changed now.
fn to_change(context: Context<'_>, index: usize) -> Option<ParagraphId> {
    context.paragraph(index).filter(|_| !context.locked).cloned()
}
