//! Charts as pictures that stand alone: SVG files to put into a paper or on a slide.
//!
//! - Everything is an attribute of its element: no style sheet, no script, no font that would have to be fetched. So a
//!   picture looks the same in a browser, a word processor and a drawing program, and our page's policy lets it be shown.
//! - Colour is never alone: a stance has its glyph, a theme its name, a count its number.
//! - `<title>` and `<desc>` say in words what is drawn, with all the numbers.
//! - Coordinates are whole pixels. Text cannot be measured here, so widths are estimated with some room to spare, and a
//!   label that may be too long is shortened and kept whole in its `<title>`.
//! - What would be too much to draw is left out with a sentence that says so.

use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{Codebook, hue::Hue},
};
use std::sync::Arc;

pub use self::{
    answers::{Bar, answers},
    bars::theme_frequency,
    matrix::co_occurrence,
    pairs::pairs,
    strip::portrait,
    table::stance_by_theme,
};

mod answers;
mod bars;
mod colour;
mod matrix;
mod pairs;
mod sheet;
mod stance;
mod strip;
mod svg;
mod table;
mod words;

/// The media type of a picture.
pub const MIME: &str = "image/svg+xml";

/// The most themes that a picture draws.
const MOST_THEMES: usize = 60;
/// The most options.
const MOST_OPTIONS: usize = 12;
/// The most annotators.
const MOST_ANNOTATORS: usize = 100;
/// The most paragraphs: at twelve pixels each, a poster.
const MOST_PARAGRAPHS: usize = 400;

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is, in a form that a file can be called.
    pub name: &'static str,
    /// What it is, as its heading says.
    pub(crate) title: &'static str,
    /// The text of the SVG file.
    pub svg: String,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
}

/// The words of a picture. Tables know ids only.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The title of the article.
    pub article: &'a str,
    /// What options and themes are called, and by their places, which colours they have.
    pub codebook: &'a Codebook,
    /// The question that was answered.
    pub question: &'a QuestionId,
    /// The names of the annotators, in the order of their layers.
    pub annotators: &'a [Arc<str>],
}

impl<'a> Words<'a> {
    /// What an option is called; its id if the codebook does not know it.
    fn option(&self, id: &'a OptionId) -> &'a str {
        let known = self.codebook.question(self.question).and_then(|q| q.options.iter().find(|o| o.id == *id));
        known.map_or(id.as_str(), |option| &option.label)
    }

    /// What a theme is called, and its colour: as in the app.
    fn theme(&self, id: &'a ThemeId) -> (&'a str, Hue) {
        (self.codebook.label(id).map_or(id.as_str(), |label| label), self.codebook.hue(id))
    }

    fn prompt(&self) -> &'a str {
        self.codebook.question(self.question).map_or("", |question| &question.prompt)
    }

    fn annotator(&self, at: usize) -> &'a str {
        self.annotators.get(at).map_or("", |name| name)
    }
}

#[cfg(test)]
mod tests;
