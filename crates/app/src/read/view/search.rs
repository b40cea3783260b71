//! What the search shows.

use postil_core::article::search::Excerpt;
use std::sync::Arc;

/// The search field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchView {
    /// True while the field is open.
    pub open: bool,
    /// What is searched.
    pub words: Arc<str>,
    /// "12 found", "3 of 12", "Not found", or empty.
    pub result: Arc<str>,
    /// What was found, in reading order.
    pub hits: Arc<[HitView]>,
    /// Which of it was shown last.
    pub at: Option<usize>,
    /// True when more was found than is listed.
    pub more: bool,
}

/// One finding of the search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitView {
    /// Where it is: "Paragraph 3", "Note on paragraph 3", "Title".
    pub name: Arc<str>,
    /// The words there.
    pub excerpt: Excerpt,
}
