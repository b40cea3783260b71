//! Counts of themes as tables: how often each was named, who supports what, and which go together.

use super::{
    head::{Head, option_heads, plain, theme_head},
    msg::Drawing,
};
use crate::{
    class::{annotators::compare, given::matched, lens::Inputs, people::Annotator, shares::percent},
    strings::{class as say, compare::themes as strings},
};
use postil_core::{
    base::id::QuestionId,
    codebook::{Codebook, hue::Hue},
    measure::crosstab::{CoOccurrence, Frequency, MOST_THEMES, StanceByTheme, ThemeFrequency},
};
use std::sync::Arc;

/// How many themes the table of pairs shows: beyond, its square would be more than a page can hold.
const MOST_PAIRED: usize = 40;
/// How dark a cell is, from nothing to all.
const LEVELS: [&str; 6] = ["0", "1", "2", "3", "4", "5"];
/// A count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The count.
    pub count: Arc<str>,
    /// What it is of something: "58 %"; empty where that says nothing.
    pub share: Arc<str>,
    /// How dark its ground is.
    pub level: Option<&'static str>,
    /// How long its bar is, in thousandths; 0 where there is none among others that have one.
    pub bar: Option<u32>,
    /// True where a theme meets itself.
    pub framed: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is of.
    pub head: Head,
    /// Its counts.
    pub cells: Vec<Cell>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The picture of it.
    pub drawing: Drawing,
    /// Its title.
    pub title: &'static str,
    /// What is counted, and what the colours mean.
    pub caption: Arc<str>,
    /// The heads of its columns, but for the first.
    pub columns: Vec<Head>,
    /// A row for each theme.
    pub rows: Vec<Row>,
    /// Rows of something else.
    pub foot: Vec<Row>,
    /// What is to be known of its sums, and what it leaves out.
    pub note: Arc<str>,
}

/// Counts of themes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemesView {
    /// The tables; none when there is nothing to count.
    pub tables: Vec<Arc<Table>>,
    /// What is missing, if there is nothing to count.
    pub missing: &'static str,
    /// What is read through a match with another codebook; empty where nothing is.
    pub matched: Arc<str>,
}

/// The counts of those who are taken in.
#[must_use]
pub(crate) fn themes(inputs: Inputs<'_>, annotators: &[Annotator]) -> ThemesView {
    let comparison = compare(inputs, annotators);
    let frequency = ThemeFrequency::new(&comparison);
    let missing = if comparison.annotators() == 0 {
        strings::nobody_selected()
    } else if frequency.not_coded.judgements == frequency.judgements {
        strings::no_themes_yet()
    } else {
        ""
    };
    if !missing.is_empty() {
        return ThemesView { tables: Vec::new(), missing, matched: "".into() };
    }
    let question = inputs.question_id();
    let tables = [
        frequencies(inputs.context.codebook, &frequency, comparison.paragraphs(), comparison.annotators()),
        stances(inputs.context.codebook, &question, &StanceByTheme::new(&comparison, &question)),
        pairs(inputs.context.codebook, &CoOccurrence::new(&comparison)),
    ];
    ThemesView { tables: tables.into_iter().map(Arc::new).collect(), missing, matched: matched(inputs) }
}

fn cell(number: u32) -> Cell {
    Cell { count: number.to_string().into(), share: "".into(), level: None, bar: None, framed: false }
}

/// A part of a whole in thousandths.
fn thousandths(part: u32, whole: u32) -> Option<u32> {
    let share = (u64::from(part) * 1000 + u64::from(whole) / 2).checked_div(u64::from(whole))?;
    u32::try_from(share).ok()
}

/// Fifths, rounded up: only nothing has no colour.
fn level(part: u32, whole: u32) -> &'static str {
    let fifth = (u64::from(part) * 5).div_ceil(u64::from(whole).max(1));
    usize::try_from(fifth).ok().and_then(|at| LEVELS.get(at)).copied().unwrap_or("5")
}

fn share(part: u32, whole: u32) -> Arc<str> {
    if part == 0 { "".into() } else { percent(part as usize, whole as usize) }
}

fn left_out(number: usize, note: &mut String) {
    if number > 0 {
        note.push_str(&strings::and_more_not_shown(number));
    }
}

fn frequencies(codebook: &Codebook, table: &ThemeFrequency, paragraphs: usize, annotators: usize) -> Table {
    let coded = table.judgements - table.not_coded.judgements;
    let named = table.themes.iter().map(|(_, frequency)| *frequency).chain([table.none_applies]);
    let most = named.map(|frequency| frequency.judgements).max().unwrap_or(0);
    let row = |head: Head, frequency: Frequency, counts: bool| {
        let shown = Cell {
            share: if counts { share(frequency.judgements, coded) } else { "".into() },
            bar: if counts { thousandths(frequency.judgements, most) } else { Some(0) },
            ..cell(frequency.judgements)
        };
        Row { head, cells: vec![shown, cell(frequency.paragraphs), cell(frequency.annotators)] }
    };
    let themes = table.themes.iter().take(MOST_THEMES);
    let none = Head { hue: Some(Hue::Nothing), ..plain(say::no_theme_applies()) };
    let mut note = String::from(strings::frequency_note());
    left_out(table.themes.len().saturating_sub(MOST_THEMES), &mut note);
    Table {
        drawing: Drawing::Frequency,
        title: strings::frequency(),
        caption: strings::frequency_caption(coded, table.judgements).into(),
        columns: vec![
            plain(strings::judgements()),
            plain(strings::paragraphs_of(paragraphs)),
            plain(strings::people_of(annotators)),
        ],
        rows: themes.map(|(theme, frequency)| row(theme_head(codebook, theme), *frequency, true)).collect(),
        foot: vec![row(none, table.none_applies, true), row(plain(say::themes_not_answered()), table.not_coded, false)],
        note: note.into(),
    }
}

fn stances(codebook: &Codebook, question: &QuestionId, table: &StanceByTheme) -> Table {
    // The last row of the counts is "not answered"; it has a column only if somebody named themes and gave no answer.
    let unanswered = table.options.len();
    let total = |option: usize| table.row_totals.get(option).copied().unwrap_or(0);
    let options: Vec<usize> = (0..unanswered).chain((total(unanswered) > 0).then_some(unanswered)).collect();
    let mut columns = option_heads(codebook, question, &table.options);
    columns.extend((options.len() > unanswered).then(|| plain(say::not_answered())));
    columns.push(plain(strings::all()));
    let number = |option: usize, theme: usize| table.counts.get(option).and_then(|row| row.get(theme)).copied();
    let row = |head: Head, theme: usize| {
        let all = table.column_totals.get(theme).copied().unwrap_or(0);
        let heat = |option: &usize| {
            let number = number(*option, theme).unwrap_or(0);
            Cell { share: share(number, all), level: Some(level(number, all)), ..cell(number) }
        };
        Row { head, cells: options.iter().map(heat).chain([cell(all)]).collect() }
    };
    let none = Head { hue: Some(Hue::Nothing), ..plain(say::no_theme_applies()) };
    let all: u32 = table.row_totals.iter().sum();
    let sum = |option: &usize| Cell { share: share(total(*option), all), ..cell(total(*option)) };
    let sums = options.iter().map(sum).chain([cell(all)]);
    let sums = Row { head: plain(strings::judgements()), cells: sums.collect() };
    let asked = codebook.question(question).filter(|question| !question.prompt.is_empty());
    let caption = asked.map_or_else(
        || strings::stance_by_theme_caption().into(),
        |question| strings::stance_by_theme_caption_of(&question.prompt),
    );
    let mut note = String::from(strings::stance_by_theme_note());
    let uncoded: u32 = table.themes_not_coded.iter().sum();
    if uncoded > 0 {
        note.push_str(&strings::and_left_out(uncoded));
    }
    left_out(table.left_out, &mut note);
    Table {
        drawing: Drawing::StanceByTheme,
        title: strings::stance_by_theme(),
        caption: caption.into(),
        columns,
        rows: table.themes.iter().enumerate().map(|(at, theme)| row(theme_head(codebook, theme), at)).collect(),
        foot: vec![row(none, table.themes.len()), sums],
        note: note.into(),
    }
}

fn pairs(codebook: &Codebook, table: &CoOccurrence) -> Table {
    let width = table.themes.len().min(MOST_PAIRED);
    let heads: Vec<Head> = table.themes.iter().take(width).map(|theme| theme_head(codebook, theme)).collect();
    let most = (0..width).flat_map(|one| (0..one).map(move |other| table.both(one, other))).max().unwrap_or(0);
    let cell = |one: usize, other: usize| {
        let number = table.both(one, other);
        let level = (one != other).then(|| level(number, most));
        Cell { level, framed: one == other, ..cell(number) }
    };
    let row = |(at, head): (usize, &Head)| Row {
        head: head.clone(),
        cells: (0..width).map(|other| cell(at, other)).collect(),
    };
    let mut note = String::new();
    left_out(table.left_out + table.themes.len() - width, &mut note);
    Table {
        drawing: Drawing::Together,
        title: strings::together(),
        caption: strings::together_caption().into(),
        rows: heads.iter().enumerate().map(row).collect(),
        columns: heads,
        foot: Vec::new(),
        note: note.trim_start().into(),
    }
}

#[cfg(test)]
mod tests;
