//! Fleiss' kappa: any number of coders, the same number for every item.

use super::{Coefficient, Undefined, percent::percent_weighed, ratings::Counts};

/// Fleiss' kappa (J. L. Fleiss, Psychological Bulletin 76, 1971): the mean share of agreeing pairs beyond chance, where
/// chance is the sum over labels of the square of that label's share of all ratings. Items that nobody coded drop out.
///
/// # Errors
/// [`Undefined::UnequalRaters`], [`Undefined::NoPairs`], [`Undefined::OneAnswer`].
pub fn fleiss(items: &[Counts], labels: usize) -> Coefficient {
    fleiss_weighed(items, labels, &vec![1.0; items.len()])
}

/// The same with items weighed: 2 is an item drawn twice, 0 one that was not drawn.
///
/// # Errors
/// As [`fleiss`].
pub fn fleiss_weighed(items: &[Counts], labels: usize, weights: &[f64]) -> Coefficient {
    let drawn = || items.iter().zip(weights).filter(|(item, weight)| item.coders > 0 && **weight > 0.0);
    let coders = drawn().next().ok_or(Undefined::NoPairs)?.0.coders;
    if drawn().any(|(item, _)| item.coders != coders) {
        return Err(Undefined::UnequalRaters);
    }
    let observed = percent_weighed(items, weights)?;
    // Weights are whole numbers, so these sums are exact and can be compared.
    let mut totals = vec![0.0; labels];
    for (item, weight) in drawn() {
        for (label, count) in &item.by_label {
            totals[usize::from(*label)] += weight * f64::from(*count);
        }
    }
    let all: f64 = totals.iter().sum();
    if totals.contains(&all) {
        return Err(Undefined::OneAnswer);
    }
    let expected: f64 = totals.iter().map(|total| (total / all) * (total / all)).sum();
    Ok((observed - expected) / (1.0 - expected))
}
