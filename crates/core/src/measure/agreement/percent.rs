//! Percent agreement.

use super::{Coefficient, Undefined, ratings::Counts};

/// The mean over items of the share of agreeing pairs, 0 to 1: Fleiss' P (J. L. Fleiss, Psychological Bulletin 76, 1971,
/// formula 2). Items with one rating drop out. Chance is not taken into account.
///
/// # Errors
/// [`Undefined::NoPairs`]
pub fn percent(items: &[Counts]) -> Coefficient {
    percent_weighed(items, &vec![1.0; items.len()])
}

/// The same with items weighed: 2 is an item drawn twice, 0 one that was not drawn.
///
/// # Errors
/// As [`percent`].
pub fn percent_weighed(items: &[Counts], weights: &[f64]) -> Coefficient {
    let (mut sum, mut n) = (0.0, 0.0);
    for (item, weight) in items.iter().zip(weights) {
        if let Some(share) = item.agreeing_pairs() {
            sum += weight * share;
            n += weight;
        }
    }
    if n > 0.0 { Ok(sum / n) } else { Err(Undefined::NoPairs) }
}
