//! The board: paragraphs by annotators, with what everybody answered in the cells.

use super::{
    annotators::{Annotator, compare},
    model::Board,
    msg::Only,
};
use crate::{group::model::Inputs, words::count};
use postil_core::{
    article::beginning,
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{
        Codebook, StanceOption,
        hue::Hue,
        sign::{Sign, sign},
    },
    measure::{
        comparison::Comparison,
        division::{Division, divisions},
    },
    record::{Record, Themes, decision::Outcome},
};
use std::{collections::BTreeMap, fmt::Write as _, sync::Arc};

/// Rows of a section. Sections are drawn as they come into sight.
pub const SECTION: usize = 25;
/// Theme marks in a cell; more become a plus.
const MARKS: usize = 4;

/// The sign of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its colour.
    pub hue: Hue,
    /// Its number, for themes without a colour of their own; empty for the others.
    pub number: Arc<str>,
}

/// What one annotator said of one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The answer's id.
    pub stance: Option<Arc<str>>,
    /// Its sign; empty without an answer.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: Option<&'static str>,
    /// The signs of the themes.
    pub marks: Arc<[Mark]>,
    /// True when there are more themes than signs shown.
    pub more: bool,
    /// "supports; Cyber sovereignty", or "not answered".
    pub words: Arc<str>,
}

/// A part of a bar: how many gave this answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The name of the answer's sense, for `data-sense`; none for those who gave no answer.
    pub sense: Option<&'static str>,
    /// Where it begins, in annotators.
    pub start: u32,
    /// How many.
    pub count: u32,
}

/// How a paragraph's answers are distributed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// Its parts.
    pub pieces: Vec<Piece>,
    /// How many annotators there are.
    pub total: u32,
    /// The same in words: "5 supports, 3 opposes, 2 not coded".
    pub words: Arc<str>,
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
    /// What was decided, if anything: the outcome's id.
    pub decided: Option<&'static str>,
    /// The distribution.
    pub bar: Bar,
    /// "58 %": the pairs who answer differently, or that only themes differ; a dash where there is no pair.
    pub differing: Arc<str>,
    /// "12 answered": of how many people that is said.
    pub answered: Arc<str>,
    /// The cells, one a annotator.
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
}

/// The board as it is now. Rows and cells that `before` had stay the same pointers.
#[must_use]
pub fn board(model: Inputs<'_>, annotators: &[Annotator], before: Option<&BoardView>) -> BoardView {
    let question = model.question_id();
    let comparison = compare(model, annotators);
    let all = all_rows(model, annotators);
    let divisions = &all.divisions;
    let taken_in: Vec<&Annotator> = annotators.iter().filter(|annotator| !annotator.left_out).collect();
    let mut chosen: Vec<usize> =
        (0..divisions.len()).filter(|at| is_wanted(model, &divisions[*at], &comparison, *at)).collect();
    if model.board.by_disagreement {
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
    let shown = if rows.len() == total {
        count(total, "paragraph", "paragraphs")
    } else {
        format!("{} of {}", rows.len(), count(total, "paragraph", "paragraphs"))
    };
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
        drawn: model.board.drawn,
        rows: rows.len(),
        by_disagreement: model.board.by_disagreement,
        only: model.board.only,
        stances: stances(model, &question),
        themes: themes(model, &all.others),
        shown: shown.into(),
    }
}

/// All rows, as far as they go with what is known: sorting and choosing make none anew.
#[derive(Debug, Default)]
pub struct Rows {
    revision: u64,
    rows: Vec<Arc<Row>>,
    divisions: Vec<Division>,
    /// Themes that the codebook does not know.
    others: Vec<ThemeId>,
}

/// All rows as they are now. Those that say the same as before stay the same pointers.
fn all_rows(model: Inputs<'_>, annotators: &[Annotator]) -> Arc<Rows> {
    let before = Arc::clone(&model.rows.borrow());
    if before.revision == model.revision {
        return before;
    }
    let question = model.question_id();
    let comparison = compare(model, annotators);
    let divisions = divisions(&comparison, &question);
    let mut words = Words::new(model, &question);
    words.others = comparison.themes().into_iter().filter(|id| model.context.codebook.theme(id).is_none()).collect();
    let rows = divisions.iter().enumerate().map(|(at, division)| {
        let row = row(model, at, division, comparison.records(at), &mut words);
        match before.rows.get(at) {
            Some(before) if **before == row => Arc::clone(before),
            _ => Arc::new(row),
        }
    });
    let rows = rows.collect();
    let all = Arc::new(Rows { revision: model.revision, rows, divisions, others: words.others });
    model.rows.replace(Arc::clone(&all));
    all
}

fn is_wanted(model: Inputs<'_>, division: &Division, comparison: &Comparison<'_>, at: usize) -> bool {
    let Board { only, theme, stance, .. } = &model.board;
    let fits = match only {
        Only::All => true,
        Only::Differing => division.differing > 0 || division.themes > 0,
        Only::Unfinished => !comparison.answered_by_all(at, &model.question_id()),
    };
    let named = stance.as_ref().is_none_or(|stance| division.answers.iter().any(|(option, _)| option == stance));
    fits && named
        && theme.as_ref().is_none_or(|theme| {
            comparison.records(at).any(|record| record.is_some_and(|record| record.has_theme(theme)))
        })
}

fn row<'a>(
    model: Inputs<'_>,
    index: usize,
    division: &Division,
    records: impl Iterator<Item = Option<&'a Record>>,
    words: &mut Words<'_>,
) -> Row {
    let paragraph = &model.context.article.paragraphs()[index];
    let decided =
        model.context.store.adjudication(model.context.article.id(), &paragraph.id).outcome().map(Outcome::id);
    Row {
        index,
        key: paragraph.id.to_shared(),
        number: (index + 1).to_string().into(),
        words: beginning(&model.context.article.text(index)),
        decided,
        bar: bar(division, words),
        differing: differing(division),
        answered: answered(division),
        cells: records.map(|record| words.cell(record)).collect(),
    }
}

/// "58 %" of thousandths, or a dash.
#[must_use]
pub fn percent(share: Option<u32>) -> Arc<str> {
    share.map_or_else(|| "–".into(), |share| format!("{}\u{a0}%", (share + 5) / 10).into())
}

/// How a paragraph divides: "58 %" of the pairs who both answered, or "themes differ" where only those do.
#[must_use]
pub fn differing(division: &Division) -> Arc<str> {
    match division.share() {
        // Of thirty people one pair is one of 435.
        Some(0..5) if division.differing > 0 => "under 1\u{a0}%".into(),
        _ if division.differing == 0 && division.themes > 0 => "themes differ".into(),
        share => percent(share),
    }
}

/// "12 answered".
#[must_use]
pub fn answered(division: &Division) -> Arc<str> {
    [&division.answered.to_string(), " answered"].concat().into()
}

/// A distribution as a bar.
#[must_use]
pub fn bar(division: &Division, words: &Words<'_>) -> Bar {
    let answers =
        division.answers.iter().map(|(option, count)| (Some(words.sign(option).sense()), words.label(option), *count));
    Bar::of(answers.chain([(None, "not answered".into(), division.open)]))
}

impl Bar {
    /// A bar of these answers: the names of their senses, their words, and how many gave each. Nobody's answers are left out.
    #[must_use]
    pub fn of(answers: impl Iterator<Item = (Option<&'static str>, Arc<str>, u32)>) -> Self {
        let mut bar = Self::default();
        let mut said = String::new();
        for (sense, label, count) in answers.filter(|(_, _, count)| *count > 0) {
            bar.pieces.push(Piece { sense, start: bar.total, count });
            bar.total += count;
            let comma = if said.is_empty() { "" } else { ", " };
            let _ = write!(said, "{comma}{count} {label}");
        }
        bar.words = said.into();
        bar
    }
}

fn stances(model: Inputs<'_>, question: &QuestionId) -> Vec<Choice> {
    let asked = model.context.codebook.question(question);
    let options = asked.map_or(&[][..], |question| &question.options);
    let choice = |option: &StanceOption| Choice {
        id: option.id.to_shared(),
        label: Arc::clone(&option.label),
        sign: Beside::Answer(sign(&option.id, asked)),
        chosen: model.board.stance.as_ref() == Some(&option.id),
    };
    options.iter().map(choice).collect()
}

/// The themes of the codebook, and those that only annotators name.
fn themes(model: Inputs<'_>, others: &[ThemeId]) -> Vec<Choice> {
    let known = model.context.codebook.themes.iter().map(|theme| (&theme.id, Arc::clone(&theme.label)));
    let all = known.chain(others.iter().map(|id| (id, id.to_shared())));
    let choice = |(at, (id, label)): (usize, (&ThemeId, Arc<str>))| {
        let sign = Beside::Theme(mark(model.context.codebook, at));
        Choice { id: id.to_shared(), label, sign, chosen: model.board.theme.as_ref() == Some(id) }
    };
    all.enumerate().map(choice).collect()
}

/// The sign of a theme, by its place among those of the codebook and those beside it.
fn mark(codebook: &Codebook, at: usize) -> Mark {
    let hue = codebook.hue_at(at);
    let number = if hue == Hue::Shared { (at + 1).to_string().into() } else { "".into() };
    Mark { hue, number }
}

/// The words of answers and themes, and the cells made of them: in a class many are alike.
pub struct Words<'a> {
    model: Inputs<'a>,
    question: QuestionId,
    /// Themes that the codebook does not know, which have their signs after its own.
    others: Vec<ThemeId>,
    /// By what they say, and by nothing that is seen of it: two answers may look alike.
    made: BTreeMap<(Option<OptionId>, Themes), Arc<Cell>>,
}

impl<'a> Words<'a> {
    /// Words of the model's codebook, for one question.
    #[must_use]
    pub fn new(model: Inputs<'a>, question: &QuestionId) -> Self {
        Self { model, question: question.clone(), others: Vec::new(), made: BTreeMap::new() }
    }

    /// The word of an answer.
    #[must_use]
    pub fn label(&self, option: &OptionId) -> Arc<str> {
        let question = self.model.context.codebook.question(&self.question);
        let option_of = question.and_then(|question| question.options.iter().find(|o| o.id == *option));
        option_of.map_or_else(|| option.to_shared(), |option| Arc::clone(&option.label))
    }

    /// The sign of an answer.
    #[must_use]
    pub fn sign(&self, option: &OptionId) -> Sign {
        sign(option, self.model.context.codebook.question(&self.question))
    }

    /// The cell of a record.
    #[must_use]
    pub fn cell(&mut self, record: Option<&Record>) -> Arc<Cell> {
        let stance = record.and_then(|record| record.stance(&self.question)).map(|stance| stance.option.clone());
        let said = (stance, record.map_or(Themes::NotCoded, Record::themes));
        if let Some(cell) = self.made.get(&said) {
            return Arc::clone(cell);
        }
        let cell = Arc::new(self.made_of(said.0.as_ref(), &said.1));
        self.made.insert(said, Arc::clone(&cell));
        cell
    }

    fn made_of(&self, stance: Option<&OptionId>, themes: &Themes) -> Cell {
        let codebook = &self.model.context.codebook;
        let mut named: Vec<(usize, &str)> = Vec::new();
        if let Themes::Set(set) = themes {
            let known = codebook.themes.iter().map(|theme| (&theme.id, &*theme.label)).enumerate();
            named.extend(known.filter(|(_, (id, _))| set.contains(id)).map(|(at, (_, label))| (at, label)));
            let others = set.iter().filter(|id| codebook.theme(id).is_none());
            let place = |id: &ThemeId| self.others.iter().position(|other| other == id).unwrap_or(self.others.len());
            named.extend(others.map(|id| (codebook.themes.len() + place(id), id.as_str())));
        }
        let names: Vec<&str> = named.iter().map(|(_, name)| *name).collect();
        let marks: Vec<Mark> = named.iter().take(MARKS).map(|(at, _)| mark(codebook, *at)).collect();
        let mut words = match (stance, themes) {
            (None, Themes::NotCoded) => "not answered".to_owned(),
            (None, _) => "no answer".to_owned(),
            (Some(option), _) => self.label(option).to_string(),
        };
        match themes {
            Themes::NotCoded => {}
            Themes::NoneApplies => words.push_str("; no theme applies"),
            Themes::Set(_) => words.extend(["; ", &names.join(", ")]),
        }
        let sign = stance.map(|option| self.sign(option));
        Cell {
            glyph: sign.map_or("", |sign| sign.glyph),
            sense: sign.map(Sign::sense),
            stance: stance.map(OptionId::to_shared),
            more: named.len() > marks.len(),
            marks: marks.into(),
            words: words.into(),
        }
    }
}

#[cfg(test)]
mod tests;
