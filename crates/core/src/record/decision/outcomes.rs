//! How many paragraphs came to what: what is decided is never counted together with what is not.

use super::Outcome;
use crate::strings::record as strings;

/// How many paragraphs came to each outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcomes([usize; 3]);

impl Outcomes {
    /// Counts.
    #[must_use]
    pub fn of(outcomes: impl Iterator<Item = Outcome>) -> Self {
        let mut counts = Self::default();
        outcomes.for_each(|outcome| counts.0[outcome as usize] += 1);
        counts
    }

    /// The numbers, in the order of [`Outcome::ALL`].
    #[must_use]
    pub fn counts(self) -> [usize; 3] {
        self.0
    }

    /// How many there is anything recorded of.
    #[must_use]
    pub fn all(self) -> usize {
        self.0.iter().sum()
    }

    /// Each outcome that is there with its number, and "decided" always: "2 decided", "1 left open".
    pub(crate) fn each(self) -> impl Iterator<Item = (&'static str, usize)> {
        let there = Outcome::ALL.iter().zip(self.0);
        let there = there.filter(|(outcome, count)| *count > 0 || **outcome == Outcome::Decided);
        there.map(|(outcome, count)| {
            let word = match outcome {
                Outcome::Decided => strings::decided(),
                Outcome::Difference => strings::with_different_readings(),
                Outcome::Open => strings::left_open(),
            };
            (word, count)
        })
    }

    /// The same as one sentence's part: "2 decided, 1 left open".
    #[must_use]
    pub fn words(self) -> String {
        self.each().map(|(word, count)| strings::counted(count, word)).collect::<Vec<_>>().join(", ")
    }
}
