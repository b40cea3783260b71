//! A table of the class's screens as cells of text, saved as CSV or copied for a spreadsheet.

use super::lens::Inputs;
use crate::{effect::Effect, intent::Intent};
use postil_core::{
    exchange::csv::{self, MARK, MIME},
    output::file_name::file_name,
};
use std::sync::Arc;

/// Rows of cells; the first has the names of the columns.
pub(crate) type Rows = Vec<Vec<Arc<str>>>;

/// How a table leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// As a file.
    Csv,
    /// By the clipboard, for a spreadsheet.
    Copy,
}

/// Hands a table over; a file is called after the article and `file`.
#[must_use]
pub(crate) fn hand_over(inputs: Inputs<'_>, rows: &Rows, file: &str, way: Way) -> Intent {
    let cells = |row: &Vec<Arc<str>>| row.iter().map(|cell| cell.to_string()).collect::<Vec<_>>();
    let rows = rows.iter().map(cells);
    Intent::Do(match way {
        Way::Copy => {
            let mut text = String::new();
            rows.for_each(|row| csv::pasted(row.iter().map(String::as_str), &mut text));
            Effect::Copy(text.into())
        }
        Way::Csv => {
            let mut text = MARK.to_owned();
            rows.for_each(|row| csv::write(row.iter().map(String::as_str), &mut text));
            let title = file_name(&inputs.context.article.masthead.title);
            Effect::Download { name: [&*title, " - ", file, ".csv"].concat().into(), mime: MIME, text: text.into() }
        }
    })
}

/// The names of columns.
pub(crate) fn named(names: &[&str]) -> Vec<Arc<str>> {
    names.iter().map(|name| Arc::from(*name)).collect()
}

/// A number in a cell.
pub(crate) fn number(n: &impl ToString) -> Arc<str> {
    n.to_string().into()
}
