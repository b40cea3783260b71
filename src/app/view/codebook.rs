//! The codebook screen, and the list of layers.

use std::rc::Rc;

use super::inspector::ThemeView;

/// One option with its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionEntry {
    /// The option's id, for `data-stance`.
    pub id: Rc<str>,
    /// Its word.
    pub label: Rc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// Its key.
    pub key: Option<Rc<str>>,
    /// When to choose it.
    pub definition: Rc<str>,
}

/// One stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEntry {
    /// A key.
    pub id: Rc<str>,
    /// The question.
    pub prompt: Rc<str>,
    /// Whose stance.
    pub holder: Rc<str>,
    /// Toward what.
    pub target: Rc<str>,
    /// The options.
    pub options: Vec<OptionEntry>,
}

/// The codebook as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodebookView {
    /// Its title.
    pub title: Rc<str>,
    /// Its version, 12 hex digits.
    pub version: Rc<str>,
    /// The questions.
    pub questions: Vec<QuestionEntry>,
    /// The themes with label of the parent, if any; `applies` has no meaning here.
    pub themes: Vec<ThemeView>,
}

/// One annotator's layer of the open article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayerRow {
    /// The annotator's id, a key.
    pub id: Rc<str>,
    /// The name.
    pub name: Rc<str>,
    /// True for the active annotator.
    pub active: bool,
    /// Paragraphs coded.
    pub coded: usize,
    /// All paragraphs.
    pub total: usize,
    /// "7 of 10 coded".
    pub progress: Rc<str>,
    /// Notes written.
    pub notes: usize,
    /// Records of paragraphs that the article does not have any more.
    pub unplaced: usize,
}
