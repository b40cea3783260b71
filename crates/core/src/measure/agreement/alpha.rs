//! Krippendorff's alpha: any number of coders, missing ratings, any distance.

use super::{Coefficient, Distance, Undefined, ratings::Counts, square::Square};

/// Krippendorff's alpha (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): one minus observed over
/// expected disagreement. At most 1; 0 is chance. Items with one rating drop out.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`] when no two ratings are any distance apart, [`Undefined::TooManySets`].
pub fn alpha(items: &[Counts], labels: usize, distance: &Distance) -> Coefficient {
    Parts::new(items, labels, distance).alpha(&vec![1.0; items.len()])
}

/// What each item contributes to observed disagreement, as a share of all of it, 0 to 1, in the order of the items. Items
/// without a pair contribute nothing, and so does everybody when there is no disagreement.
#[must_use]
pub fn shares(items: &[Counts], labels: usize, distance: &Distance) -> Vec<f64> {
    Parts::new(items, labels, distance).shares()
}

/// What alpha needs of each item, so that items can be weighed anew at little cost: a resample of the items is nothing
/// but other weights.
#[derive(Clone, Debug)]
pub struct Parts {
    items: Vec<Counts>,
    labels: usize,
    distance: Distance,
    /// What each item disagrees by within itself, for a distance that does not depend on use.
    within: Vec<f64>,
    expected: Expected,
}

/// How the disagreement between all ratings is summed up.
#[derive(Clone, Debug)]
enum Expected {
    /// From the totals of the labels: there are few, or two of them are always as far apart as any other two.
    ByTotals,
    /// From the distances between labels or items, worked out once.
    Square(Square),
    /// There are too many distances.
    TooMany,
}

impl Parts {
    /// Prepares the items.
    #[must_use]
    pub fn new(items: &[Counts], labels: usize, distance: &Distance) -> Self {
        let expected = match distance {
            Distance::Nominal | Distance::Ordinal => Expected::ByTotals,
            Distance::Between(between) => match Square::new(items, labels, &**between) {
                Some(square) => Expected::Square(square),
                None => Expected::TooMany,
            },
        };
        let fixed = !distance.depends_on_use();
        let within = if fixed { items.iter().map(|item| within(item, distance, &[])).collect() } else { Vec::new() };
        Self { items: items.to_vec(), labels, distance: distance.clone(), within, expected }
    }

    /// Alpha with the items weighed: 2 is an item drawn twice, 0 one that was not drawn.
    ///
    /// # Errors
    /// As [`alpha`].
    pub fn alpha(&self, weights: &[f64]) -> Coefficient {
        let (observed, expected) = self.disagreement(weights)?;
        if expected == 0.0 { Err(Undefined::OneAnswer) } else { Ok(1.0 - observed / expected) }
    }

    /// Observed and expected disagreement, as means over pairs of ratings.
    ///
    /// # Errors
    /// [`Undefined::NoPairs`], [`Undefined::TooManySets`]
    pub(crate) fn disagreement(&self, weights: &[f64]) -> Result<(f64, f64), Undefined> {
        let pairable = |item: &Counts| if item.is_pairable() { f64::from(item.coders) } else { 0.0 };
        let n: f64 = self.items.iter().zip(weights).map(|(item, weight)| weight * pairable(item)).sum();
        if n == 0.0 {
            return Err(Undefined::NoPairs);
        }
        let totals = self.totals(weights);
        let observed: f64 = if self.within.is_empty() {
            self.items.iter().zip(weights).map(|(item, weight)| weight * within(item, &self.distance, &totals)).sum()
        } else {
            self.within.iter().zip(weights).map(|(part, weight)| part * weight).sum()
        };
        Ok((observed / n, self.expected(&totals, weights)? / (n * (n - 1.0))))
    }

    /// As [`shares()`].
    #[must_use]
    pub(crate) fn shares(&self) -> Vec<f64> {
        let totals = self.totals(&vec![1.0; self.items.len()]);
        let each: Vec<f64> = self.items.iter().map(|item| within(item, &self.distance, &totals)).collect();
        let all: f64 = each.iter().sum();
        each.into_iter().map(|part| if all > 0.0 { part / all } else { 0.0 }).collect()
    }

    /// About how much work it is to weigh the items anew, in steps of a loop.
    #[must_use]
    pub(crate) fn effort(&self) -> usize {
        let ratings: usize = self.items.iter().map(|item| item.by_label.len()).sum();
        self.items.len()
            + ratings
            + match &self.expected {
                Expected::ByTotals => self.labels * self.labels,
                Expected::Square(square) => square.effort(),
                Expected::TooMany => 0,
            }
    }

    fn totals(&self, weights: &[f64]) -> Vec<f64> {
        let mut totals = vec![0.0; self.labels];
        for (item, weight) in self.items.iter().zip(weights).filter(|(item, _)| item.is_pairable()) {
            for (label, count) in &item.by_label {
                totals[usize::from(*label)] += weight * f64::from(*count);
            }
        }
        totals
    }

    /// The sum over all pairs of ratings, of whichever items, of their distance.
    fn expected(&self, totals: &[f64], weights: &[f64]) -> Result<f64, Undefined> {
        match &self.expected {
            Expected::TooMany => Err(Undefined::TooManySets),
            Expected::Square(square) => Ok(square.sum(totals, weights)),
            Expected::ByTotals => {
                let used: Vec<usize> = (0..self.labels).filter(|label| totals[*label] > 0.0).collect();
                let from = |one: &usize| -> f64 {
                    used.iter().map(|other| self.distance.of(totals, *one, *other) * totals[*other]).sum()
                };
                Ok(used.iter().map(|one| totals[*one] * from(one)).sum())
            }
        }
    }
}

/// What an item disagrees by within itself: each pair of ratings counted once in each direction and divided by one less than
/// the item has ratings.
fn within(item: &Counts, distance: &Distance, totals: &[f64]) -> f64 {
    if !item.is_pairable() {
        return 0.0;
    }
    let mut sum = 0.0;
    for (at, (one, here)) in item.by_label.iter().enumerate() {
        for (other, there) in &item.by_label[at + 1..] {
            let apart = distance.of(totals, usize::from(*one), usize::from(*other));
            sum += 2.0 * f64::from(*here) * f64::from(*there) * apart;
        }
    }
    sum / (f64::from(item.coders) - 1.0)
}
