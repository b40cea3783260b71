//! The bar at the top, with its search.

use crate::{
    read::view::search::SearchView,
    shared::{assignment::Next, saving::SaveState},
};
use std::sync::Arc;

/// The bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarView {
    /// The article's title.
    pub title: Arc<str>,
    /// Which way the title runs, for `dir`.
    pub way: &'static str,
    /// Paragraphs answered, for the meter.
    pub answered: usize,
    /// All paragraphs.
    pub total: usize,
    /// "7 of 10".
    pub progress: Arc<str>,
    /// A paragraph that was passed over, by its index, with what is missing there: "paragraph 3 has no answer".
    pub missing: Option<(usize, Arc<str>)>,
    /// The save state.
    pub save: SaveState,
    /// Its sentence, "Saved".
    pub save_sentence: Arc<str>,
    /// "3 changes not exported" or "not handed in", if there are any.
    pub unexported: Option<Arc<str>>,
    /// What comes next with the article, if that can be told.
    pub next: Option<Next>,
    /// The active annotator's name.
    pub annotator: Arc<str>,
    /// What Undo would take back, for its tooltip; `None` disables it.
    pub undo: Option<Arc<str>>,
    /// What Redo would do again.
    pub redo: Option<Arc<str>>,
    /// The search field.
    pub search: SearchView,
    /// The keys of undo, redo, search and help, as people see them.
    pub undo_key: Arc<str>,
    /// See above.
    pub redo_key: Arc<str>,
    /// See above.
    pub search_key: Arc<str>,
    /// See above.
    pub help_key: Arc<str>,
    /// How the page looks: what is chosen, in the order of `Look::ALL`.
    pub looks: [&'static str; 3],
}
