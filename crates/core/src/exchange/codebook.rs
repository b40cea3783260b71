//! Codebooks as files: what is read from them, what is written, and what each format cannot say.
//!
//! A reader gives a codebook and a list of problems, or one problem that says why nothing could be taken. It never guesses:
//! what it does not understand is left out and said.

mod description;
mod file;
mod finding;
mod foreign;
mod guid;
mod refi;
mod table;
mod tags;

use self::{finding::Findings, foreign::MAX_CODES};
use super::csv;
use crate::{
    base::problem::{Place, Problem},
    codebook::Codebook,
    strings::exchange as strings,
};

/// The largest file that is read, in bytes: a codebook of thousands of long definitions is smaller.
const MAX_BYTES: usize = 8 * 1024 * 1024;

/// A format of codebooks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Postil’s own file.
    Postil,
    /// A table with all columns.
    Table,
    /// The table that Taguette reads.
    Tags,
    /// REFI-QDA, which most programs for qualitative analysis read.
    Refi,
}

impl Format {
    /// All of them, the best for Postil first.
    pub const ALL: [Self; 4] = [Self::Postil, Self::Table, Self::Tags, Self::Refi];

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Postil => strings::postil_codebook(),
            Self::Table => strings::table_with_all_columns(),
            Self::Tags => strings::tags_and_descriptions(),
            Self::Refi => strings::refi_codebook(),
        }
    }

    /// How the name of such a file ends.
    #[must_use]
    pub fn ending(self) -> &'static str {
        match self {
            Self::Postil => ".postil-codebook.json",
            Self::Table | Self::Tags => ".csv",
            Self::Refi => ".qdc",
        }
    }

    /// What it cannot say, a sentence each, for people who choose it.
    #[must_use]
    pub fn drops(self) -> &'static [&'static str] {
        match self {
            Self::Postil | Self::Table => const { &[strings::drops_dates()] },
            Self::Tags => {
                const {
                    &[
                        strings::tags_drop_looks(),
                        strings::tags_drop_questions(),
                        strings::puts_into_description(),
                        strings::imports_as_new(),
                    ]
                }
            }
            Self::Refi => {
                const {
                    &[
                        strings::refi_drops_looks(),
                        strings::refi_drops_questions(),
                        strings::puts_into_description(),
                        strings::imports_as_new(),
                    ]
                }
            }
        }
    }
}

/// Writes a codebook.
///
/// # Errors
/// A sentence, when the format has no file for a codebook like this.
pub fn write(codebook: &Codebook, format: Format) -> Result<String, &'static str> {
    Ok(match format {
        Format::Postil => file::write(codebook),
        Format::Table => table::write(codebook),
        Format::Tags => tags::write(codebook),
        Format::Refi => return refi::write(codebook).ok_or(strings::nothing_for_refi()),
    })
}

/// Reads a codebook from the text of a file in any of the formats. `title` is what it is called where the file does not say.
///
/// # Errors
/// One problem, when nothing can be taken from it.
pub fn read(title: &str, text: &str) -> Result<(Codebook, Vec<Problem>), Problem> {
    if text.len() > MAX_BYTES {
        return Err(Problem::fatal(Place::File, strings::codebook_too_large()));
    }
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut found = Findings::default();
    let codebook = match text.trim_start().chars().next() {
        None => return Err(Problem::fatal(Place::File, strings::empty())),
        Some('{') => file::read(text)?,
        Some('<') => refi::read(title, text, &mut found)?,
        Some(_) => {
            let rows = csv::read(text)?;
            let read = if table::is_table(&rows) { table::read } else { tags::read };
            read(title, &rows, &mut found)?
        }
    };
    let options = codebook.questions.iter().map(|question| question.options.len() + 1);
    if options.sum::<usize>() + codebook.themes.len() > MAX_CODES {
        return Err(Problem::fatal(Place::File, strings::too_many_codes()));
    }
    Ok((codebook, found.all()))
}
