//! The card that says what a code means, beside what the codebook says.

use super::view::inspector::LatestView;
use postil_core::codebook::code::Code;

/// The card that was opened last, and what stands in it beside what the codebook says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Meaning {
    /// What was chosen last for the current paragraph: what is to be explained when somebody asks.
    pub(crate) chosen: Option<Code>,
    /// Whose card was opened.
    pub(crate) shown: Option<Code>,
    /// Where that was chosen last.
    pub(crate) latest: Vec<LatestView>,
}

impl Meaning {
    /// What stands in the card of this code.
    pub(crate) fn latest(&self, code: &Code) -> &[LatestView] {
        if self.shown.as_ref() == Some(code) { &self.latest } else { &[] }
    }
}
