//! What the options of a stance question mean. How an answer looks, where it stands on a scale and in what way it differs
//! from another all follow from its sense, and every sense has one row in the table below.

use crate::base::id::OptionId;

/// What an option says of the target of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// It speaks in favour.
    For,
    /// It speaks against.
    Against,
    /// It does both.
    Both,
    /// It takes no side.
    Neutral,
    /// It has no stance at all.
    None,
    /// It stands at this place of a scale of the question's own, from little to much.
    Place(u8),
}

/// What fills the room of an answer in a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    /// Its colour.
    Solid,
    /// Stripes of its colour.
    Hatched,
    /// Nothing: a line of its colour goes around it.
    Outlined,
}

/// How a sense looks.
#[derive(Debug, PartialEq, Eq)]
pub struct Tone {
    /// Its name: in files, and in `data-sense`, by which stylesheets know it.
    pub name: &'static str,
    /// The glyph of the first option that has it.
    pub(crate) glyph: &'static str,
    /// Its colour on paper; the token `--sense-…` of this name in the light scheme.
    pub colour: &'static str,
    /// What fills its room.
    pub filling: Filling,
}

const fn tone(name: &'static str, glyph: &'static str, colour: &'static str, filling: Filling) -> Tone {
    Tone { name, glyph, colour, filling }
}

/// A sense, the id of the option that has it without saying so, its place between against and for, and its looks.
struct Row(Sense, &'static str, Option<u16>, Tone);

/// The senses that are no places.
static SENSES: [Row; 5] = [
    Row(Sense::For, "supports", Some(2), tone("for", "▲", "#216bb3", Filling::Solid)),
    Row(Sense::Against, "opposes", Some(0), tone("against", "▼", "#a84e13", Filling::Solid)),
    Row(Sense::Both, "mixed", Some(1), tone("both", "◆", "#652983", Filling::Hatched)),
    Row(Sense::Neutral, "neutral", Some(1), tone("neutral", "●", "#616368", Filling::Solid)),
    Row(Sense::None, "no-stance", None, tone("none", "○", "#5c5751", Filling::Outlined)),
];

/// The looks of places, from the least to the most.
pub static PLACES: [Tone; 8] = [
    tone("place-1", "▁", "#357478", Filling::Solid),
    tone("place-2", "▂", "#2b6973", Filling::Solid),
    tone("place-3", "▃", "#235e6d", Filling::Solid),
    tone("place-4", "▄", "#1d5367", Filling::Solid),
    tone("place-5", "▅", "#1a4760", Filling::Solid),
    tone("place-6", "▆", "#183c59", Filling::Solid),
    tone("place-7", "▇", "#173150", Filling::Solid),
    tone("place-8", "█", "#162647", Filling::Solid),
];

/// The looks of an option that somebody made and said no sense of, and of one that the question does not offer.
pub(crate) static OWN: Tone = tone("own", "□", "#5c5751", Filling::Solid);

/// The glyphs of all senses, and of places.
pub(super) fn glyphs() -> impl Iterator<Item = &'static str> {
    SENSES.iter().map(|Row(.., tone)| tone.glyph).chain(PLACES.iter().map(|tone| tone.glyph))
}

impl Sense {
    /// The sense of an option that says none. Only the ids of the first codebook tell one; this is the one place that
    /// knows them.
    #[must_use]
    pub fn of_id(id: &OptionId) -> Option<Self> {
        SENSES.iter().find(|Row(_, known, ..)| *known == id.as_str()).map(|Row(sense, ..)| *sense)
    }

    /// The id of an option that has this sense without saying so; none for a place.
    pub(super) fn id(self) -> Option<&'static str> {
        self.row().map(|Row(_, id, ..)| *id)
    }

    /// The sense that is called so in a file.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        SENSES.iter().find(|Row(.., tone)| tone.name == name).map(|Row(sense, ..)| *sense)
    }

    /// Its row, unless it is a place.
    fn row(self) -> Option<&'static Row> {
        SENSES.iter().find(|Row(sense, ..)| *sense == self)
    }

    /// Its name in a file; none for a place, which is written as its number.
    #[must_use]
    pub fn name(self) -> Option<&'static str> {
        self.row().map(|Row(.., tone)| tone.name)
    }

    /// Where it stands between against and for, unless that is nowhere.
    pub(super) fn side(self) -> Option<u16> {
        self.row().and_then(|Row(_, _, side, _)| *side)
    }

    /// How it looks; a place looks as its share of the way from one end of its scale to the other: rank of last.
    pub(super) fn tone(self, rank: usize, last: usize) -> &'static Tone {
        let place = || PLACES.get(rank * (PLACES.len() - 1) / last.max(1)).unwrap_or(&OWN);
        self.row().map_or_else(place, |Row(.., tone)| tone)
    }
}

#[cfg(test)]
mod tests;
