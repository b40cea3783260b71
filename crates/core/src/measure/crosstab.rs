//! Counts for charts: how often themes apply, which apply together, and who takes which stance where a theme
//! applies.
//!
//! What is counted is the judgement: one annotator on one paragraph. "Not coded", "no theme applies" and a theme are kept
//! apart everywhere, and every table says what it leaves out, so that its sums can be checked. All counts are whole
//! numbers; shares are the reader's affair.

use super::comparison::Comparison;
use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
        map::Map,
    },
    record::{Record, Themes},
};

/// How many themes a table with two sides has at most: a file may name ten thousand, and their square would not fit into
/// memory. What is beyond is counted as left out.
pub const MOST_THEMES: usize = 200;

/// How far something spreads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// In how many judgements.
    pub judgements: u32,
    /// In how many paragraphs, by at least one annotator.
    pub paragraphs: u32,
    /// By how many annotators, on at least one paragraph.
    pub annotators: u32,
}

/// How often each theme applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ThemeFrequency {
    /// Themes in the order of [`Comparison::themes`].
    pub themes: Vec<(ThemeId, Frequency)>,
    /// "No theme applies".
    pub none_applies: Frequency,
    /// Themes not coded, with or without an answer to a question.
    pub not_coded: Frequency,
    /// All judgements that there could be: annotators times paragraphs.
    pub judgements: u32,
}

impl ThemeFrequency {
    /// Counts the themes of a comparison.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>) -> Self {
        let themes = Places::new(comparison.themes());
        let (none, not_coded) = (themes.len(), themes.len() + 1);
        let mut spread = Spread::new(themes.len() + 2, comparison.annotators());
        for paragraph in 0..comparison.paragraphs() {
            for (annotator, record) in comparison.records(paragraph).enumerate() {
                match themes.of(record) {
                    None => spread.count(not_coded, paragraph, annotator),
                    Some(set) if set.is_empty() => spread.count(none, paragraph, annotator),
                    Some(set) => set.into_iter().for_each(|theme| spread.count(theme, paragraph, annotator)),
                }
            }
        }
        Self {
            none_applies: spread.frequency(none),
            not_coded: spread.frequency(not_coded),
            themes: themes.ids.into_iter().enumerate().map(|(at, id)| (id, spread.frequency(at))).collect(),
            judgements: count(comparison.paragraphs() * comparison.annotators()),
        }
    }
}

/// Which themes apply together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoOccurrence {
    /// The themes of rows and columns, in the order of [`Comparison::themes`], at most [`MOST_THEMES`].
    pub themes: Vec<ThemeId>,
    /// Themes beyond that.
    pub left_out: usize,
    /// In how many judgements both apply, row by row; on the diagonal, in how many the theme does.
    counts: Vec<u32>,
}

impl CoOccurrence {
    /// Counts the pairs of themes of a comparison.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>) -> Self {
        let (places, left_out) = Places::most(comparison.themes());
        let width = places.len();
        let mut counts = vec![0; width * width];
        for record in (0..comparison.paragraphs()).flat_map(|paragraph| comparison.records(paragraph)) {
            let set = places.of(record).unwrap_or_default();
            for &one in &set {
                for &other in &set {
                    counts[one * width + other] += 1;
                }
            }
        }
        Self { themes: places.ids, left_out, counts }
    }

    /// In how many judgements both themes apply, by their places; 0 for a place that there is not.
    #[must_use]
    pub fn both(&self, one: usize, other: usize) -> u32 {
        let width = self.themes.len();
        let at = (one < width && other < width).then(|| one * width + other);
        at.and_then(|at| self.counts.get(at)).copied().unwrap_or(0)
    }
}

/// Who takes which stance where a theme applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StanceByTheme {
    /// The options of the question: those of the codebook in their order, then whatever else was answered.
    pub options: Vec<OptionId>,
    /// The themes of the columns, in the order of [`Comparison::themes`], at most [`MOST_THEMES`].
    pub themes: Vec<ThemeId>,
    /// Themes beyond that.
    pub left_out: usize,
    /// A row for each option and a last one for "not answered"; in each a cell for each theme and a last one for "no
    /// theme applies".
    pub counts: Vec<Vec<u32>>,
    /// For each row, how many judgements stand in it. Each counts once, though several themes may apply, so this can be
    /// less than the sum of the cells.
    pub row_totals: Vec<u32>,
    /// For each column, how many judgements stand in it: the sum of its cells, since answers exclude each other.
    pub column_totals: Vec<u32>,
    /// For each row, the judgements that have no place in it because themes were not coded.
    pub themes_not_coded: Vec<u32>,
}

impl StanceByTheme {
    /// Crosses the answers to a question with the themes of a comparison.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>, question: &QuestionId) -> Self {
        let (answers, options) = comparison.answers(question);
        let (themes, left_out) = Places::most(comparison.themes());
        let none = themes.len();
        let mut counts = vec![vec![0; none + 1]; options.len() + 1];
        let mut row_totals = vec![0; counts.len()];
        let mut column_totals = vec![0; none + 1];
        let mut themes_not_coded = vec![0; counts.len()];
        for (paragraph, labels) in answers.items().iter().enumerate() {
            for (record, label) in comparison.records(paragraph).zip(labels) {
                let row = label.map_or(options.len(), usize::from);
                let Some(mut columns) = themes.of(record) else {
                    themes_not_coded[row] += 1;
                    continue;
                };
                if record.is_some_and(|record| record.themes() == Themes::NoneApplies) {
                    columns.push(none);
                }
                row_totals[row] += 1;
                for column in columns {
                    counts[row][column] += 1;
                    column_totals[column] += 1;
                }
            }
        }
        Self { options, themes: themes.ids, left_out, counts, row_totals, column_totals, themes_not_coded }
    }
}

/// The places of themes in a table.
pub(super) struct Places {
    pub(super) ids: Vec<ThemeId>,
    by_id: Map<ThemeId, usize>,
}

impl Places {
    pub(super) fn new(ids: Vec<ThemeId>) -> Self {
        let by_id = ids.iter().enumerate().map(|(at, id)| (id.clone(), at)).collect();
        Self { ids, by_id }
    }

    /// The first [`MOST_THEMES`], and how many are left out.
    fn most(mut ids: Vec<ThemeId>) -> (Self, usize) {
        let left_out = ids.len().saturating_sub(MOST_THEMES);
        ids.truncate(MOST_THEMES);
        (Self::new(ids), left_out)
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// The themes of a record that have a place: empty when none applies, `None` when they are not coded.
    pub(super) fn of(&self, record: Option<&Record>) -> Option<Vec<usize>> {
        match record?.themes() {
            Themes::NotCoded => None,
            Themes::NoneApplies => Some(Vec::new()),
            Themes::Set(set) => Some(set.iter().filter_map(|theme| self.by_id.get(theme)).copied().collect()),
        }
    }
}

/// Counts of judgements, paragraphs and annotators for several things at once, paragraph after paragraph.
struct Spread {
    things: Vec<(Frequency, Option<usize>, Vec<bool>)>,
}

impl Spread {
    fn new(things: usize, annotators: usize) -> Self {
        Self { things: vec![(Frequency::default(), None, vec![false; annotators]); things] }
    }

    fn count(&mut self, thing: usize, paragraph: usize, annotator: usize) {
        let (frequency, last, used) = &mut self.things[thing];
        frequency.judgements += 1;
        frequency.paragraphs += u32::from(last.replace(paragraph) != Some(paragraph));
        frequency.annotators += u32::from(!std::mem::replace(&mut used[annotator], true));
    }

    fn frequency(&self, thing: usize) -> Frequency {
        self.things[thing].0
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
