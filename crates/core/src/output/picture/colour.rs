//! The colours of pictures but those of answers and themes, which the codebook has: of the light scheme, on white.

/// Words and numbers.
pub(super) const INK: &str = "#25211b";
/// Words that stand back.
pub(super) const SOFT: &str = "#5c5751";
/// Lines that only guide the eye.
pub(super) const LINE: &str = "#dfdcd6";
/// The frame of what is not coded.
pub(super) const EMPTY: &str = "#87827b";
/// Paper, and signs on dark ground.
pub(super) const WHITE: &str = "#ffffff";

/// Grounds for counts, from few to many: one hue, since blue and orange are stances.
const RAMP: [&str; 8] = ["#e4f5ee", "#b8ded1", "#8ec7b4", "#66af99", "#40977e", "#1b7d65", "#00644e", "#004b38"];
/// The first of these grounds that wants white numbers.
const DARK: usize = 5;

/// What is counted where nothing else has a colour, and the lighter of two such.
pub(super) const COUNTED: [&str; 2] = [RAMP[DARK], RAMP[0]];

/// The ground of a count among counts up to `most`, and the colour of the number on it.
pub(super) fn heat(count: u32, most: u32) -> (&'static str, &'static str) {
    let steps = RAMP.len() as u64;
    let step = (u64::from(count) * steps).div_ceil(u64::from(most).max(1)).min(steps) as usize;
    match step.checked_sub(1) {
        None => (WHITE, SOFT),
        Some(at) => (RAMP[at], if at < DARK { INK } else { WHITE }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codebook::{
        hue::PALETTE,
        scale::tone,
        sense::{PLACES, Sense},
    };

    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let part = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).expect("two hex digits")) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn words_hold_their_contrast_on_every_ground() {
        for count in 0..=100 {
            let (ground, ink) = heat(count, 100);
            assert!(contrast(ground, ink) >= 4.5, "{ink} on {ground}");
        }
        let sides = ["for", "against", "both", "neutral", "none"].into_iter().filter_map(Sense::named);
        let tones = sides.map(|sense| tone(Some(sense), None)).chain(&PLACES).map(|tone| tone.colour);
        for colour in tones.chain([INK, SOFT]) {
            assert!(contrast(colour, WHITE) >= 4.5, "{colour}");
        }
        for colour in PALETTE.iter().chain([&EMPTY]) {
            assert!(contrast(colour, WHITE) >= 3.0, "{colour}");
        }
    }

    #[test]
    fn more_is_never_lighter_and_only_nothing_is_white() {
        let grounds: Vec<f64> = (0..=9).map(|count| luminance(heat(count, 9).0)).collect();
        assert!(grounds.is_sorted_by(|few, many| few >= many));
        assert_ne!(heat(1, 1_000_000).0, WHITE);
        assert_eq!((heat(0, 0).0, heat(7, 7).0), (WHITE, RAMP[7]));
    }
}
