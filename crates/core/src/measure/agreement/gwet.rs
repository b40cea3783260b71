//! Any number of coders, and missing ratings: the generalisation of Fleiss' kappa, and AC1 (K. L. Gwet, Handbook of
//! Inter-Rater Reliability, 4th edition, 2014).
//!
//! Both set percent agreement against what chance would give, and chance goes by the labels' shares. A share is the mean over
//! items of the share among an item's ratings, so that each item counts the same, however many have coded it; an item with
//! one rating has its part in that.

use super::{Coefficient, Undefined, percent::percent_weighed, ratings::Counts};

/// Fleiss' kappa where items may be coded by different numbers of coders. With equal numbers it is Fleiss' own.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`].
pub fn kappa(items: &[Counts], labels: usize) -> Coefficient {
    kappa_weighed(items, labels, &vec![1.0; items.len()])
}

/// The same with items weighed: 2 is an item drawn twice, 0 one that was not drawn.
///
/// # Errors
/// As [`kappa`].
pub fn kappa_weighed(items: &[Counts], labels: usize, weights: &[f64]) -> Coefficient {
    let observed = percent_weighed(items, weights)?;
    let shares = shares(items, labels, weights);
    if used(&shares) < 2 {
        return Err(Undefined::OneAnswer);
    }
    let expected: f64 = shares.iter().map(|share| share * share).sum();
    Ok((observed - expected) / (1.0 - expected))
}

/// AC1 (K. L. Gwet, British Journal of Mathematical and Statistical Psychology 61, 2008): chance is the greater, the more
/// evenly the labels are used, and small where nearly all ratings are one label.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`].
pub fn ac1(items: &[Counts], labels: usize) -> Coefficient {
    ac1_weighed(items, labels, categories(items, labels), &vec![1.0; items.len()])
}

/// The same with items weighed. How many labels there are to choose from is no matter of what was drawn: it is told.
///
/// # Errors
/// As [`ac1`].
pub fn ac1_weighed(items: &[Counts], labels: usize, categories: usize, weights: &[f64]) -> Coefficient {
    let observed = percent_weighed(items, weights)?;
    if categories < 2 {
        return Err(Undefined::OneAnswer);
    }
    let uneven: f64 = shares(items, labels, weights).iter().map(|share| share * (1.0 - share)).sum();
    let expected = uneven / (categories as f64 - 1.0);
    Ok((observed - expected) / (1.0 - expected))
}

/// How many labels are used at all.
#[must_use]
pub fn categories(items: &[Counts], labels: usize) -> usize {
    used(&shares(items, labels, &vec![1.0; items.len()]))
}

/// The share of each label, each item counting the same. All are 0 when nothing is coded.
#[must_use]
pub fn shares(items: &[Counts], labels: usize, weights: &[f64]) -> Vec<f64> {
    let (mut shares, mut n) = (vec![0.0; labels], 0.0);
    for (item, weight) in items.iter().zip(weights).filter(|(item, weight)| item.coders > 0 && **weight > 0.0) {
        n += weight;
        for (label, count) in &item.by_label {
            shares[usize::from(*label)] += weight * f64::from(*count) / f64::from(item.coders);
        }
    }
    if n > 0.0 {
        shares.iter_mut().for_each(|share| *share /= n);
    }
    shares
}

fn used(shares: &[f64]) -> usize {
    shares.iter().filter(|share| **share > 0.0).count()
}
