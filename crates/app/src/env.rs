//! What the world outside gives: time, chance, and what is in sight.

use postil_core::base::id::hex128;

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

    /// "12:04" by the person's clock.
    #[must_use]
    pub fn clock(&self, at: u64) -> String {
        let minutes = (i64::try_from(at / 60_000).unwrap_or(0) + i64::from(self.utc_offset)).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
