//! The numbers as they are shown: words and places, no floats.

use super::{
    ANSWERS, Numbers, PairValue, THEMES,
    cite::cite,
    explain::{self, Explanation},
};
use crate::{
    class::{
        annotators::complete,
        computed::Computed,
        given::in_words,
        lens::Inputs,
        people::Annotator,
        scale::{Place, place},
    },
    strings::{class as say, compare::numbers as strings},
};
use postil_core::{
    codebook::Theme,
    measure::agreement::{
        Coefficient, Undefined,
        interval::Interval,
        measure::Measure,
        spread::{Spread, THIN},
        words::{CONVENTIONS, TOO_LITTLE, number as two, percent, range, without_convention},
    },
};
use std::sync::Arc;

/// Up to so many people there is a table of pairs.
const TABLE: usize = 12;

/// A value with its interval, each with all its digits, for other programs to read. Empty where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exact {
    /// The value.
    pub value: Arc<str>,
    /// The lower end of its interval.
    pub low: Arc<str>,
    /// The upper end.
    pub high: Arc<str>,
}

impl Exact {
    fn of(coefficient: Coefficient, interval: Option<Interval>) -> Self {
        let digits = |value: Option<f64>| value.map_or_else(|| "".into(), |value| Arc::from(value.to_string()));
        Self {
            value: digits(coefficient.ok()),
            low: digits(interval.map(|interval| interval.low)),
            high: digits(interval.map(|interval| interval.high)),
        }
    }
}

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The measure.
    pub measure: Measure,
    /// Its name.
    pub name: Arc<str>,
    /// The name of the coefficient, and of what it is computed where that is not told by it.
    pub label: Arc<str>,
    /// What it measures, in a sentence.
    pub about: Arc<str>,
    /// "0.42", or why there is none.
    pub value: Arc<str>,
    /// True when there is none.
    pub undefined: bool,
    /// The same with all digits.
    pub exact: Exact,
    /// "0.12 to 0.67"; empty while it is not known or when there is none.
    pub interval: Arc<str>,
    /// Where it lies.
    pub place: Option<Place>,
    /// What can be concluded.
    pub conclusion: Arc<str>,
    /// "10 paragraphs".
    pub items: Arc<str>,
    /// Its explanation, when it is open.
    pub explanation: Option<Arc<Explanation>>,
}

/// A kappa in the table of pairs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairCell {
    /// Which two; none on the diagonal.
    pub pair: Option<(usize, usize)>,
    /// "0.42".
    pub value: Arc<str>,
    /// The same with all digits.
    pub exact: Exact,
    /// Everything about it in words.
    pub words: Arc<str>,
    /// How high it is, 0 to 4, for its colour.
    pub level: &'static str,
    /// True when the two share too few paragraphs to tell anything.
    pub thin: bool,
}

/// Cohen's kappa of each two annotators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairs {
    /// The annotators: name and the least of it.
    pub heads: Vec<(Arc<str>, Arc<str>)>,
    /// A row for each; none where there are so many that they are drawn.
    pub rows: Vec<Vec<PairCell>>,
    /// How they are spread, where there are too many for a table.
    pub spread: Option<Spread>,
    /// Pairs to choose from where there is no table: places, who and their kappa, and whether it is chosen.
    pub choices: Vec<((usize, usize), Arc<str>, bool)>,
    /// What is said of pale cells; empty where there are none.
    pub thin: Arc<str>,
    /// Why they have no intervals; empty where they have.
    pub note: &'static str,
    /// The figures of the chosen pair.
    pub figures: Vec<Figure>,
}

/// The numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumbersView {
    /// True when only paragraphs that are answered by all count.
    pub complete: bool,
    /// Under which versions of the codebook the answers were given, in sentences; empty where that is not known.
    pub given: Arc<str>,
    /// How many paragraphs are answered by all.
    pub complete_items: Arc<str>,
    /// Answers.
    pub answers: Vec<Figure>,
    /// Sets of themes.
    pub themes: Vec<Figure>,
    /// Theme by theme.
    pub each: Vec<Figure>,
    /// Theme by theme, of two people: Cohen's kappa.
    pub each_of_two: Vec<Figure>,
    /// True when there are two people: then what is of two comes first.
    pub two: bool,
    /// Pairs.
    pub pairs: Pairs,
    /// What has to be said of so few, once; empty where there are enough.
    pub small: Arc<str>,
    /// A sentence to cite; empty while it is not known.
    pub cite: Arc<str>,
    /// True while something is still computed.
    pub working: bool,
    /// Said once of all lines that conclusions draw; empty where none does.
    pub convention: &'static str,
}

/// The numbers as they are now.
#[must_use]
pub(crate) fn numbers(numbers: &Numbers, inputs: Inputs<'_>, everybody: &[Annotator]) -> NumbersView {
    let figure = |measure: &Measure| Some(figure(numbers, inputs, everybody, numbers.of(measure)?));
    let some = |measures: &[Measure]| measures.iter().filter_map(figure).collect::<Vec<_>>();
    let each = inputs.context.codebook.themes.iter().filter_map(|theme| figure(&Measure::Theme(theme.id.clone())));
    let of_two = |theme: &Theme| figure(&Measure::CohenTheme(0, 1, theme.id.clone()));
    let people = everybody.iter().filter(|one| !one.left_out).count();
    let complete = complete(inputs);
    let mut view = NumbersView {
        complete: numbers.complete,
        given: in_words(inputs),
        complete_items: say::paragraphs(complete).into(),
        answers: some(&ANSWERS),
        themes: some(&THEMES),
        each: each.collect(),
        each_of_two: inputs.context.codebook.themes.iter().filter_map(of_two).collect(),
        two: people == 2,
        small: "".into(),
        cite: cite(numbers, inputs, people).into(),
        pairs: pairs(inputs, numbers, everybody),
        working: numbers.is_working(),
        convention: "",
    };
    view.convention = say_once(&mut view);
    view.small = small(&mut view, people, inputs.context.article.paragraphs().len()).into();
    view
}

/// Takes out of all conclusions what has to be said of each line, to be said once.
fn say_once(view: &mut NumbersView) -> &'static str {
    let mut said = "";
    let of_pair = view.pairs.figures.iter_mut();
    let of_two = &mut view.each_of_two;
    for figure in view.answers.iter_mut().chain(&mut view.themes).chain(&mut view.each).chain(of_two).chain(of_pair) {
        if let Some(conclusion) = without_convention(&figure.conclusion) {
            said = CONVENTIONS;
            figure.conclusion = conclusion.into();
        }
    }
    said
}

/// Shortens what every figure of a small class would say at length, and says it once instead.
fn small(view: &mut NumbersView, people: usize, paragraphs: usize) -> String {
    let mut found = false;
    let of_pair = view.pairs.figures.iter_mut().chain(&mut view.each_of_two);
    for figure in view.answers.iter_mut().chain(&mut view.themes).chain(&mut view.each).chain(of_pair) {
        if let Some((_, rest)) = figure.conclusion.split_once(TOO_LITTLE) {
            found = true;
            figure.conclusion = [strings::too_little_in_short(), rest].concat().into();
        }
    }
    if !found {
        return String::new();
    }
    strings::small_sample(&say::people(people), &say::paragraphs(paragraphs))
}

fn name(inputs: Inputs<'_>, everybody: &[Annotator], measure: &Measure) -> (Arc<str>, Arc<str>) {
    let (name, about): (&str, &str) = match measure {
        Measure::Percent => (strings::percent_agreement(), strings::percent_agreement_about()),
        Measure::Nominal => (strings::alpha(), strings::alpha_about()),
        Measure::Ordinal => (strings::ordinal(), strings::ordinal_about()),
        Measure::Fleiss => (strings::fleiss(), strings::fleiss_about()),
        Measure::Generalised => (strings::generalised(), strings::generalised_about()),
        Measure::Ac1 => (strings::ac1(), strings::ac1_about()),
        Measure::Masi => (strings::masi(), strings::masi_about()),
        Measure::Jaccard => (strings::jaccard(), strings::jaccard_about()),
        Measure::Theme(id) => {
            let label = inputs.context.codebook.called(id);
            return (label, strings::theme_alpha_about().into());
        }
        Measure::CohenTheme(.., id) => {
            return (inputs.context.codebook.called(id), strings::theme_kappa_about().into());
        }
        Measure::Cohen(one, other) => {
            return (of_two(strings::cohen(), everybody, (*one, *other)), strings::cohen_about().into());
        }
        Measure::Scott(one, other) => {
            return (of_two(strings::scott(), everybody, (*one, *other)), strings::scott_about().into());
        }
    };
    (name.into(), about.into())
}

/// "Cohen’s kappa: Ann and Ben".
fn of_two(coefficient: &str, everybody: &[Annotator], (one, other): (usize, usize)) -> Arc<str> {
    let name = |place: usize| {
        everybody.iter().filter(|one| !one.left_out).nth(place).map_or_else(|| "".into(), |one| Arc::clone(&one.name))
    };
    strings::of_pair(coefficient, &name(one), &name(other)).into()
}

fn figure(numbers: &Numbers, inputs: Inputs<'_>, everybody: &[Annotator], computed: &Computed) -> Figure {
    let measure = &computed.table.measure;
    let (name, about) = name(inputs, everybody, measure);
    let interval = computed.interval.flatten();
    let items = computed.table.items();
    let value = match computed.coefficient {
        Ok(value) if *measure == Measure::Percent => percent(value),
        Ok(value) => two(value),
        Err(reason) => reason.to_string(),
    };
    let between = |interval: Interval| match measure {
        Measure::Percent => strings::between(&percent(interval.low), &percent(interval.high)),
        _ => range(&interval),
    };
    let conclusion =
        computed.interval.as_ref().map(|interval| computed.table.conclude(&computed.coefficient, interval.as_ref()));
    Figure {
        measure: measure.clone(),
        label: match measure {
            Measure::Theme(_) => strings::alpha_of(&name).into(),
            Measure::CohenTheme(..) => strings::kappa_of(&name).into(),
            _ => Arc::clone(&name),
        },
        exact: Exact::of(computed.coefficient, interval),
        name,
        about,
        undefined: computed.coefficient.is_err(),
        value: value.into(),
        interval: interval.map_or_else(|| "".into(), |interval| between(interval).into()),
        place: place(measure, computed.coefficient, interval),
        conclusion: conclusion.unwrap_or_default().into(),
        items: say::paragraphs(items).into(),
        explanation: (numbers.opened.as_ref() == Some(measure)).then(|| Arc::new(explain::explain(inputs, computed))),
    }
}

fn pairs(inputs: Inputs<'_>, numbers: &Numbers, everybody: &[Annotator]) -> Pairs {
    let taken_in: Vec<&Annotator> = everybody.iter().filter(|annotator| !annotator.left_out).collect();
    // Two are no table, and of many a picture says more.
    let tabled = (3..=TABLE).contains(&taken_in.len());
    let side = if tabled { taken_in.len() } else { 0 };
    let mut rows: Vec<Vec<PairCell>> = vec![vec![PairCell::none(); side]; side];
    for pair in numbers.pairs.iter().filter(|_| tabled) {
        let (one, other) = pair.places;
        for (row, column) in [(one, other), (other, one)] {
            let (Some(row_annotator), Some(column_annotator)) = (taken_in.get(row), taken_in.get(column)) else {
                continue;
            };
            if let Some(cell) = rows.get_mut(row).and_then(|cells| cells.get_mut(column)) {
                *cell = PairCell::of(pair, row_annotator, column_annotator);
            }
        }
    }
    let chosen = numbers.places.map_or_else(Vec::new, |places| super::of_two(places).to_vec());
    let figures = chosen.iter().filter_map(|measure| numbers.of(measure));
    Pairs {
        heads: taken_in.iter().map(|annotator| (Arc::clone(&annotator.name), Arc::clone(&annotator.short))).collect(),
        spread: if taken_in.len() > TABLE { numbers.spread() } else { None },
        choices: if taken_in.len() > TABLE { choices(numbers, &taken_in) } else { Vec::new() },
        thin: if rows.iter().flatten().any(|cell| cell.thin) { strings::pale(THIN).into() } else { "".into() },
        rows,
        note: if numbers.draws_pairs(inputs.context.article.paragraphs().len()) { "" } else { strings::no_intervals() },
        figures: figures.map(|computed| figure(numbers, inputs, everybody, computed)).collect(),
    }
}

/// So many pairs make a list that somebody finds a pair in.
const LISTED: usize = 500;

/// The pairs to choose from, those that agree least first.
fn choices(numbers: &Numbers, taken_in: &[&Annotator]) -> Vec<((usize, usize), Arc<str>, bool)> {
    if numbers.pairs.len() > LISTED {
        return Vec::new();
    }
    let mut pairs: Vec<&PairValue> = numbers.pairs.iter().filter(|pair| pair.coefficient.is_ok()).collect();
    let value = |pair: &PairValue| pair.coefficient.unwrap_or(1.0);
    pairs.sort_by(|a, b| value(a).total_cmp(&value(b)).then(a.places.cmp(&b.places)));
    let choice = |pair: &&PairValue| {
        let (one, other) = pair.places;
        let words = PairCell::of(pair, taken_in.get(one)?, taken_in.get(other)?).words;
        Some((pair.places, words, numbers.places == Some(pair.places)))
    };
    pairs.iter().filter_map(choice).collect()
}

impl PairCell {
    fn none() -> Self {
        Self { pair: None, value: "".into(), exact: Exact::default(), words: "".into(), level: "none", thin: false }
    }

    fn of(pair: &PairValue, row: &Annotator, column: &Annotator) -> Self {
        let (value, level) = match pair.coefficient {
            Ok(value) => (two(value), level(value)),
            Err(Undefined::NoPairs) => ("–".to_owned(), "none"),
            Err(_) => ("?".to_owned(), "none"),
        };
        let said = match (pair.coefficient, pair.interval) {
            (Ok(_), Some(interval)) => strings::value_in(&value, &range(&interval)),
            (Ok(_), None) => value.clone(),
            (Err(reason), _) => reason.to_string(),
        };
        let thin = pair.coefficient.is_ok() && pair.both < THIN;
        let words = if thin { strings::thin_pair } else { strings::pair };
        let words = words(pair.both, &row.name, &column.name, &said);
        Self {
            pair: Some(pair.places),
            exact: Exact::of(pair.coefficient, pair.interval),
            value: value.into(),
            words: words.into(),
            level,
            thin,
        }
    }
}

fn level(value: f64) -> &'static str {
    match value {
        value if value >= 0.8 => "4",
        value if value >= 0.667 => "3",
        value if value >= 0.4 => "2",
        value if value > 0.0 => "1",
        _ => "0",
    }
}
