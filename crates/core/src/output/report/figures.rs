//! Figures of agreement, each with its interval and what it allows to conclude.

use crate::{
    base::id::{QuestionId, ThemeId},
    codebook::Codebook,
    measure::{
        agreement::{
            Coefficient,
            interval::{Interval, RESAMPLES},
            measure::{Measure, Source, Table},
            words::{percent, range, value},
        },
        comparison::Comparison,
    },
    strings::{measure as spoken, output::report as strings},
};
use std::sync::Arc;

/// One figure, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The question whose answers it measures; of no account where it measures themes.
    pub(crate) question: QuestionId,
    /// Which.
    pub(crate) measure: Measure,
    /// What it is about: the question, "Stance" where there is only one, "Sets of themes", or the theme.
    pub about: Arc<str>,
    /// The name of the coefficient.
    pub coefficient: &'static str,
    /// The value with two decimals, or in percent, or why there is none.
    pub value: Arc<str>,
    /// The interval, "0.31 to 0.62"; `None` where there is none.
    pub interval: Option<Arc<str>>,
    /// How many paragraphs it was computed from: those that two people or more have coded.
    pub items: usize,
    /// What can be concluded.
    pub conclusion: Arc<str>,
}

/// The figures of a codebook's questions and of the themes that are compared, in the order they are shown.
#[must_use]
pub fn measures(codebook: &Codebook, themes: &[ThemeId]) -> Vec<(QuestionId, Measure)> {
    let mut measures = Vec::new();
    for question in &codebook.questions {
        measures.extend([Measure::Nominal, Measure::Percent].map(|measure| (question.id.clone(), measure)));
    }
    if !themes.is_empty() {
        let together = [Measure::Masi, Measure::Jaccard].into_iter();
        let each = themes.iter().cloned().map(Measure::Theme);
        measures.extend(together.chain(each).map(|measure| (QuestionId::from(""), measure)));
    }
    measures
}

/// Computes one figure with its interval, all at once.
#[must_use]
pub fn figure(comparison: &Comparison<'_>, codebook: &Codebook, question: &QuestionId, measure: Measure) -> Figure {
    let table = Table::new(&Source::new(comparison, question), measure, false);
    let coefficient = table.coefficient();
    let interval = coefficient.ok().and_then(|_| {
        let mut bootstrap = table.bootstrap();
        table.draw(&mut bootstrap, RESAMPLES);
        bootstrap.interval()
    });
    in_words(codebook, question, &table, coefficient, interval.as_ref())
}

/// What was computed, in words.
#[must_use]
pub fn in_words(
    codebook: &Codebook,
    question: &QuestionId,
    table: &Table,
    coefficient: Coefficient,
    interval: Option<&Interval>,
) -> Figure {
    // As on the screen: a share of pairs in percent, and what begins below zero as a number.
    let share = table.measure == Measure::Percent;
    let between = |i: &Interval| {
        if share { spoken::range(&percent(i.low), &percent(i.high)) } else { range(i) }
    };
    Figure {
        question: question.clone(),
        measure: table.measure.clone(),
        about: about(codebook, question, &table.measure),
        coefficient: name(&table.measure),
        value: match coefficient {
            Ok(part) if share => percent(part).into(),
            _ => value(&coefficient).into(),
        },
        interval: interval.map(|interval| between(interval).into()),
        items: table.items(),
        conclusion: table.conclude(&coefficient, interval).into(),
    }
}

fn about(codebook: &Codebook, question: &QuestionId, measure: &Measure) -> Arc<str> {
    match measure {
        Measure::Masi | Measure::Jaccard => strings::sets_of_themes().into(),
        Measure::Theme(id) | Measure::CohenTheme(_, _, id) => codebook.called(id),
        // With one question there is nothing to tell it from, and its words are long.
        _ if codebook.questions.len() == 1 => strings::stance().into(),
        _ => codebook.question(question).map_or_else(|| question.to_shared(), |asked| Arc::clone(&asked.prompt)),
    }
}

/// The name of the coefficient, with its distance.
fn name(measure: &Measure) -> &'static str {
    match measure {
        Measure::Nominal | Measure::Theme(_) => strings::alpha_nominal(),
        Measure::Ordinal => strings::alpha_ordinal(),
        Measure::Percent => strings::percent_agreement(),
        Measure::Fleiss => strings::fleiss_kappa(),
        Measure::Generalised => strings::generalised_kappa(),
        Measure::Ac1 => strings::gwet_ac1(),
        Measure::Cohen(..) | Measure::CohenTheme(..) => strings::cohen_kappa(),
        Measure::Scott(..) => strings::scott_pi(),
        Measure::Masi => strings::alpha_masi(),
        Measure::Jaccard => strings::alpha_jaccard(),
    }
}
