//! The summary of an article and its class as plain facts and words, ready for a page to print or save.
//!
//! There are no floats in it, so that it can stand in a view: numbers are words already.

mod figures;
pub mod given;
mod methods;
mod model;
mod open;
mod page;
mod picture;
mod short;
mod summary;
#[cfg(test)]
mod tests;

pub use self::{
    figures::{Figure, figure, in_words, measures},
    model::{Question, Row, Settled, Tally, called},
    open::{Open, Standing},
    page::{Head, page},
    picture::{Column, columns, percent},
    summary::Report,
};
use crate::{
    article::Article,
    base::id::QuestionId,
    codebook::Codebook,
    measure::comparison::Comparison,
    record::{
        Layer,
        answer::{Answer, Said},
        decision::{Adjudication, Decisions, Outcomes},
        readers::{has_read, has_read_for},
    },
};
use std::sync::Arc;

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
    let figures = measures(codebook, &report.themes).into_iter();
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
        versions: crate::strings::output::report::one_version(codebook.version().short()).into(),
        given: "".into(),
        matches: "".into(),
        questions,
        themes: comparison.themes(),
        short: short::short(article, codebook, &readers.iter().map(|reader| reader.layer).collect::<Vec<_>>()),
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
