//! The bar at the top, the banners below it, and the toast.

use crate::msg::Msg;
use postil_core::article::search::Excerpt;
use std::sync::Arc;

/// The save state, in the words of the design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Written, and not yet confirmed.
    Saving,
    /// Confirmed by the journal, or nothing was changed yet.
    Saved,
    /// In local storage only.
    Fragile,
    /// Not stored.
    Failed,
}

impl SaveState {
    /// The value of `data-save-state`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Saving => "saving",
            Self::Saved => "saved",
            Self::Fragile => "fragile",
            Self::Failed => "failed",
        }
    }
}

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
    /// Its sentence, "Saved 12:04".
    pub save_sentence: Arc<str>,
    /// "3 changes not exported", if there are any.
    pub unexported: Option<Arc<str>>,
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
}

/// Something a person can do about a banner or a toast.
#[derive(Clone, Debug)]
pub struct ActionView {
    /// The button's name.
    pub label: Arc<str>,
    /// What it sends.
    pub msg: Arc<Msg>,
}

/// What is made anew is another one, though it says the same.
impl PartialEq for ActionView {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label && Arc::ptr_eq(&self.msg, &other.msg)
    }
}

impl Eq for ActionView {}

/// A problem or an offer that stays until somebody deals with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BannerView {
    /// A key; also names it in `Msg::BannerClosed`.
    pub id: Arc<str>,
    /// True for a problem (`role="alert"`), false for an offer (`role="status"`).
    pub alert: bool,
    /// What happened, what was kept, what to do.
    pub sentence: Arc<str>,
    /// What can be done.
    pub actions: Vec<ActionView>,
    /// True when it can be closed.
    pub closable: bool,
}

/// A short message that goes by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToastView {
    /// A key: a new toast replaces the old.
    pub key: Arc<str>,
    /// The sentence.
    pub sentence: Arc<str>,
    /// Usually Undo.
    pub action: Option<ActionView>,
}
