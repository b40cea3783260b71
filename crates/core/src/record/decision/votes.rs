//! Shows of hands: how many for each answer, before and after a discussion.

use super::{Adjudication, Codebook, Map, OptionId, QuestionId, Stamp};
use crate::record::{about::Remark, answer::Answer, edit::Edit};
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
    const ALL: [Self; 2] = [Self::First, Self::Second];

    fn place(self) -> &'static str {
        match self {
            Self::First => "agreed:vote-1",
            Self::Second => "agreed:vote-2",
        }
    }
}

/// The edit that writes down the hands for one option; `None` takes the number away.
pub(super) fn count_hands(round: Round, question: &QuestionId, option: &OptionId, hands: Option<u32>) -> Edit {
    number(&(place(round.place(), question) + option.as_str()), hands)
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

impl<'a> Adjudication<'a> {
    /// The hands that were counted in a round; empty when there was none.
    #[must_use]
    pub fn hands_in(self, round: Round, question: &QuestionId) -> Hands {
        self.numbers(&place(round.place(), question)).map(|(option, hands, _)| (option, hands)).collect()
    }

    /// The hands that were counted in both rounds, by question.
    #[must_use]
    pub(crate) fn hands(self) -> Map<QuestionId, [Hands; 2]> {
        let mut all: Map<QuestionId, [Hands; 2]> = Map::new();
        for round in Round::ALL {
            for (id, _) in self.about() {
                let Some(question) = asked(id.as_str(), round.place()) else { continue };
                let hands = self.hands_in(round, &question);
                if !hands.is_empty() {
                    all.entry(question).or_default()[round as usize] = hands;
                }
            }
        }
        all
    }

    /// The votes on the questions of the codebook; questions without any are left out.
    #[must_use]
    pub fn votes(self, codebook: &Codebook) -> Vec<Votes> {
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

    /// The numbers that are kept at a place, by option, with their stamps.
    pub(super) fn numbers(self, place: &str) -> impl Iterator<Item = (OptionId, u32, &'a Stamp)> {
        self.about().filter_map(move |(id, r)| {
            let option = id.as_str().strip_prefix(place)?;
            Some((OptionId::from(option), r.value.as_ref()?.option.as_str().parse().ok()?, &r.stamp))
        })
    }
}

impl Votes {
    /// "First vote: ▲ supports 7, ◆ mixed 3", and the same of the second, if they were held.
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
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

/// The question that such a place is about.
fn asked(id: &str, what: &str) -> Option<QuestionId> {
    let (question, _) = id.strip_prefix(what)?.strip_prefix(':')?.split_once(':')?;
    Some(QuestionId::from(&*question.replace("%3A", ":").replace("%25", "%")))
}

/// The edit that writes a number down; `None` takes it away.
pub(super) fn number(place: &str, value: Option<u32>) -> Edit {
    Edit::About(Remark::new(place, value.map(|value| value.to_string()).as_deref()))
}
