//! What is said of a paragraph that was passed over.

use crate::{read::model::Read, shared::Shared, strings::read as strings};
use postil_core::record::{Record, progress::missing};
use std::sync::Arc;

/// The first paragraph that lacks something and was passed over: one before the last that was begun, and not the current
/// one, which may just be in the making. Whoever is at the end has passed over all that is open, and when it is the only one
/// left, it is named wherever it is. Nobody who only reads has passed over anything.
pub(crate) fn passed_over(read: &Read, shared: &Shared) -> Option<(usize, Arc<str>)> {
    let marks = &read.opened.marks;
    let last = marks.iter().rposition(|marks| marks.begun)?;
    let only = read.opened.answered + 1 == marks.len();
    let at_end = read.current + 1 == marks.len();
    let end = if only || at_end { marks.len() } else { last + 1 };
    let index = (0..end).find(|at| !marks[*at].answered && (only || *at != read.current))?;
    let record = shared.paragraph_id(index).and_then(|id| shared.reading(&shared.annotator)?.records.get(id));
    let nothing = Record::default();
    let lacks = missing(record.unwrap_or(&nothing), &shared.posed)?;
    Some((index, strings::paragraph_lacks(&read.opened.texts[index].number, lacks.words()).into()))
}
