//! The article as rows in sections, and the overview strip.
//!
//! Sections of fifty, each behind one `Arc`: a tag makes one new row, one new section and one new list of pointers, so its
//! cost does not grow with the article (ARCHITECTURE.md, "Ten thousand paragraphs").

use crate::shared::assignment::Next;
use postil_core::codebook::hue::Hue;
use std::sync::Arc;

/// How many blocks a section holds.
pub const SECTION: usize = 50;
/// The most ticks the overview strip has; in longer articles one tick stands for several paragraphs.
pub(crate) const TICKS: usize = 240;

/// What never changes about a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphText {
    /// From 0.
    pub index: usize,
    /// The index as text, for `data-paragraph`.
    pub index_text: Arc<str>,
    /// The number people see, from 1.
    pub number: Arc<str>,
    /// The element's id, `p1` and so on.
    pub dom_id: Arc<str>,
    /// The accessible name, "Paragraph 1".
    pub label: Arc<str>,
    /// `paragraph`, `quotation` or `list-item`.
    pub kind: &'static str,
    /// The words.
    pub text: Arc<str>,
}

/// One stance as it is marked in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceMark {
    /// The name of its sense, for `data-sense`; empty for what is no answer.
    pub sense: &'static str,
    /// The option's word.
    pub label: Arc<str>,
    /// The sign beside the word.
    pub glyph: &'static str,
}

/// One theme as it is marked in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeMark {
    /// The theme's id, as a key.
    pub id: Arc<str>,
    /// The theme's name.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
}

/// What the active annotator's stored record says of a paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// `data-stance`: the option chosen for the first question; absent when nothing is stored.
    pub stance_id: Option<Arc<str>>,
    /// `data-sense`: the name of its sense.
    pub sense: Option<&'static str>,
    /// A mark for each answered question.
    pub stances: Vec<StanceMark>,
    /// `data-themes`: ids separated by spaces; empty when none applies; absent when nothing is stored.
    pub theme_ids: Option<Arc<str>>,
    /// A mark for each theme, in the codebook's order.
    pub themes: Vec<ThemeMark>,
    /// "2 more themes": those that have no room.
    pub more: Option<Arc<str>>,
    /// True for the explicit choice that no theme applies.
    pub none_applies: bool,
    /// True when a note stands.
    pub note: bool,
    /// True when a stance or themes stand.
    pub begun: bool,
    /// True when everything is answered that the codebook asks for.
    pub answered: bool,
}

/// One paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParagraphView {
    /// What never changes.
    pub text: Arc<ParagraphText>,
    /// What is stored.
    pub marks: Arc<Marks>,
    /// What stands in the margin in place of it.
    pub shown: Option<Arc<Marks>>,
    /// True for the current paragraph.
    pub current: bool,
    /// True while the search finds it.
    pub found: bool,
}

/// One block of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowView {
    /// A heading with its level, 2 to 6.
    Heading(Arc<str>, u8, Arc<str>),
    /// A paragraph. Its key is its `dom_id`.
    Paragraph(Arc<ParagraphView>),
}

/// Some fifty blocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionView {
    /// A key, unique in the article.
    pub key: Arc<str>,
    /// The blocks in order.
    pub rows: Vec<RowView>,
}

/// What is asked of whoever reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskView {
    /// It, in the words of whoever handed the article out; empty where they said nothing.
    pub message: Arc<str>,
    /// How much of it, and by when; empty where that was not said.
    pub facts: Arc<str>,
    /// True while it stands above the article, false once it was put away.
    pub shown: bool,
}

/// A paragraph that the end of the article leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Its index, from 0.
    pub index: usize,
    /// "Paragraph 3 has no answer".
    pub words: Arc<str>,
}

/// What stands below the last paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndView {
    /// How much is answered; empty while nothing was tagged.
    pub state: Arc<str>,
    /// Paragraphs that lack something, the first few.
    pub missing: Vec<Lead>,
    /// When it was handed in, and whether it has changed since; empty where it never was.
    pub since: Arc<str>,
    /// Paragraphs that were changed since, the first few.
    pub changed: Vec<Lead>,
    /// What happens next.
    pub next: Arc<str>,
    /// The button that does it, where there is one thing to do.
    pub act: Option<Next>,
}

/// The article as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleView {
    /// The article's id: a key, so that another article is drawn anew.
    pub id: Arc<str>,
    /// The title, as renamed.
    pub title: Arc<str>,
    /// Byline, source and date, as far as known.
    pub byline: Vec<Arc<str>>,
    /// `lang`; empty when not known, which is not the language of the page.
    pub lang: Arc<str>,
    /// `dir`.
    pub dir: &'static str,
    /// All sections.
    pub sections: Arc<[Arc<SectionView>]>,
    /// How many of them are to be drawn by now; the rest follows in idle time.
    pub drawn: usize,
    /// The word of the overlay; none where there is nobody else to show.
    pub overlay: Option<&'static str>,
    /// The questions that the marks of others can answer, where there are several, and the place of the one they do.
    pub asked: Option<(Arc<[Arc<str>]>, usize)>,
    /// What is asked of whoever reads, where somebody handed the article out.
    pub task: Option<TaskView>,
    /// What this is for and what to do, above the sample while nothing was tagged: false once something is. It keeps its place
    /// then until another article is shown, so that the text does not move.
    pub intro: Option<bool>,
    /// What stands below the last paragraph.
    pub end: Arc<EndView>,
}

/// One tick of the overview strip.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// The first paragraph it stands for, from 0.
    pub first: usize,
    /// The name of the sense of the commonest answer among them, for `data-sense`.
    pub sense: Option<&'static str>,
    /// True when all its paragraphs are answered.
    pub answered: bool,
    /// True when the current paragraph is among them.
    pub current: bool,
}
