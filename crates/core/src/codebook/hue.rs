//! The colours of themes: by their places in the codebook, now or once, or as somebody chose them.

use super::{Codebook, Theme};
use crate::base::{colour::Colour, id::ThemeId};
use std::borrow::Cow;

/// The colours on white, as in `--theme-1` and so on of the light scheme. Past the eighth they repeat with a pattern.
pub const PALETTE: [&str; 8] = ["#014593", "#724b00", "#0c3200", "#ba3b67", "#7f4dd4", "#0197b6", "#44004f", "#938e01"];
/// What themes share, and what is of no theme.
const GREY: [&str; 2] = ["#5c5751", "#616368"];
/// The names of colours by place, for `data-hue`; the last is nobody's own.
const NAMES: [&str; 17] = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"];
/// How many places have a colour of their own.
const OWN: u8 = 16;

/// The colour of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// That of a place in the codebook, from 0.
    Place(u8),
    /// The one that somebody chose.
    Chosen(Colour),
    /// What themes past the sixteenth share with those that the codebook does not know.
    Shared,
    /// That of "No theme applies".
    Nothing,
}

impl Hue {
    /// The colour of a place in the codebook.
    #[must_use]
    pub fn at(place: usize) -> Self {
        u8::try_from(place).ok().filter(|at| *at < OWN).map_or(Self::Shared, Self::Place)
    }

    /// The word for it in a theme's field, where it can stand in one: of a place its number, from 1, and for those past the
    /// last one more.
    #[must_use]
    pub(crate) fn word(self) -> Option<String> {
        match self {
            Self::Place(at) => Some((at + 1).to_string()),
            Self::Shared => Some((OWN + 1).to_string()),
            Self::Chosen(colour) => Some(colour.to_string()),
            Self::Nothing => None,
        }
    }

    /// The first colour of a place that is not among these.
    #[must_use]
    pub(crate) fn free(taken: &[Self]) -> Self {
        (0..OWN).map(Self::Place).find(|hue| !taken.contains(hue)).unwrap_or(Self::Shared)
    }

    /// Its name, for `data-hue`: stylesheets know those of places, and the page is told of those that somebody chose.
    #[must_use]
    pub fn name(self) -> Cow<'static, str> {
        match self {
            Self::Place(at) => NAMES[usize::from(at.min(OWN))].into(),
            Self::Shared => NAMES[usize::from(OWN)].into(),
            Self::Nothing => "none".into(),
            Self::Chosen(colour) => colour.to_string().into(),
        }
    }

    /// The colour on white, and whether stripes tell it from another theme's.
    #[must_use]
    pub fn on_paper(self) -> (Cow<'static, str>, bool) {
        let colour = match self {
            Self::Place(at) => PALETTE[usize::from(at) % PALETTE.len()].into(),
            Self::Chosen(colour) => colour.on_light().to_string().into(),
            Self::Shared => GREY[0].into(),
            Self::Nothing => GREY[1].into(),
        };
        (colour, self.is_striped())
    }

    /// True when stripes tell it from another theme's: colours repeat past the eighth.
    #[must_use]
    pub fn is_striped(self) -> bool {
        match self {
            Self::Place(at) => usize::from(at) >= PALETTE.len(),
            Self::Shared => true,
            Self::Chosen(_) | Self::Nothing => false,
        }
    }
}

impl Theme {
    /// The colour that somebody chose for it, if it can be read.
    #[must_use]
    pub fn chosen_colour(&self) -> Option<Colour> {
        Colour::read(self.colour.as_deref()?)
    }

    /// The colour that it keeps wherever it stands: a chosen one, or that of a place it once had.
    fn own_hue(&self) -> Option<Hue> {
        let place = || self.colour.as_deref()?.parse::<u8>().ok().filter(|place| (1..=OWN + 1).contains(place));
        self.chosen_colour().map(Hue::Chosen).or_else(|| Some(Hue::at(usize::from(place()?) - 1)))
    }
}

impl Codebook {
    /// The colour of a theme, wherever it is drawn.
    #[must_use]
    pub fn hue(&self, theme: &ThemeId) -> Hue {
        self.hue_at(self.themes.iter().position(|known| known.id == *theme).unwrap_or(usize::MAX))
    }

    /// The same by its place in the codebook.
    #[must_use]
    pub fn hue_at(&self, place: usize) -> Hue {
        self.themes.get(place).and_then(Theme::own_hue).unwrap_or_else(|| Hue::at(place))
    }
}

#[cfg(test)]
mod tests;
