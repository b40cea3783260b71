//! What changes in a decision, and the edits that write it.

use super::{Adjudication, Ballot, Decisions, Map, Outcome, Reason, Round, Settlement, Vote, answers};
use crate::{
    base::{
        id::{AnnotatorId, OptionId, ParagraphId, QuestionId, VersionId},
        order,
        register::Register,
        stamp::{Clock, Stamp},
    },
    record::{Record, Themes},
};
use std::sync::Arc;

/// A decision to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What becomes of the paragraph.
    pub outcome: Outcome,
    /// The answers to questions; what is not in it is not answered. Recorded only if the outcome is *decided*, like the
    /// themes.
    pub answers: Map<QuestionId, OptionId>,
    /// The themes.
    pub themes: Themes,
    /// Why people had differed.
    pub reason: Option<Reason>,
    /// Who records it.
    pub by: AnnotatorId,
}

impl Proposal {
    /// What a record says, as a decision: somebody's answer that the class takes over.
    #[must_use]
    pub fn like(record: &Record, by: &AnnotatorId) -> Self {
        let (answers, themes) = (answers(record), record.themes());
        Self { outcome: Outcome::Decided, answers, themes, reason: None, by: by.clone() }
    }
}

/// One gesture that changes what a class says of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionEdit {
    /// Records a decision, with the sentence that stands there.
    Record(Proposal),
    /// Takes the decision back, and its sentence with it: no file is to hold the words of what does not stand any more.
    TakeBack,
    /// Writes the sentence.
    Sentence(Arc<str>),
    /// Writes down how many hands were counted for an answer; `None` takes the number away.
    Count {
        /// In which vote.
        round: Round,
        /// On which question.
        question: QuestionId,
        /// For which answer.
        option: OptionId,
        /// How many.
        hands: Option<u32>,
    },
}

/// A new value of one of the registers that a class has about a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClassEdit {
    /// What it says of it.
    Settle(Settlement),
    /// All hands of a vote.
    Vote(Round, Vote),
}

impl ClassEdit {
    /// The edit that would bring back what stands there now.
    #[must_use]
    pub fn inverse(&self, class: &Decisions, paragraph: &ParagraphId) -> Self {
        let said = class.of(paragraph);
        match self {
            Self::Settle(_) => Self::Settle(said.value().cloned().unwrap_or_default()),
            Self::Vote(round, _) => Self::Vote(*round, said.vote(*round).cloned().unwrap_or_default()),
        }
    }

    /// The stamp of what stands there now.
    #[must_use]
    pub fn stamp_in<'a>(&self, class: &'a Decisions, paragraph: &ParagraphId) -> Option<&'a Stamp> {
        match self {
            Self::Settle(_) => class.settlements.get(paragraph).map(|register| &register.stamp),
            Self::Vote(round, _) => class.votes.get(&ballot(paragraph, *round)).map(|register| &register.stamp),
        }
    }

    /// Puts its value into what a class says, under this stamp.
    pub(crate) fn put(&self, class: &mut Decisions, paragraph: &ParagraphId, stamp: &Stamp) {
        match self {
            Self::Settle(value) => {
                class.settlements.insert(paragraph.clone(), Register::new(value.clone(), stamp.clone()));
            }
            Self::Vote(round, vote) => {
                class.votes.insert(ballot(paragraph, *round), Register::new(vote.clone(), stamp.clone()));
            }
        }
    }

    /// True when both edits are about the same register.
    #[must_use]
    pub fn same_place(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Settle(_), Self::Settle(_)) => true,
            (Self::Vote(one, _), Self::Vote(two, _)) => one == two,
            _ => false,
        }
    }
}

fn ballot(paragraph: &ParagraphId, round: Round) -> Ballot {
    Ballot { paragraph: paragraph.clone(), round }
}

/// Turns the edits of one gesture into a change to be joined into `class`. All of it carries one stamp, later than
/// everything it replaces.
pub fn delta(
    class: &Decisions,
    paragraph: &ParagraphId,
    edits: &[ClassEdit],
    clock: &mut Clock,
    now: u64,
) -> Decisions {
    let over = edits.iter().filter_map(|edit| edit.stamp_in(class, paragraph)).max();
    let stamp = clock.tick(now, over);
    let mut delta = Decisions::default();
    edits.iter().for_each(|edit| edit.put(&mut delta, paragraph, &stamp));
    delta
}

impl Adjudication<'_> {
    /// The edits that give it this sentence; none when it has it.
    #[must_use]
    pub fn says(self, sentence: &Arc<str>) -> Vec<ClassEdit> {
        let now = self.value().cloned().unwrap_or_default();
        if *sentence == now.sentence {
            return Vec::new();
        }
        vec![ClassEdit::Settle(Settlement { sentence: Arc::clone(sentence), ..now })]
    }

    /// The edits of a gesture, in what is said here; answers are given under this version of the codebook.
    #[must_use]
    pub fn edits(self, edit: &DecisionEdit, under: Option<&VersionId>) -> Vec<ClassEdit> {
        let now = self.value().cloned().unwrap_or_default();
        match edit {
            DecisionEdit::Record(proposal) => vec![ClassEdit::Settle(proposal.settle(&now, under))],
            DecisionEdit::TakeBack if now == Settlement::default() => Vec::new(),
            DecisionEdit::TakeBack => vec![ClassEdit::Settle(Settlement::default())],
            DecisionEdit::Sentence(text) => self.says(text),
            DecisionEdit::Count { round, question, option, hands } => {
                let mut vote = self.vote(*round).cloned().unwrap_or_default();
                let on = vote.entry(question.clone()).or_default();
                match hands {
                    Some(hands) => _ = on.insert(option.clone(), *hands),
                    None => _ = on.remove(option),
                }
                vote.retain(|_, hands| !hands.is_empty());
                vec![ClassEdit::Vote(*round, vote)]
            }
        }
    }
}

impl Proposal {
    fn settle(&self, now: &Settlement, under: Option<&VersionId>) -> Settlement {
        let decided = self.outcome == Outcome::Decided;
        Settlement {
            outcome: Some(self.outcome),
            answers: if decided { self.answers.clone() } else { Map::new() },
            themes: if decided { in_order(self.themes.clone()) } else { Themes::NotCoded },
            reason: self.reason,
            sentence: Arc::clone(&now.sentence),
            by: Some(self.by.clone()),
            under: under.cloned(),
            beside: None,
        }
    }
}

/// Themes in the order of their ids, as they come back from a file: which was chosen first says nothing.
fn in_order(mut themes: Themes) -> Themes {
    if let Themes::Set(ids) = &mut themes {
        order::short(ids, Ord::cmp);
        ids.dedup();
    }
    themes
}
