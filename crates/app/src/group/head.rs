//! What rows, columns, strips and lanes are of: themes and answers, with their colours and signs.

use crate::view::{
    build::{hue, is_striped},
    glyph,
};
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{Codebook, glyph::ours},
};
use std::sync::Arc;

/// The colours of options that somebody made, as pictures have them.
const MADE: [&str; 4] = ["3", "6", "5", "1"];

/// What a row or a column is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words.
    pub label: Arc<str>,
    /// True when they are words of the codebook.
    pub theirs: bool,
    /// The answer's id, for its colour.
    pub stance: Option<Arc<str>>,
    /// The answer's sign.
    pub glyph: &'static str,
    /// The colour of a theme, or of an answer that somebody made.
    pub hue: Option<&'static str>,
}

impl Head {
    /// True for a theme past the eighth, or one that the codebook does not know: stripes tell it from the first eight.
    #[must_use]
    pub fn is_striped(&self) -> bool {
        self.hue.is_some_and(is_striped)
    }
}

/// The head of a theme's row or column.
#[must_use]
pub fn theme_head(codebook: &Codebook, id: &ThemeId) -> Head {
    let place = codebook.themes.iter().position(|theme| theme.id == *id);
    let known = place.and_then(|at| Some((at, codebook.themes.get(at)?)));
    Head {
        label: known.map_or_else(|| id.to_shared(), |(_, theme)| Arc::clone(&theme.label)),
        theirs: true,
        stance: None,
        glyph: "",
        hue: Some(hue(place.unwrap_or(usize::MAX))),
    }
}

/// The heads of the answers to a question. Those that somebody made take colours in turn.
#[must_use]
pub fn option_heads(codebook: &Codebook, question: &QuestionId, options: &[OptionId]) -> Vec<Head> {
    let asked = codebook.question(question);
    let known = asked.map_or(&[][..], |question| &question.options);
    let mut made = MADE.into_iter().cycle();
    let head = |id: &OptionId| {
        let label = known.iter().find(|option| option.id == *id).map(|option| Arc::clone(&option.label));
        let hue = if ours(id).is_some() { None } else { made.next() };
        let label = label.unwrap_or_else(|| id.to_shared());
        Head { label, theirs: true, stance: Some(id.to_shared()), glyph: glyph(id, asked), hue }
    };
    options.iter().map(head).collect()
}

/// A head in our words.
#[must_use]
pub fn plain(label: impl Into<Arc<str>>) -> Head {
    Head { label: label.into(), theirs: false, stance: None, glyph: "", hue: None }
}
