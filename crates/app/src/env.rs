//! What the world outside gives: time, chance, and what is in sight.

use postil_core::base::{id::hex128, time::rfc3339};

/// What the world outside gives to an update: time and chance come in as arguments, so every test repeats.
pub struct Env<'a> {
    /// Milliseconds since 1970.
    pub now: u64,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// Draws 128 random bits.
    pub entropy: &'a dyn Fn() -> u128,
    /// Whether anything of a paragraph (by its index) is seen: what is not seen is not to be changed.
    pub in_sight: &'a dyn Fn(usize) -> bool,
    /// The words of the article that are selected, if any are.
    pub selected: &'a dyn Fn() -> Option<Selected>,
}

/// Words of a paragraph that are selected, by their places in its text, in code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The paragraph's index, from 0.
    pub paragraph: usize,
    /// Where they begin.
    pub start: usize,
    /// Where they end: the place behind the last one.
    pub end: usize,
}

impl Env<'_> {
    /// A new random id, 32 hex digits.
    #[must_use]
    pub fn id(&self) -> String {
        hex128((self.entropy)())
    }

    /// "2026-11-28 14:03" by the person's clock.
    #[must_use]
    pub fn moment(&self, at: u64) -> String {
        moment(at, self.utc_offset)
    }
}

/// "2026-11-28 14:03" by a clock that shows so many minutes more than UTC; empty past the year 9999.
#[must_use]
pub(crate) fn moment(at: u64, utc_offset: i32) -> String {
    let local = at.saturating_add_signed(i64::from(utc_offset) * 60_000);
    let text = rfc3339(local).unwrap_or_default();
    text.get(..16).map_or_else(String::new, |minute| minute.replace('T', " "))
}

#[cfg(test)]
mod tests {
    use super::moment;

    #[test]
    fn a_moment_is_that_of_the_persons_clock() {
        assert_eq!(moment(1_700_000_000_000, 60), "2023-11-14 23:13");
        assert_eq!(moment(u64::MAX, -60), "");
    }
}
