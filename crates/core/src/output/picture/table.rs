//! Stance by theme: a table whose cells are the darker, the more of their theme's judgements stand in them. So a theme that
//! few name shows who supports it as clearly as one that everybody does.
//!
//! Themes are the rows, whichever way the counts lie: their names are long, and there are more of them than options.

use super::{
    MOST_OPTIONS, MOST_THEMES, Picture, Words,
    colour::{LINE, heat},
    sheet::{ASIDE, MARGIN, SUM, Sheet, TEXT, room},
    stance::looks,
    svg::{Anchor, Type},
};
use crate::{measure::crosstab::StanceByTheme, strings::output::picture as strings};

const ROW: u32 = 30;

/// Draws who takes which stance where a theme applies.
#[must_use]
pub fn stance_by_theme(table: &StanceByTheme, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("stance-by-theme", strings::stance_by_theme(), words, true);
    let options = table.options.len().min(MOST_OPTIONS);
    let themes = table.themes.len().min(MOST_THEMES);
    let total = |row: usize| table.row_totals.get(row).copied().unwrap_or(0);
    // The last row of counts is "not answered", the last column "no theme applies".
    let unanswered = Some(table.options.len()).filter(|row| total(*row) > 0);
    let rows: Vec<usize> = (0..options).chain(unanswered).collect();
    let head = |&row: &usize| table.options.get(row).map_or(strings::not_answered(), |o| words.option(o));
    let heads: Vec<&str> = rows.iter().map(head).collect();
    let labels: Vec<(&str, _)> = table.themes.iter().take(themes).map(|theme| words.theme(theme)).collect();

    let names = room(labels.iter().map(|(label, _)| *label).chain([strings::no_theme_applies()]), 80, 220) + 18;
    let wide = room(heads.iter().copied(), 54, 96) + 14;
    let left = MARGIN + names + 14;
    let sums = left + rows.len() as u32 * wide + 14;
    let top = sheet.top + 46;
    let looks = looks(&table.options, words);
    for (at, head) in (0..).zip(&heads) {
        let middle = left + at * wide + wide / 2 - 1;
        if let Some(look) = rows.get(at as usize).and_then(|&row| looks.get(row)) {
            look.sign([middle - 8, top - 44], &mut sheet.svg);
        }
        sheet.svg.label([middle, top - 12], Anchor::Middle, TEXT, head, wide - 8);
    }
    sheet.svg.label([sums + 30, top - 12], Anchor::Middle, ASIDE, strings::all(), 60);

    let mut y = top;
    for column in (0..themes).chain([table.themes.len()]) {
        let sum = table.column_totals.get(column).copied().unwrap_or(0);
        let label = labels.get(column).map_or(strings::no_theme_applies(), |(label, _)| label);
        match labels.get(column) {
            Some((label, hue)) => sheet.theme([MARGIN, y + 18], *hue, label, names),
            None => {
                y += 8;
                sheet.svg.text([MARGIN + 18, y + 18], Anchor::Start, TEXT, label);
            }
        }
        for (at, &row) in (0..).zip(&rows) {
            let number = count(table, row, column);
            let (ground, ink) = heat(number, sum);
            let x = left + at * wide;
            if number > 0 {
                sheet.svg.rect([x, y, wide - 2, ROW - 2], ground);
            }
            let look = Type { size: 12, colour: ink, bold: false };
            sheet.svg.text([x + wide / 2 - 1, y + 18], Anchor::Middle, look, &number.to_string());
        }
        sheet.svg.text([sums + 30, y + 18], Anchor::Middle, TEXT, &sum.to_string());
        sheet.say(label, heads.iter().zip(&rows).map(|(head, &row)| (*head, count(table, row, column))));
        y += ROW;
    }
    y += 4;
    sheet.svg.rect([MARGIN, y, sums + 60 - MARGIN, 1], LINE);
    sheet.svg.text([MARGIN + 18, y + 21], Anchor::Start, SUM, strings::all_judgements());
    for (at, &row) in (0..).zip(&rows) {
        sheet.svg.text([left + at * wide + wide / 2 - 1, y + 21], Anchor::Middle, SUM, &total(row).to_string());
    }
    let all: u32 = table.row_totals.iter().sum();
    sheet.svg.text([sums + 30, y + 21], Anchor::Middle, SUM, &all.to_string());
    sheet.say(strings::all_judgements(), heads.iter().zip(&rows).map(|(head, &row)| (*head, total(row))));

    sheet.note(strings::darker_cells());
    sheet.note(strings::several_rows());
    let out: u32 = table.themes_not_coded.iter().sum();
    if out > 0 {
        sheet.note(strings::not_in_the_table(out));
    }
    sheet.left_out(table.themes.len() - themes + table.left_out, strings::themes_not_drawn);
    sheet.left_out(table.options.len() - options, strings::options_not_drawn);
    sheet.finish(sums + 60, y + 26)
}

fn count(table: &StanceByTheme, row: usize, column: usize) -> u32 {
    table.counts.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(0)
}
