//! Scott's pi: two coders, who share what chance goes by.

use super::{
    Coefficient, Undefined,
    cohen::{Margins, Pair, margins},
};

/// Scott's pi of two coders over the items that both coded (W. A. Scott, Public Opinion Quarterly 19, 1955): observed
/// agreement beyond chance, where chance is the sum over labels of the square of that label's share of both coders' ratings.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`] when both used one and the same label throughout.
pub fn scott(pairs: &[Pair]) -> Coefficient {
    scott_weighed(pairs, &vec![1.0; pairs.len()])
}

/// The same with items weighed: 2 is an item drawn twice, 0 one that was not drawn.
///
/// # Errors
/// As [`scott`].
pub fn scott_weighed(pairs: &[Pair], weights: &[f64]) -> Coefficient {
    let Margins { first, second, agreed, n } = margins(pairs, weights).ok_or(Undefined::NoPairs)?;
    let both = 2.0 * n;
    // Weights are whole numbers, so these sums are exact and can be compared.
    let chance: f64 = first.iter().zip(&second).map(|(a, b)| (a + b) * (a + b)).sum();
    if chance == both * both {
        return Err(Undefined::OneAnswer);
    }
    let (observed, expected) = (agreed / n, chance / (both * both));
    Ok((observed - expected) / (1.0 - expected))
}
