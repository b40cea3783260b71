//! The distances between all labels, for alpha's expected disagreement, in no more room than there has to be.
//!
//! Ten thousand sets of themes have fifty million distances. Of a class on one article nobody needs them one by one: what
//! two paragraphs disagree by between them is enough, since a resample draws whole paragraphs. So what is kept is by label or
//! by item, whichever are fewer, and the distances from one label to all others at a time are all that is in memory on the
//! way there.

use super::ratings::Counts;

/// More labels are not compared each with each: that would keep a page busy for longer than a moment.
const LABELS: usize = 3000;
/// Nor is more kept than this times itself, halved: 9 MB.
const SIDE: usize = 1500;

/// Distances summed up between each two labels, or each two items.
#[derive(Clone, Debug)]
pub(crate) struct Square {
    by_item: bool,
    /// Row by row, each up to and with the diagonal.
    cells: Vec<f64>,
}

impl Square {
    /// Works them out; `None` where there are too many. Items with one rating count for nothing.
    #[must_use]
    pub(crate) fn new(items: &[Counts], labels: usize, distance: &dyn Fn(usize, usize) -> f64) -> Option<Self> {
        let by_item = items.len() < labels;
        if labels > LABELS || labels.min(items.len()) > SIDE {
            return None;
        }
        let cells = if by_item {
            between_items(items, labels, distance)
        } else {
            (0..labels).flat_map(|one| (0..=one).map(move |other| distance(one, other))).collect()
        };
        Some(Self { by_item, cells })
    }

    /// The sum over all pairs of ratings of their distance, of labels that stand so often and items with these weights.
    #[must_use]
    pub(crate) fn sum(&self, totals: &[f64], weights: &[f64]) -> f64 {
        let often = if self.by_item { weights } else { totals };
        let (mut sum, mut from) = (0.0, 0);
        for (at, here) in often.iter().enumerate() {
            let row = &self.cells[from..=from + at];
            from += at + 1;
            if *here > 0.0 {
                let before: f64 = row[..at].iter().zip(often).map(|(cell, there)| cell * there).sum();
                sum += here * (2.0 * before + row[at] * here);
            }
        }
        sum
    }

    /// About how much work a sum is.
    #[must_use]
    pub(crate) fn effort(&self) -> usize {
        self.cells.len()
    }
}

/// What each two items disagree by between them.
fn between_items(items: &[Counts], labels: usize, distance: &dyn Fn(usize, usize) -> f64) -> Vec<f64> {
    let pairable = || items.iter().enumerate().filter(|(_, item)| item.is_pairable());
    let mut cells = vec![0.0; items.len() * (items.len() + 1) / 2];
    let mut holders = vec![Vec::new(); labels];
    for (at, item) in pairable() {
        for (label, count) in &item.by_label {
            holders[usize::from(*label)].push((at, f64::from(*count)));
        }
    }
    let (mut apart, mut from) = (vec![0.0; labels], vec![0.0; items.len()]);
    for (label, holders) in holders.iter().enumerate().filter(|(_, holders)| !holders.is_empty()) {
        for (other, apart) in apart.iter_mut().enumerate() {
            *apart = distance(label, other);
        }
        for (at, item) in pairable() {
            from[at] = item.by_label.iter().map(|(other, count)| f64::from(*count) * apart[usize::from(*other)]).sum();
        }
        for (at, count) in holders {
            let row = at * (at + 1) / 2;
            for (cell, from) in cells[row..=row + at].iter_mut().zip(&from) {
                *cell += count * from;
            }
        }
    }
    cells
}
