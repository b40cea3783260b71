//! The numbers of agreement: computed bit by bit, so that the page stays awake, and anew whenever what they are computed
//! from has changed.

pub(crate) mod cite;
pub mod explain;
pub mod figures;
#[cfg(test)]
mod tests;

use crate::{
    class::{
        annotators::{annotators, compare, source},
        computed::Computed,
        lens::Inputs,
        people::Annotator,
        tables::SLICE,
    },
    effect::Effect,
    intent::Intent,
    timer::Timer,
};
use postil_core::{
    base::id::{AnnotatorId, ThemeId},
    measure::agreement::{
        Coefficient,
        cohen::{cohen, pairs},
        interval::Interval,
        measure::{Measure, Source, Table},
        spread::{Spread, spread},
    },
};

/// What is computed of answers, in the order in which it is shown.
pub(crate) const ANSWERS: [Measure; 6] =
    [Measure::Nominal, Measure::Percent, Measure::Ordinal, Measure::Fleiss, Measure::Generalised, Measure::Ac1];
/// What is computed of sets of themes.
pub(crate) const THEMES: [Measure; 2] = [Measure::Masi, Measure::Jaccard];
/// The intervals of all pairs are computed while there are no more paragraphs of pairs than this: a class on an article of
/// usual length. It takes about a second, after all else.
const DRAWN: usize = 20_000;
/// No revision: they are counted from one.
const NEVER: u64 = 0;

/// Cohen's kappa of two annotators.
pub(crate) struct PairValue {
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
pub(crate) struct Numbers {
    /// True when only paragraphs that are answered by all count.
    pub complete: bool,
    /// The measure whose explanation is open.
    pub(crate) opened: Option<Measure>,
    /// The two annotators whose figures are shown. Measures name them by their places, which others may take.
    pair: Option<(AnnotatorId, AnnotatorId)>,
    /// Their places now.
    pub places: Option<(usize, usize)>,
    /// What has been computed.
    pub(crate) computed: Vec<Computed>,
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
    pub(crate) fn is_working(&self) -> bool {
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
    pub(crate) fn draws_pairs(&self, paragraphs: usize) -> bool {
        (self.pairs.len() + self.wanted_pairs.len()) * paragraphs <= DRAWN
    }

    /// How the kappas of all pairs are spread, as far as they have been computed.
    #[must_use]
    pub(crate) fn spread(&self) -> Option<Spread> {
        let pairs: Vec<(Coefficient, usize)> = self.pairs.iter().map(|pair| (pair.coefficient, pair.both)).collect();
        spread(&pairs)
    }

    /// The measure, as far as it has been computed.
    #[must_use]
    pub(crate) fn of(&self, measure: &Measure) -> Option<&Computed> {
        self.computed.iter().find(|computed| computed.table.measure == *measure)
    }
}

/// Begins anew when what the numbers are computed from has changed, and goes on when something is left to compute.
#[must_use]
pub(crate) fn go_on(numbers: &mut Numbers, inputs: Inputs<'_>) -> Option<Intent> {
    if numbers.revision != inputs.lens.revision {
        begin(numbers, inputs);
    }
    if !numbers.goes_on() || numbers.waits {
        return None;
    }
    numbers.waits = true;
    Some(Intent::Do(Effect::Wait(Timer::Numbers, 0)))
}

/// The wait for the next bit is over.
pub(crate) fn work(numbers: &mut Numbers, inputs: Inputs<'_>) {
    numbers.waits = false;
    if numbers.revision == inputs.lens.revision {
        let everybody = annotators(inputs);
        let mut done = 0;
        while done < SLICE && numbers.goes_on() {
            done += step(numbers, inputs, &everybody);
        }
    }
}

/// Computes the pairs that are still to come in one go: what is saved meanwhile has to be of all of them.
pub(crate) fn finish_pairs(numbers: &mut Numbers, inputs: Inputs<'_>) {
    if numbers.revision != inputs.lens.revision {
        begin(numbers, inputs);
    }
    let everybody = annotators(inputs);
    while !numbers.wanted_pairs.is_empty() {
        // What is not looked up yet goes on each time it is asked for.
        if let Some(source) = source(inputs, &everybody, &inputs.question_id()) {
            some_pairs(numbers, inputs.context.article.paragraphs().len(), &source);
        }
    }
}

/// Only paragraphs that are answered by all count, or all do.
pub(crate) fn count_complete(numbers: &mut Numbers, complete: bool) {
    numbers.complete = complete;
    numbers.revision = NEVER;
}

fn begin(numbers: &mut Numbers, inputs: Inputs<'_>) {
    let everybody = annotators(inputs);
    let taken_in: Vec<&AnnotatorId> = everybody.iter().filter(|one| !one.left_out).map(|one| &one.id).collect();
    let mut wanted = [&ANSWERS[..], &THEMES].concat();
    let themes = compare(inputs, &everybody).themes().into_iter();
    let themes: Vec<ThemeId> = themes.filter(|id| inputs.context.codebook.theme(id).is_some()).collect();
    wanted.extend(themes.iter().cloned().map(Measure::Theme));
    let place = |id: &AnnotatorId| taken_in.iter().position(|one| *one == id);
    // Where there are but two, they are the pair.
    let only = || if let [one, other] = *taken_in { Some((one.clone(), other.clone())) } else { None };
    let pair = numbers.pair.take().filter(|(one, other)| place(one).is_some() && place(other).is_some());
    let pair = pair.or_else(only);
    let places = pair.as_ref().and_then(|(one, other)| Some((place(one)?, place(other)?)));
    let places = places.map(|(one, other)| (one.min(other), one.max(other)));
    wanted.extend(places.into_iter().flat_map(of_two));
    if taken_in.len() == 2 {
        // Of two people Cohen's kappa is what a paper reports, also theme by theme.
        wanted.extend(themes.into_iter().map(|theme| Measure::CohenTheme(0, 1, theme)));
    }
    let opened = match (numbers.opened.take(), places) {
        (Some(Measure::Cohen(..)), places) => places.map(|(one, other)| Measure::Cohen(one, other)),
        (Some(Measure::Scott(..)), places) => places.map(|(one, other)| Measure::Scott(one, other)),
        (Some(Measure::CohenTheme(.., theme)), _) => (taken_in.len() == 2).then_some(Measure::CohenTheme(0, 1, theme)),
        (opened, _) => opened,
    };
    // The first is taken out first.
    wanted.reverse();
    let mut pairs: Vec<(usize, usize)> =
        (0..taken_in.len()).flat_map(|one| (one + 1..taken_in.len()).map(move |other| (one, other))).collect();
    pairs.reverse();
    if taken_in.len() == 2 {
        // Their figure says it all.
        pairs.clear();
    }
    *numbers = Numbers {
        complete: numbers.complete,
        opened,
        pair,
        places,
        wanted,
        wanted_pairs: pairs,
        revision: inputs.lens.revision,
        waits: numbers.waits,
        ..Numbers::default()
    };
}

/// Opens the explanation of a measure, or closes it. Of a measure of two annotators the figure is shown from then on.
pub(crate) fn open(numbers: &mut Numbers, inputs: Inputs<'_>, measure: Option<Measure>) {
    if let Some((one, other)) = measure.as_ref().and_then(Measure::pair) {
        let everybody = annotators(inputs);
        let id = |place: usize| everybody.iter().filter(|one| !one.left_out).nth(place).map(|one| one.id.clone());
        numbers.pair = id(one).zip(id(other));
        numbers.places = Some((one, other));
        for measure in of_two((one, other)) {
            if numbers.of(&measure).is_none() {
                numbers.wanted.push(measure);
            }
        }
    }
    numbers.opened = measure;
}

/// What is computed of two annotators.
fn of_two((one, other): (usize, usize)) -> [Measure; 2] {
    [Measure::Cohen(one, other), Measure::Scott(one, other)]
}

/// Does some of what is left, and says about how much work it was.
fn step(numbers: &mut Numbers, inputs: Inputs<'_>, everybody: &[Annotator]) -> usize {
    let Some(source) = source(inputs, everybody, &inputs.question_id()) else { return SLICE };
    let paragraphs = inputs.context.article.paragraphs().len();
    if let Some(measure) = numbers.wanted.pop() {
        let computed = Computed::new(Table::new(&source, measure, numbers.complete));
        let effort = 5 * everybody.len() * paragraphs + computed.table.effort();
        numbers.computed.push(computed);
        return effort;
    }
    if let Some(computed) = numbers.computed.iter_mut().find(|computed| computed.interval.is_none()) {
        return computed.draw();
    }
    if numbers.wanted_pairs.is_empty() {
        return draw_pair(numbers, paragraphs, &source);
    }
    some_pairs(numbers, paragraphs, &source);
    SLICE
}

/// Some of the pairs: all of them share one table of answers, and each looks at two columns of it.
fn some_pairs(numbers: &mut Numbers, paragraphs: usize, source: &Source) {
    let ratings = if numbers.complete { source.answers.complete() } else { source.answers.clone() };
    let some = (SLICE / 10 / paragraphs.max(1)).max(1);
    let mut found = Vec::new();
    for _ in 0..some {
        let Some((one, other)) = numbers.wanted_pairs.pop() else { break };
        let pairs = pairs(ratings.items(), one, other);
        let both = pairs.iter().flatten().count();
        found.push(PairValue { places: (one, other), coefficient: cohen(&pairs), both, interval: None });
    }
    numbers.pairs.extend(found);
}

/// Some of the interval of the next pair, as its own figure has it.
fn draw_pair(numbers: &mut Numbers, paragraphs: usize, source: &Source) -> usize {
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
