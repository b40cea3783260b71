//! Theme co-occurrence: half a table, since it is symmetric. A theme's name stands at both ends of its row: at the left,
//! and where its row meets its column, from which the column goes down.

use super::{
    MOST_THEMES, Picture, Words,
    colour::{INK, SOFT, WHITE, heat},
    sheet::{ASIDE, MARGIN, Sheet, room},
    svg::{Anchor, Type},
    words::width,
};
use crate::{measure::crosstab::CoOccurrence, strings::output::picture as strings};

const ROW: u32 = 30;

/// Draws which themes apply together.
#[must_use]
pub fn co_occurrence(table: &CoOccurrence, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("theme-co-occurrence", strings::co_occurrence(), words, false);
    let themes = table.themes.len().min(MOST_THEMES);
    let labels: Vec<(&str, _)> = table.themes.iter().take(themes).map(|theme| words.theme(theme)).collect();
    let names = room(labels.iter().map(|(label, _)| *label), 80, 200) + 18;
    let left = MARGIN + names + 14;
    let greatest = (0..themes).map(|theme| table.both(theme, theme)).max().unwrap_or(0);
    let cell = (width(&greatest.to_string(), 12) + 10).max(ROW);
    let top = sheet.top;
    let most = (0..themes).flat_map(|one| (0..one).map(move |other| table.both(one, other))).max().unwrap_or(0);
    let mut frames = Vec::new();
    for (row, (label, hue)) in labels.iter().enumerate() {
        let y = top + row as u32 * ROW;
        sheet.theme([MARGIN, y + 18], *hue, label, names);
        for column in 0..=row {
            let x = left + column as u32 * cell;
            let number = table.both(row, column);
            let (ground, ink) = if column == row { (WHITE, INK) } else { heat(number, most) };
            if column == row {
                frames.push([x, y, cell - 2, ROW - 2]);
            } else if number > 0 {
                sheet.svg.rect([x, y, cell - 2, ROW - 2], ground);
            }
            let look = Type { size: 11, colour: ink, bold: column == row };
            sheet.svg.text([x + cell / 2 - 1, y + 18], Anchor::Middle, look, &number.to_string());
        }
        let x = left + (row as u32 + 1) * cell + 6;
        sheet.svg.label([x, y + 18], Anchor::Start, ASIDE, label, names);
        let counts = (0..themes).filter(|other| *other != row).map(|other| (labels[other].0, table.both(row, other)));
        sheet.say(label, [(strings::in_all(), table.both(row, row))].into_iter().chain(counts));
    }
    sheet.svg.frames(&frames, SOFT);
    sheet.note(strings::number_names_both());
    sheet.note(strings::framed_names_theme());
    sheet.left_out(table.themes.len() - themes + table.left_out, strings::themes_not_drawn);
    let right = left + themes as u32 * cell + 6 + names;
    sheet.finish(right, top + themes as u32 * ROW)
}
