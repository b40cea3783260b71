//! What the class made of each paragraph, as plain facts.

use crate::{
    base::id::{ParagraphId, QuestionId},
    measure::difference::Kind,
    record::{
        answer::{Answer, Said},
        decision::{Outcome, Reason},
    },
    strings::output::report as strings,
};
use std::sync::Arc;

/// A question with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id.
    pub id: QuestionId,
    /// Its words.
    pub prompt: Arc<str>,
    /// The options of the codebook in their order, then whatever else was answered.
    pub options: Vec<Answer>,
}

/// "Question 2", of its place from 0.
#[must_use]
pub fn called(question: usize) -> String {
    strings::question(question + 1)
}

/// What stands before an answer where there are several questions: "Question 2: ".
pub(super) fn prefix(question: usize, several: bool) -> String {
    if several { called(question) + ": " } else { String::new() }
}

/// How the class answered one question on one paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// How many chose each option, in the order of [`Question::options`].
    pub counts: Vec<usize>,
    /// How many have not answered.
    pub not_coded: usize,
}

/// What the class settled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What became of the paragraph.
    pub outcome: Outcome,
    /// The answer to each question, in their order.
    pub answers: Vec<Option<Answer>>,
    /// The themes.
    pub themes: Said,
    /// Why people had differed, if that was said.
    pub reason: Option<Reason>,
    /// The sentence that goes with it; may be empty.
    pub sentence: Arc<str>,
}

impl Settled {
    /// The answers in words; where there are several questions, each with its number.
    #[must_use]
    pub(crate) fn answer_words(&self) -> Vec<String> {
        let several = self.answers.len() > 1;
        let answers = self.answers.iter().enumerate().filter_map(|(at, answer)| Some((at, answer.as_ref()?)));
        answers.map(|(at, answer)| [prefix(at, several), answer.words()].concat()).collect()
    }

    /// "Decided: ▲ supports; Cyber sovereignty", or what else became of the paragraph.
    #[must_use]
    pub fn words(&self) -> Arc<str> {
        let mut said = self.answer_words();
        if self.themes != Said::NotCoded {
            said.push(self.themes.words());
        }
        match (self.outcome, said.is_empty()) {
            (Outcome::Decided, false) => strings::decided_that(&said.join("; ")).into(),
            (outcome, _) => outcome.label().into(),
        }
    }
}

/// One paragraph with all that the class said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its index, from 0.
    pub paragraph: usize,
    /// Its id.
    pub(crate) id: ParagraphId,
    /// Its text.
    pub(crate) text: Arc<str>,
    /// The answers, in the order of [`super::Report::questions`].
    pub tallies: Vec<Tally>,
    /// How many name each theme, most first; themes that nobody names are left out.
    pub themes: Vec<(Arc<str>, usize)>,
    /// The gravest way in which two annotators differ, and the place of the question through which they do.
    pub(crate) gravest: Option<(Kind, usize)>,
    /// True when two have answered the same thing differently; that one has not coded it is no difference of reading.
    pub(crate) differs: bool,
    /// How the class voted, in words: a line for each show of hands.
    pub votes: Vec<Arc<str>>,
    /// What the class settled on.
    pub settled: Option<Settled>,
}
