//! Colours that people choose, and what becomes of them where they would not be seen.

use std::fmt;

/// How bright the darkest surface of the light scheme is, and the lightest one of the dark scheme (`--surface-sunken`).
pub const GROUNDS: [f32; 2] = [0.8737, 0.0232];
/// The contrast that is held against them: a little more than the 3:1 that is wanted, since brightness is estimated.
const CONTRAST: f32 = 3.1;

/// A colour as its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`; nothing else is a colour.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let digits = digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(digits)?;
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The same where the ground is light: as much darker as it takes to be seen.
    #[must_use]
    pub fn on_light(self) -> Self {
        self.toward(0, |own| (GROUNDS[0] + 0.05) / (own + 0.05))
    }

    /// The same where the ground is dark: as much lighter as it takes.
    #[must_use]
    pub fn on_dark(self) -> Self {
        self.toward(255, |own| (own + 0.05) / (GROUNDS[1] + 0.05))
    }

    /// The first mixture with black or white that has the contrast.
    fn toward(self, end: u8, contrast: impl Fn(f32) -> f32) -> Self {
        let mixed = |share: u16| {
            let part = |part: u8| (u16::from(part) * (255 - share) + u16::from(end) * share) / 255;
            Self(self.0.map(|own| u8::try_from(part(own)).unwrap_or(end)))
        };
        (0..=255).map(mixed).find(|mixed| contrast(mixed.brightness()) >= CONTRAST).unwrap_or(Self([end; 3]))
    }

    /// The relative luminance of WCAG 2, with a cubic in the place of the power of 2.4, which is near enough for what is
    /// wanted here, as the tests show, and needs no table of logarithms in the first load.
    fn brightness(self) -> f32 {
        let [red, green, blue] = self.0.map(|part| {
            let part = f32::from(part) / 255.0;
            part * (part * (part * 0.305_306 + 0.682_171) + 0.012_523)
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(to, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Colour) -> f32 {
        let [red, green, blue] = colour.0.map(|part| {
            let part = f32::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    #[test]
    fn whatever_colour_is_chosen_is_seen_on_both_grounds() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let chosen = Colour([red, green, blue]);
                    let [light, dark] = [chosen.on_light(), chosen.on_dark()];
                    let on_light = (GROUNDS[0] + 0.05) / (luminance(light) + 0.05);
                    let on_dark = (luminance(dark) + 0.05) / (GROUNDS[1] + 0.05);
                    assert!(on_light >= 3.0 && on_dark >= 3.0, "{chosen}: {light} {on_light}, {dark} {on_dark}");
                }
            }
        }
    }

    #[test]
    fn a_colour_that_is_seen_stays_as_it_was_chosen() {
        for text in ["#336699", "#a84e13", "#0d1587"] {
            assert_eq!(Colour::read(text).expect("a colour").on_light().to_string(), text);
        }
        for text in ["#88bbee", "#f5bd8f"] {
            assert_eq!(Colour::read(text).expect("a colour").on_dark().to_string(), text);
        }
    }

    #[test]
    fn only_six_digits_after_a_hash_are_a_colour() {
        assert_eq!(Colour::read("#FFcc00").map(|c| c.to_string()).as_deref(), Some("#ffcc00"));
        for text in ["", "#", "ffcc00", "#fc0", "#ffcc0g", "#+fcc00", "#ffcc000", "red", "#ffcc00;", "#ﬀcc00"] {
            assert_eq!(Colour::read(text), None, "{text}");
        }
    }
}
