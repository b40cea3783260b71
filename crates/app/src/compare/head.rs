//! What rows, columns, strips and lanes are of: themes and answers, with their colours and signs.

use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        Codebook,
        hue::Hue,
        sense::Filling,
        sign::{Sign, signs},
    },
};
use std::sync::Arc;

/// What a row or a column is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Its words.
    pub label: Arc<str>,
    /// True when they are words of the codebook.
    pub theirs: bool,
    /// The name of the answer's sense, for `data-sense`.
    pub sense: Option<&'static str>,
    /// What fills an answer's room.
    pub filling: Filling,
    /// The answer's sign.
    pub glyph: &'static str,
    /// The colour of a theme, or of an answer that somebody made.
    pub hue: Option<Hue>,
}

impl Head {
    /// True for a theme past the eighth, or one that the codebook does not know: stripes tell it from the first eight.
    #[must_use]
    pub fn is_striped(&self) -> bool {
        self.hue.is_some_and(Hue::is_striped)
    }
}

/// The head of a theme's row or column.
#[must_use]
pub(crate) fn theme_head(codebook: &Codebook, id: &ThemeId) -> Head {
    Head {
        label: codebook.called(id),
        theirs: true,
        sense: None,
        filling: Filling::Solid,
        glyph: "",
        hue: Some(codebook.hue(id)),
    }
}

/// The heads of the answers to a question. Those that somebody made take colours in turn.
#[must_use]
pub(crate) fn option_heads(codebook: &Codebook, question: &QuestionId, options: &[OptionId]) -> Vec<Head> {
    let asked = codebook.question(question);
    let head = |(id, (sign, turn)): (&OptionId, (Sign, Option<usize>))| {
        let label = asked.map_or_else(|| id.to_shared(), |question| question.called(id));
        Head {
            label,
            theirs: true,
            sense: Some(sign.sense()),
            filling: sign.tone.filling,
            glyph: sign.glyph,
            hue: turn.map(Hue::at),
        }
    };
    options.iter().zip(signs(options, asked)).map(head).collect()
}

/// A head in our words.
#[must_use]
pub(crate) fn plain(label: impl Into<Arc<str>>) -> Head {
    Head { label: label.into(), theirs: false, sense: None, filling: Filling::Solid, glyph: "", hue: None }
}
