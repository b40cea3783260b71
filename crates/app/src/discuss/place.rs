//! Where a discussion stands: at which paragraph and step, and how the page's address says so.

use crate::screen::Screen;

/// Where a paragraph's discussion stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Only the text and the question.
    #[default]
    Blind,
    /// The first show of hands.
    Vote,
    /// What everybody had answered.
    Reveal,
    /// The second show of hands.
    Second,
    /// What becomes of it.
    Decide,
}

impl Step {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Blind, Self::Vote, Self::Reveal, Self::Second, Self::Decide];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Blind => "Read",
            Self::Vote => "Vote",
            Self::Reveal => "Reveal",
            Self::Second => "Vote again",
            Self::Decide => "Decide",
        }
    }

    /// Its word in addresses and attributes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Blind => "read",
            Self::Vote => "vote",
            Self::Reveal => "reveal",
            Self::Second => "second",
            Self::Decide => "decide",
        }
    }

    /// The step after it (true), or the one before.
    pub(super) fn beside(self, forward: bool) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        let at = if forward { at + 1 } else { at.checked_sub(1)? };
        Self::ALL.get(at).copied()
    }
}

/// The address of a paragraph, by its index, at a step: `#/discuss/3/reveal`.
pub(super) fn written(index: usize, step: Step) -> String {
    [Screen::Discuss.route(), "/", &(index + 1).to_string(), "/", step.word()].concat()
}

/// What an address says, if it is one of these.
pub(super) fn read(address: &str) -> Option<(usize, Step)> {
    let (number, word) = address.strip_prefix(Screen::Discuss.route())?.strip_prefix('/')?.split_once('/')?;
    let step = Step::ALL.into_iter().find(|step| step.word() == word)?;
    Some((number.parse::<usize>().ok()?.checked_sub(1)?, step))
}
