//! Answers by paragraph: a bar for each, made of what everybody answered.

use super::{
    MOST_OPTIONS, MOST_PARAGRAPHS, Picture, Words,
    sheet::{ASIDE, MARGIN, Sheet, TEXT, room, share},
    stance::{Look, legend, looks, not_coded},
    svg::Anchor,
    words::width,
};
use crate::{
    base::id::OptionId,
    measure::division::{Division, given},
    strings::output::picture as strings,
};
use std::sync::Arc;

/// How much a person takes of a bar, so that whoever stands alone has room for a sign and a number, and the least and the
/// most that all of them take.
const PERSON: u32 = 24;
const BARS: (u32, u32) = (384, 1200);
/// How high a row is, and where there are more than so many.
const ROW: u32 = 28;
const LOW: u32 = 18;
const MANY: usize = 60;

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first words.
    pub words: Arc<str>,
    /// What everybody answered.
    pub division: Division,
    /// How many pairs of people differ, in words.
    pub differing: Arc<str>,
}

/// Where things stand.
struct Places {
    people: u32,
    numbers: u32,
    names: u32,
    left: u32,
    wide: u32,
    shares: u32,
}

/// Draws what everybody answered to each paragraph.
#[must_use]
pub fn answers(bars: &[Bar], words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("answers", strings::answers_by_paragraph(), words, true);
    let paragraphs = bars.len().min(MOST_PARAGRAPHS);
    let options = given(bars.iter().map(|bar| &bar.division), words.codebook.question(words.question));
    let people = bars.iter().map(|bar| bar.division.answered + bar.division.open).max().unwrap_or(0);

    let numbers = width(&paragraphs.to_string(), ASIDE.size);
    let drawn = &bars[..paragraphs];
    let names = room(drawn.iter().map(|bar| &*bar.words), 80, 220);
    let left = MARGIN + numbers + 8 + names + 12;
    let wide = people.saturating_mul(PERSON).clamp(BARS.0, BARS.1);
    let shares = room(drawn.iter().map(|bar| &*bar.differing), 60, 120);
    let places = Places { people, numbers, names, left, wide, shares };
    let right = left + wide + 12 + shares;

    let row = if paragraphs > MANY { LOW } else { ROW };
    let top = sheet.top + 16 + legend(&options, words, [MARGIN, sheet.top], right - MARGIN, &mut sheet.svg);
    let looks = looks(&options, words);
    let options: Vec<(&OptionId, Look)> = options.iter().zip(looks).collect();
    for (at, (y, bar)) in (top..).step_by(row as usize).zip(drawn).enumerate() {
        paragraph(at + 1, bar, &options, words, [y, row], &places, &mut sheet);
    }

    sheet.note(strings::full_bar(people));
    sheet.note(strings::end_of_bar());
    sheet.left_out(bars.len() - paragraphs, strings::paragraphs_not_drawn);
    sheet.left_out(options.len().saturating_sub(MOST_OPTIONS), strings::options_not_drawn);
    sheet.finish(right, top + paragraphs as u32 * row)
}

/// Draws a row: number and first words, the bar, and how many pairs differ.
fn paragraph<'a>(
    number: usize,
    bar: &Bar,
    options: &[(&'a OptionId, Look)],
    words: &Words<'a>,
    [y, row]: [u32; 2],
    places: &Places,
    sheet: &mut Sheet<'_>,
) {
    let &Places { people, numbers, names, left, wide, shares } = places;
    let Division { answers, open, pairs, themes, .. } = &bar.division;
    let foot = y + row / 2 + 4;
    let mut told: Vec<(&str, u32)> = Vec::new();
    sheet.svg.group(&strings::paragraph(number));
    sheet.svg.text([MARGIN + numbers, foot], Anchor::End, ASIDE, &number.to_string());
    sheet.svg.label([MARGIN + numbers + 8, foot], Anchor::Start, TEXT, &bar.words, names);
    let mut start = 0;
    let given = answers.iter().map(|(option, count)| (options.iter().position(|(id, _)| *id == option), *count));
    for (option, count) in given.chain([(None, *open)]).filter(|(_, count)| *count > 0) {
        let from = left + share(start, people, wide);
        let to = left + share(start + count, people, wide);
        start += count;
        let place = [from, y + 2, (to - from).saturating_sub(1).max(1), row - 4];
        let look = option.and_then(|at| options.get(at));
        told.push((look.map_or(strings::not_answered(), |(id, _)| words.option(id)), count));
        match look {
            Some((_, look)) if option < Some(MOST_OPTIONS) => look.part(place, count, &mut sheet.svg),
            // Its place stays white: the legend does not have it.
            Some(_) => {}
            None => {
                not_coded(&[place], &mut sheet.svg);
                let digits = count.to_string();
                if place[2] > width(&digits, ASIDE.size) + 4 {
                    sheet.svg.text([from + place[2] / 2, foot], Anchor::Middle, ASIDE, &digits);
                }
            }
        }
    }
    sheet.svg.label([left + wide + 12, foot], Anchor::Start, TEXT, &bar.differing, shares);
    sheet.svg.end_group();
    sheet.say(&strings::paragraph(number), told.into_iter());
    // Where there is no pair there is only a dash.
    if *pairs > 0 || *themes > 0 {
        sheet.tell(format!("{}.", bar.differing));
    }
}
