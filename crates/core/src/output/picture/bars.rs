//! Theme frequency: a bar for each theme.

use super::{
    Hue, MOST_THEMES, Picture, Words,
    colour::LINE,
    sheet::{ASIDE, MARGIN, SUM, Sheet, TEXT, length, room},
    svg::Anchor,
};
use crate::{
    measure::crosstab::{Frequency, ThemeFrequency},
    strings::output::picture as strings,
};

const ROW: u32 = 26;
const BARS: u32 = 320;

/// Draws how often each theme applies.
#[must_use]
pub fn theme_frequency(table: &ThemeFrequency, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("theme-frequency", strings::theme_frequency(), words, false);
    let themes = table.themes.len().min(MOST_THEMES);
    let mut rows: Vec<(&str, Option<Hue>, Frequency)> = Vec::new();
    for (theme, frequency) in table.themes.iter().take(themes) {
        let (label, hue) = words.theme(theme);
        rows.push((label, Some(hue), *frequency));
    }
    let grey = Hue::Nothing;
    rows.push((strings::no_theme_applies(), Some(grey), table.none_applies));
    rows.push((strings::themes_not_answered(), None, table.not_coded));

    let names = room(rows.iter().map(|(label, ..)| *label), 80, 220);
    let left = MARGIN + names + 12;
    let columns = [left + BARS + 92, left + BARS + 172];
    let top = sheet.top + 24;
    for (x, head) in columns.into_iter().zip([strings::paragraphs(), strings::annotators()]) {
        sheet.svg.text([x, top - 10], Anchor::End, ASIDE, head);
    }
    sheet.svg.text([left, top - 10], Anchor::Start, ASIDE, strings::judgements());
    let most = rows.iter().map(|(_, _, frequency)| frequency.judgements).max().unwrap_or(0);
    let mut y = top;
    for (at, (label, hue, frequency)) in rows.iter().enumerate() {
        y += if at == themes { 10 } else { 0 };
        sheet.svg.label([left - 12, y + 17], Anchor::End, TEXT, label, names);
        let long = length(frequency.judgements, most, BARS);
        match hue {
            Some(hue) => {
                let fill = sheet.fill(*hue);
                sheet.svg.rect([left, y + 4, long, ROW - 8], &fill);
            }
            None if long > 0 => super::stance::not_coded(&[[left, y + 4, long, ROW - 8]], &mut sheet.svg),
            None => {}
        }
        sheet.svg.text([left + long + 6, y + 17], Anchor::Start, SUM, &frequency.judgements.to_string());
        for (x, number) in columns.into_iter().zip([frequency.paragraphs, frequency.annotators]) {
            sheet.svg.text([x, y + 17], Anchor::End, TEXT, &number.to_string());
        }
        let counts = [frequency.judgements, frequency.paragraphs, frequency.annotators];
        let named = [strings::judgements(), strings::paragraphs(), strings::annotators()];
        sheet.say(label, named.into_iter().zip(counts));
        y += ROW;
    }
    sheet.svg.rect([left - 1, top, 1, y - top], LINE);
    sheet.note(strings::what_a_judgement_is(table.judgements));
    sheet.note(strings::what_paragraphs_are());
    sheet.left_out(table.themes.len() - themes, strings::themes_not_drawn);
    sheet.finish(columns[1], y)
}
