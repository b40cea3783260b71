//! The whole summary.

use super::{
    figures::Figure,
    model::{Question, Row, called},
    open::{Open, Standing},
};
use crate::{
    base::id::ThemeId, output::findings::Sentence, record::decision::Outcomes, strings::output::report as strings,
};
use std::sync::Arc;

/// The whole summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The article's title.
    pub title: Arc<str>,
    /// How many annotators have coded anything.
    pub readers: usize,
    /// Their names; empty when they are not to be shown.
    pub names: Vec<Arc<str>>,
    /// How many paragraphs the article has.
    pub paragraphs: usize,
    /// How many of these are answered by all who read for a question: for each question, in their order. Where none is
    /// asked, themes are.
    pub complete: Vec<usize>,
    /// How many the class has decided, or settled in another way.
    pub outcomes: Outcomes,
    /// The codebook's title.
    pub codebook: Arc<str>,
    /// Under which versions of it, by their first digits: "version 2ce05b57db5a".
    pub versions: Arc<str>,
    /// Under which versions of it the answers were given, in a sentence; empty where that is not known.
    pub given: Arc<str>,
    /// What of them is from other codebooks, in sentences; empty where nothing is.
    pub matches: Arc<str>,
    /// The questions.
    pub questions: Vec<Question>,
    /// The themes that are compared: those that can be chosen, and what was named beside them.
    pub themes: Vec<ThemeId>,
    /// What there is to say first, for each question in their order; where none is asked, of themes.
    pub short: Vec<Vec<Sentence>>,
    /// The paragraphs in reading order.
    pub rows: Vec<Row>,
    /// The figures of agreement.
    pub figures: Vec<Figure>,
    /// The open disagreements in reading order.
    pub open: Vec<Open>,
    /// How all this was done: a paragraph of plain sentences.
    pub methods: Arc<str>,
}

impl Report {
    /// What a question is called where there are several: "Question 2"; empty where there is one.
    #[must_use]
    pub fn called(&self, question: usize) -> String {
        if self.questions.len() > 1 { called(question) } else { String::new() }
    }

    /// The open disagreements of one kind.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &Open> {
        self.open.iter().filter(move |open| open.standing == standing)
    }

    /// On how many paragraphs hands were counted.
    pub(super) fn voted(&self) -> usize {
        self.rows.iter().filter(|row| !row.votes.is_empty()).count()
    }

    /// What stands at its head in numbers: "12 people", "10 paragraphs", "4 answered by all", "2 voted on", "1 decided", "5 not
    /// decided yet".
    pub fn facts(&self) -> impl Iterator<Item = (Arc<str>, usize)> {
        let answered = |(at, number): (usize, &usize)| {
            let called = self.called(at).to_lowercase();
            let words: Arc<str> = match &*called {
                "" => strings::answered_by_all().into(),
                called => strings::question_answered_by_all(called).into(),
            };
            (words, *number)
        };
        let one = |number, one, more| if number == 1 { one } else { more };
        let people = [
            (one(self.readers, strings::person(), strings::people()), self.readers),
            (one(self.paragraphs, strings::paragraph(), strings::paragraphs()), self.paragraphs),
        ];
        let word = |(word, number)| (Arc::from(word), number);
        let complete = self.complete.iter().enumerate().map(answered);
        // Nothing is decided in most reports at first, and that is worth a word; a nought of everything else is not.
        let some = |word: &'static str, number: usize| (number > 0).then_some((word, number));
        let rest = some(strings::voted_on(), self.voted()).into_iter().chain(self.outcomes.each());
        let rest = rest.chain(some(strings::not_decided_yet(), self.standing(Standing::Undecided).count()));
        people.into_iter().map(word).chain(complete).chain(rest.map(word))
    }
}
