//! What the Discuss screen shows, ready to render.

use super::{agenda::whole_order, model::Discuss, msg::Agenda, place::Step};
use crate::{
    class::{
        annotators::{annotators, compare, everybody},
        cells::Words,
        lens::Inputs,
        shares::{answered, differing},
    },
    decide::{
        model::Decide,
        view::{self as decide, DecideView},
    },
    words::count,
};
use postil_core::{
    article::beginning,
    base::id::OptionId,
    codebook::{hue::Hue, sign::sign},
    measure::{
        comparison::Comparison,
        difference::Kind,
        division::{Division, divisions},
    },
    record::decision::{Hands, Outcome, Round},
};
use std::sync::Arc;

/// An answer, with how many gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerView {
    /// Its id.
    pub id: OptionId,
    /// Its word.
    pub label: Arc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: &'static str,
    /// How many annotators gave it, in their own reading before.
    pub annotators: u32,
    /// Hands in the first vote.
    pub first: Option<u32>,
    /// Hands in the second vote.
    pub second: Option<u32>,
    /// "+2", "−1": what moved between the votes; empty where nothing did or one is missing.
    pub moved: Arc<str>,
}

/// A theme, with how many gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeCount {
    /// Its words.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
    /// How many gave it.
    pub count: usize,
}

/// An entry of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEntry {
    /// The paragraph's index.
    pub index: usize,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// "62 %": the pairs who differ.
    pub differing: Arc<str>,
    /// "12 answered": of how many people that is said.
    pub answered: Arc<str>,
    /// Its place; none when it is left off.
    pub place: Option<usize>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// True for the one that is shown.
    pub current: bool,
}

/// The Discuss screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiscussView {
    /// The paragraph's index.
    pub index: usize,
    /// The step.
    pub step: Step,
    /// "Paragraph 3".
    pub label: Arc<str>,
    /// "2 of 10".
    pub place: Arc<str>,
    /// The text.
    pub text: Arc<str>,
    /// Its language.
    pub lang: Arc<str>,
    /// Its direction.
    pub dir: &'static str,
    /// The question.
    pub prompt: Arc<str>,
    /// Answers with their counts.
    pub answers: Vec<AnswerView>,
    /// How many annotators answered.
    pub answered: u32,
    /// The greatest count, for the bars.
    pub most: u32,
    /// Kinds of disagreement: "mixed against one side: 12 pairs".
    pub kinds: Vec<Arc<str>>,
    /// Themes with their counts, most first.
    pub themes: Vec<ThemeCount>,
    /// Notes, without names.
    pub notes: Vec<Arc<str>>,
    /// "5 hands moved."; empty before the second vote.
    pub moved: Arc<str>,
    /// What stands in the box for the argument, with a key for the paragraph.
    pub argument: (Arc<str>, Arc<str>),
    /// What is shown to decide it; only in that step.
    pub decide: Option<Arc<DecideView>>,
    /// "4:59"; empty while there is no timer.
    pub timer: Arc<str>,
    /// True when the time is over.
    pub over: bool,
    /// True while the agenda is open.
    pub agenda_open: bool,
    /// The order of the agenda.
    pub agenda: Agenda,
    /// The agenda.
    pub entries: Vec<AgendaEntry>,
    /// True at the very beginning and at the very end.
    pub ends: (bool, bool),
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// The Discuss screen as it is now; none while there is nothing on the agenda.
#[must_use]
pub(crate) fn discuss(page: &Discuss, decided: &Decide, inputs: Inputs<'_>) -> Option<DiscussView> {
    let Discuss { at, step, .. } = page;
    let index = page.current()?;
    let comparison = compare(inputs, &annotators(inputs));
    let question = inputs.question_id();
    let found = divisions(&comparison, &question);
    let division = found.get(index)?;
    let said = inputs.context.adjudication(index);
    let (first, second) = (said.hands_in(Round::FIRST, &question), said.hands_in(Round::SECOND, &question));
    let answers = answers(inputs, division, &first, &second);
    let most = answers.iter().map(|a| a.annotators.max(a.first.unwrap_or(0)).max(a.second.unwrap_or(0))).max();
    let differences = comparison.differences(std::iter::once(index), &question);
    let kinds = Kind::ALL.into_iter().filter_map(|kind| {
        let pairs = differences.kinds.get(&kind)?;
        Some(Arc::from(format!("{}: {}", kind.name(), count(*pairs, "pair", "pairs"))))
    });
    // A note may be by somebody who is no reader, and a decision answers all questions.
    let all = everybody(inputs);
    let notes = compare(inputs, &all);
    let decide = (*step == Step::Decide).then(|| Arc::new(decide::decide(decided, inputs, &all, index)));
    let key = inputs.context.paragraph(index).map(|id| id.to_shared()).unwrap_or_default();
    Some(DiscussView {
        index,
        step: *step,
        label: format!("Paragraph {}", index + 1).into(),
        place: format!("{} of {}", at + 1, page.order.len()).into(),
        text: inputs.context.article.text(index),
        lang: Arc::clone(inputs.context.article.language()),
        dir: inputs.context.article.direction().word(),
        prompt: inputs.prompt(),
        answered: division.answers.iter().map(|(_, n)| n).sum(),
        most: most.unwrap_or(0).max(1),
        kinds: kinds.collect(),
        themes: themes(inputs, &comparison, index),
        notes: notes.records(index).flatten().flat_map(|record| record.note.spoken().cloned()).collect(),
        moved: moved(&first, &second),
        argument: (key, said.sentence()),
        answers,
        decide,
        timer: if page.until.is_some() { clock(page.left) } else { "".into() },
        over: page.until.is_some() && page.left <= 0,
        agenda_open: page.agenda_open,
        agenda: page.agenda,
        entries: entries(page, inputs, &found),
        ends: (*at == 0 && *step == Step::Blind, at + 1 == page.order.len() && *step == Step::Decide),
        locked: inputs.context.locked,
    })
}

/// "4:59", or "0:12 over".
fn clock(left: i64) -> Arc<str> {
    let seconds = left.unsigned_abs();
    let over = if left < 0 { " over" } else { "" };
    format!("{}:{:02}{over}", seconds / 60, seconds % 60).into()
}

fn answers(inputs: Inputs<'_>, division: &Division, first: &Hands, second: &Hands) -> Vec<AnswerView> {
    let question = inputs.question_id();
    let words = Words::new(inputs.context.codebook, &question);
    let asked = inputs.context.codebook.question(&question);
    let known = asked.map_or(&[][..], |question| &question.options);
    let offered = known.iter().filter(|option| !option.archived);
    let mut options: Vec<OptionId> = offered.map(|option| option.id.clone()).collect();
    let others = division.answers.iter().map(|(option, _)| option).chain(first.keys()).chain(second.keys());
    for option in others {
        if !options.contains(option) {
            options.push(option.clone());
        }
    }
    let both = !first.is_empty() && !second.is_empty();
    let answer = |id: OptionId| {
        let annotators = division.answers.iter().find(|(option, _)| *option == id).map_or(0, |(_, n)| *n);
        let (was, is) = (first.get(&id).copied(), second.get(&id).copied());
        let by = i64::from(is.unwrap_or(0)) - i64::from(was.unwrap_or(0));
        let moved = match (both, by) {
            (false, _) | (true, 0) => String::new(),
            (true, 1..) => format!("+{by}"),
            (true, _) => format!("−{}", by.abs()),
        };
        AnswerView {
            label: words.label(&id),
            glyph: sign(&id, asked).glyph,
            sense: sign(&id, asked).sense(),
            annotators,
            first: was,
            second: is,
            moved: moved.into(),
            id,
        }
    };
    options.into_iter().map(answer).collect()
}

/// How many hands went elsewhere: at least so many, since what comes and goes at one answer is not seen.
fn moved(first: &Hands, second: &Hands) -> Arc<str> {
    if first.is_empty() || second.is_empty() {
        return "".into();
    }
    let options = first.keys().chain(second.keys().filter(|option| !first.contains_key(*option)));
    let (mut came, mut went) = (0, 0);
    for option in options {
        let (was, is) = (first.get(option).copied().unwrap_or(0), second.get(option).copied().unwrap_or(0));
        came += is.saturating_sub(was);
        went += was.saturating_sub(is);
    }
    match came.max(went) {
        0 => "No hand moved.".into(),
        1 => "At least one hand moved.".into(),
        n => format!("At least {n} hands moved.").into(),
    }
}

fn themes(inputs: Inputs<'_>, comparison: &Comparison<'_>, index: usize) -> Vec<ThemeCount> {
    let codebook = &inputs.context.codebook;
    let view = |(id, count)| ThemeCount { label: codebook.called(&id), hue: codebook.hue(&id), count };
    comparison.named(index).into_iter().map(view).collect()
}

fn entries(page: &Discuss, inputs: Inputs<'_>, found: &[Division]) -> Vec<AgendaEntry> {
    if !page.agenda_open {
        return Vec::new();
    }
    // An entry stays where it is when it is left off, and with it the focus.
    whole_order(page, inputs)
        .into_iter()
        .map(|index| (index, page.position(index)))
        .map(|(index, place)| AgendaEntry {
            index,
            number: (index + 1).to_string().into(),
            words: beginning(&inputs.context.article.text(index)),
            differing: found.get(index).map_or_else(|| "".into(), differing),
            answered: found.get(index).map(answered).unwrap_or_default(),
            place,
            outcome: inputs.context.adjudication(index).outcome(),
            current: place == Some(page.at),
        })
        .collect()
}
