//! How a number comes about: its formula, this data's own table, step by step, and the paragraphs that cost most.

use super::percent;
use crate::{
    class::{computed::Computed, lens::Inputs},
    words::count,
};
use postil_core::{
    article::beginning,
    measure::agreement::{
        gwet,
        measure::{Measure, Table},
        words::number as two,
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
    /// What it shows.
    pub caption: Arc<str>,
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
        explanation.steps.push(Step { what: "Result".into(), how: words.into() });
    }
    if let Some(Some(interval)) = computed.interval {
        let how = format!(
            "from {} to {}: the middle 95% of the values from 2,000 bootstrap samples (paragraphs drawn with replacement)",
            two(interval.low),
            two(interval.high)
        );
        explanation.steps.push(Step { what: "95% interval".into(), how: how.into() });
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
    steps.push(step(
        "Based on",
        format!(
            "{} that two or more have answered, {ratings} answers in all",
            count(table.items(), "paragraph", "paragraphs")
        ),
    ));
    if let Ok((observed, expected)) = table.disagreement() {
        let (observed, expected) = scaled(&table.measure, observed, expected);
        steps
            .push(step("D observed", format!("{observed:.3}: the mean distance of two answers to the same paragraph")));
        steps.push(step(
            "D expected",
            format!("{expected:.3}: the mean distance of any two answers, whatever the paragraph"),
        ));
        if expected > 0.0 {
            steps
                .push(step("Alpha", format!("1 − {observed:.3} ÷ {expected:.3} = {}", two(1.0 - observed / expected))));
        }
    }
    Explanation {
        formula: "α = 1 − D observed ÷ D expected".into(),
        legend: "D is disagreement. 1 means that all agree, 0 that they agree no more than if answers were given at \
                 random, and less than 0 that they differ more than that."
            .into(),
        steps,
        tables: vec![by_paragraph(inputs, table, "Share of all disagreement", |at| {
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
        formula: "P = the mean over paragraphs of agreeing pairs ÷ all pairs".into(),
        legend: "A pair is two annotators of the same paragraph. Paragraphs that only one has answered have none."
            .into(),
        steps: vec![step("Mean", format!("{sum:.3} ÷ {n}"))],
        tables: vec![by_paragraph(inputs, table, "Pairs that agree", |at| {
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
    Explanation {
        legend:
            "P is percent agreement; Pe is the agreement expected by chance: the sum of the squares of each answer’s share."
                .into(),
        ..kappa(inputs, table, &shares)
    }
}

/// How a share comes about where the numbers of annotators differ.
const EACH_ALIKE: &str =
    "A share is the mean over paragraphs, so each paragraph counts the same, however many have answered it";

fn generalised(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let legend = [
        "P is percent agreement; Pe is the agreement expected by chance: the sum of the squares of each answer’s share. ",
        EACH_ALIKE,
        " (K. L. Gwet, 2014).",
    ];
    Explanation { legend: legend.concat().into(), ..kappa(inputs, table, &mean_shares(table)) }
}

/// A kappa of any number of annotators, whose chance goes by these shares.
fn kappa(inputs: Inputs<'_>, table: &Table, shares: &[f64]) -> Explanation {
    let chance: f64 = shares.iter().map(|share| share * share).sum();
    let squares: Vec<String> =
        shares.iter().filter(|share| **share > 0.0).map(|share| format!("{share:.2}²")).collect();
    beyond_chance(inputs, table, "Kappa", chance, format!("{} = {chance:.3}", squares.join(" + ")))
}

fn ac1(inputs: Inputs<'_>, table: &Table) -> Explanation {
    let shares = mean_shares(table);
    let used: Vec<f64> = shares.into_iter().filter(|share| *share > 0.0).collect();
    let others = used.len().saturating_sub(1).max(1);
    let chance: f64 = used.iter().map(|share| share * (1.0 - share)).sum::<f64>() / others as f64;
    let uneven: Vec<String> = used.iter().map(|share| format!("{share:.2}×{:.2}", 1.0 - share)).collect();
    let legend = [
        "P is percent agreement. Pe is the agreement expected by chance: for each answer, its share times one minus its \
         share; the sum over all answers is divided by the number of answers used minus one. It is small where nearly all \
         give one and the same answer. ",
        EACH_ALIKE,
        " (K. L. Gwet, 2008).",
    ];
    Explanation {
        formula: "AC1 = (P − Pe) ÷ (1 − Pe)".into(),
        legend: legend.concat().into(),
        ..beyond_chance(inputs, table, "AC1", chance, format!("({}) ÷ {others} = {chance:.3}", uneven.join(" + ")))
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
    explanation.formula = "κ = (P − Pe) ÷ (1 − Pe)".into();
    explanation.steps.push(step("P", format!("{mean:.3}")));
    explanation.steps.push(step("Pe", how));
    if chance < 1.0 {
        explanation.steps.push(step(name, format!("({mean:.3} − {chance:.3}) ÷ (1 − {chance:.3})")));
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
    formula: "κ = (Po − Pe) ÷ (1 − Pe)",
    name: "Kappa",
    legend: "Po is the share of paragraphs on which the two agree. Pe is the agreement expected by chance: the sum, over \
             all answers, of the product of the two annotators’ shares.",
    together: false,
};
const SCOTT: OfTwo = OfTwo {
    formula: "π = (Po − Pe) ÷ (1 − Pe)",
    name: "Pi",
    legend: "Po is the share of paragraphs on which the two agree. Pe is the agreement expected by chance: the sum, over \
             all answers, of the squared share in both annotators’ answers combined.",
    together: true,
};

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
    let mut steps =
        vec![step("Based on", format!("{} that both have answered", count(n as usize, "paragraph", "paragraphs")))];
    if n > 0 {
        let chance: f64 = used.iter().map(factors).map(|(one, other)| f64::from(one) * f64::from(other)).sum();
        let (observed, expected) = (f64::from(agreed) / f64::from(n), chance / (f64::from(of) * f64::from(of)));
        let sums: Vec<String> = used.iter().map(factors).map(|(one, other)| format!("{one}×{other}")).collect();
        steps.push(step("Po", format!("{agreed} ÷ {n} = {observed:.3}")));
        steps.push(step("Pe", format!("({}) ÷ {of}² = {expected:.3}", sums.join(" + "))));
        if expected < 1.0 {
            steps.push(step(coefficient.name, format!("({observed:.3} − {expected:.3}) ÷ (1 − {expected:.3})")));
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
            caption: "Their answers compared: rows are the first annotator’s, columns the second’s".into(),
            head,
            rows: rows.collect(),
        }],
        costly: Vec::new(),
    }
}

fn label(inputs: Inputs<'_>, table: &Table, at: usize) -> Arc<str> {
    if matches!(table.measure, Measure::CohenTheme(..)) {
        return if at == 0 { "does not apply" } else { "applies" }.into();
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
    Cells {
        caption:
            "Coincidence matrix: how often two answers were given to the same paragraph; off the diagonal they differ"
                .into(),
        head,
        rows: rows.collect(),
    }
}

fn by_paragraph(inputs: Inputs<'_>, table: &Table, last: &str, value: impl Fn(usize) -> String) -> Cells {
    let rows = table.paragraphs.iter().enumerate().take(ROWS).map(|(at, index)| {
        let words = beginning(&inputs.context.article.text(*index));
        let coders = table.counts[at].coders;
        vec![format!("{} {words}", index + 1).into(), coders.to_string().into(), value(at).into()]
    });
    let rest = table.paragraphs.len().saturating_sub(ROWS);
    let caption = if rest > 0 {
        format!("Paragraph by paragraph, the first {ROWS} of {}", table.paragraphs.len())
    } else {
        "Paragraph by paragraph".to_owned()
    };
    Cells {
        caption: caption.into(),
        head: vec!["Paragraph".into(), "Annotators".into(), last.into()],
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
        .map(|(index, share)| ((share * 1000.0).round() as usize, *index))
        .filter(|(share, _)| *share > 0)
        .collect();
    by_cost.sort_by(|a, b| (b.0, a.1).cmp(&(a.0, b.1)));
    by_cost.truncate(COSTLY);
    let costly = |(share, index): (usize, usize)| Costly {
        index,
        words: beginning(&inputs.context.article.text(index)),
        share: format!("{}\u{a0}%", (share + 5) / 10).into(),
    };
    by_cost.into_iter().map(costly).collect()
}
