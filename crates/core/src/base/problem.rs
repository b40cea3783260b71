//! What a reader reports about a file that it could not read in full.

use crate::strings::base as strings;
use std::fmt;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was odd, nothing was left out.
    Notice,
    /// A part was left out.
    Skipped,
    /// Nothing could be taken from the file.
    Fatal,
}

/// Where a problem stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The file as a whole.
    File,
    /// A line and a column, both from 1.
    Line(usize, usize),
    /// A JSON path such as `layers[2].records[0].stance`, and the line it begins at when that could be found.
    Path(String, Option<usize>),
}

/// One finding of a reader: how bad, where, and a sentence that says what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// A plain sentence without the place.
    pub sentence: String,
}

impl Problem {
    /// A problem that stops the reading of the whole file.
    pub fn fatal(place: Place, sentence: impl Into<String>) -> Self {
        Self { severity: Severity::Fatal, place, sentence: sentence.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::File => f.write_str(&self.sentence),
            Place::Line(line, column) => f.write_str(&strings::at_line(*line, *column, &self.sentence)),
            Place::Path(path, None) => f.write_str(&strings::at_path(path, &self.sentence)),
            Place::Path(path, Some(line)) => f.write_str(&strings::at_path_in_line(*line, path, &self.sentence)),
        }
    }
}
