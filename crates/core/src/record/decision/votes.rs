//! Votes: how many hands for each answer, before and after a discussion.

use super::{Adjudication, Codebook, Map, OptionId, ParagraphId, QuestionId};
use crate::{record::answer::Answer, strings::record as strings};
use std::{fmt, sync::Arc};

/// How many hands for each option.
pub type Hands = Map<OptionId, u32>;
/// All that was counted in one round about one paragraph, by question. Empty when it was taken away.
pub type Vote = Map<QuestionId, Hands>;

/// Which vote. There may be more in files of newer programs, which are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Round(pub(crate) u32);

impl Round {
    /// Before the answers are shown.
    pub const FIRST: Self = Self(1);
    /// After the discussion.
    pub const SECOND: Self = Self(2);
    const ALL: [Self; 2] = [Self::FIRST, Self::SECOND];
}

/// A paragraph and a round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballot {
    /// What was voted on.
    pub paragraph: ParagraphId,
    /// In which round.
    pub round: Round,
}

impl fmt::Display for Ballot {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}/{}", self.paragraph, self.round.0)
    }
}

/// Both votes on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Votes {
    /// Which question.
    pub question: QuestionId,
    /// Its words.
    pub prompt: Arc<str>,
    /// How many hands for each answer in the first and in the second vote, where they were counted.
    pub answers: Vec<(Answer, [Option<u32>; 2])>,
}

impl<'a> Adjudication<'a> {
    /// The vote of a round, if there was one.
    pub(super) fn vote(self, round: Round) -> Option<&'a Vote> {
        let (class, paragraph) = self.0?;
        let ballot = Ballot { paragraph: paragraph.clone(), round };
        class.votes.get(&ballot).map(|register| &register.value)
    }

    /// The hands that were counted in a round; empty when there was none.
    #[must_use]
    pub fn hands_in(self, round: Round, question: &QuestionId) -> Hands {
        self.vote(round).and_then(|vote| vote.get(question)).cloned().unwrap_or_default()
    }

    /// The hands that were counted in both rounds, by question.
    #[must_use]
    pub(crate) fn hands(self) -> Map<QuestionId, [Hands; 2]> {
        let mut all: Map<QuestionId, [Hands; 2]> = Map::new();
        for (at, round) in Round::ALL.into_iter().enumerate() {
            for (question, hands) in self.vote(round).into_iter().flatten().filter(|(_, hands)| !hands.is_empty()) {
                all.entry(question.clone()).or_default()[at] = hands.clone();
            }
        }
        all
    }

    /// The votes on the questions of the codebook; questions without any are left out.
    #[must_use]
    pub(crate) fn votes(self, codebook: &Codebook) -> Vec<Votes> {
        let votes = codebook.questions.iter().filter_map(|question| {
            let rounds = Round::ALL.map(|round| self.hands_in(round, &question.id));
            let known = |id: &OptionId| question.options.iter().any(|option| option.id == *id);
            let mut ids: Vec<OptionId> = question.options.iter().map(|option| option.id.clone()).collect();
            for id in rounds.iter().flat_map(Map::keys).filter(|id| !known(id)) {
                if !ids.contains(id) {
                    ids.push(id.clone());
                }
            }
            let counted = |id: &OptionId| [rounds[0].get(id).copied(), rounds[1].get(id).copied()];
            let answers = ids.iter().map(|id| (Answer::of(question, id), counted(id))).collect();
            let any = rounds.iter().any(|hands| !hands.is_empty());
            any.then(|| Votes { question: question.id.clone(), prompt: Arc::clone(&question.prompt), answers })
        });
        votes.collect()
    }
}

impl Votes {
    /// "First vote: ▲ supports 7, ◆ mixed 3", and the same of the second, if they were held.
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
        [0, 1].into_iter().filter_map(|at| {
            let counted = self.answers.iter().filter_map(|(answer, hands)| Some((answer, hands[at]?)));
            let words: Vec<String> = counted
                .filter(|(_, hands)| *hands > 0)
                .map(|(answer, hands)| strings::hands_for(&answer.words(), hands))
                .collect();
            (!words.is_empty()).then(|| {
                let words = words.join(", ");
                if at == 0 { strings::first_vote(&words) } else { strings::second_vote(&words) }
            })
        })
    }
}
