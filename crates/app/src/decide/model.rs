//! A decision in the making.

use crate::{class::context::Context, strings::decide as strings};
use postil_core::{
    base::{
        id::{OptionId, QuestionId},
        map::Map,
    },
    record::{
        Themes,
        decision::{Decision, Outcome, Reason},
    },
};

/// What is decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Decide {
    /// The paragraph that is decided on its page, by its index.
    pub(super) index: usize,
    /// The decisions in the making, by the index of their paragraph: whoever goes on before one is recorded finds it again.
    pub(super) drafts: Map<usize, Draft>,
}

/// A decision in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Draft {
    /// The answers.
    pub(super) answers: Map<QuestionId, OptionId>,
    /// The themes.
    pub(super) themes: Themes,
    /// The outcome, once one is chosen.
    pub(super) outcome: Option<Outcome>,
    /// The reason, if one is given.
    pub(super) reason: Option<Reason>,
    /// True once something differs from what is recorded.
    pub(super) changed: bool,
}

impl Draft {
    /// What is recorded of a paragraph, as the beginning of another decision.
    #[must_use]
    pub(crate) fn of(context: Context<'_>, index: usize) -> Self {
        let empty = Self { answers: Map::new(), themes: Themes::NotCoded, outcome: None, reason: None, changed: false };
        let decision = context.adjudication(index).decision();
        decision.map_or(empty, |Decision { outcome, answers, themes, reason, .. }| Self {
            answers,
            themes,
            outcome: Some(outcome),
            reason,
            changed: false,
        })
    }

    /// Why it cannot be recorded yet, in a few words: nothing is decided without an answer.
    #[must_use]
    pub(crate) fn missing(&self) -> &'static str {
        let composed = !self.answers.is_empty() || self.themes != Themes::NotCoded;
        match self.outcome {
            None => strings::choose_outcome(),
            Some(Outcome::Decided) if !composed => strings::choose_answer(),
            Some(_) => "",
        }
    }

    /// True when it could be recorded and is not.
    fn is_ready(&self) -> bool {
        self.changed && self.missing().is_empty()
    }

    /// Whoever composes an answer means to decide.
    pub(crate) fn compose(&mut self) {
        self.outcome.get_or_insert(Outcome::Decided);
        self.changed = true;
    }
}

impl Decide {
    /// Lets go of the decisions in the making: they were another class's.
    pub(crate) fn leave(&mut self) {
        self.drafts.clear();
    }

    /// True when a decision on this paragraph was made and not recorded.
    pub(crate) fn waits(&self, index: usize) -> bool {
        self.drafts.get(&index).is_some_and(Draft::is_ready)
    }

    /// On how many paragraphs a decision was made and not recorded.
    pub(crate) fn waiting(&self) -> usize {
        self.drafts.values().filter(|draft| draft.is_ready()).count()
    }

    /// The paragraph that is decided on its page, by its index.
    pub(crate) fn index(&self) -> usize {
        self.index
    }

    /// The draft of a paragraph, made now if there is none.
    pub(crate) fn draft(&mut self, context: Context<'_>, index: usize) -> &mut Draft {
        self.drafts.entry(index).or_insert_with(|| Draft::of(context, index))
    }
}
