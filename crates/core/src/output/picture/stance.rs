//! How stances look: the colour, the filling and the glyph of an option.

use super::{
    Words,
    colour::{EMPTY, INK, WHITE},
    sheet::{ASIDE, TEXT},
    svg::{Anchor, Svg, Type},
    words::width,
};
use crate::{
    base::id::OptionId,
    codebook::{hue::PALETTE, sense::Filling, sign::signs},
    strings::output::picture as strings,
};
use std::fmt::Write;

/// A glyph. Glyphs are drawn, since not every font has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Glyph {
    Up,
    Down,
    Disc,
    Diamond,
    Ring,
    Square,
    Plus,
    Bar,
    Star,
    Pillar,
    /// So many eighths, from the foot.
    Level(u8),
    Frame,
}

impl Glyph {
    /// The same as a sign of a font.
    fn of(sign: &str) -> Self {
        match sign {
            "▲" => Self::Up,
            "▼" => Self::Down,
            "●" => Self::Disc,
            "◆" => Self::Diamond,
            "○" => Self::Ring,
            "■" => Self::Square,
            "✚" => Self::Plus,
            "▬" => Self::Bar,
            "★" => Self::Star,
            "▮" => Self::Pillar,
            "▁" => Self::Level(1),
            "▂" => Self::Level(2),
            "▃" => Self::Level(3),
            "▄" => Self::Level(4),
            "▅" => Self::Level(5),
            "▆" => Self::Level(6),
            "▇" => Self::Level(7),
            "█" => Self::Level(8),
            _ => Self::Frame,
        }
    }
}

/// How an option looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Look {
    colour: &'static str,
    filling: Filling,
    glyph: Glyph,
    /// True where its colour is dark enough for white numbers.
    is_dark: bool,
}

/// How the options of a question look. Those that somebody made take colours in turn.
pub(super) fn looks(options: &[OptionId], words: &Words<'_>) -> Vec<Look> {
    let question = words.codebook.question(words.question);
    let looks = signs(options, question).into_iter().map(|(sign, turn)| Look {
        colour: turn.map_or(sign.tone.colour, |at| PALETTE[at]),
        filling: sign.tone.filling,
        glyph: Glyph::of(sign.glyph),
        // The palette is made for places, and holds less contrast than words need.
        is_dark: sign.tone.filling == Filling::Solid && turn.is_none(),
    });
    looks.collect()
}

impl Look {
    /// Draws places of this option.
    pub(super) fn places(self, places: &[[u32; 4]], svg: &mut Svg) {
        match self.filling {
            Filling::Solid => svg.boxes(places, self.colour),
            Filling::Hatched => {
                let fill = svg.hatching(self.colour);
                svg.boxes(places, &fill);
            }
            Filling::Outlined => svg.frames(places, self.colour),
        }
    }

    /// Draws the glyph around these points, `r` being about half its width.
    pub(super) fn glyphs(self, points: &[[u32; 2]], r: u32, svg: &mut Svg) {
        let drawn = |r| {
            let mut d = String::new();
            points.iter().for_each(|point| self.glyph.draw(*point, r, &mut d));
            d
        };
        match self.filling {
            Filling::Solid => svg.path(&drawn(r), WHITE),
            Filling::Hatched => {
                svg.path(&drawn(r + 2), WHITE);
                svg.path(&drawn(r), self.colour);
            }
            Filling::Outlined => svg.path(&drawn(r), self.colour),
        }
    }

    /// Draws a part of a bar, with its glyph and its number as far as there is room for them.
    pub(super) fn part(self, place: [u32; 4], number: u32, svg: &mut Svg) {
        let [x, y, wide, high] = place;
        let (number, middle) = (number.to_string(), y + high / 2);
        self.places(&[place], svg);
        let digits = width(&number, ASIDE.size);
        let both = 12 + digits;
        if wide < both + 4 {
            if wide >= 10 {
                self.glyphs(&[[x + wide / 2, middle]], 3, svg);
            }
            return;
        }
        let left = x + (wide - both) / 2;
        self.glyphs(&[[left + 4, middle]], 4, svg);
        let colour = if self.is_dark { WHITE } else { INK };
        if !self.is_dark && self.filling != Filling::Outlined {
            svg.rect([left + 10, middle - 6, digits + 4, 12], WHITE);
        }
        svg.text([left + 12, middle + 4], Anchor::Start, Type { colour, ..ASIDE }, &number);
    }

    /// Draws a place of sixteen pixels with the glyph in it.
    pub(super) fn sign(self, [x, y]: [u32; 2], svg: &mut Svg) {
        self.places(&[[x, y, 16, 16]], svg);
        self.glyphs(&[[x + 8, y + 8]], 4, svg);
    }
}

impl Glyph {
    fn draw(self, [x, y]: [u32; 2], r: u32, d: &mut String) {
        let (x, y, r) = (i64::from(x), i64::from(y), i64::from(r));
        let (left, wide) = (x - r, 2 * r);
        let tall = (7 * r + 2) / 4;
        _ = match self {
            Self::Up => write!(d, "M{left} {}h{wide}l-{r}-{tall}z", y + tall / 2),
            Self::Down => write!(d, "M{left} {}h{wide}l-{r} {tall}z", y - tall / 2),
            Self::Disc => disc(x, y, r, d),
            Self::Diamond => write!(d, "M{x} {}l{r} {r}l-{r} {r}l-{r}-{r}z", y - r),
            Self::Ring => disc(x, y, r, d).and_then(|()| disc(x, y, (r * 2) / 3, d)),
            Self::Square => write!(d, "M{left} {}h{wide}v{wide}h-{wide}z", y - r),
            Self::Plus => {
                let (a, b) = (1 + r / 4, r - 1 - r / 4);
                let arm = 2 * a;
                let corner = x - a;
                write!(d, "M{corner} {}h{arm}v{b}h{b}v{arm}h-{b}v{b}h-{arm}v-{b}h-{b}v-{arm}h{b}z", y - r)
            }
            Self::Bar => write!(d, "M{left} {}h{wide}v{r}h-{wide}z", y - r / 2),
            Self::Pillar => write!(d, "M{} {}h{r}v{wide}h-{r}z", x - r / 2, y - r),
            Self::Star => star(x, y, r, d),
            Self::Level(eighths) => {
                // A little more than a square, which is another's.
                let tall = ((wide + 2) * i64::from(eighths)) / 8;
                write!(d, "M{left} {}h{wide}v{tall}h-{wide}z", y + r + 1 - tall)
            }
            Self::Frame => {
                let (inner, hole) = ((r * 3) / 5, 2 * ((r * 3) / 5));
                write!(d, "M{left} {}h{wide}v{wide}h-{wide}z", y - r)
                    .and_then(|()| write!(d, "M{} {}h{hole}v{hole}h-{hole}z", x - inner, y - inner))
            }
        };
    }
}

/// Five points, the first of them up.
fn star(x: i64, y: i64, r: i64, d: &mut String) -> std::fmt::Result {
    // Thousandths of the radius: a point, and the corner after it.
    const CORNERS: [(i64, i64); 10] = [
        (0, -1100),
        (259, -356),
        (1046, -340),
        (419, 136),
        (647, 890),
        (0, 440),
        (-647, 890),
        (-419, 136),
        (-1046, -340),
        (-259, -356),
    ];
    for (at, (right, down)) in CORNERS.into_iter().enumerate() {
        let step = if at == 0 { 'M' } else { 'L' };
        // In tenths, since a small star needs them.
        let (x, y) = (x * 10 + r * right / 100, y * 10 + r * down / 100);
        write!(d, "{step}{}.{} {}.{}", x / 10, x % 10, y / 10, y % 10)?;
    }
    write!(d, "z")
}

fn disc(x: i64, y: i64, r: i64, d: &mut String) -> std::fmt::Result {
    let wide = 2 * r;
    write!(d, "M{} {y}a{r} {r} 0 1 0 {wide} 0a{r} {r} 0 1 0-{wide} 0z", x - r)
}

/// Draws places that nobody has coded.
pub(super) fn not_coded(places: &[[u32; 4]], svg: &mut Svg) {
    svg.frames(places, EMPTY);
}

/// Draws the signs of options, and of "not answered", with their words, in lines that fit. Returns how high they are.
pub(super) fn legend(options: &[OptionId], words: &Words<'_>, [x, y]: [u32; 2], room: u32, svg: &mut Svg) -> u32 {
    let signs = looks(options, words).into_iter().zip(options).map(|(look, option)| (Some(look), words.option(option)));
    let (mut at, mut line) = (0, 0);
    for (look, word) in signs.take(super::MOST_OPTIONS).chain([(None, strings::not_answered())]) {
        let wide = (width(&super::words::clean(word), TEXT.size) + 22).min(room);
        if at > 0 && at + wide > room {
            (at, line) = (0, line + 24);
        }
        match look {
            Some(look) => look.sign([x + at, y + line], svg),
            None => not_coded(&[[x + at, y + line, 16, 16]], svg),
        }
        svg.label([x + at + 22, y + line + 12], Anchor::Start, TEXT, word, wide - 22);
        at += wide + 18;
    }
    line + 16
}

#[cfg(test)]
mod tests {
    use crate::{
        codebook::{
            sense::{OWN, PLACES},
            sign::MADE,
        },
        output::picture::stance::*,
    };

    #[test]
    fn every_sign_is_drawn_in_its_own_way() {
        let signs = ["▲", "▼", "●", "◆", "○", OWN.glyph].into_iter().chain(PLACES.iter().map(|tone| tone.glyph));
        let mut drawn: Vec<String> = Vec::new();
        for sign in signs.chain(MADE) {
            let mut d = String::new();
            Glyph::of(sign).draw([8, 8], 4, &mut d);
            assert!(!d.is_empty() && !drawn.contains(&d), "{sign}: {d}");
            drawn.push(d);
        }
    }
}
