//! What can be chosen for a paragraph: what the codebook offers, and whatever else somebody answered or the class recorded,
//! so that nothing is decided that is not seen.

use super::model::Draft;
use crate::class::{lens::Inputs, people::Annotator};
use postil_core::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::{StanceQuestion, hue::Hue},
    record::{
        Record, Themes,
        answer::Answer,
        decision::{Adjudication, Decision, Hands, Round},
    },
};
use std::sync::Arc;

/// An option to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// Its id.
    pub id: OptionId,
    /// Its word.
    pub label: Arc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: &'static str,
    /// True when it is chosen.
    pub chosen: bool,
    /// How many people gave it before.
    pub before: usize,
    /// Hands in the first and in the second vote, where they were counted.
    pub hands: [Option<u32>; 2],
}

/// A question to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// Its id.
    pub id: QuestionId,
    /// Its words.
    pub prompt: Arc<str>,
    /// Its options.
    pub options: Vec<OptionView>,
    /// Whether hands were counted in the first and in the second vote.
    pub voted: [bool; 2],
}

/// A theme to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeView {
    /// Its id.
    pub id: ThemeId,
    /// Its words.
    pub label: Arc<str>,
    /// Its colour.
    pub hue: Hue,
    /// True when it is chosen.
    pub chosen: bool,
    /// How many annotators gave it.
    pub count: usize,
}

/// What those who are taken in said of a paragraph, by its index.
pub(super) fn records<'a>(
    inputs: Inputs<'_>,
    everybody: &'a [Annotator],
    index: usize,
) -> Vec<(&'a Annotator, Record)> {
    let taken_in = everybody.iter().filter(|annotator| !annotator.left_out);
    taken_in.map(|annotator| (annotator, inputs.context.record(&annotator.id, index))).collect()
}

/// How many gave an answer.
fn answered(records: &[(&Annotator, Record)], question: &QuestionId, option: &OptionId) -> usize {
    let gave = |record: &Record| record.stance(question).is_some_and(|stance| stance.option == *option);
    records.iter().filter(|(_, record)| gave(record)).count()
}

/// The questions with their options.
pub(super) fn questions(
    inputs: Inputs<'_>,
    records: &[(&Annotator, Record)],
    said: Adjudication<'_>,
    draft: &Draft,
) -> Vec<QuestionView> {
    let decision = said.decision();
    let view = |question: &StanceQuestion| {
        let chosen = draft.answers.get(&question.id);
        let given = records.iter().filter_map(|(_, record)| Some(&record.stance(&question.id)?.option));
        let given = given.chain(decision.as_ref().and_then(|decision| decision.answers.get(&question.id)));
        let rounds = [Round::FIRST, Round::SECOND].map(|round| said.hands_in(round, &question.id));
        let given = given.chain(rounds.iter().flat_map(Hands::keys));
        let offered = question.offered().map(|option| option.id.clone());
        let option = |id: OptionId| {
            let Answer { id, label, glyph, sense } = Answer::of(question, &id);
            let before = answered(records, &question.id, &id);
            let hands = rounds.each_ref().map(|hands| hands.get(&id).copied());
            OptionView { chosen: chosen == Some(&id), id, label, glyph, sense, before, hands }
        };
        QuestionView {
            id: question.id.clone(),
            prompt: Arc::clone(&question.prompt),
            options: with_others(offered, given.chain(chosen)).into_iter().map(option).collect(),
            voted: rounds.each_ref().map(|hands| !hands.is_empty()),
        }
    };
    inputs.context.codebook.questions.iter().map(view).collect()
}

/// The themes.
pub(super) fn themes(
    inputs: Inputs<'_>,
    records: &[(&Annotator, Record)],
    decision: Option<&Decision>,
    draft: &Draft,
) -> Vec<ThemeView> {
    let codebook = &inputs.context.codebook;
    let sets: Vec<Themes> = records.iter().map(|(_, record)| record.themes()).collect();
    let decided = decision.map(|decision| &decision.themes);
    let named = sets.iter().chain(decided).chain([&draft.themes]).flat_map(Themes::set);
    let view = |id: ThemeId| ThemeView {
        label: codebook.called(&id),
        hue: codebook.hue(&id),
        chosen: draft.themes.set().contains(&id),
        count: records.iter().filter(|(_, record)| record.has_theme(&id)).count(),
        id,
    };
    let offered = codebook.offered().map(|theme| theme.id.clone());
    with_others(offered, named).into_iter().map(view).collect()
}

/// The themes that more than half of those named who gave an answer and named any.
pub(super) fn themes_of(
    inputs: Inputs<'_>,
    records: &[(&Annotator, Record)],
    question: &QuestionId,
    option: &OptionId,
) -> Themes {
    let gave = |record: &Record| record.stance(question).is_some_and(|stance| stance.option == *option);
    let said = records.iter().filter(|(_, record)| gave(record)).map(|(_, record)| record.themes());
    let sets: Vec<Themes> = said.filter(|themes| *themes != Themes::NotCoded).collect();
    let most = |n: usize| n * 2 > sets.len();
    if most(sets.iter().filter(|themes| **themes == Themes::NoneApplies).count()) {
        return Themes::NoneApplies;
    }
    let known = inputs.context.codebook.offered().map(|theme| &theme.id);
    let mut named: Vec<ThemeId> =
        known.filter(|id| most(sets.iter().filter(|themes| themes.set().contains(id)).count())).cloned().collect();
    named.sort();
    if named.is_empty() { Themes::NotCoded } else { Themes::Set(named) }
}

/// What is offered, and then, by id, what else there is.
fn with_others<'a, T: Clone + Ord + 'a>(offered: impl Iterator<Item = T>, all: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut ids: Vec<T> = offered.collect();
    let known = ids.len();
    for id in all {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids[known..].sort();
    ids
}
