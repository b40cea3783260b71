//! How far apart two labels are.

use super::ratings::Label;
use std::{fmt, sync::Arc};

/// A distance between labels, as the weight of a disagreement: 0 between equal labels.
#[derive(Clone)]
pub enum Distance {
    /// 1 between any two different labels.
    Nominal,
    /// Labels on a scale, in the order of their numbers: the distance depends on how many ratings lie between two labels
    /// (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011, ordinal metric).
    Ordinal,
    /// Any other, as a function: thousands of labels have millions of distances.
    Between(Arc<dyn Fn(usize, usize) -> f64>),
}

impl Distance {
    /// A distance that is worked out for two labels when it is asked for.
    #[must_use]
    pub fn between(distance: impl Fn(usize, usize) -> f64 + 'static) -> Self {
        Self::Between(Arc::new(distance))
    }

    /// The distance of two labels when these are the totals of the labels. Totals count only ratings of items that two coders
    /// or more have coded, and matter only to the ordinal distance.
    #[must_use]
    pub(crate) fn of(&self, totals: &[f64], one: usize, other: usize) -> f64 {
        match self {
            Self::Nominal => f64::from(u8::from(one != other)),
            Self::Ordinal => ordinal(totals, one.min(other), one.max(other)),
            Self::Between(distance) => distance(one, other),
        }
    }

    /// True when it depends on how often the labels were used.
    #[must_use]
    pub(crate) fn depends_on_use(&self) -> bool {
        matches!(self, Self::Ordinal)
    }
}

impl fmt::Debug for Distance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nominal => "Nominal",
            Self::Ordinal => "Ordinal",
            Self::Between(_) => "Between",
        })
    }
}

fn ordinal(totals: &[f64], low: usize, high: usize) -> f64 {
    if low == high {
        return 0.0;
    }
    let between: f64 = totals[low..=high].iter().sum();
    let distance = between - (totals[low] + totals[high]) / 2.0;
    distance * distance
}

/// The Jaccard distance of two sets: one minus the share of common members. Two empty sets are equal. Members must stand
/// in order, each once.
#[must_use]
pub fn jaccard<T: Ord>(one: &[T], other: &[T]) -> f64 {
    let (common, all) = common(one, other);
    if all == 0 { 0.0 } else { 1.0 - common as f64 / all as f64 }
}

/// The MASI distance of two sets (R. Passonneau, LREC 2006): 1 − J·M, where J is the share of common members and M is 1 for
/// equal sets, 2/3 when one holds the other, 1/3 when they overlap, 0 when they do not. Two empty sets are equal.
#[must_use]
pub fn masi<T: Ord>(one: &[T], other: &[T]) -> f64 {
    let (common, all) = common(one, other);
    let thirds = match common {
        _ if common == all => return 0.0,
        0 => return 1.0,
        _ if common == one.len() || common == other.len() => 2.0,
        _ => 1.0,
    };
    1.0 - common as f64 * thirds / (all as f64 * 3.0)
}

/// How many members two ordered sets have in common, and how many there are in all.
fn common<T: Ord>(one: &[T], other: &[T]) -> (usize, usize) {
    let common = one.iter().filter(|member| other.binary_search(member).is_ok()).count();
    (common, one.len() + other.len() - common)
}

/// The label of a set among those met so far, to which it is added when it is new.
#[must_use]
pub fn label_of<T: PartialEq>(sets: &mut Vec<Vec<T>>, set: Vec<T>) -> Label {
    let at = sets.iter().position(|known| *known == set).unwrap_or_else(|| {
        sets.push(set);
        sets.len() - 1
    });
    Label::try_from(at).unwrap_or(Label::MAX)
}
