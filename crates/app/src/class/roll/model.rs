//! What is kept to itself of who is taken for whom.

use postil_core::base::id::AnnotatorId;

/// Whose menu is open.
#[derive(Default)]
pub(crate) struct Roll {
    /// The one of whom something is to be said.
    pub(super) opened: Option<AnnotatorId>,
}
