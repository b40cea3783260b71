//! Shows of hands: how many for each answer, before and after a discussion.

use super::{Codebook, Edit, Map, OptionId, QuestionId, Record, Stamp, answer};
use crate::record::answer::Answer;
use std::sync::Arc;

/// A show of hands: how many for each option.
pub type Hands = Map<OptionId, u32>;

/// Which show of hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// Before the answers are shown.
    First,
    /// After the discussion.
    Second,
}

impl Round {
    fn place(self) -> &'static str {
        match self {
            Self::First => "agreed:vote-1",
            Self::Second => "agreed:vote-2",
        }
    }
}

/// The hands that were counted in a round; empty when there was none.
#[must_use]
pub fn hands(record: &Record, round: Round, question: &QuestionId) -> Hands {
    numbers(record, &place(round.place(), question)).map(|(option, hands, _)| (option, hands)).collect()
}

/// The edit that writes down the hands for one option; `None` takes the number away.
#[must_use]
pub fn count_hands(round: Round, question: &QuestionId, option: &OptionId, hands: Option<u32>) -> Edit {
    number(place(round.place(), question) + option.as_str(), hands)
}

/// Both shows of hands on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Votes {
    /// Which question.
    pub question: QuestionId,
    /// Its words.
    pub prompt: Arc<str>,
    /// How many hands for each answer in the first and in the second vote, where they were counted.
    pub answers: Vec<(Answer, [Option<u32>; 2])>,
}

impl Votes {
    /// Those on the questions of the codebook; questions without any are left out.
    #[must_use]
    pub fn of(record: &Record, codebook: &Codebook) -> Vec<Self> {
        let votes = codebook.questions.iter().filter_map(|question| {
            let rounds = [Round::First, Round::Second].map(|round| hands(record, round, &question.id));
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
            any.then(|| Self { question: question.id.clone(), prompt: Arc::clone(&question.prompt), answers })
        });
        votes.collect()
    }

    /// "First vote: ▲ supports 7, ◆ mixed 3", and the same of the second, if they were held.
    pub fn words(&self) -> impl Iterator<Item = String> {
        [("First vote: ", 0), ("Second vote: ", 1)].into_iter().filter_map(|(round, at)| {
            let counted = self.answers.iter().filter_map(|(answer, hands)| Some((answer, hands[at]?)));
            let words: Vec<String> = counted
                .filter(|(_, hands)| *hands > 0)
                .map(|(answer, hands)| format!("{} {hands}", answer.words()))
                .collect();
            (!words.is_empty()).then(|| [round, &words.join(", ")].concat())
        })
    }
}

/// Where the numbers about a question are kept. A colon ends the question, so one inside of it is written otherwise.
pub(super) fn place(what: &str, question: &QuestionId) -> String {
    [what, ":", &question.as_str().replace('%', "%25").replace(':', "%3A"), ":"].concat()
}

/// The numbers that are kept there, by option, with their stamps.
pub(super) fn numbers<'a>(record: &'a Record, place: &str) -> impl Iterator<Item = (OptionId, u32, &'a Stamp)> {
    record.stances.iter().filter_map(move |(id, r)| {
        let option = id.as_str().strip_prefix(place)?;
        Some((OptionId::from(option), r.value.as_ref()?.option.as_str().parse().ok()?, &r.stamp))
    })
}

/// The edit that writes a number down; `None` takes it away.
pub(super) fn number(question: String, value: Option<u32>) -> Edit {
    answer(QuestionId::new(question), value.map(|value| OptionId::new(value.to_string())))
}
