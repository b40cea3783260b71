//! What is searched, and where it was found.

use super::view::search::HitView;
use std::sync::Arc;

/// So many findings are listed; the steps go to all of them.
pub(crate) const LISTED: usize = 100;

/// Where words were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the title.
    Title,
    /// In the question at this index.
    Question(usize),
    /// In the paragraph at this index.
    Paragraph(usize),
    /// In one's own note on it.
    Note(usize),
}

impl Place {
    /// The paragraph that it belongs to.
    #[must_use]
    pub fn paragraph(self) -> Option<usize> {
        match self {
            Self::Paragraph(index) | Self::Note(index) => Some(index),
            Self::Title | Self::Question(_) => None,
        }
    }
}

/// A search.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// True while the field is open.
    pub open: bool,
    /// What is searched.
    pub words: Arc<str>,
    /// Where it was found, in reading order.
    pub places: Vec<Place>,
    /// The paragraphs among them, and those with notes among them.
    pub found: Vec<usize>,
    /// Which of the places was shown last.
    pub at: Option<usize>,
    /// The first places, ready to be listed.
    pub listed: Arc<[HitView]>,
    /// The notes among the places as they were, in reading order.
    pub notes: Vec<(usize, Arc<str>)>,
}
