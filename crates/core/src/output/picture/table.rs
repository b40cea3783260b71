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
use crate::measure::crosstab::StanceByTheme;

const ROW: u32 = 30;

/// Draws who takes which stance where a theme applies.
#[must_use]
pub fn stance_by_theme(table: &StanceByTheme, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("stance-by-theme", "Stance by theme", words, true);
    let options = table.options.len().min(MOST_OPTIONS);
    let themes = table.themes.len().min(MOST_THEMES);
    let total = |row: usize| table.row_totals.get(row).copied().unwrap_or(0);
    // The last row of counts is "not answered", the last column "no theme applies".
    let unanswered = Some(table.options.len()).filter(|row| total(*row) > 0);
    let rows: Vec<usize> = (0..options).chain(unanswered).collect();
    let heads: Vec<&str> =
        rows.iter().map(|&row| table.options.get(row).map_or("not answered", |o| words.option(o))).collect();
    let labels: Vec<(&str, _)> = table.themes.iter().take(themes).map(|theme| words.theme(theme)).collect();

    let names = room(labels.iter().map(|(label, _)| *label).chain(["No theme applies"]), 80, 220) + 18;
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
    sheet.svg.label([sums + 30, top - 12], Anchor::Middle, ASIDE, "all", 60);

    let mut y = top;
    for column in (0..themes).chain([table.themes.len()]) {
        let sum = table.column_totals.get(column).copied().unwrap_or(0);
        let label = labels.get(column).map_or("No theme applies", |(label, _)| label);
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
    sheet.svg.text([MARGIN + 18, y + 21], Anchor::Start, SUM, "Judgements");
    for (at, &row) in (0..).zip(&rows) {
        sheet.svg.text([left + at * wide + wide / 2 - 1, y + 21], Anchor::Middle, SUM, &total(row).to_string());
    }
    let all: u32 = table.row_totals.iter().sum();
    sheet.svg.text([sums + 30, y + 21], Anchor::Middle, SUM, &all.to_string());
    sheet.say("Judgements", heads.iter().zip(&rows).map(|(head, &row)| (*head, total(row))));

    sheet.note("A judgement is one annotator on one paragraph. The darker a cell, the larger its share of its theme’s judgements.");
    sheet.note("A judgement with several themes appears in several rows, but is counted once in the last row.");
    let out: u32 = table.themes_not_coded.iter().sum();
    if out > 0 {
        sheet.note(format!("Judgements without an answer on themes are not in the table: {out}."));
    }
    sheet.left_out(table.themes.len() - themes + table.left_out, "theme");
    sheet.left_out(table.options.len() - options, "option");
    sheet.finish(sums + 60, y + 26)
}

fn count(table: &StanceByTheme, row: usize, column: usize) -> u32 {
    table.counts.get(row).and_then(|cells| cells.get(column)).copied().unwrap_or(0)
}
