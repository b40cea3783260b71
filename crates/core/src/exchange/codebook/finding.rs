//! What a reader found, up to a number that a person would still read.

use crate::{
    base::problem::{Place, Problem, Severity},
    strings::exchange as strings,
};

/// How many are listed; a damaged file can have one in every line.
const LISTED: usize = 50;

/// What was found on the way.
#[derive(Default)]
pub(super) struct Findings {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Findings {
    /// Something was odd, and nothing was left out.
    pub(super) fn notice(&mut self, place: Place, sentence: impl Into<String>) {
        self.add(Problem { severity: Severity::Notice, place, sentence: sentence.into() });
    }

    /// A part was left out.
    pub(super) fn skipped(&mut self, place: Place, sentence: impl Into<String>) {
        self.add(Problem { severity: Severity::Skipped, place, sentence: sentence.into() });
    }

    fn add(&mut self, problem: Problem) {
        if self.listed.len() < LISTED {
            self.listed.push(problem);
        } else {
            self.unlisted += 1;
        }
    }

    /// All of them, with the number of those that are not listed.
    pub(super) fn all(mut self) -> Vec<Problem> {
        if self.unlisted > 0 {
            let sentence = strings::more_problems_unlisted(self.unlisted);
            self.listed.push(Problem { severity: Severity::Notice, place: Place::File, sentence });
        }
        self.listed
    }
}

/// A line of a table.
pub(super) fn line(line: usize) -> Place {
    Place::Line(line, 1)
}
