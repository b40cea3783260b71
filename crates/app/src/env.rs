//! What the world outside gives: time, chance, and what is in sight.

use crate::when::Clock;
use postil_core::base::id::hex128;

/// What the world outside gives to an update: time and chance come in as arguments, so every test repeats.
pub struct Env<'a> {
    /// Milliseconds since 1970.
    pub now: u64,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// The same at a time that a clock on the wall shows, which differs in summer: `2026-12-04T08:00`. `None` where that is no time.
    pub offset_at: &'a dyn Fn(&str) -> Option<i32>,
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

impl Env<'static> {
    /// A world in which it is 1970, nothing is chosen and everything is in sight: what is drawn before anything happens.
    #[must_use]
    pub fn still() -> Self {
        Self { now: 0, utc_offset: 0, offset_at: &|_| Some(0), entropy: &|| 0, in_sight: &|_| true, selected: &|| None }
    }
}

impl Env<'_> {
    /// A new random id, 32 hex digits.
    #[must_use]
    pub fn id(&self) -> String {
        hex128((self.entropy)())
    }

    /// The person's clock.
    #[must_use]
    pub(crate) fn clock(&self) -> Clock {
        Clock { now: self.now, utc_offset: self.utc_offset }
    }
}
