//! The colours of pictures: those of the light scheme in `static/css/tokens.css`, on white.

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

pub(super) const SUPPORTS: &str = "#216bb3";
pub(super) const OPPOSES: &str = "#a84e13";
pub(super) const MIXED: &str = "#652983";
pub(super) const NEUTRAL: &str = "#616368";

/// Options that somebody made.
pub(super) const OTHERS: [&str; 4] = ["#2e5b00", "#6e295b", "#4f1a18", "#0d1587"];

/// Themes; past the eighth they repeat, hatched, up to the sixteenth.
const HUES: [&str; 8] = ["#0d1587", "#1f93b6", "#2e5b00", "#9d870d", "#4f1a18", "#6e295b", "#8537a4", "#766e66"];

/// Grounds for counts, from few to many: one hue, since blue and orange are stances.
const RAMP: [&str; 8] = ["#e4f5ee", "#b8ded1", "#8ec7b4", "#66af99", "#40977e", "#1b7d65", "#00644e", "#004b38"];
/// The first of these grounds that wants white numbers.
const DARK: usize = 5;

/// The colour of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hue {
    /// The colour itself.
    pub(super) colour: &'static str,
    /// True when a theme before has the same colour, plain.
    pub(super) hatched: bool,
}

/// The colour of a theme by its place in the codebook; themes that it lacks and those past the sixteenth are grey and
/// hatched, as no other theme is.
pub(super) fn hue(place: Option<usize>) -> Hue {
    match place {
        Some(at) if at < 2 * HUES.len() => Hue { colour: HUES[at % HUES.len()], hatched: at >= HUES.len() },
        _ => Hue { colour: SOFT, hatched: true },
    }
}

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
        for colour in [INK, SOFT, SUPPORTS, OPPOSES, MIXED, NEUTRAL].iter().chain(&OTHERS) {
            assert!(contrast(colour, WHITE) >= 4.5, "{colour}");
        }
        for colour in HUES.iter().chain([&EMPTY]) {
            assert!(contrast(colour, WHITE) >= 3.0, "{colour}");
        }
    }

    #[test]
    fn no_theme_has_the_colour_of_one_before_it() {
        let sixteen: Vec<Hue> = (0..16).map(|at| hue(Some(at))).collect();
        for (at, own) in sixteen.iter().enumerate() {
            assert!(!sixteen[..at].contains(own), "theme {at}");
        }
        // What is past them looks like none of them; its name stands beside it.
        for other in [hue(Some(16)), hue(Some(40)), hue(None)] {
            assert!(!sixteen.contains(&other));
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
