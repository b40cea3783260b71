//! The measures that are shown, each with the table it is computed from.

use super::{
    Coefficient, Distance, Ratings, Undefined,
    alpha::{Parts, shares},
    cohen::{Pair, cohen_weighed, pairs},
    distance::{jaccard, masi},
    fleiss::fleiss_weighed,
    gwet,
    interval::{Bootstrap, Interval},
    percent::percent_weighed,
    ratings::{Counts, Label},
    scott::scott_weighed,
    words::{Basis, conclude, conclude_ac1, conclude_percent},
};
use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    measure::comparison::{AnswerLabels, Comparison, ThemeLabels},
};
use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

/// What agreement is measured on, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Answers: the mean share of agreeing pairs (Fleiss' P).
    Percent,
    /// Answers: Krippendorff's alpha, nominal.
    Nominal,
    /// Answers with a place between against and for: Krippendorff's alpha, ordinal.
    Ordinal,
    /// Answers: Fleiss' kappa.
    Fleiss,
    /// Answers: its generalisation to different numbers of annotators (Gwet 2014).
    Generalised,
    /// Answers: Gwet's AC1.
    Ac1,
    /// Sets of themes: Krippendorff's alpha with MASI distance.
    Masi,
    /// Sets of themes: Krippendorff's alpha with Jaccard distance.
    Jaccard,
    /// Whether one theme applies: Krippendorff's alpha, nominal.
    Theme(ThemeId),
    /// Answers of two annotators, by their places in the comparison: Cohen's kappa.
    Cohen(usize, usize),
    /// The same: Scott's pi.
    Scott(usize, usize),
    /// Whether one theme applies, of two annotators: Cohen's kappa.
    CohenTheme(usize, usize, ThemeId),
}

impl Measure {
    /// The places of the two annotators that it is of, if it is of two.
    #[must_use]
    pub fn pair(&self) -> Option<(usize, usize)> {
        match self {
            Self::Cohen(one, other) | Self::Scott(one, other) | Self::CohenTheme(one, other, _) => Some((*one, *other)),
            _ => None,
        }
    }
}

/// The two tables that all measures are made of. Looking records up is most of the work, so it is done once.
#[derive(Clone, Debug)]
pub struct Source {
    /// The question whose answers they are.
    pub question: QuestionId,
    /// The answers, paragraphs by annotators.
    pub answers: Ratings,
    /// How many paragraphs are answered by all.
    pub complete: usize,
    options: Vec<OptionId>,
    /// Where each of them stands on the scale of the question.
    places: Vec<Option<Label>>,
    themes: Ratings,
    sets: Vec<Vec<ThemeId>>,
    /// The same sets with numbers for themes, since numbers are quick to compare, and there may be millions of pairs.
    members: Arc<[Vec<usize>]>,
}

impl Source {
    /// The tables of a comparison, for the answers to one question and for themes.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>, question: &QuestionId) -> Self {
        let mut gathering = Gathering::new(comparison, question);
        gathering.step(comparison, comparison.paragraphs());
        gathering.finish()
    }
}

/// The same in steps, so that a page stays awake meanwhile.
#[derive(Clone, Debug)]
pub struct Gathering {
    answers: AnswerLabels,
    answer_rows: Vec<Vec<Option<Label>>>,
    themes: ThemeLabels,
    theme_rows: Vec<Vec<Option<Label>>>,
    complete: usize,
}

impl Gathering {
    /// Nothing looked up yet.
    #[must_use]
    pub fn new(comparison: &Comparison<'_>, question: &QuestionId) -> Self {
        Self {
            answers: comparison.answer_labels(question),
            answer_rows: Vec::new(),
            themes: ThemeLabels::default(),
            theme_rows: Vec::new(),
            complete: 0,
        }
    }

    /// The question whose answers are looked up.
    #[must_use]
    pub fn question(&self) -> &QuestionId {
        &self.answers.question
    }

    /// Looks so many paragraphs more up. True when none is left.
    pub fn step(&mut self, comparison: &Comparison<'_>, paragraphs: usize) -> bool {
        let end = (self.answer_rows.len() + paragraphs).min(comparison.paragraphs());
        for paragraph in self.answer_rows.len()..end {
            let (mut answers, mut themes) = (Vec::new(), Vec::new());
            for record in comparison.records(paragraph) {
                answers.push(record.and_then(|record| self.answers.of(record)));
                themes.push(record.and_then(|record| self.themes.of(record)));
            }
            self.answer_rows.push(answers);
            self.theme_rows.push(themes);
            self.complete += usize::from(comparison.answered_by_all(paragraph, &self.answers.question));
        }
        end == comparison.paragraphs()
    }

    /// The tables of what was looked up.
    #[must_use]
    pub fn finish(self) -> Source {
        let (answers, themes) = (Ratings::new(self.answer_rows), Ratings::new(self.theme_rows));
        Source {
            places: self.answers.places(),
            question: self.answers.question,
            complete: self.complete,
            answers,
            options: self.answers.options,
            themes,
            members: numbered(&self.themes.sets),
            sets: self.themes.sets,
        }
    }
}

/// Sets with a number for each theme, in order.
fn numbered(sets: &[Vec<ThemeId>]) -> Arc<[Vec<usize>]> {
    let mut numbers = BTreeMap::<&ThemeId, usize>::new();
    let mut numbered = Vec::with_capacity(sets.len());
    for set in sets {
        let mut members = Vec::with_capacity(set.len());
        for theme in set {
            let next = numbers.len();
            members.push(*numbers.entry(theme).or_insert(next));
        }
        members.sort_unstable();
        numbered.push(members);
    }
    numbered.into()
}

/// The ratings that a measure looks at, of all paragraphs.
struct Labelled<'a> {
    ratings: Cow<'a, Ratings>,
    /// The answers that labels stand for; none where they stand for something else.
    options: Vec<OptionId>,
    /// How far labels lie apart, for the measures that are an alpha.
    distance: Option<Distance>,
    /// Why the measure cannot be computed of these labels, if so.
    unfit: Option<Undefined>,
}

fn labelled<'a>(source: &'a Source, measure: &Measure) -> Labelled<'a> {
    let relabelled = |ratings: &Ratings, labels: &[Option<Label>]| {
        let label = |label: &Option<Label>| *labels.get(usize::from((*label)?))?;
        Cow::Owned(Ratings::new(ratings.items().iter().map(|row| row.iter().map(label).collect()).collect()))
    };
    let of = |ratings, distance| Labelled { ratings, options: Vec::new(), distance: Some(distance), unfit: None };
    match measure {
        Measure::Ordinal => {
            let places = &source.places;
            let first = places.iter().flatten().next();
            let one = places.iter().flatten().all(|place| Some(place) == first);
            let unfit = one.then_some(Undefined::NoOrder);
            Labelled { unfit, ..of(relabelled(&source.answers, places), Distance::Ordinal) }
        }
        Measure::Masi | Measure::Jaccard => {
            let apart = if *measure == Measure::Masi { masi } else { jaccard };
            let sets = Arc::clone(&source.members);
            of(Cow::Borrowed(&source.themes), Distance::between(move |one, other| apart(&sets[one], &sets[other])))
        }
        Measure::Theme(theme) | Measure::CohenTheme(_, _, theme) => {
            let applies: Vec<_> = source.sets.iter().map(|set| Some(Label::from(set.contains(theme)))).collect();
            let alpha = matches!(measure, Measure::Theme(_));
            let table = of(relabelled(&source.themes, &applies), Distance::Nominal);
            Labelled { distance: table.distance.filter(|_| alpha), ..table }
        }
        _ => Labelled {
            ratings: Cow::Borrowed(&source.answers),
            options: source.options.clone(),
            distance: (*measure == Measure::Nominal).then_some(Distance::Nominal),
            unfit: None,
        },
    }
}

/// A measure with its table. Only rows that can tell something are in it: what tells nothing must not be drawn either, or
/// resamples would hold fewer of those that do, and the interval would be wider than what is known.
#[derive(Clone, Debug)]
pub struct Table {
    /// The measure.
    pub measure: Measure,
    /// Paragraphs by annotators.
    pub ratings: Ratings,
    /// For each row of the table the index of its paragraph.
    pub paragraphs: Vec<usize>,
    /// How often each label stands in each row.
    pub counts: Vec<Counts>,
    /// The answers that labels stand for; none where they stand for something else.
    pub options: Vec<OptionId>,
    /// What alpha is made of, for the measures that are one.
    parts: Option<Parts>,
    /// Why the measure cannot be computed at all, if so.
    unfit: Option<Undefined>,
    pairs: Vec<Pair>,
    basis: Basis,
}

impl Table {
    /// The table of a measure: of all paragraphs, or only of those that are answered by all.
    #[must_use]
    pub fn new(source: &Source, measure: Measure, complete: bool) -> Self {
        let Labelled { ratings, options, distance, unfit } = labelled(source, &measure);
        let whole = |row: &&Vec<Option<Label>>| !complete || row.iter().all(Option::is_some);
        let coders = |row: &&Vec<Option<Label>>| row.iter().flatten().count();
        let coded = |row: &&Vec<Option<Label>>, place: usize| matches!(row.get(place), Some(Some(_)));
        let two = measure.pair();
        let tells = |row: &&Vec<Option<Label>>| match (&measure, two) {
            // Fleiss' kappa has to notice that the numbers are unequal, also where one is one, and for Gwet a single answer
            // has its part in what chance would give.
            (Measure::Fleiss | Measure::Generalised | Measure::Ac1, _) => coders(row) > 0,
            (_, Some((one, other))) => coded(row, one) && coded(row, other),
            _ => coders(row) > 1,
        };
        let rows = (0..).zip(ratings.items()).filter(|(_, row)| whole(row) && tells(row));
        let paragraphs: Vec<usize> = rows.map(|(at, _)| at).collect();
        let ratings = ratings.rows(&paragraphs);
        let pairs = two.map_or_else(Vec::new, |(one, other)| pairs(ratings.items(), one, other));
        let basis = match (&measure, two) {
            // Mixed and neutral share a place on the scale, and are two answers.
            (Measure::Ordinal, _) => {
                let placed = source.answers.rows(&paragraphs).where_coded(&ratings);
                Basis { differing: Basis::of(&placed).differing, ..Basis::of(&ratings) }
            }
            (_, Some((one, other))) => Basis::of(&ratings.only(&[one, other])),
            _ => Basis::of(&ratings),
        };
        let counts = ratings.counts();
        let parts = distance.map(|distance| Parts::new(&counts, ratings.labels(), &distance));
        Self { measure, ratings, paragraphs, counts, options, parts, unfit, pairs, basis }
    }

    /// What a value with this interval allows to conclude from what was observed, in a plain sentence or two.
    #[must_use]
    pub fn conclude(&self, coefficient: &Coefficient, interval: Option<&Interval>) -> String {
        let say = match self.measure {
            Measure::Percent => conclude_percent,
            Measure::Ac1 => conclude_ac1,
            _ => conclude,
        };
        say(coefficient, interval, self.basis)
    }

    /// How many rows say anything: where two annotators or more have coded the paragraph.
    #[must_use]
    pub fn items(&self) -> usize {
        match self.measure.pair() {
            Some(_) => self.pairs.len(),
            None => self.counts.iter().filter(|counts| counts.is_pairable()).count(),
        }
    }

    /// The coefficient.
    ///
    /// # Errors
    /// Why it is undefined.
    pub fn coefficient(&self) -> Coefficient {
        self.prepared(|weighed| weighed(&vec![1.0; self.counts.len()]))
    }

    /// Draws some resamples more.
    pub fn draw(&self, bootstrap: &mut Bootstrap, resamples: usize) {
        self.prepared(|weighed| bootstrap.draw(resamples, weighed));
    }

    /// Nothing drawn yet.
    #[must_use]
    pub fn bootstrap(&self) -> Bootstrap {
        Bootstrap::new(self.counts.len())
    }

    /// About how much work one resample is, in steps of a loop.
    #[must_use]
    pub fn effort(&self) -> usize {
        let ratings: usize = self.counts.iter().map(|counts| counts.by_label.len()).sum();
        1 + self.parts.as_ref().map_or(self.counts.len() + ratings + self.ratings.labels(), Parts::effort)
    }

    fn prepared<T>(&self, work: impl FnOnce(&mut dyn FnMut(&[f64]) -> Coefficient) -> T) -> T {
        let labels = self.ratings.labels();
        if let Some(why) = self.unfit {
            return work(&mut |_| Err(why));
        }
        if let Some(parts) = &self.parts {
            return work(&mut |weights| parts.alpha(weights));
        }
        match self.measure {
            Measure::Cohen(..) | Measure::CohenTheme(..) => work(&mut |weights| cohen_weighed(&self.pairs, weights)),
            Measure::Scott(..) => work(&mut |weights| scott_weighed(&self.pairs, weights)),
            Measure::Generalised => work(&mut |weights| gwet::kappa_weighed(&self.counts, labels, weights)),
            Measure::Ac1 => {
                let categories = gwet::categories(&self.counts, labels);
                work(&mut |weights| gwet::ac1_weighed(&self.counts, labels, categories, weights))
            }
            Measure::Fleiss => work(&mut |weights| fleiss_weighed(&self.counts, labels, weights)),
            _ => work(&mut |weights| percent_weighed(&self.counts, weights)),
        }
    }

    /// Observed and expected disagreement, for the measures that are an alpha.
    ///
    /// # Errors
    /// Why there is none: [`Undefined::NoPairs`] for other measures.
    pub fn disagreement(&self) -> Result<(f64, f64), Undefined> {
        let parts = self.parts.as_ref().ok_or(Undefined::NoPairs)?;
        parts.disagreement(&vec![1.0; self.counts.len()])
    }

    /// What each row costs, as a share of all disagreement, 0 to 1.
    #[must_use]
    pub fn shares(&self) -> Vec<f64> {
        match &self.parts {
            Some(parts) => parts.shares(),
            None => shares(&self.counts, self.ratings.labels(), &Distance::Nominal),
        }
    }

    /// How often each of two annotators' answers met each of the other's: row by row, a square of as many as there are
    /// labels. All zero unless the measure is of two annotators.
    #[must_use]
    pub fn contingency(&self) -> Vec<u32> {
        let labels = self.ratings.labels();
        let mut cells = vec![0; labels * labels];
        for (one, other) in self.pairs.iter().flatten() {
            cells[usize::from(*one) * labels + usize::from(*other)] += 1;
        }
        cells
    }

    /// The coincidences of labels (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): how often each met
    /// each within a paragraph, each paragraph counting as often as it was coded.
    #[must_use]
    pub fn coincidences(&self) -> Vec<f64> {
        let labels = self.ratings.labels();
        let mut cells = vec![0.0; labels * labels];
        for counts in self.counts.iter().filter(|counts| counts.is_pairable()) {
            for (one, n) in &counts.by_label {
                for (other, m) in &counts.by_label {
                    let met = f64::from(*n) * (f64::from(*m) - if one == other { 1.0 } else { 0.0 });
                    cells[usize::from(*one) * labels + usize::from(*other)] += met / (f64::from(counts.coders) - 1.0);
                }
            }
        }
        cells
    }
}
