//! Krippendorff's alpha: any number of coders, missing ratings, any distance.

use std::borrow::Cow;

use super::{Coefficient, Distance, Undefined, ratings::Counts};

/// Krippendorff's alpha (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): one minus observed over
/// expected disagreement. At most 1; 0 is chance. Items with one rating drop out.
///
/// # Errors
/// [`Undefined::NoPairs`], [`Undefined::OneAnswer`] when no two ratings are any distance apart.
pub fn alpha(items: &[Counts], labels: usize, distance: &Distance) -> Coefficient {
    let weights: Vec<f64> = vec![1.0; items.len()];
    Parts::new(items, labels, distance).alpha(&weights)
}

/// What each item contributes to observed disagreement, as a share of all of it, 0 to 1, in the order of the items. Items
/// without a pair contribute nothing, and so does everybody when there is no disagreement.
#[must_use]
pub fn shares(items: &[Counts], labels: usize, distance: &Distance) -> Vec<f64> {
    let weights: Vec<f64> = vec![1.0; items.len()];
    let parts = Parts::new(items, labels, distance);
    let each = parts.observed(&weights);
    let all: f64 = each.iter().sum();
    each.into_iter().map(|part| if all > 0.0 { part / all } else { 0.0 }).collect()
}

/// What alpha needs of each item, so that items can be weighed anew at little cost: a resample of the items is nothing
/// but other weights.
pub struct Parts<'a> {
    items: &'a [Counts],
    labels: usize,
    distance: &'a Distance,
    /// For a distance that does not depend on use: what each item disagrees by within itself, and what each two disagree
    /// by between them, where that is less work than going through all labels.
    fixed: Option<Fixed>,
}

/// What does not change with the weights of items.
struct Fixed {
    /// The distances between labels.
    matrix: Vec<f64>,
    /// What each item disagrees by within itself.
    within: Vec<f64>,
    /// What each two items disagree by between them, row by row; only where there are fewer items than labels.
    between: Option<Vec<f64>>,
}

impl<'a> Parts<'a> {
    /// Prepares the items.
    #[must_use]
    pub fn new(items: &'a [Counts], labels: usize, distance: &'a Distance) -> Self {
        let mut parts = Self { items, labels, distance, fixed: None };
        if !distance.depends_on_use() {
            let matrix = distance.matrix(&vec![0.0; labels]);
            let within = items.iter().map(|item| within(item, labels, &matrix)).collect();
            let few = items.len() < labels;
            let between = few.then(|| {
                let pairs = items.iter().flat_map(|one| items.iter().map(move |other| (one, other)));
                pairs.map(|(one, other)| between(one, other, labels, &matrix)).collect()
            });
            parts.fixed = Some(Fixed { matrix, within, between });
        }
        parts
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
    /// [`Undefined::NoPairs`]
    pub fn disagreement(&self, weights: &[f64]) -> Result<(f64, f64), Undefined> {
        let pairable = |item: &Counts| if item.is_pairable() { f64::from(item.coders) } else { 0.0 };
        let n: f64 = self.items.iter().zip(weights).map(|(item, weight)| weight * pairable(item)).sum();
        if n == 0.0 {
            return Err(Undefined::NoPairs);
        }
        let observed = match &self.fixed {
            // Of a resample only the sum counts, and there are thousands.
            Some(Fixed { within, .. }) => within.iter().zip(weights).map(|(part, weight)| part * weight).sum::<f64>(),
            None => self.observed(weights).iter().sum(),
        };
        let observed = observed / n;
        let expected = self.expected(weights) / (n * (n - 1.0));
        Ok((observed, expected))
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

    /// Observed disagreement by item, each pair of ratings counted once in each direction and divided by one less than the
    /// item has ratings.
    fn observed(&self, weights: &[f64]) -> Vec<f64> {
        if let Some(Fixed { within, .. }) = &self.fixed {
            return within.iter().zip(weights).map(|(part, weight)| part * weight).collect();
        }
        let matrix = self.distance.matrix(&self.totals(weights));
        self.items.iter().zip(weights).map(|(item, weight)| weight * within(item, self.labels, &matrix)).collect()
    }

    /// The sum over all pairs of ratings, of whichever items, of their distance.
    fn expected(&self, weights: &[f64]) -> f64 {
        if let Some(Fixed { between: Some(between), .. }) = &self.fixed {
            let row = |at: usize| &between[at * weights.len()..(at + 1) * weights.len()];
            let sum = |at: usize| row(at).iter().zip(weights).map(|(part, weight)| part * weight).sum::<f64>();
            return weights.iter().enumerate().filter(|(_, w)| **w > 0.0).map(|(at, weight)| weight * sum(at)).sum();
        }
        let totals = self.totals(weights);
        let matrix = match &self.fixed {
            Some(Fixed { matrix, .. }) => Cow::Borrowed(matrix),
            None => Cow::Owned(self.distance.matrix(&totals)),
        };
        let row = |at: usize| &matrix[at * self.labels..(at + 1) * self.labels];
        let sum = |at: usize| row(at).iter().zip(&totals).map(|(part, total)| part * total).sum::<f64>();
        totals.iter().enumerate().filter(|(_, t)| **t > 0.0).map(|(at, total)| total * sum(at)).sum()
    }
}

fn within(item: &Counts, labels: usize, matrix: &[f64]) -> f64 {
    if item.is_pairable() { between(item, item, labels, matrix) / (f64::from(item.coders) - 1.0) } else { 0.0 }
}

fn between(one: &Counts, other: &Counts, labels: usize, matrix: &[f64]) -> f64 {
    if !one.is_pairable() || !other.is_pairable() {
        return 0.0;
    }
    let mut sum = 0.0;
    for (a, here) in &one.by_label {
        for (b, there) in &other.by_label {
            sum += f64::from(*here) * f64::from(*there) * matrix[usize::from(*a) * labels + usize::from(*b)];
        }
    }
    sum
}
