//! Where a coefficient lies on its scale.

use postil_core::measure::agreement::{Coefficient, interval::Interval};

/// A value on a scale from −1 to 1, in thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The value.
    pub value: i32,
    /// The lower end of its interval.
    pub low: i32,
    /// The upper end.
    pub high: i32,
}

/// Where a value lies, with its interval.
#[must_use]
pub(crate) fn place(value: Coefficient, interval: Option<Interval>) -> Option<Place> {
    // Between −1 and 1, so no cast loses anything but a fraction.
    let at = |value: f64| (value.clamp(-1.0, 1.0) * 1000.0).round() as i32;
    let value = value.ok()?;
    let (low, high) = interval.map_or((value, value), |interval| (interval.low, interval.high));
    Some(Place { value: at(value), low: at(low), high: at(high) })
}
