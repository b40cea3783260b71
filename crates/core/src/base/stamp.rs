//! Stamps: hybrid logical clock times that order all writes of all replicas.
//!
//! After Kulkarni et al., "Logical Physical Clocks" (2014): wall milliseconds, a counter for writes within one, and
//! the replica's id to break ties. Order is by stamp, never by wall clock alone.

use super::id::ReplicaId;
use crate::strings::base as strings;
use std::{fmt, str::FromStr};
use thiserror::Error;

/// How far ahead of our own clock a stamp may lie before it counts as from the future: 24 hours in milliseconds.
pub const FUTURE_MS: u64 = 24 * 60 * 60 * 1000;

/// The latest time that a file may ever name: 2^48 milliseconds after 1970, in the year 10889.
pub const MAX_WALL: u64 = 1 << 48;
/// How far ahead of the reader's clock a time in a file may lie: 2^47 milliseconds, some 4,400 years.
pub const MAX_AHEAD: u64 = 1 << 47;
/// The greatest counter that a file may name.
pub const MAX_COUNTER: u32 = 1 << 31;

/// When a value was written, and by which replica. Totally ordered.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01 UTC.
    pub wall: u64,
    /// Counts writes within the same millisecond, and past a clock that stood still or went back.
    pub counter: u32,
    /// Who wrote.
    pub replica: ReplicaId,
}

impl Stamp {
    /// True when a file that is read at `now` (milliseconds since 1970) may say that something was written then.
    ///
    /// The bound goes along with the clock: under a fixed one there would be a very last stamp, which nothing that others
    /// can read could answer. So whoever reads the answer to the last one that could be read when it was given can read it.
    #[must_use]
    pub fn may_travel(&self, now: u64) -> bool {
        self.wall <= MAX_WALL.min(now.saturating_add(MAX_AHEAD)) && self.counter <= MAX_COUNTER
    }

    /// True when the stamp lies more than [`FUTURE_MS`] after `now` (milliseconds since 1970).
    #[must_use]
    pub fn is_from_future(&self, now: u64) -> bool {
        self.wall > now.saturating_add(FUTURE_MS)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.wall, self.counter, self.replica)
    }
}

/// A text that is not `milliseconds-counter-replica`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", strings::no_stamp())]
pub struct StampError;

impl Stamp {
    /// Wall, counter and replica of a stamp's text.
    ///
    /// # Errors
    /// When it is not the text of a stamp.
    pub(crate) fn parts(text: &str) -> Result<(u64, u32, &str), StampError> {
        let mut parts = text.splitn(3, '-');
        // `parse` would take a plus sign and leading zeros, and the stamp would be written back otherwise.
        let plain = |p: &&str| p.bytes().all(|b| b.is_ascii_digit()) && (*p == "0" || !p.starts_with('0'));
        let wall: u64 = parts.next().filter(plain).and_then(|p| p.parse().ok()).ok_or(StampError)?;
        let counter = parts.next().filter(plain).and_then(|p| p.parse().ok()).ok_or(StampError)?;
        let replica = parts.next().filter(|p| (1..=64).contains(&p.len())).ok_or(StampError)?;
        // Past 2^53 a number is no longer exact in the other programs that read our files.
        if wall > (1 << 53) {
            return Err(StampError);
        }
        Ok((wall, counter, replica))
    }
}

impl FromStr for Stamp {
    type Err = StampError;

    fn from_str(text: &str) -> Result<Self, StampError> {
        let (wall, counter, replica) = Self::parts(text)?;
        Ok(Self { wall, counter, replica: replica.into() })
    }
}

/// Makes the stamps of one replica.
#[derive(Clone, Debug)]
pub struct Clock {
    replica: ReplicaId,
    wall: u64,
    counter: u32,
}

impl Clock {
    /// A clock that has seen nothing yet.
    #[must_use]
    pub fn new(replica: ReplicaId) -> Self {
        Self { replica, wall: 0, counter: 0 }
    }

    /// Whose clock it is.
    #[must_use]
    pub fn replica(&self) -> &ReplicaId {
        &self.replica
    }

    /// A stamp later than `over`, the stamp of the value that the write replaces, and later than all that this clock gave
    /// or saw, unless those were from the future. So a value from a clock that runs ahead never blocks a later edit.
    pub fn tick(&mut self, now: u64, over: Option<&Stamp>) -> Stamp {
        let (mut wall, mut counter) = if now > self.wall { (now, 0) } else { next(self.wall, self.counter) };
        (self.wall, self.counter) = (wall, counter);
        if let Some(over) = over
            && (over.wall, over.counter) >= (wall, counter)
        {
            (wall, counter) = next(over.wall, over.counter);
            if !over.is_from_future(now) {
                (self.wall, self.counter) = (wall, counter);
            }
        }
        Stamp { wall, counter, replica: self.replica.clone() }
    }

    /// Takes notice of another replica's stamp. One from the future is left out of account, so that one wrong clock
    /// does not move everybody's.
    pub fn observe(&mut self, stamp: &Stamp, now: u64) {
        if !stamp.is_from_future(now) && (stamp.wall, stamp.counter) > (self.wall, self.counter) {
            (self.wall, self.counter) = (stamp.wall, stamp.counter);
        }
    }
}

fn next(wall: u64, counter: u32) -> (u64, u32) {
    if counter < MAX_COUNTER { (wall, counter + 1) } else { (wall.saturating_add(1), 0) }
}

#[cfg(test)]
mod tests {
    use crate::base::stamp::*;

    #[test]
    fn text_round_trips() {
        let stamp = Stamp { wall: 1_700_000_000_000, counter: 7, replica: "ab-c".into() };
        assert_eq!(stamp.to_string().parse(), Ok(stamp));
        for bad in
            ["", "1", "1-2", "1-2-", "x-2-a", "1-4294967296-a", "9007199254740993-0-a", "-1-0-a", "+1-0-a", "01-0-a"]
        {
            assert_eq!(bad.parse::<Stamp>(), Err(StampError), "{bad}");
        }
    }

    #[test]
    fn ticks_rise_when_the_clock_stands_still_or_goes_back() {
        let mut clock = Clock::new("a".into());
        let one = clock.tick(100, None);
        let two = clock.tick(100, None);
        let three = clock.tick(40, None);
        assert!(one < two && two < three);
    }

    #[test]
    fn a_stamp_from_the_future_is_outdone_but_not_followed() {
        let mut clock = Clock::new("a".into());
        let far = Stamp { wall: 10 * FUTURE_MS, counter: 0, replica: "z".into() };
        clock.observe(&far, 100);
        assert_eq!(clock.tick(100, None).wall, 100);
        assert!(clock.tick(100, Some(&far)) > far);
        assert_eq!(clock.tick(101, None).wall, 101);
    }

    #[test]
    fn the_counter_never_overflows() {
        let mut clock = Clock::new("a".into());
        let full = Stamp { wall: 100, counter: u32::MAX, replica: "z".into() };
        assert!(clock.tick(100, Some(&full)) > full);
    }
}
