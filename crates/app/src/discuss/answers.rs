//! The answers to choose from, with how many gave each: before, and in both shows of hands.

use crate::{
    class::{cells::Words, lens::Inputs},
    strings::discuss as strings,
};
use postil_core::{base::id::OptionId, codebook::sign::sign, measure::division::Division, record::decision::Hands};
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
    /// How many people gave it in their own reading before.
    pub before: u32,
    /// Hands in the first vote.
    pub first: Option<u32>,
    /// Hands in the second vote.
    pub second: Option<u32>,
    /// "+2", "−1": what moved between the votes; empty where nothing did or one is missing.
    pub moved: Arc<str>,
}

/// All answers that are offered, and whatever else was answered or voted for.
pub(super) fn answers(inputs: Inputs<'_>, division: &Division, first: &Hands, second: &Hands) -> Vec<AnswerView> {
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
        let before = division.answers.iter().find(|(option, _)| *option == id).map_or(0, |(_, n)| *n);
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
            before,
            first: was,
            second: is,
            moved: moved.into(),
            id,
        }
    };
    options.into_iter().map(answer).collect()
}

/// How many hands went elsewhere: at least so many, since what comes and goes at one answer is not seen.
pub(super) fn moved(first: &Hands, second: &Hands) -> Arc<str> {
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
        0 => strings::no_votes_changed().into(),
        n => strings::votes_changed(n).into(),
    }
}

/// All hands of one round.
pub(super) fn sum(hands: &Hands) -> u32 {
    hands.values().fold(0, |sum, hands| sum.saturating_add(*hands))
}

/// "24 of 28 votes"; where more were counted than there are people, both numbers.
pub(super) fn total(hands: &Hands, people: u32) -> Arc<str> {
    match (sum(hands), people) {
        (total, 0) => strings::votes(total).into(),
        (total, people) if total > people => strings::too_many_votes(total, people).into(),
        (total, people) => strings::votes_of_people(total, people).into(),
    }
}
