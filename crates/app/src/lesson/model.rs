//! What Class keeps to itself.

use super::give::Linked;
use crate::compare::feedback::Feedback;
use postil_core::base::id::AnnotatorId;

/// Class.
#[derive(Default)]
pub(crate) struct Lesson {
    /// Who is being given a name.
    pub(super) naming: Option<AnnotatorId>,
    /// The link that was asked for last, and what it is of.
    pub(super) linked: Linked,
    /// What was given back.
    pub(super) feedback: Feedback,
    /// On which paragraphs the class divides most, by the revision at which that was counted.
    pub(super) divided: Option<(u64, Vec<usize>)>,
}

impl Lesson {
    /// Another article begins anew.
    pub(crate) fn reset(&mut self) {
        self.naming = None;
    }
}
