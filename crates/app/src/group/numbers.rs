//! The numbers of agreement: computed bit by bit, so that the page stays awake, and anew whenever what they are computed
//! from has changed.

pub mod explain;
pub mod figures;
#[cfg(test)]
mod tests;

use super::{
    annotators::{Annotator, annotators, compare},
    model::{Context, Model},
};
use crate::effect::Effect;
use crate::timer::Timer;
use postil_core::{
    base::id::{AnnotatorId, QuestionId},
    measure::agreement::{
        Coefficient,
        cohen::{cohen, pairs},
        interval::{Bootstrap, Interval, RESAMPLES},
        measure::{Gathering, Measure, Source, Table},
    },
};
use std::sync::Arc;

/// What is computed of answers, in the order in which it is shown.
pub const ANSWERS: [Measure; 6] =
    [Measure::Nominal, Measure::Percent, Measure::Ordinal, Measure::Fleiss, Measure::Generalised, Measure::Ac1];
/// What is computed of sets of themes.
pub const THEMES: [Measure; 2] = [Measure::Masi, Measure::Jaccard];
/// How much is done in one go, in steps of a loop: some 15 ms in wasm.
const SLICE: usize = 1_000_000;
/// What it takes to look one record up, in the same.
const CELL: usize = 100;
/// The intervals of all pairs are computed while there are no more paragraphs of pairs than this: a class on an article of
/// usual length. It takes about a second, after all else.
const DRAWN: usize = 20_000;

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

/// Cohen's kappa of two annotators.
pub struct PairValue {
    /// Their places.
    pub places: (usize, usize),
    /// Its value.
    pub coefficient: Coefficient,
    /// On how many paragraphs.
    pub both: usize,
    /// Its interval; of many pairs only the chosen one has one.
    pub interval: Option<Interval>,
}

/// The numbers.
#[derive(Default)]
pub struct Numbers {
    /// True when only paragraphs that are answered by all count.
    pub complete: bool,
    /// The measure whose explanation is open.
    pub opened: Option<Measure>,
    /// The two annotators whose figures are shown. Measures name them by their places, which others may take.
    pair: Option<(AnnotatorId, AnnotatorId)>,
    /// Their places now.
    pub places: Option<(usize, usize)>,
    /// What has been computed.
    pub computed: Vec<Computed>,
    /// Cohen's kappa of all pairs.
    pub pairs: Vec<PairValue>,
    /// What is still to be computed, in order.
    wanted: Vec<Measure>,
    /// Pairs that are still to be computed.
    wanted_pairs: Vec<(usize, usize)>,
    /// Of how many pairs the interval is computed too.
    drawn_pairs: usize,
    /// The one whose interval is being computed.
    drawing: Option<Computed>,
    /// Counts what they were computed from.
    revision: u64,
    waits: bool,
}

impl Numbers {
    /// True while a number or the interval of a figure is still to be computed.
    #[must_use]
    pub fn is_working(&self) -> bool {
        !self.wanted.is_empty()
            || !self.wanted_pairs.is_empty()
            || self.computed.iter().any(|computed| computed.interval.is_none())
    }

    /// True also while the intervals of pairs are. Nobody waits for these: they stand in no figure.
    fn goes_on(&self) -> bool {
        self.is_working() || self.drawn_pairs < self.pairs.len()
    }

    /// True when the intervals of all pairs are computed: of too many it would take too long.
    #[must_use]
    pub fn draws_pairs(&self, paragraphs: usize) -> bool {
        (self.pairs.len() + self.wanted_pairs.len()) * paragraphs <= DRAWN
    }

    /// The measure, as far as it has been computed.
    #[must_use]
    pub fn of(&self, measure: &Measure) -> Option<&Computed> {
        self.computed.iter().find(|computed| computed.table.measure == *measure)
    }
}

/// Begins anew when what the numbers are computed from has changed, and goes on when something is left to compute.
pub fn go_on(model: &mut Model, context: Context<'_>) {
    if model.numbers.revision != model.revision {
        begin(model, context);
    }
    if model.numbers.goes_on() && !model.numbers.waits {
        model.numbers.waits = true;
        model.act(Effect::Wait(Timer::Numbers, 0));
    }
}

/// The wait for the next bit is over.
pub fn work(model: &mut Model, context: Context<'_>) {
    model.numbers.waits = false;
    if model.numbers.revision == model.revision {
        let everybody = annotators(context.with(model));
        let mut done = 0;
        while done < SLICE && model.numbers.goes_on() {
            done += step(model, context, &everybody);
        }
    }
}

fn begin(model: &mut Model, context: Context<'_>) {
    let everybody = annotators(context.with(model));
    let taken_in: Vec<&AnnotatorId> = everybody.iter().filter(|one| !one.left_out).map(|one| &one.id).collect();
    let mut wanted = [&ANSWERS[..], &THEMES].concat();
    wanted.extend(context.codebook.themes.iter().map(|theme| Measure::Theme(theme.id.clone())));
    let place = |id: &AnnotatorId| taken_in.iter().position(|one| *one == id);
    // Where there are but two, they are the pair.
    let only = || if let [one, other] = *taken_in { Some((one.clone(), other.clone())) } else { None };
    let pair = model.numbers.pair.take().filter(|(one, other)| place(one).is_some() && place(other).is_some());
    let pair = pair.or_else(only);
    let places = pair.as_ref().and_then(|(one, other)| Some((place(one)?, place(other)?)));
    let places = places.map(|(one, other)| (one.min(other), one.max(other)));
    wanted.extend(places.into_iter().flat_map(of_two));
    let opened = match (model.numbers.opened.take(), places) {
        (Some(Measure::Cohen(..)), places) => places.map(|(one, other)| Measure::Cohen(one, other)),
        (Some(Measure::Scott(..)), places) => places.map(|(one, other)| Measure::Scott(one, other)),
        (opened, _) => opened,
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
        places,
        wanted,
        wanted_pairs: pairs,
        revision: model.revision,
        waits: model.numbers.waits,
        ..Numbers::default()
    };
}

/// Opens the explanation of a measure, or closes it. Of a measure of two annotators the figure is shown from then on.
pub fn open(model: &mut Model, context: Context<'_>, measure: Option<Measure>) {
    if let Some((one, other)) = measure.as_ref().and_then(Measure::pair) {
        let everybody = annotators(context.with(model));
        let id = |place: usize| everybody.iter().filter(|one| !one.left_out).nth(place).map(|one| one.id.clone());
        model.numbers.pair = id(one).zip(id(other));
        model.numbers.places = Some((one, other));
        for measure in of_two((one, other)) {
            if model.numbers.of(&measure).is_none() {
                model.numbers.wanted.push(measure);
            }
        }
    }
    model.numbers.opened = measure;
}

/// What is computed of two annotators.
fn of_two((one, other): (usize, usize)) -> [Measure; 2] {
    [Measure::Cohen(one, other), Measure::Scott(one, other)]
}

/// Does some of what is left, and says about how much work it was.
fn step(model: &mut Model, context: Context<'_>, everybody: &[Annotator]) -> usize {
    let Some(source) = source(model, context, everybody, &context.with(model).question_id()) else { return SLICE };
    let cells = everybody.len() * context.article.paragraphs().len();
    if let Some(measure) = model.numbers.wanted.pop() {
        let computed = Computed::new(Table::new(&source, measure, model.numbers.complete));
        let effort = 5 * cells + computed.table.effort();
        model.numbers.computed.push(computed);
        return effort;
    }
    if let Some(computed) = model.numbers.computed.iter_mut().find(|computed| computed.interval.is_none()) {
        return computed.draw();
    }
    if model.numbers.wanted_pairs.is_empty() {
        return draw_pair(model, context, &source);
    }
    some_pairs(model, context, &source);
    SLICE
}

/// The tables that measures are made of: looked up once, until something changes or another question is asked. For themes
/// any question will do; they are asked for with an empty one. `None` while there is more to look up: ask again.
pub fn source(
    model: &mut Model,
    context: Context<'_>,
    everybody: &[Annotator],
    question: &QuestionId,
) -> Option<Arc<Source>> {
    let fits = |asked: &QuestionId| asked == question || question.as_str().is_empty();
    if let Some((revision, source)) = &model.source
        && *revision == model.revision
        && fits(&source.question)
    {
        return Some(Arc::clone(source));
    }
    let begun =
        model.gathering.take().filter(|(revision, begun)| *revision == model.revision && fits(begun.question()));
    let comparison = compare(context.with(model), everybody);
    let mut gathering = begun.map_or_else(|| Gathering::new(&comparison, question), |(_, begun)| begun);
    let some = (SLICE / CELL / everybody.len().max(1)).max(1);
    if !gathering.step(&comparison, some) {
        model.gathering = Some((model.revision, gathering));
        return None;
    }
    let source = Arc::new(gathering.finish());
    model.source = Some((model.revision, Arc::clone(&source)));
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
fn some_pairs(model: &mut Model, context: Context<'_>, source: &Source) {
    let paragraphs = context.article.paragraphs().len().max(1);
    let ratings = if model.numbers.complete { source.answers.complete() } else { source.answers.clone() };
    let some = (SLICE / 10 / paragraphs).max(1);
    let mut found = Vec::new();
    for _ in 0..some {
        let Some((one, other)) = model.numbers.wanted_pairs.pop() else { break };
        let pairs = pairs(ratings.items(), one, other);
        let both = pairs.iter().flatten().count();
        found.push(PairValue { places: (one, other), coefficient: cohen(&pairs), both, interval: None });
    }
    model.numbers.pairs.extend(found);
}

/// Some of the interval of the next pair, as its own figure has it.
fn draw_pair(model: &mut Model, context: Context<'_>, source: &Source) -> usize {
    let numbers = &mut model.numbers;
    let paragraphs = context.article.paragraphs().len();
    let draws = numbers.draws_pairs(paragraphs);
    let Some(pair) = numbers.pairs.get_mut(numbers.drawn_pairs).filter(|_| draws) else {
        numbers.drawn_pairs = numbers.pairs.len();
        return 0;
    };
    let (one, other) = pair.places;
    let mut computed = numbers
        .drawing
        .take()
        .unwrap_or_else(|| Computed::new(Table::new(source, Measure::Cohen(one, other), numbers.complete)));
    let effort = if computed.interval.is_none() { computed.draw() } else { 0 };
    match computed.interval {
        Some(interval) => {
            pair.interval = interval;
            numbers.drawn_pairs += 1;
        }
        None => numbers.drawing = Some(computed),
    }
    effort + paragraphs
}
