//! How the kappas of all pairs are spread: a column for each tenth.

use super::{
    Picture, Words,
    colour::{COUNTED, INK, LINE, WHITE},
    sheet::{ASIDE, MARGIN, SUM, Sheet, TEXT, length},
    svg::{Anchor, Svg, Type},
    words::width,
};
use crate::{
    measure::agreement::spread::{Column, Spread, THIN},
    strings::output::picture as strings,
};

/// How high the highest column is, and how wide all of them are, if they can be.
const HIGH: u32 = 200;
const WIDE: u32 = 640;

/// Draws how Cohen’s kappa of all pairs is spread, over all paragraphs or (`complete`) those that everybody answered.
#[must_use]
pub fn pairs(spread: &Spread, complete: bool, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("pairs", strings::kappa_of_all_pairs(), words, true);
    let columns = spread.columns.len() as u32;
    let numbers = width(&spread.most.to_string(), SUM.size) + 6;
    let pitch = (WIDE / columns.max(1)).clamp(34, 64).max(numbers);
    let left = MARGIN + 12;
    let right = left + columns * pitch;
    let foot = legend(spread, &mut sheet) + 36 + HIGH;
    for (x, each) in (left..).step_by(pitch as usize).zip(&spread.columns) {
        if each.full + each.pale > 0 {
            sheet.svg.group(&each.words);
            column(each, [x + 1, foot, pitch - 2], spread.most, &mut sheet.svg);
            sheet.svg.end_group();
            sheet.tell(format!("{}.", each.words));
        }
        sheet.svg.text([x, foot + 16], Anchor::Middle, ASIDE, &each.from);
    }
    sheet.svg.rect([left, foot, right - left, 1], LINE);
    if columns > 0 {
        sheet.svg.text([right, foot + 16], Anchor::Middle, ASIDE, "1.0");
        sheet.note(strings::what_a_column_is());
    } else {
        sheet.note(strings::no_pair_has_kappa());
    }
    for sentence in [&spread.sentence, &spread.note].into_iter().filter(|sentence| !sentence.is_empty()) {
        sheet.note(&**sentence);
    }
    if complete {
        sheet.note(strings::only_complete());
    }
    sheet.finish(right + 12, foot + 20)
}

/// Draws what the two parts of a column are. Returns where it ends.
fn legend(spread: &Spread, sheet: &mut Sheet<'_>) -> u32 {
    let entries =
        [(full as fn(&[[u32; 4]], &mut Svg), strings::pairs_over(THIN)), (pale, strings::pairs_over_fewer(THIN))];
    let is_any_pale = spread.columns.iter().any(|column| column.pale > 0);
    let mut x = MARGIN;
    for (part, words) in entries.into_iter().take(if is_any_pale { 2 } else { 1 }) {
        part(&[[x, sheet.top, 16, 16]], &mut sheet.svg);
        sheet.svg.text([x + 22, sheet.top + 12], Anchor::Start, TEXT, &words);
        x += 40 + width(&words, TEXT.size);
    }
    sheet.top + 16
}

/// Draws a column and how many pairs it is; where it has two parts, also how many each of them is, if there is room.
fn column(column: &Column, [x, foot, wide]: [u32; 3], most: u32, svg: &mut Svg) {
    let heights = [column.full, column.pale].map(|pairs| length(pairs, most, HIGH));
    let middle = x + wide / 2;
    let border = foot - heights[0];
    let top = border - heights[1];
    if heights[0] > 0 {
        full(&[[x, border, wide, heights[0]]], svg);
    }
    if heights[1] > 0 {
        pale(&[[x, top, wide, heights[1]]], svg);
    }
    svg.text([middle, top - 6], Anchor::Middle, SUM, &(column.full + column.pale).to_string());
    if heights.iter().all(|high| *high > 0) {
        let parts = [(border, heights[0], column.full, WHITE), (top, heights[1], column.pale, INK)];
        for (y, high, pairs, colour) in parts.into_iter().filter(|(_, high, ..)| *high >= 16) {
            svg.text([middle, y + high / 2 + 4], Anchor::Middle, Type { colour, ..ASIDE }, &pairs.to_string());
        }
    }
}

/// Pairs that share enough paragraphs.
fn full(places: &[[u32; 4]], svg: &mut Svg) {
    svg.boxes(places, COUNTED[0]);
}

/// Pairs that share too few: lighter, and framed, since not everybody sees the difference.
fn pale(places: &[[u32; 4]], svg: &mut Svg) {
    svg.boxes(places, COUNTED[1]);
    svg.frames(places, COUNTED[0]);
}
