//! The card that says what a code means, beside what the codebook says.

use super::view::inspector::LatestView;
use postil_core::codebook::code::Code;
use std::sync::Arc;

/// The card that was opened last, and what stands in it beside what the codebook says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meaning {
    /// What was chosen last for the current paragraph: what is to be explained when somebody asks.
    pub(crate) chosen: Option<Code>,
    /// Whose card was opened.
    pub(crate) shown: Option<Code>,
    /// Where that was chosen last.
    pub(crate) latest: Vec<LatestView>,
    /// What can be taken as an example of it: words that are selected, or the whole paragraph.
    pub(crate) example: Option<Offered>,
}

/// Words of the article that can be taken as an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Offered {
    /// The words.
    pub(crate) words: Arc<str>,
    /// True when they are the current paragraph, since none are selected.
    pub(crate) whole: bool,
}

impl Meaning {
    /// What stands in the card of this code.
    pub(crate) fn latest(&self, code: &Code) -> &[LatestView] {
        if self.shown.as_ref() == Some(code) { &self.latest } else { &[] }
    }

    /// What can be taken as an example, in the card of this code.
    pub(crate) fn example(&self, code: &Code) -> Option<&Offered> {
        self.example.as_ref().filter(|_| self.shown.as_ref() == Some(code))
    }
}
