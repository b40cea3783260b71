//! The inspector of the current paragraph.

use super::{again::AgainView, article::ThemeMark};
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::hue::Hue,
    record::Confidence,
};
use std::sync::Arc;

/// One option of a stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// Its id.
    pub id: OptionId,
    /// Its word, which is also its accessible name.
    pub label: Arc<str>,
    /// The sign beside the word.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: &'static str,
    /// The key that chooses it, as people see it.
    pub key: Option<Arc<str>>,
    /// When to choose it.
    pub definition: Arc<str>,
    /// True when it is the stored answer.
    pub chosen: bool,
}

/// A paragraph that has the same answer or theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LatestView {
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// Its address in this page.
    pub link: Arc<str>,
}

/// One stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its id.
    pub id: QuestionId,
    /// The question as people read it.
    pub prompt: Arc<str>,
    /// Its options in order.
    pub options: Vec<OptionView>,
    /// True when an answer is stored; confidence can only then be said.
    pub answered: bool,
    /// The stored confidence.
    pub confidence: Option<Confidence>,
    /// True when keys answer this question (there may be several).
    pub current: bool,
    /// The id of the button that opens the card of its answers.
    pub button: Arc<str>,
    /// What else has the chosen answer, the latest first, once the card was opened.
    pub latest: Vec<LatestView>,
}

/// One theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeView {
    /// Its id.
    pub id: ThemeId,
    /// Its name, which is also its accessible name.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
    /// The key that toggles it, as people see it.
    pub key: Option<Arc<str>>,
    /// What it is.
    pub definition: Arc<str>,
    /// What counts.
    pub include: Arc<str>,
    /// What does not.
    pub exclude: Arc<str>,
    /// A sentence that it fits.
    pub example: Arc<str>,
    /// True when it is stored as applying.
    pub applies: bool,
    /// The id of the button that opens its card.
    pub button: Arc<str>,
    /// What else has it, the latest first, once its card was opened.
    pub latest: Vec<LatestView>,
    /// What can be taken as an example of it, once its card was opened.
    pub offer: Option<OfferView>,
}

/// Words of the article that can be taken as an example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferView {
    /// “Use “…” as an example”.
    pub label: Arc<str>,
    /// True when it is the whole paragraph, since no words are selected.
    pub whole: bool,
}

/// The theme that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldView {
    /// Its id.
    pub id: ThemeId,
    /// Its name.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
    /// The key that switches it on the current paragraph.
    pub key: Arc<str>,
}

/// The note, as stored or as a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteView {
    /// Changes when another note is shown (other paragraph, annotator or article): the field then starts afresh.
    pub key: Arc<str>,
    /// The text to start from: a draft that is not stored yet, or the stored text.
    pub text: Arc<str>,
    /// More than one text when two people's writes met: all of them, to choose from. Otherwise empty.
    pub conflict: Vec<Arc<str>>,
    /// True when it is for its writer alone.
    pub private: bool,
}

/// How many themes are in a section.
pub const SECTION: usize = 20;

/// Some twenty themes, which are compared and laid out together.
pub type ThemeSection = Arc<[Arc<ThemeView>]>;

impl InspectorView {
    /// All themes, in order.
    pub fn all_themes(&self) -> impl Iterator<Item = &Arc<ThemeView>> + Clone {
        self.themes.iter().flat_map(|section| section.iter())
    }
}

/// What was said under another codebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ElsewhereView {
    /// Its title.
    pub title: Arc<str>,
    /// Answers and themes, as they are called there.
    pub said: Vec<Arc<str>>,
}

/// The inspector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InspectorView {
    /// The paragraph's index, from 0.
    pub index: usize,
    /// "Paragraph 3": the region's name and heading.
    pub label: Arc<str>,
    /// False at the first paragraph.
    pub has_previous: bool,
    /// False at the last.
    pub has_next: bool,
    /// The stance questions.
    pub questions: Vec<Arc<QuestionView>>,
    /// The themes, archived ones left out.
    pub themes: Vec<ThemeSection>,
    /// Themes that the record names and the codebook does not have.
    pub unknown_themes: Vec<ThemeMark>,
    /// The theme that a tap on a paragraph switches there, while one is held.
    pub held: Option<HeldView>,
    /// True when "No theme applies" is stored.
    pub none_applies: bool,
    /// The key of "No theme applies".
    pub none_key: Arc<str>,
    /// The key of confidence.
    pub confidence_key: Arc<str>,
    /// The key that goes to the note.
    pub note_key: Arc<str>,
    /// The key that goes to the theme finder.
    pub find_key: Arc<str>,
    /// The note.
    pub note: NoteView,
    /// What was tagged under an earlier rule, while that is looked at again.
    pub again: Option<Arc<AgainView>>,
    /// What was said here under other codebooks, and is nothing under this one.
    pub elsewhere: Vec<ElsewhereView>,
    /// True while the codebook is the one that every article begins with: its question can be made one's own.
    pub begins: bool,
    /// True when the next paragraph comes by itself.
    pub goes_on: bool,
    /// True when nothing can be written (a newer Postil wrote here).
    pub read_only: bool,
}
