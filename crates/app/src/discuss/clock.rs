//! The time that is set for one paragraph.

use crate::{effect::Effect, intent::Intent, strings::discuss as strings, timer::Timer};
use std::sync::Arc;

/// After so many seconds past its end nobody looks at the clock any more.
const FORGOTTEN: i64 = 3600;

/// The clock of the paragraph that is discussed.
#[derive(Clone, Debug, Default)]
pub(super) struct Clock {
    /// When the time is over, in milliseconds since 1970.
    until: Option<u64>,
    /// How many minutes were set.
    minutes: u32,
    /// What is left, in seconds; negative when the time is over.
    left: i64,
    /// True while the next second is waited for.
    waits: bool,
}

impl Clock {
    /// Begins with so many minutes, or stops.
    pub(super) fn set(&mut self, minutes: Option<u32>, now: u64) -> Option<Intent> {
        self.minutes = minutes.unwrap_or(0);
        self.until = minutes.map(|minutes| now + u64::from(minutes) * 60_000);
        self.tick(now)
    }

    /// Another paragraph is discussed: if time was running, it has the same time from now on.
    pub(super) fn begin_anew(&mut self, now: u64) -> Option<Intent> {
        self.until?;
        self.set(Some(self.minutes), now)
    }

    /// The second that was waited for is over.
    pub(super) fn ticked(&mut self, now: u64) -> Option<Intent> {
        self.waits = false;
        self.tick(now)
    }

    fn tick(&mut self, now: u64) -> Option<Intent> {
        // Minutes, far within what fits.
        self.left = (self.until? as i64 - now as i64).div_euclid(1000);
        let again = self.left > -FORGOTTEN && !self.waits;
        self.waits |= again;
        again.then_some(Intent::Do(Effect::Wait(Timer::Discussion, 1000)))
    }

    /// "4:59", or "0:12 over"; empty while no time runs.
    pub(super) fn words(&self) -> Arc<str> {
        if self.until.is_none() {
            return "".into();
        }
        let seconds = self.left.unsigned_abs();
        let over = if self.left < 0 { strings::over() } else { "" };
        strings::time(seconds / 60, seconds % 60, over).into()
    }

    /// True when the time is over.
    pub(super) fn is_over(&self) -> bool {
        self.until.is_some() && self.left <= 0
    }
}
