//! The summary of an article and its class as plain facts and words, ready for a page to print or save.
//!
//! There are no floats in it, so that it can stand in a view: numbers are words already.

mod figures;
mod methods;
mod open;
mod page;
#[cfg(test)]
mod tests;

use std::sync::Arc;

pub use self::{
    figures::{Figure, figure, in_words, measures},
    open::{Open, Standing},
    page::page,
};
use crate::{
    article::Article,
    base::id::{ParagraphId, QuestionId},
    codebook::Codebook,
    measure::{comparison::Comparison, difference::Kind},
    record::{
        Layer,
        answer::{Answer, Said},
        decision::{Adjudication, Decisions, Outcome, Outcomes, Reason},
        readers::{has_read, has_read_for},
    },
};

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

impl Report {
    /// What a question is called where there are several: "Question 2"; empty where there is one.
    #[must_use]
    pub fn called(&self, question: usize) -> String {
        if self.questions.len() > 1 { called(question) } else { String::new() }
    }

    /// What stands at its head in numbers: "12 annotators", "10 paragraphs", "4 answered by all", "1 decided".
    pub fn facts(&self) -> impl Iterator<Item = (Arc<str>, usize)> {
        let answered = |(at, number): (usize, &usize)| {
            let called = self.called(at).to_lowercase();
            let space = if called.is_empty() { "" } else { " " };
            (Arc::from([&*called, space, "answered by all"].concat()), *number)
        };
        let people = [("annotators", self.readers), ("paragraphs", self.paragraphs)];
        let word = |(word, number)| (Arc::from(word), number);
        let complete = self.complete.iter().enumerate().map(answered);
        people.into_iter().map(word).chain(complete).chain(self.outcomes.each().map(word))
    }
}

/// "Question 2", of its place from 0.
#[must_use]
pub fn called(question: usize) -> String {
    format!("Question {}", question + 1)
}

/// What stands before an answer where there are several questions: "Question 2: ".
fn prefix(question: usize, several: bool) -> String {
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

    /// "Agreed: ▲ supports; Cyber sovereignty", or what else became of the paragraph.
    #[must_use]
    pub fn words(&self) -> Arc<str> {
        let mut said = self.answer_words();
        if self.themes != Said::NotCoded {
            said.push(self.themes.words());
        }
        match (self.outcome, said.is_empty()) {
            (Outcome::Decided, false) => format!("Agreed: {}", said.join("; ")).into(),
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
    /// The answers, in the order of [`Report::questions`].
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
    /// The codebook's version.
    pub version: Arc<str>,
    /// The questions.
    pub questions: Vec<Question>,
    /// The paragraphs in reading order.
    pub rows: Vec<Row>,
    /// The figures of agreement.
    pub figures: Vec<Figure>,
    /// The open disagreements in reading order.
    pub open: Vec<Open>,
    /// How all this was done: a paragraph of plain sentences.
    pub methods: Arc<str>,
}

/// Somebody who may have read the article.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The name they go by.
    pub name: &'a str,
    /// What they said.
    pub layer: &'a Layer,
}

/// Makes the summary. `app` names the program and its
/// version. The intervals are most of the work: with thousands of paragraphs it takes seconds.
#[must_use]
pub fn report(
    article: &Article,
    codebook: &Codebook,
    readers: &[Reader<'_>],
    decisions: Option<&Decisions>,
    show_names: bool,
    app: &str,
) -> Report {
    let mut report = without_figures(article, codebook, readers, decisions, show_names, app);
    let layers = those_who_read(article, readers).map(|reader| reader.layer).collect();
    let comparison = Comparison::new(article, codebook, layers);
    let figures = measures(codebook).into_iter();
    report.figures = figures.map(|(question, measure)| figure(&comparison, codebook, &question, measure)).collect();
    report
}

/// The same without figures of agreement, at once; each can be added when there is time ([`figure()`]).
#[must_use]
pub fn without_figures(
    article: &Article,
    codebook: &Codebook,
    readers: &[Reader<'_>],
    decisions: Option<&Decisions>,
    show_names: bool,
    app: &str,
) -> Report {
    let readers: Vec<&Reader<'_>> = those_who_read(article, readers).collect();
    let comparison = Comparison::new(article, codebook, readers.iter().map(|reader| reader.layer).collect());
    let tables: Vec<_> = codebook.questions.iter().map(|question| comparison.answers(&question.id)).collect();
    let questions: Vec<Question> = codebook
        .questions
        .iter()
        .zip(&tables)
        .map(|(question, (_, options))| Question {
            id: question.id.clone(),
            prompt: Arc::clone(&question.prompt),
            options: options.iter().map(|id| Answer::of(question, id)).collect(),
        })
        .collect();
    let tally = |paragraph: usize| {
        let tallies = tables.iter().map(|(ratings, options)| {
            let cells = ratings.items().get(paragraph).map_or(&[][..], |cells| cells);
            let mut counts = vec![0; options.len()];
            cells.iter().flatten().for_each(|label| counts[usize::from(*label)] += 1);
            Tally { not_coded: cells.iter().filter(|cell| cell.is_none()).count(), counts }
        });
        tallies.collect()
    };
    let rows: Vec<Row> = (0..article.paragraphs().len())
        .map(|at| row(article, codebook, &comparison, at, tally(at), decisions))
        .collect();
    let open = rows.iter().filter_map(|row| open::open(row, &questions)).collect();
    let mut report = Report {
        title: Arc::clone(&article.masthead.title),
        readers: readers.len(),
        names: if show_names { readers.iter().map(|reader| reader.name.into()).collect() } else { Vec::new() },
        paragraphs: rows.len(),
        complete: complete(article, codebook, &readers),
        outcomes: Outcomes::of(rows.iter().flat_map(|row| &row.settled).map(|settled| settled.outcome)),
        codebook: Arc::clone(&codebook.title),
        version: codebook.version().into(),
        questions,
        rows,
        figures: Vec::new(),
        open,
        methods: "".into(),
    };
    report.methods = methods::methods(&report, codebook, app).into();
    report
}

/// Of the paragraphs, those that are answered by all, as the numbers count them.
fn complete(article: &Article, codebook: &Codebook, readers: &[&Reader<'_>]) -> Vec<usize> {
    let count = |question: &QuestionId| {
        let layers = readers.iter().map(|reader| reader.layer).filter(|layer| has_read_for(article, layer, question));
        let comparison = Comparison::new(article, codebook, layers.collect());
        (0..comparison.paragraphs()).filter(|at| comparison.answered_by_all(*at, question)).count()
    };
    match &codebook.questions[..] {
        [] => vec![count(&"".into())],
        questions => questions.iter().map(|question| count(&question.id)).collect(),
    }
}

fn those_who_read<'a, 'b>(article: &Article, readers: &'b [Reader<'a>]) -> impl Iterator<Item = &'b Reader<'a>> {
    readers.iter().filter(|reader| has_read(article, reader.layer))
}

fn row(
    article: &Article,
    codebook: &Codebook,
    comparison: &Comparison<'_>,
    at: usize,
    tallies: Vec<Tally>,
    decisions: Option<&Decisions>,
) -> Row {
    // Without a question there are still themes to differ in.
    let through = |question: &QuestionId| {
        let found = comparison.differences(std::iter::once(at), question);
        found.kinds.keys().next().copied()
    };
    let asked = codebook.questions.iter().map(|question| through(&question.id)).enumerate();
    let gravest = match &codebook.questions[..] {
        [] => through(&"".into()).map(|kind| (kind, 0)),
        _ => asked.filter_map(|(at, kind)| Some((kind?, at))).min(),
    };
    let divided = |tally: &Tally| tally.counts.iter().filter(|count| **count > 0).count() > 1;
    let differs = gravest.is_some() || tallies.iter().any(divided);
    let id = article.paragraphs()[at].id.clone();
    let said = decisions.map(|decisions| decisions.of(&id)).unwrap_or_default();
    Row {
        paragraph: at,
        text: article.text(at),
        tallies,
        themes: comparison.named(at).into_iter().map(|(id, count)| (codebook.called(&id), count)).collect(),
        gravest,
        differs,
        votes: votes(said, codebook),
        settled: settled(said, codebook),
        id,
    }
}

fn votes(said: Adjudication<'_>, codebook: &Codebook) -> Vec<Arc<str>> {
    let several = codebook.questions.len() > 1;
    let mut lines = Vec::new();
    for votes in said.votes(codebook) {
        let prompt = if several { [&votes.prompt, " "].concat() } else { String::new() };
        lines.extend(votes.words().map(|words| Arc::from([&*prompt, &*words].concat())));
    }
    lines
}

fn settled(said: Adjudication<'_>, codebook: &Codebook) -> Option<Settled> {
    let decision = said.decision()?;
    let answers = codebook.questions.iter().map(|question| {
        let option = decision.answers.get(&question.id)?;
        Some(Answer::of(question, option))
    });
    Some(Settled {
        outcome: decision.outcome,
        answers: answers.collect(),
        themes: Said::of(&decision.reading(), codebook),
        reason: decision.reason,
        sentence: decision.sentence,
    })
}
