//! The tables of a lesson as cells of text, to be saved as CSV or copied into a spreadsheet.

use super::{
    changed,
    handed::{self, HandedRow},
    model::Lesson,
    msg::Sheet,
};
use crate::{
    class::{
        annotators::everybody,
        lens::Inputs,
        sheets::{Rows, Way, hand_over, named, number},
    },
    intent::Intent,
    shared::collected,
};
use postil_core::{base::time, exchange::collected::Collected};
use std::sync::Arc;

/// Hands a table over.
#[must_use]
pub(crate) fn save(page: &Lesson, inputs: Inputs<'_>, sheet: Sheet, way: Way) -> Intent {
    let (rows, file) = match sheet {
        Sheet::HandedIn => (handed_in(inputs), "handed-in"),
        Sheet::Replies => (replies(page, inputs), "replies"),
    };
    hand_over(inputs, &rows, file, way)
}

/// A person a row. Times are those of the world, since spreadsheets sort them.
fn handed_in(inputs: Inputs<'_>) -> Rows {
    let files = collected::files(inputs.context.store, inputs.context.article.id());
    let files: Vec<&Collected> = files.iter().collect();
    let head = named(&["name", "name_in_file", "file", "answered", "paragraphs", "latest_change", "late", "to_check"]);
    let row = |row: HandedRow| {
        let count = |n: Option<usize>| n.map_or_else(|| "".into(), |n| number(&n));
        let changed = if row.changed == 0 { None } else { time::rfc3339(row.changed) };
        let late: Arc<str> = if row.id.is_none() { "".into() } else { number(&row.late) };
        vec![
            row.name,
            row.own_name,
            row.file,
            count(row.counted.map(|(answered, _)| answered)),
            count(row.counted.map(|(_, all)| all)),
            changed.unwrap_or_default().into(),
            late,
            row.remark,
        ]
    };
    std::iter::once(head).chain(handed::rows(inputs, &files, None).into_iter().map(row)).collect()
}

/// A paragraph a row: how many replied what.
fn replies(page: &Lesson, inputs: Inputs<'_>) -> Rows {
    let view = changed::changed(page.all_changes, inputs, &everybody(inputs));
    let head = named(&["paragraph", "text", "agree", "differ", "no_reply"]);
    let row = |row: &changed::Replies| {
        let counts = [row.agree, row.differ, row.silent].map(|n| number(&n));
        [number(&(row.index + 1)), Arc::from(&*inputs.context.article.text(row.index))]
            .into_iter()
            .chain(counts)
            .collect()
    };
    std::iter::once(head).chain(view.replies.iter().map(row)).collect()
}
