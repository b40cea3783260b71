//! Cohen's kappa: two coders.

use super::{Coefficient, Undefined, ratings::Label};

/// What two coders said of an item, where both have coded it.
pub(crate) type Pair = Option<(Label, Label)>;

/// The cells of two coders, item by item.
#[must_use]
pub fn pairs(items: &[Vec<Option<Label>>], one: usize, other: usize) -> Vec<Pair> {
    items.iter().map(|cells| Some(((*cells.get(one)?)?, (*cells.get(other)?)?))).collect()
}

/// Cohen's kappa of two coders over the items that both coded (J. Cohen, Educational and Psychological Measurement 20,
/// 1960): observed agreement beyond chance, where chance is the sum over labels of the product of the two coders' shares
/// of that label. At most 1; negative below chance.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`] when both used one and the same label throughout.
pub fn cohen(pairs: &[Pair]) -> Coefficient {
    cohen_weighed(pairs, &vec![1.0; pairs.len()])
}

/// The same with items weighed: 2 is an item drawn twice, 0 one that was not drawn.
///
/// # Errors
/// As [`cohen`].
pub fn cohen_weighed(pairs: &[Pair], weights: &[f64]) -> Coefficient {
    let Margins { first, second, agreed, n } = margins(pairs, weights).ok_or(Undefined::NoPairs)?;
    // Weights are whole numbers, so these sums are exact and can be compared.
    let chance: f64 = first.iter().zip(&second).map(|(a, b)| a * b).sum();
    if chance == n * n {
        return Err(Undefined::OneAnswer);
    }
    let (observed, expected) = (agreed / n, chance / (n * n));
    Ok((observed - expected) / (1.0 - expected))
}

/// How often each of two coders used each label, over the items that both coded.
pub(super) struct Margins {
    /// By label, the one coder.
    pub(crate) first: Vec<f64>,
    /// By label, the other.
    pub(crate) second: Vec<f64>,
    /// How often both used the same.
    pub(crate) agreed: f64,
    /// How many items there are.
    pub(crate) n: f64,
}

/// Counts them; `None` without an item that both coded.
pub(super) fn margins(pairs: &[Pair], weights: &[f64]) -> Option<Margins> {
    let labels = pairs.iter().flatten().map(|(a, b)| usize::from(*a.max(b)) + 1).max().unwrap_or(0);
    let (mut first, mut second, mut agreed, mut n) = (vec![0.0; labels], vec![0.0; labels], 0.0, 0.0);
    for (pair, weight) in pairs.iter().zip(weights) {
        let Some((a, b)) = pair else { continue };
        first[usize::from(*a)] += weight;
        second[usize::from(*b)] += weight;
        agreed += if a == b { *weight } else { 0.0 };
        n += weight;
    }
    (n > 0.0).then_some(Margins { first, second, agreed, n })
}
