//! The signs of the answers to a question: what stands beside a word, and what fills a place in a chart.

use super::{
    StanceOption, StanceQuestion,
    scale::{self, sense},
    sense::{OWN, Tone},
};
use crate::base::id::OptionId;

/// The glyphs of options that somebody made, in turn: as many as are told apart at a glance.
pub const MADE: [&str; 5] = ["■", "✚", "▬", "★", "▮"];
/// The colours of options without a sense where a chart needs one, in turn: their places in the palette.
const TURNS: [usize; 4] = [2, 5, 4, 0];

/// What stands for an answer, so that colour is never alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    /// The glyph beside its word: no other option of the question has it, as long as there are enough.
    pub glyph: &'static str,
    /// How its sense looks.
    pub tone: &'static Tone,
}

impl Sign {
    /// The name of its sense, for `data-sense`.
    #[must_use]
    pub fn sense(self) -> &'static str {
        self.tone.name
    }
}

/// The sign of an answer, which is the same wherever it is shown. The first option with a sense has the glyph of that
/// sense. All others take the next of [`MADE`]; what the question does not offer has one that is nobody else's.
#[must_use]
pub fn sign(option: &OptionId, question: Option<&StanceQuestion>) -> Sign {
    let options = question.map_or(&[][..], |question| &question.options);
    let tone = |option: &StanceOption| scale::tone(option.means(), question);
    let is_first = |at: usize| {
        let own = tone(&options[at]);
        own != &OWN && options[..at].iter().all(|before| tone(before) != own)
    };
    match options.iter().position(|offered| offered.id == *option) {
        Some(at) if is_first(at) => Sign { glyph: tone(&options[at]).glyph, tone: tone(&options[at]) },
        Some(at) => {
            let before = (0..at).filter(|before| !is_first(*before)).count();
            Sign { glyph: MADE[before % MADE.len()], tone: tone(&options[at]) }
        }
        None => {
            let foreign = scale::tone(sense(option, question), question);
            let taken = options.iter().any(|offered| tone(offered) == foreign);
            Sign { glyph: if taken { OWN.glyph } else { foreign.glyph }, tone: foreign }
        }
    }
}

/// The signs of answers side by side, and for those that have no sense to be coloured by, a place in the palette.
#[must_use]
pub fn signs(options: &[OptionId], question: Option<&StanceQuestion>) -> Vec<(Sign, Option<usize>)> {
    let mut turns = TURNS.into_iter().cycle();
    let each = options.iter().map(|option| {
        let sign = sign(option, question);
        (sign, if sign.tone == &OWN { turns.next() } else { None })
    });
    each.collect()
}

#[cfg(test)]
mod tests;
