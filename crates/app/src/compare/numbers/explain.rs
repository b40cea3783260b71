//! How a number comes about: its formula, this data's own table, step by step, and the paragraphs that cost most.

use super::cite::thousands;
use crate::{
    class::{computed::Computed, lens::Inputs},
    strings::compare::explain as strings,
};
use postil_core::{
    article::beginning,
    measure::agreement::{
        gwet,
        interval::RESAMPLES,
        measure::{Measure, Table},
        words::{number as two, percent},
    },
};
use std::sync::Arc;

/// Rows of the table by paragraphs; more are cut, and that is said.
const ROWS: usize = 30;
/// Paragraphs that cost most.
const COSTLY: usize = 5;

/// A table of words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// What it is called.
    pub title: &'static str,
    /// How it is read, or how much of it is shown; may be empty.
    pub about: Arc<str>,
    /// The heads of its columns, the first of which is that of the rows' heads.
    pub head: Vec<Arc<str>>,
    /// Rows; the first cell is the row's head.
    pub rows: Vec<Vec<Arc<str>>>,
}

/// A step of the computation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What is computed.
    pub what: Arc<str>,
    /// How, with this data's numbers.
    pub how: Arc<str>,
}

/// A paragraph that agreement is lost on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Costly {
    /// Its index, from 0.
    pub index: usize,
    /// Its first words.
    pub words: Arc<str>,
    /// "23 % of all disagreement".
    pub share: Arc<str>,
}

/// How a number comes about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The formula.
    pub formula: Arc<str>,
    /// What its signs mean.
    pub legend: Arc<str>,
    /// Step by step.
    pub steps: Vec<Step>,
    /// This data's own tables.
    pub tables: Vec<Cells>,
    /// The paragraphs that cost most.
    pub costly: Vec<Costly>,
}

/// Explains a number.
#[must_use]
pub(crate) fn explain(inputs: Inputs<'_>, computed: &Computed) -> Explanation {
    let table = &computed.table;
    let mut explanation = match table.measure {
        Measure::Percent => by_pairs(inputs, table),
        Measure::Fleiss => fleiss(inputs, table),
        Measure::Generalised => generalised(inputs, table),
        Measure::Ac1 => ac1(inputs, table),
        Measure::Cohen(..) | Measure::CohenTheme(..) => of_two(inputs, table, &COHEN),
        Measure::Scott(..) => of_two(inputs, table, &SCOTT),
        _ => alpha(inputs, table),
    };
    if matches!(table.measure, Measure::Nominal) {
        explanation.tables.insert(0, coincidences(inputs, table));
    }
    if table.measure.pair().is_none() {
        explanation.costly = costly(inputs, table);
    }
    if let Ok(value) = computed.coefficient {
        let words = if table.measure == Measure::Percent { percent(value) } else { two(value) };
        explanation.steps.push(Step { what: strings::result().into(), how: words.into() });
    }
    if let Some(Some(interval)) = computed.interval {
        let how = strings::interval_is(&two(interval.low), &two(interval.high), &thousands(RESAMPLES));
        explanation.steps.push(Step { what: strings::interval().into(), how: how.into() });
    }
    explanation
}

fn step(what: &str, how: String) -> Step {
    Step { what: what.into(), how: how.into() }
}

fn alpha(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let mut steps = Vec::new();
    // Shares, not distances: they can be compared across paragraphs whatever the distance is.
    let shares = table.shares();
    let ratings: u32 = table.counts.iter().filter(|counts| counts.is_pairable()).map(|counts| counts.coders).sum();
    steps.push(step(strings::based_on(), strings::based_on_several(table.items(), ratings)));
    if let Ok((observed, expected)) = table.disagreement() {
        let (observed, expected) = scaled(&table.measure, observed, expected);
        steps.push(step(strings::observed(), strings::observed_is(observed)));
        steps.push(step(strings::expected(), strings::expected_is(expected)));
        if expected > 0.0 {
            let alpha = two(1.0 - observed / expected);
            steps.push(step(strings::alpha(), strings::alpha_is(observed, expected, &alpha)));
        }
    }
    Explanation {
        formula: strings::alpha_formula().into(),
        legend: strings::alpha_legend().into(),
        steps,
        tables: vec![by_paragraph(inputs, table, strings::share_of_disagreement(), |at| {
            if table.counts[at].is_pairable() { percent(shares[at]) } else { "–".to_owned() }
        })],
        costly: Vec::new(),
    }
}

/// Ordinal distances are squares of counts, thousands of them: both are divided by the same number, so that the larger is
/// 1. Their quotient stays.
fn scaled(measure: &Measure, observed: f64, expected: f64) -> (f64, f64) {
    match measure {
        Measure::Ordinal if expected > 0.0 => (observed / expected, 1.0),
        _ => (observed, expected),
    }
}

fn by_pairs(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let shares: Vec<f64> = table.counts.iter().filter_map(|counts| counts.agreeing_pairs()).collect();
    let sum: f64 = shares.iter().sum();
    let n = shares.len();
    Explanation {
        formula: strings::percent_formula().into(),
        legend: strings::percent_legend().into(),
        steps: vec![step(strings::mean(), strings::mean_is(sum, n))],
        tables: vec![by_paragraph(inputs, table, strings::pairs_that_agree(), |at| {
            table.counts[at].agreeing_pairs().map_or_else(|| "–".to_owned(), percent)
        })],
        costly: Vec::new(),
    }
}

fn fleiss(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let mut totals = vec![0_u32; table.ratings.labels()];
    for (label, n) in table.counts.iter().flat_map(|counts| &counts.by_label) {
        totals[usize::from(*label)] += n;
    }
    let all: f64 = totals.iter().copied().map(f64::from).sum();
    let shares: Vec<f64> = totals.iter().map(|n| if all > 0.0 { f64::from(*n) / all } else { 0.0 }).collect();
    Explanation { legend: strings::fleiss_legend().into(), ..kappa(inputs, table, &shares) }
}

fn generalised(inputs: Inputs<'_>, table: &Table) -> Explanation {
    Explanation { legend: strings::generalised_legend().into(), ..kappa(inputs, table, &mean_shares(table)) }
}

/// A kappa of any number of annotators, whose chance goes by these shares.
fn kappa(inputs: Inputs<'_>, table: &Table, shares: &[f64]) -> Explanation {
    let chance: f64 = shares.iter().map(|share| share * share).sum();
    let squares: Vec<String> =
        shares.iter().filter(|share| **share > 0.0).map(|share| format!("{share:.2}²")).collect();
    beyond_chance(inputs, table, strings::kappa(), chance, strings::chance_is(&squares.join(" + "), chance))
}

fn ac1(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let shares = mean_shares(table);
    let used: Vec<f64> = shares.into_iter().filter(|share| *share > 0.0).collect();
    let others = used.len().saturating_sub(1).max(1);
    let chance: f64 = used.iter().map(|share| share * (1.0 - share)).sum::<f64>() / others as f64;
    let uneven: Vec<String> = used.iter().map(|share| format!("{share:.2}×{:.2}", 1.0 - share)).collect();
    let how = strings::chance_by_others(&uneven.join(" + "), others, chance);
    Explanation {
        formula: strings::ac1_formula().into(),
        legend: strings::ac1_legend().into(),
        ..beyond_chance(inputs, table, strings::ac1(), chance, how)
    }
}

fn mean_shares(table: &Table) -> Vec<f64> {
    gwet::shares(&table.counts, table.ratings.labels(), &vec![1.0; table.counts.len()])
}

/// Percent agreement beyond what chance would give.
fn beyond_chance(inputs: Inputs<'_>, table: &Table, name: &str, chance: f64, how: String) -> Explanation {
    let mut explanation = by_pairs(inputs, table);
    let observed: Vec<f64> = table.counts.iter().filter_map(|counts| counts.agreeing_pairs()).collect();
    let mean = observed.iter().sum::<f64>() / observed.len().max(1) as f64;
    explanation.formula = strings::kappa_formula().into();
    explanation.steps.push(step(strings::agreement(), format!("{mean:.3}")));
    explanation.steps.push(step(strings::chance(), how));
    if chance < 1.0 {
        explanation.steps.push(step(name, strings::beyond_chance(mean, chance)));
    }
    explanation
}

/// A coefficient of two annotators, in words.
struct OfTwo {
    formula: &'static str,
    name: &'static str,
    legend: &'static str,
    /// True when chance goes by the answers of both together.
    together: bool,
}

const COHEN: OfTwo = OfTwo {
    formula: strings::cohen_formula(),
    name: strings::kappa(),
    legend: strings::cohen_legend(),
    together: false,
};
const SCOTT: OfTwo =
    OfTwo { formula: strings::scott_formula(), name: strings::pi(), legend: strings::scott_legend(), together: true };

fn of_two(inputs: Inputs<'_>, table: &Table, coefficient: &OfTwo) -> Explanation {
    let labels = table.ratings.labels();
    let cells = table.contingency();
    let n: u32 = cells.iter().sum();
    let agreed: u32 = (0..labels).map(|at| cells[at * labels + at]).sum();
    let row = |at: usize| cells[at * labels..(at + 1) * labels].iter().sum::<u32>();
    let column = |at: usize| (0..labels).map(|row| cells[row * labels + at]).sum::<u32>();
    let used: Vec<usize> = (0..labels).filter(|at| row(*at) + column(*at) > 0).collect();
    // For each answer the two numbers whose product goes into chance, and of how many answers they are.
    let factors = |at: &usize| {
        let both = row(*at) + column(*at);
        if coefficient.together { (both, both) } else { (row(*at), column(*at)) }
    };
    let of = if coefficient.together { 2 * n } else { n };
    let mut steps = vec![step(strings::based_on(), strings::based_on_both(n as usize))];
    if n > 0 {
        let chance: f64 = used.iter().map(factors).map(|(one, other)| f64::from(one) * f64::from(other)).sum();
        let (observed, expected) = (f64::from(agreed) / f64::from(n), chance / (f64::from(of) * f64::from(of)));
        let sums: Vec<String> = used.iter().map(factors).map(|(one, other)| format!("{one}×{other}")).collect();
        steps.push(step(strings::agreement_of_two(), strings::agreement_of_two_is(agreed, n, observed)));
        steps.push(step(strings::chance(), strings::chance_of_two(&sums.join(" + "), of, expected)));
        if expected < 1.0 {
            steps.push(step(coefficient.name, strings::beyond_chance(observed, expected)));
        }
    }
    let mut head: Vec<Arc<str>> = vec!["".into()];
    head.extend(used.iter().map(|at| label(inputs, table, *at)));
    let rows = used.iter().map(|one| {
        let mut cells_of: Vec<Arc<str>> = vec![label(inputs, table, *one)];
        cells_of.extend(used.iter().map(|other| Arc::from(cells[one * labels + other].to_string())));
        cells_of
    });
    Explanation {
        formula: coefficient.formula.into(),
        legend: coefficient.legend.into(),
        steps,
        tables: vec![Cells {
            title: strings::compared(),
            about: strings::compared_about().into(),
            head,
            rows: rows.collect(),
        }],
        costly: Vec::new(),
    }
}

fn label(inputs: Inputs<'_>, table: &Table, at: usize) -> Arc<str> {
    if matches!(table.measure, Measure::CohenTheme(..)) {
        return if at == 0 { strings::does_not_apply() } else { strings::applies() }.into();
    }
    let Some(option) = table.options.get(at) else { return at.to_string().into() };
    let question = inputs.context.codebook.question(&inputs.question_id());
    question.map_or_else(|| option.to_shared(), |question| question.called(option))
}

fn coincidences(inputs: Inputs<'_>, table: &Table) -> Cells {
    let labels = table.ratings.labels();
    let cells = table.coincidences();
    let used: Vec<usize> =
        (0..labels).filter(|at| cells[at * labels..(at + 1) * labels].iter().any(|n| *n > 0.0)).collect();
    let mut head: Vec<Arc<str>> = vec!["".into()];
    head.extend(used.iter().map(|at| label(inputs, table, *at)));
    let rows = used.iter().map(|one| {
        let mut row: Vec<Arc<str>> = vec![label(inputs, table, *one)];
        row.extend(used.iter().map(|other| Arc::from(format!("{:.1}", cells[one * labels + other]))));
        row
    });
    Cells { title: strings::coincidences(), about: strings::coincidences_about().into(), head, rows: rows.collect() }
}

fn by_paragraph(inputs: Inputs<'_>, table: &Table, last: &str, value: impl Fn(usize) -> String) -> Cells {
    let rows = table.paragraphs.iter().enumerate().take(ROWS).map(|(at, index)| {
        let words = beginning(&inputs.context.article.text(*index));
        let coders = table.counts[at].coders;
        vec![strings::row(index + 1, &words).into(), coders.to_string().into(), value(at).into()]
    });
    let rest = table.paragraphs.len().saturating_sub(ROWS);
    let about = if rest > 0 { strings::first_paragraphs(ROWS, table.paragraphs.len()) } else { String::new() };
    Cells {
        title: strings::by_paragraph(),
        about: about.into(),
        head: vec![strings::paragraph().into(), strings::annotators().into(), last.into()],
        rows: rows.collect(),
    }
}

fn costly(inputs: Inputs<'_>, table: &Table) -> Vec<Costly> {
    let shares = table.shares();
    let mut by_cost: Vec<(usize, usize)> = table
        .paragraphs
        .iter()
        .zip(&shares)
        // Shares lie between 0 and 1.
        .map(|(index, share)| ((share * 100_000.0).round() as usize, *index))
        .filter(|(share, _)| *share >= 50)
        .collect();
    by_cost.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
    by_cost.truncate(COSTLY);
    let costly = |(share, index): (usize, usize)| Costly {
        index,
        words: beginning(&inputs.context.article.text(index)),
        share: strings::percent((share + 500) / 1000).into(),
    };
    by_cost.into_iter().map(costly).collect()
}
