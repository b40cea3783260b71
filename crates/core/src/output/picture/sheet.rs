//! What all pictures share: the heading, the margins, the notes at the foot, and the words for who cannot see them.

use super::{
    Picture, Words,
    colour::{INK, SOFT},
    svg::{Anchor, Svg, Type},
    words::{isolate, lines, width},
};
use crate::{codebook::hue::Hue, strings::output::picture as strings};
use std::borrow::Cow;

/// Labels.
pub(super) const TEXT: Type = Type { size: 12, colour: INK, bold: false };
/// Numbers and words that stand back.
pub(super) const ASIDE: Type = Type { size: 11, colour: SOFT, bold: false };
/// Sums.
pub(super) const SUM: Type = Type { size: 12, colour: INK, bold: true };

/// The white around everything.
pub(super) const MARGIN: u32 = 24;

/// A picture in the making.
pub(super) struct Sheet<'a> {
    /// Its elements.
    pub(super) svg: Svg,
    /// Where what is drawn begins.
    pub(super) top: u32,
    name: &'static str,
    title: &'static str,
    under: Vec<&'a str>,
    notes: Vec<String>,
    said: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// A sheet with its heading: what the picture is, the article, and what was asked, if a question is what it is about.
    pub(super) fn new(name: &'static str, title: &'static str, words: &Words<'a>, asks: bool) -> Self {
        let under = [words.article, if asks { words.prompt() } else { "" }];
        let under: Vec<&str> = under.into_iter().filter(|line| !line.trim().is_empty()).collect();
        let top = MARGIN + 36 + 18 * under.len() as u32;
        Self { svg: Svg::new(name), top, name, title, under, notes: Vec::new(), said: Vec::new() }
    }

    /// A sentence at the foot, which is also said.
    pub(super) fn note(&mut self, sentence: impl Into<String>) {
        self.notes.push(sentence.into());
    }

    /// A note of what is not drawn, if there is any.
    pub(super) fn left_out(&mut self, number: usize, sentence: fn(usize) -> String) {
        if number > 0 {
            self.note(sentence(number));
        }
    }

    /// A row in words: what it is of, and its counts, of which those that are 0 go without saying.
    pub(super) fn say<'w>(&mut self, of: &str, counts: impl Iterator<Item = (&'w str, u32)>) {
        let counts: Vec<String> =
            counts.filter(|(_, count)| *count > 0).map(|(what, count)| format!("{} {count}", isolate(what))).collect();
        let counts = if counts.is_empty() { strings::none().to_owned() } else { counts.join(", ") };
        self.tell(format!("{}: {counts}.", isolate(of)));
    }

    /// A sentence that is said and nowhere drawn.
    pub(super) fn tell(&mut self, sentence: String) {
        self.said.push(sentence);
    }

    /// Draws the label of a row, at the left, with the sign of a theme.
    pub(super) fn theme(&mut self, [x, y]: [u32; 2], hue: Hue, label: &str, room: u32) {
        let fill = self.fill(hue);
        self.svg.rect([x, y - 9, 10, 10], &fill);
        self.svg.label([x + 18, y], Anchor::Start, TEXT, label, room.saturating_sub(18));
    }

    /// What fills the places of a theme.
    pub(super) fn fill(&mut self, hue: Hue) -> String {
        match hue.on_paper() {
            (Cow::Borrowed(colour), true) => self.svg.hatching(colour),
            (colour, _) => colour.into_owned(),
        }
    }

    /// The picture, whose drawn part ends at `right` and `bottom`.
    pub(super) fn finish(mut self, right: u32, bottom: u32) -> Picture {
        let width = right.max(480) + MARGIN;
        let room = width - 2 * MARGIN;
        let mut y = MARGIN + 16;
        let heading = Type { size: 18, colour: INK, bold: true };
        self.svg.label([MARGIN, y], Anchor::Start, heading, self.title, room);
        for (line, text) in self.under.iter().enumerate() {
            y += if line == 0 { 22 } else { 18 };
            let look = Type { size: 13, colour: if line == 0 { INK } else { SOFT }, bold: false };
            self.svg.label([MARGIN, y], Anchor::Start, look, text, room);
        }
        y = bottom + 8;
        let foot = self.notes.join(" ");
        for line in lines(&foot, room, ASIDE.size).iter().filter(|line| !line.is_empty()) {
            y += 16;
            self.svg.text([MARGIN, y], Anchor::Start, ASIDE, line);
        }
        let height = y + MARGIN - 4;
        let under: Vec<String> = self.under.iter().map(|line| isolate(line)).collect();
        let description = [under.join(" — "), foot, self.said.join(" ")];
        let description: Vec<&str> = description.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
        let svg = self.svg.finish(self.title, &description.join("\n"), [width, height]);
        Picture { name: self.name, title: self.title, svg, width, height }
    }
}

/// The room that labels need, within bounds.
pub(super) fn room<'w>(labels: impl Iterator<Item = &'w str>, least: u32, most: u32) -> u32 {
    labels.map(|label| width(label, TEXT.size)).max().unwrap_or(0).clamp(least, most)
}

/// How much of the room a part of the whole takes.
pub(super) fn share(part: u32, whole: u32, room: u32) -> u32 {
    (u64::from(part) * u64::from(room) / u64::from(whole.max(1))) as u32
}

/// The same for what stands alone: of little there is something to see, and only of nothing nothing.
pub(super) fn length(part: u32, whole: u32, room: u32) -> u32 {
    if part > 0 { share(part, whole, room).max(2) } else { 0 }
}

/// Which paragraphs have their number written: as many as there is room for, by how far apart they stand.
pub(super) fn every(pitch: u32) -> usize {
    [1, 5].into_iter().find(|every| every * pitch >= 24).unwrap_or(10) as usize
}
