//! Where a coefficient lies on its scale.

use postil_core::measure::agreement::{Coefficient, interval::Interval, measure::Measure};

/// A value on a scale from −1 to 1, in thousandths; a share on one from 0 to 1, which is as wide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// True for a share, whose scale has no zero in the middle.
    pub share: bool,
    /// The value.
    pub value: i32,
    /// The lower end of its interval.
    pub low: i32,
    /// The upper end.
    pub high: i32,
}

/// Where a value of this measure lies, with its interval.
#[must_use]
pub(crate) fn place(measure: &Measure, value: Coefficient, interval: Option<Interval>) -> Option<Place> {
    // A share lies between nothing and all, so the whole track is its own.
    let share = *measure == Measure::Percent;
    let spread = |value: f64| if share { value * 2.0 - 1.0 } else { value };
    // Between −1 and 1, so no cast loses anything but a fraction.
    let at = |value: f64| (spread(value).clamp(-1.0, 1.0) * 1000.0).round() as i32;
    let value = value.ok()?;
    let (low, high) = interval.map_or((value, value), |interval| (interval.low, interval.high));
    Some(Place { share, value: at(value), low: at(low), high: at(high) })
}
