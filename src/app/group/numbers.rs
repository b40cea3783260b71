//! The numbers of agreement: computed bit by bit, so that the page stays awake, and anew whenever what they are computed
//! from has changed.

pub mod explain;
pub mod figures;
#[cfg(test)]
mod tests;

use super::{
    annotators::{Annotator, annotators, compare},
    model::Model,
};
use std::rc::Rc;

use crate::core::{
    agreement::{
        Coefficient,
        interval::{Bootstrap, Interval, RESAMPLES},
        measure::{Gathering, Measure, Source, Table},
    },
    id::{AnnotatorId, QuestionId},
};

/// The ticket of the wait for the next bit.
pub const WORK: u64 = 1;
/// How much is done in one go, in steps of a loop: some 15 ms in wasm.
const SLICE: usize = 1_000_000;
/// What it takes to look one record up, in the same.
const CELL: usize = 100;

/// A measure as far as it has been computed.
pub struct Computed {
    /// Its table.
    pub table: Table,
    /// Its value.
    pub coefficient: Coefficient,
    bootstrap: Option<Bootstrap>,
    /// Its interval, once it is known; `Some(None)` when there is none.
    pub interval: Option<Option<Interval>>,
}

/// The numbers.
#[derive(Default)]
pub struct Numbers {
    /// True when only paragraphs that everybody has coded count.
    pub complete: bool,
    /// The measure whose explanation is open.
    pub opened: Option<Measure>,
    /// The two annotators whose kappa is shown. Measures name them by their places, which others may take.
    pair: Option<(AnnotatorId, AnnotatorId)>,
    /// What has been computed.
    pub computed: Vec<Computed>,
    /// Cohen's kappa of all pairs, by their places: with how many paragraphs both coded.
    pub pairs: Vec<(usize, usize, Coefficient, usize)>,
    /// What is still to be computed, in order.
    wanted: Vec<Measure>,
    /// Pairs that are still to be computed.
    wanted_pairs: Vec<(usize, usize)>,
    /// Counts what they were computed from.
    revision: u64,
    waits: bool,
}

impl Numbers {
    /// True while something is still to be computed.
    #[must_use]
    pub fn is_working(&self) -> bool {
        !self.wanted.is_empty()
            || !self.wanted_pairs.is_empty()
            || self.computed.iter().any(|computed| computed.interval.is_none())
    }

    /// The measure, as far as it has been computed.
    #[must_use]
    pub fn of(&self, measure: &Measure) -> Option<&Computed> {
        self.computed.iter().find(|computed| computed.table.measure == *measure)
    }
}

/// Begins anew when what the numbers are computed from has changed, and goes on when something is left to compute.
pub fn go_on(model: &mut Model) {
    if model.numbers.revision != model.revision {
        begin(model);
    }
    if model.numbers.is_working() && !model.numbers.waits {
        model.numbers.waits = true;
        model.effects.push(super::effect::Effect::Wait(WORK, 0));
    }
}

/// The wait for the next bit is over.
pub fn work(model: &mut Model) {
    model.numbers.waits = false;
    if model.numbers.revision == model.revision {
        let everybody = annotators(model);
        let mut done = 0;
        while done < SLICE && model.numbers.is_working() {
            done += step(model, &everybody);
        }
    }
}

fn begin(model: &mut Model) {
    let everybody = annotators(model);
    let taken_in: Vec<&AnnotatorId> = everybody.iter().filter(|one| !one.left_out).map(|one| &one.id).collect();
    let mut wanted = vec![Measure::Nominal, Measure::Percent, Measure::Ordinal, Measure::Fleiss];
    wanted.extend([Measure::Masi, Measure::Jaccard]);
    wanted.extend(model.codebook.themes.iter().map(|theme| Measure::Theme(theme.id.clone())));
    let place = |id: &AnnotatorId| taken_in.iter().position(|one| *one == id);
    let pair = model.numbers.pair.take().filter(|(one, other)| place(one).is_some() && place(other).is_some());
    let places = pair.as_ref().and_then(|(one, other)| Some((place(one)?, place(other)?)));
    let cohen = places.map(|(one, other)| Measure::Cohen(one.min(other), one.max(other)));
    wanted.extend(cohen.clone());
    let opened = match model.numbers.opened.take() {
        Some(Measure::Cohen(..)) => cohen,
        opened => opened,
    };
    // The first is taken out first.
    wanted.reverse();
    let mut pairs: Vec<(usize, usize)> =
        (0..taken_in.len()).flat_map(|one| (one + 1..taken_in.len()).map(move |other| (one, other))).collect();
    pairs.reverse();
    model.numbers = Numbers {
        complete: model.numbers.complete,
        opened,
        pair,
        wanted,
        wanted_pairs: pairs,
        revision: model.revision,
        waits: model.numbers.waits,
        ..Numbers::default()
    };
}

/// Opens the explanation of a measure, or closes it. Of a measure of two annotators the figure is shown from then on.
pub fn open(model: &mut Model, measure: Option<Measure>) {
    if let Some(measure @ Measure::Cohen(one, other)) = &measure {
        let everybody = annotators(model);
        let id = |place: usize| everybody.iter().filter(|one| !one.left_out).nth(place).map(|one| one.id.clone());
        model.numbers.pair = id(*one).zip(id(*other));
        if model.numbers.of(measure).is_none() {
            model.numbers.wanted.push(measure.clone());
        }
    }
    model.numbers.opened = measure;
}

/// Does some of what is left, and says about how much work it was.
fn step(model: &mut Model, everybody: &[Annotator]) -> usize {
    let Some(source) = source(model, everybody, &model.question_id()) else { return SLICE };
    let cells = everybody.len() * model.article.paragraphs().len();
    if let Some(measure) = model.numbers.wanted.pop() {
        let computed = Computed::new(Table::new(&source, measure, model.numbers.complete));
        let effort = 5 * cells + computed.table.effort();
        model.numbers.computed.push(computed);
        return effort;
    }
    if let Some(computed) = model.numbers.computed.iter_mut().find(|computed| computed.interval.is_none()) {
        return computed.draw();
    }
    some_pairs(model, &source);
    SLICE
}

/// The tables that measures are made of: looked up once, until something changes or another question is asked. For themes
/// any question will do; they are asked for with an empty one. `None` while there is more to look up: ask again.
pub fn source(model: &mut Model, everybody: &[Annotator], question: &QuestionId) -> Option<Rc<Source>> {
    let fits = |asked: &QuestionId| asked == question || question.as_str().is_empty();
    if let Some((revision, source)) = &model.source
        && *revision == model.revision
        && fits(&source.question)
    {
        return Some(Rc::clone(source));
    }
    let begun =
        model.gathering.take().filter(|(revision, begun)| *revision == model.revision && fits(begun.question()));
    let comparison = compare(model, everybody);
    let mut gathering = begun.map_or_else(|| Gathering::new(&comparison, question), |(_, begun)| begun);
    let some = (SLICE / CELL / everybody.len().max(1)).max(1);
    if !gathering.step(&comparison, some) {
        model.gathering = Some((model.revision, gathering));
        return None;
    }
    let source = Rc::new(gathering.finish());
    model.source = Some((model.revision, Rc::clone(&source)));
    Some(source)
}

impl Computed {
    /// The value of a table, with nothing drawn yet for its interval.
    #[must_use]
    pub fn new(table: Table) -> Self {
        let coefficient = table.coefficient();
        // Without a value there is nothing to be sure of.
        let interval = if coefficient.is_err() { Some(None) } else { None };
        Self { bootstrap: Some(table.bootstrap()), table, coefficient, interval }
    }

    /// Draws some resamples more, and says about how much work it was.
    pub fn draw(&mut self) -> usize {
        let resamples = (SLICE / self.table.effort()).clamp(10, RESAMPLES);
        let Some(bootstrap) = &mut self.bootstrap else {
            self.interval = Some(None);
            return 0;
        };
        self.table.draw(bootstrap, resamples);
        if bootstrap.is_done() {
            self.interval = Some(bootstrap.interval());
            self.bootstrap = None;
        }
        resamples * self.table.effort()
    }
}

/// Some of the pairs: all of them share one table of answers, and each looks at two columns of it.
fn some_pairs(model: &mut Model, source: &Source) {
    let paragraphs = model.article.paragraphs().len().max(1);
    let ratings = if model.numbers.complete { source.answers.complete() } else { source.answers.clone() };
    let some = (SLICE / 10 / paragraphs).max(1);
    let mut found = Vec::new();
    for _ in 0..some {
        let Some((one, other)) = model.numbers.wanted_pairs.pop() else { break };
        let pairs = crate::core::agreement::cohen::pairs(ratings.items(), one, other);
        let both = pairs.iter().flatten().count();
        found.push((one, other, crate::core::agreement::cohen(&pairs), both));
    }
    model.numbers.pairs.extend(found);
}
