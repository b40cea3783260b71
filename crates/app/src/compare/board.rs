//! The board: paragraphs by annotators, with what everybody answered in the cells.

use super::msg::Only;
use crate::{
    class::{
        annotators::compare,
        bar::Bar,
        cells::{Cell, Mark, Words, mark},
        given::matched,
        lens::Inputs,
        people::Annotator,
        shares::{answered, differing},
    },
    strings::{class as say, compare::board as strings},
};
use postil_core::{
    article::beginning,
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        StanceOption,
        sign::{Sign, sign},
    },
    measure::{
        comparison::Comparison,
        division::{Division, divisions},
    },
    record::{Record, decision::Outcome},
};
use std::{cell::RefCell, sync::Arc};

/// Rows of a section. Sections are drawn as they come into sight.
pub const SECTION: usize = 25;

/// How the board is looked at.
pub(crate) struct Board {
    /// Sorted by disagreement.
    pub by_disagreement: bool,
    /// Which paragraphs.
    pub only: Only,
    /// Only with this theme.
    pub theme: Option<ThemeId>,
    /// Only with this answer.
    pub stance: Option<OptionId>,
    /// How many sections are drawn.
    pub drawn: usize,
    /// All rows, as of the revision that they were made at.
    rows: RefCell<Arc<Rows>>,
}

impl Default for Board {
    fn default() -> Self {
        Self {
            by_disagreement: false,
            only: Only::default(),
            theme: None,
            stance: None,
            drawn: 1,
            rows: RefCell::default(),
        }
    }
}

impl Board {
    /// Looks at it otherwise. What was scrolled to is somewhere else then.
    pub(crate) fn look(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.drawn = 1;
    }
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its index, from 0.
    pub index: usize,
    /// A key.
    pub key: Arc<str>,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// What was decided, if anything.
    pub decided: Option<Outcome>,
    /// The distribution.
    pub bar: Bar,
    /// "58 %": the pairs who answer differently, or that only themes differ; a dash where there is no pair.
    pub differing: Arc<str>,
    /// "12 answered": of how many people that is said.
    pub answered: Arc<str>,
    /// The cells, one for each annotator.
    pub cells: Vec<Arc<Cell>>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// A key.
    pub key: Arc<str>,
    /// The name.
    pub name: Arc<str>,
    /// What is seen.
    pub short: Arc<str>,
}

/// What stands beside a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The sign of an answer.
    Answer(Sign),
    /// That of a theme.
    Theme(Mark),
}

/// A choice of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: Arc<str>,
    /// Its word.
    pub label: Arc<str>,
    /// Its sign.
    pub sign: Beside,
    /// True when it is chosen.
    pub chosen: bool,
}

/// The board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardView {
    /// The columns.
    pub columns: Arc<[Column]>,
    /// The rows, in sections.
    pub sections: Vec<Arc<[Arc<Row>]>>,
    /// How many sections are drawn.
    pub drawn: usize,
    /// How many rows there are.
    pub rows: usize,
    /// Sorted by disagreement.
    pub by_disagreement: bool,
    /// Which paragraphs.
    pub only: Only,
    /// The answers to filter by.
    pub stances: Vec<Choice>,
    /// The themes to filter by.
    pub themes: Vec<Choice>,
    /// "8 of 10 paragraphs".
    pub shown: Arc<str>,
    /// What is read through a match with another codebook; empty where nothing is.
    pub matched: Arc<str>,
}

/// The board as it is now. Rows and cells that `before` had stay the same pointers.
#[must_use]
pub(crate) fn board(
    board: &Board,
    inputs: Inputs<'_>,
    annotators: &[Annotator],
    before: Option<&BoardView>,
) -> BoardView {
    let question = inputs.question_id();
    let comparison = compare(inputs, annotators);
    let all = all_rows(board, inputs, annotators);
    let divisions = &all.divisions;
    let taken_in: Vec<&Annotator> = annotators.iter().filter(|annotator| !annotator.left_out).collect();
    let mut chosen: Vec<usize> =
        (0..divisions.len()).filter(|at| is_wanted(board, inputs, &divisions[*at], &comparison, *at)).collect();
    if board.by_disagreement {
        // The rank, and then the place, so that equals stay in reading order.
        chosen.sort_by(|a, b| (divisions[*b].rank(), a).cmp(&(divisions[*a].rank(), b)));
    }
    let rows: Vec<Arc<Row>> = chosen.iter().map(|at| Arc::clone(&all.rows[*at])).collect();
    let sections = rows.chunks(SECTION).enumerate().map(|(at, rows)| {
        let same = before
            .and_then(|view| view.sections.get(at))
            .filter(|old| old.len() == rows.len() && old.iter().zip(rows).all(|(old, new)| Arc::ptr_eq(old, new)));
        same.map_or_else(|| rows.into(), Arc::clone)
    });
    let total = divisions.len();
    let shown = if rows.len() == total { say::paragraphs(total) } else { strings::some_of(total, rows.len()) };
    let columns: Vec<Column> = taken_in
        .iter()
        .map(|annotator| Column {
            key: annotator.id.to_shared(),
            name: Arc::clone(&annotator.name),
            short: Arc::clone(&annotator.short),
        })
        .collect();
    let columns = match before {
        Some(view) if *view.columns == *columns => Arc::clone(&view.columns),
        _ => columns.into(),
    };
    BoardView {
        columns,
        sections: sections.collect(),
        drawn: board.drawn,
        rows: rows.len(),
        by_disagreement: board.by_disagreement,
        only: board.only,
        stances: stances(board, inputs, &question, &all.divisions),
        themes: themes(board, inputs, &all),
        shown: shown.into(),
        matched: matched(inputs),
    }
}

/// All rows, as far as they go with what is known: sorting and choosing make none anew.
#[derive(Debug, Default)]
pub(crate) struct Rows {
    revision: u64,
    rows: Vec<Arc<Row>>,
    divisions: Vec<Division>,
    /// The themes of the codebook without archived ones that nobody named, then those that it does not know.
    themes: Vec<ThemeId>,
    /// Those that it does not know.
    others: Vec<ThemeId>,
}

/// All rows as they are now. Those that say the same as before stay the same pointers.
fn all_rows(board: &Board, inputs: Inputs<'_>, annotators: &[Annotator]) -> Arc<Rows> {
    let before = Arc::clone(&board.rows.borrow());
    if before.revision == inputs.lens.revision {
        return before;
    }
    let question = inputs.question_id();
    let comparison = compare(inputs, annotators);
    let divisions = divisions(&comparison, &question);
    let mut words = Words::new(inputs.context.codebook, &question);
    let themes = comparison.themes();
    words.others = themes.iter().filter(|id| inputs.context.codebook.theme(id).is_none()).cloned().collect();
    let rows = divisions.iter().enumerate().map(|(at, division)| {
        let row = row(inputs, at, division, comparison.records(at), &mut words);
        match before.rows.get(at) {
            Some(before) if **before == row => Arc::clone(before),
            _ => Arc::new(row),
        }
    });
    let rows = rows.collect();
    let all = Arc::new(Rows { revision: inputs.lens.revision, rows, divisions, themes, others: words.others });
    board.rows.replace(Arc::clone(&all));
    all
}

fn is_wanted(board: &Board, inputs: Inputs<'_>, division: &Division, comparison: &Comparison<'_>, at: usize) -> bool {
    let Board { only, theme, stance, .. } = board;
    let fits = match only {
        Only::All => true,
        Only::Differing => division.differing > 0 || division.themes > 0,
        Only::Unfinished => !comparison.answered_by_all(at, &inputs.question_id()),
    };
    let named = stance.as_ref().is_none_or(|stance| division.answers.iter().any(|(option, _)| option == stance));
    fits && named
        && theme.as_ref().is_none_or(|theme| {
            comparison.records(at).any(|record| record.is_some_and(|record| record.has_theme(theme)))
        })
}

fn row<'a>(
    inputs: Inputs<'_>,
    index: usize,
    division: &Division,
    records: impl Iterator<Item = Option<&'a Record>>,
    words: &mut Words<'_>,
) -> Row {
    let paragraph = &inputs.context.article.paragraphs()[index];
    let decided = inputs.context.adjudication(index).outcome();
    Row {
        index,
        key: paragraph.id.to_shared(),
        number: (index + 1).to_string().into(),
        words: beginning(&inputs.context.article.text(index)),
        decided,
        bar: bar(division, words),
        differing: differing(division),
        answered: answered(division),
        cells: records.map(|record| words.cell(record)).collect(),
    }
}

/// A distribution as a bar.
#[must_use]
pub(crate) fn bar(division: &Division, words: &Words<'_>) -> Bar {
    let answers =
        division.answers.iter().map(|(option, count)| (Some(words.sign(option).sense()), words.label(option), *count));
    Bar::of(answers.chain([(None, say::not_answered().into(), division.open)]))
}

/// The answers that are offered, and archived ones that somebody gave.
fn stances(board: &Board, inputs: Inputs<'_>, question: &QuestionId, divisions: &[Division]) -> Vec<Choice> {
    let asked = inputs.context.codebook.question(question);
    let options = asked.map_or(&[][..], |question| &question.options);
    let choice = |option: &StanceOption| Choice {
        id: option.id.to_shared(),
        label: Arc::clone(&option.label),
        sign: Beside::Answer(sign(&option.id, asked)),
        chosen: board.stance.as_ref() == Some(&option.id),
    };
    let given = |id: &OptionId| divisions.iter().flat_map(|all| &all.answers).any(|(option, _)| option == id);
    options.iter().filter(|option| !option.archived || given(&option.id)).map(choice).collect()
}

/// The themes to filter by. Their colours go by their place in the codebook, and those that it does not know come after.
fn themes(board: &Board, inputs: Inputs<'_>, all: &Rows) -> Vec<Choice> {
    let codebook = inputs.context.codebook;
    let after = |id: &ThemeId| codebook.themes.len() + all.others.iter().position(|other| other == id).unwrap_or(0);
    let place = |id: &ThemeId| codebook.themes.iter().position(|theme| theme.id == *id).unwrap_or_else(|| after(id));
    let choice = |id: &ThemeId| {
        let sign = Beside::Theme(mark(codebook, place(id)));
        Choice { id: id.to_shared(), label: codebook.called(id), sign, chosen: board.theme.as_ref() == Some(id) }
    };
    all.themes.iter().map(choice).collect()
}

#[cfg(test)]
mod tests;
