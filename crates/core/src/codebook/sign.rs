//! The signs of the answers to a question: what stands beside a word, and what fills a place in a chart.

use super::{
    StanceOption, StanceQuestion, scale,
    sense::{self, OWN, Tone},
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

/// The glyphs that every screen and chart can draw, of which an option may have one of its own: those of senses, of places,
/// and of options that somebody made.
pub(crate) fn drawable() -> impl Iterator<Item = &'static str> {
    sense::glyphs().chain(MADE)
}

/// The sign of an answer, which is the same wherever it is shown. An option that says its own glyph has it, if it can be
/// drawn and no option before says the same. Of the others the first with a sense has the glyph of that sense. All others
/// take the next of [`MADE`] that is nobody's; what the question does not offer has one that is nobody else's.
#[must_use]
pub fn sign(option: &OptionId, question: Option<&StanceQuestion>) -> Sign {
    let options = question.map_or(&[][..], |question| &question.options);
    let tone = |option: &StanceOption| scale::tone(option.means(), question);
    let Some(at) = options.iter().position(|offered| offered.id == *option) else {
        let foreign = scale::tone(scale::sense(option, question), question);
        let taken = options.iter().any(|offered| tone(offered) == foreign);
        return Sign { glyph: if taken { OWN.glyph } else { foreign.glyph }, tone: foreign };
    };
    let glyph = glyphs(options, tone).get(at).copied().unwrap_or(OWN.glyph);
    Sign { glyph, tone: tone(&options[at]) }
}

/// The glyph of each option of a question.
fn glyphs(options: &[StanceOption], tone: impl Fn(&StanceOption) -> &'static Tone) -> Vec<&'static str> {
    let said = |option: &StanceOption| drawable().find(|glyph| option.glyph.as_deref() == Some(*glyph));
    let mut given: Vec<Option<&'static str>> = Vec::with_capacity(options.len());
    for option in options {
        given.push(said(option).filter(|glyph| !given.contains(&Some(glyph))));
    }
    for (at, option) in options.iter().enumerate() {
        let own = tone(option);
        let is_first = own != &OWN && options[..at].iter().all(|before| tone(before) != own);
        if given[at].is_none() && is_first && !given.contains(&Some(own.glyph)) {
            given[at] = Some(own.glyph);
        }
    }
    // Those that are taken by somebody who said so are passed over, unless none is left.
    let mut free: Vec<&'static str> = MADE.into_iter().filter(|glyph| !given.contains(&Some(glyph))).collect();
    if free.is_empty() {
        free = MADE.to_vec();
    }
    let mut turns = free.into_iter().cycle();
    given.into_iter().map(|glyph| glyph.or_else(|| turns.next()).unwrap_or(OWN.glyph)).collect()
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
