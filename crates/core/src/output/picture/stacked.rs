//! The distribution of stances: a stacked bar for each paragraph, in the order of the article. Long articles go on in a
//! line below.

use super::{
    MOST_PARAGRAPHS, Picture, Words,
    colour::LINE,
    sheet::{ASIDE, MARGIN, Sheet, every},
    stance::{Look, legend, looks, not_coded},
    svg::Anchor,
};
use crate::measure::crosstab::{Distribution, Split};

/// How wide all bars of a line are together, if they can be.
const WIDTH: usize = 700;
/// How many bars stand in a line.
const LINE_OF: usize = 50;

/// Draws how stances spread, paragraph by paragraph.
#[must_use]
pub fn distribution(table: &Distribution, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("stances-by-paragraph", "Stances by paragraph", words, true);
    let paragraphs = table.paragraphs.len().min(MOST_PARAGRAPHS);
    let across = paragraphs.min(LINE_OF);
    let pitch = (WIDTH / across.max(1)).clamp(14, 64) as u32;
    let annotators = table.paragraphs.first().map_or(0, all);
    // Whole pixels for each annotator, so that equal counts are equally high.
    let high: u32 = if paragraphs > LINE_OF { 180 } else { 264 };
    let unit = (high / annotators.max(1)).clamp(2, 24);
    let left = MARGIN + 32;
    let right = left + across as u32 * pitch;
    let high = legend(&table.options, words, [MARGIN, sheet.top], (right - MARGIN).max(456), &mut sheet.svg);
    let looks = looks(&table.options, words);
    let step = [1, 2, 5, 10, 20, 50].into_iter().find(|step| annotators / step <= 6).unwrap_or(100);
    let every = every(pitch);
    let mut foot = sheet.top + high + 4;
    let drawn = table.paragraphs.get(..paragraphs).unwrap_or_default();
    for (line, splits) in drawn.chunks(LINE_OF).enumerate() {
        foot += annotators * unit + if line == 0 { 20 } else { 44 };
        let end = left + splits.len() as u32 * pitch;
        for tick in (0..=annotators).step_by(step as usize) {
            let y = foot - tick * unit;
            sheet.svg.rect([left - 6, y, end - left + 6, 1], LINE);
            sheet.svg.text([left - 12, y + 4], Anchor::End, ASIDE, &tick.to_string());
        }
        for (at, split) in splits.iter().enumerate() {
            let number = line * LINE_OF + at + 1;
            let gap = pitch / 8;
            let (x, w) = (left + at as u32 * pitch + gap, pitch - 2 * gap);
            bar(split, &looks, [x, foot, w, unit], &mut sheet);
            if number == 1 || number.is_multiple_of(every) {
                sheet.svg.text([x + w / 2, foot + 17], Anchor::Middle, ASIDE, &number.to_string());
            }
            let chosen =
                split.chosen.iter().filter_map(|(at, count)| Some((words.option(table.options.get(*at)?), *count)));
            sheet.say(&format!("Paragraph {number}"), chosen.chain([("not answered", split.not_coded)]));
        }
    }
    sheet.note("Across: paragraphs. Upwards: annotators.");
    sheet.left_out(table.paragraphs.len() - paragraphs, "paragraph");
    sheet.finish(right, foot + 20)
}

fn all(split: &Split) -> u32 {
    split.not_coded + split.chosen.iter().map(|(_, count)| count).sum::<u32>()
}

/// A bar whose parts have the glyph and the count as far as there is room.
fn bar(split: &Split, looks: &[Look], [x, foot, w, unit]: [u32; 4], sheet: &mut Sheet<'_>) {
    let mut y = foot;
    for (option, count) in &split.chosen {
        y = y.saturating_sub(count * unit);
        let Some(look) = looks.get(*option) else { continue };
        let h = count * unit - 1;
        look.places(&[[x, y + 1, w, h]], &mut sheet.svg);
        let middle = [x + w / 2, y + 1 + h / 2];
        if w >= 40 && h >= 15 {
            look.count(middle, *count, &mut sheet.svg);
        } else if h >= 9 {
            look.glyphs(&[middle], 3, &mut sheet.svg);
        }
    }
    if split.not_coded > 0 {
        let h = split.not_coded * unit;
        not_coded(&[[x, (y + 1).saturating_sub(h), w, h - 1]], &mut sheet.svg);
    }
}
