//! What the Discuss screen shows, ready to render.

use super::{
    agenda::{found, open},
    answers::{answers, moved, sum, total},
    entries::agenda,
    kinds::sentence,
    model::Discuss,
    notes::merged,
    place::Step,
};
pub use super::{
    answers::AnswerView,
    entries::{AgendaEntry, AgendaView},
    notes::NoteView,
};
use crate::{
    class::{
        annotators::{annotators, compare, everybody},
        lens::Inputs,
    },
    decide::{
        model::Decide,
        view::{self as decide, DecideView},
    },
    shared::roster,
    strings::discuss as strings,
};
use postil_core::{codebook::hue::Hue, measure::comparison::Comparison, record::decision::Round};
use std::sync::Arc;

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

/// The time that is set for the paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimerView {
    /// "4:59"; empty while there is none.
    pub words: Arc<str>,
    /// True when it is over.
    pub over: bool,
    /// The minutes that it can be set to.
    pub choices: Vec<u32>,
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
    /// How many steps are behind, of how many: of all paragraphs on the agenda.
    pub progress: (usize, usize),
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
    /// "4 people answered before class".
    pub answered: Arc<str>,
    /// The whole of a bar: how many people the class has, or hands were counted in a round where that is more.
    pub whole: u32,
    /// "24 of 28 votes": what is counted in the round that is held now.
    pub total: Arc<str>,
    /// True while counts are hidden as they are counted.
    pub counts_hidden: bool,
    /// True when hands were counted before the answers are shown.
    pub voted: bool,
    /// How people differ, in a sentence.
    pub kinds: Arc<str>,
    /// Themes with their counts, most first.
    pub themes: Vec<ThemeCount>,
    /// Notes, without names.
    pub notes: Vec<NoteView>,
    /// "5 votes changed."; empty before the second vote.
    pub moved: Arc<str>,
    /// What stands in the box for the argument, with a key for the paragraph.
    pub argument: (Arc<str>, Arc<str>),
    /// What is shown to decide it; only in that step.
    pub decide: Option<Arc<DecideView>>,
    /// The time for the paragraph.
    pub timer: TimerView,
    /// The agenda.
    pub agenda: AgendaView,
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
    let found = found(inputs);
    let division = found.get(index)?;
    let said = inputs.context.adjudication(index);
    let (first, second) = (said.hands_in(Round::FIRST, &question), said.hands_in(Round::SECOND, &question));
    let differences = comparison.differences(std::iter::once(index), &question);
    // A note may be by somebody who is no reader, and a decision answers all questions.
    let all = everybody(inputs);
    let notes = compare(inputs, &all);
    let decide = (*step == Step::Decide).then(|| Arc::new(decide::decide(decided, inputs, &all, index)));
    let key = inputs.context.paragraph(index).map(|id| id.to_shared()).unwrap_or_default();
    let people = people(inputs, &comparison);
    let round = if *step == Step::Second { &second } else { &first };
    let steps = Step::ALL.len();
    let done = Step::ALL.iter().position(|each| each == step).unwrap_or(0);
    Some(DiscussView {
        index,
        step: *step,
        label: strings::paragraph(index + 1).into(),
        place: strings::place(at + 1, page.order.len()).into(),
        progress: (at * steps + done + 1, page.order.len() * steps),
        text: inputs.context.article.text(index),
        lang: Arc::clone(inputs.context.article.language()),
        dir: inputs.context.article.direction().word(),
        prompt: inputs.prompt(),
        answered: match division.answered {
            0 => strings::nobody_answered().into(),
            n => strings::answered(n).into(),
        },
        whole: people.max(sum(&first)).max(sum(&second)).max(1),
        total: total(round, people),
        counts_hidden: page.counts_hidden,
        voted: !first.is_empty(),
        kinds: sentence(&differences.kinds, differences.comparable > 0),
        themes: themes(inputs, &comparison, index),
        notes: merged(notes.records(index).flatten().map(|record| record.note.spoken().collect())),
        moved: moved(&first, &second),
        argument: (key, said.sentence()),
        answers: answers(inputs, division, &first, &second),
        decide,
        timer: timer(page, open(&found)),
        agenda: agenda(page, decided, inputs, &found),
        ends: (!page.has_begun(), at + 1 == page.order.len() && *step == Step::Decide),
        locked: inputs.context.locked,
    })
}

/// How many people the class has: those who have answered, or who are expected where these are more.
fn people(inputs: Inputs<'_>, comparison: &Comparison<'_>) -> u32 {
    let expected = roster::names(inputs.context.store, inputs.context.article.id()).len();
    u32::try_from(comparison.annotators().max(expected)).unwrap_or(u32::MAX)
}

/// Two, five or ten minutes, and what the agenda gives the paragraph.
fn timer(page: &Discuss, open: usize) -> TimerView {
    let planned = page.plan.minutes.map(|_| page.plan.minutes_each(open));
    let mut choices: Vec<u32> = [2, 5, 10].into_iter().chain(planned).collect();
    choices.sort_unstable();
    choices.dedup();
    TimerView { words: page.clock.words(), over: page.clock.is_over(), choices }
}

fn themes(inputs: Inputs<'_>, comparison: &Comparison<'_>, index: usize) -> Vec<ThemeCount> {
    let codebook = &inputs.context.codebook;
    let view = |(id, count)| ThemeCount { label: codebook.called(&id), hue: codebook.hue(&id), count };
    comparison.named(index).into_iter().map(view).collect()
}
