//! The portrait: paragraphs in a row, under each other what each annotator says of their stance, and below where the
//! themes run.

use super::{
    Hue, MOST_ANNOTATORS, MOST_PARAGRAPHS, MOST_THEMES, Picture, Words,
    colour::LINE,
    sheet::{ASIDE, MARGIN, Sheet, TEXT, every, room},
    stance::{legend, looks, not_coded},
    svg::Anchor,
    words::isolate,
};
use crate::{measure::portrait::Portrait, strings::output::picture as strings};

/// How wide all paragraphs are together, if they can be.
const WIDTH: usize = 600;
const LANE: u32 = 22;

/// Where things stand from left to right.
struct Columns {
    paragraphs: usize,
    pitch: u32,
    names: u32,
    left: u32,
    right: u32,
    sums: u32,
}

/// Draws the portrait of an article.
#[must_use]
pub fn portrait(portrait: &Portrait, words: &Words<'_>) -> Picture {
    let mut sheet = Sheet::new("portrait", strings::portrait(), words, true);
    let paragraphs = portrait.paragraphs.min(MOST_PARAGRAPHS);
    let annotators = portrait.stances.len().min(MOST_ANNOTATORS);
    let themes = portrait.lanes.len().min(MOST_THEMES);
    let labels: Vec<(&str, Hue)> = portrait.lanes.iter().take(themes).map(|lane| words.theme(&lane.theme)).collect();
    let names = room(labels.iter().map(|(label, _)| *label).chain([strings::no_theme_applies()]), 80, 200) + 18;
    let names = names.max(room((0..annotators).map(|at| words.annotator(at)), 80, 200));
    let pitch = (WIDTH / paragraphs.max(1)).clamp(12, 36) as u32;
    let left = MARGIN + names + 14;
    let right = left + paragraphs as u32 * pitch;
    let columns = Columns { paragraphs, pitch, names, left, right, sums: right.max(left + 90) + 64 };

    let legend_room = (columns.sums - MARGIN).max(456);
    let y = sheet.top + 34 + legend(&portrait.options, words, [MARGIN, sheet.top], legend_room, &mut sheet.svg);
    let every = every(pitch);
    for paragraph in (1..=paragraphs).filter(|number| *number == 1 || number.is_multiple_of(every)) {
        let x = left + (paragraph as u32 - 1) * pitch + pitch / 2 - 1;
        sheet.svg.text([x, y - 8], Anchor::Middle, ASIDE, &paragraph.to_string());
    }
    sheet.svg.text([MARGIN, y - 8], Anchor::Start, ASIDE, strings::stance_by_person());
    sheet.svg.text([columns.sums, y - 8], Anchor::End, ASIDE, strings::answered());
    let y = stances(portrait, words, annotators, &columns, y, &mut sheet) + 32;

    sheet.svg.text([MARGIN, y - 6], Anchor::Start, ASIDE, strings::themes_by_share());
    sheet.svg.text([columns.sums, y - 6], Anchor::End, ASIDE, strings::in_all());
    let everybody = portrait.stances.len() as u32;
    let counts = |of: &dyn Fn(usize) -> u32| -> Vec<(usize, u32)> {
        (0..portrait.paragraphs).map(|at| (at, of(at))).filter(|(_, count)| *count > 0).collect()
    };
    let none = counts(&|at| portrait.none_applies.get(at).copied().unwrap_or(0));
    let missing = counts(&|at| everybody.saturating_sub(portrait.themes_coded.get(at).copied().unwrap_or(0)));
    let themed =
        labels.iter().map(|(label, hue)| (*label, Some(*hue))).zip(portrait.lanes.iter().map(|lane| &lane.places));
    let grey = Some(Hue::Nothing);
    let others = [((strings::no_theme_applies(), grey), &none), ((strings::themes_not_answered(), None), &missing)];
    for (at, (head, places)) in (0..).zip(themed.chain(others)) {
        lane(head, places, everybody, &columns, y + at * LANE, &mut sheet);
    }

    let all = strings::so_many_annotators(portrait.stances.len());
    sheet.note(strings::row_and_lane(&strings::so_many_paragraphs(portrait.paragraphs), &all));
    sheet.left_out(portrait.paragraphs - paragraphs, strings::paragraphs_not_drawn);
    sheet.left_out(portrait.stances.len() - annotators, strings::annotators_not_drawn);
    sheet.left_out(portrait.lanes.len() - themes, strings::themes_not_drawn);
    sheet.finish(columns.sums, y + (themes as u32 + 2) * LANE)
}

/// Draws a row for each annotator. Returns where they end.
fn stances(
    portrait: &Portrait,
    words: &Words<'_>,
    annotators: usize,
    columns: &Columns,
    mut y: u32,
    sheet: &mut Sheet<'_>,
) -> u32 {
    let &Columns { paragraphs, pitch, names, left, sums, .. } = columns;
    let (row, r) = if pitch < 20 { (16, 3) } else { (24, 4) };
    let looks = looks(&portrait.options, words);
    for (annotator, stances) in portrait.stances.iter().take(annotators).enumerate() {
        let name = words.annotator(annotator);
        let places = |option: Option<usize>| {
            let here = stances.iter().take(paragraphs).enumerate().filter(move |(_, stance)| **stance == option);
            here.map(|(at, _)| [left + at as u32 * pitch, y, pitch - 1, row - 1]).collect::<Vec<_>>()
        };
        sheet.svg.group(&isolate(name));
        sheet.svg.label([MARGIN, y + row / 2 + 3], Anchor::Start, TEXT, name, names);
        not_coded(&places(None), &mut sheet.svg);
        for (option, look) in looks.iter().enumerate() {
            let places = places(Some(option));
            let middles: Vec<[u32; 2]> = places.iter().map(|[x, y, w, h]| [x + w / 2, y + h / 2]).collect();
            look.places(&places, &mut sheet.svg);
            look.glyphs(&middles, r, &mut sheet.svg);
        }
        let coded = stances.iter().flatten().count();
        let share = strings::some_of(coded, portrait.paragraphs);
        sheet.svg.text([sums, y + row / 2 + 3], Anchor::End, ASIDE, &share);
        sheet.svg.end_group();
        let chosen = |at| stances.iter().filter(|stance| **stance == Some(at)).count() as u32;
        let counts = portrait.options.iter().enumerate().map(|(at, option)| (words.option(option), chosen(at)));
        sheet.say(name, counts.chain([(strings::not_answered(), (portrait.paragraphs - coded) as u32)]));
        y += row;
    }
    y
}

/// Draws the lane of a theme, or without a colour that of "not answered".
fn lane(
    (label, hue): (&str, Option<Hue>),
    counts: &[(usize, u32)],
    everybody: u32,
    columns: &Columns,
    y: u32,
    sheet: &mut Sheet<'_>,
) {
    let &Columns { paragraphs, pitch, names, left, right, sums } = columns;
    let foot = y + LANE - 1;
    let all: u32 = counts.iter().map(|(_, count)| count).sum();
    let place = |(at, count): &(usize, u32)| {
        let high = (count * (LANE - 4)).div_ceil(everybody.max(1));
        [left + *at as u32 * pitch, foot.saturating_sub(high), pitch - 1, high]
    };
    let places: Vec<[u32; 4]> = counts.iter().filter(|(at, _)| *at < paragraphs).map(place).collect();
    sheet.svg.group(&format!("{}: {all}", isolate(label)));
    sheet.svg.rect([left, foot, right - left, 1], LINE);
    if let Some(hue) = hue {
        sheet.theme([MARGIN, foot - 4], hue, label, names);
        let fill = sheet.fill(hue);
        sheet.svg.boxes(&places, &fill);
    } else {
        not_coded(&[[MARGIN, foot - 13, 10, 10]], &mut sheet.svg);
        sheet.svg.text([MARGIN + 18, foot - 4], Anchor::Start, TEXT, label);
        not_coded(&places, &mut sheet.svg);
    }
    sheet.svg.text([sums, foot - 4], Anchor::End, ASIDE, &all.to_string());
    sheet.svg.end_group();
    let told: Vec<(String, u32)> = counts.iter().map(|(at, count)| (strings::in_paragraph(at + 1), *count)).collect();
    sheet.say(label, told.iter().map(|(what, count)| (what.as_str(), *count)));
}
