//! Edits of a book: what one gesture writes, and how to take it back.

use super::{Book, Place, Value};
use crate::base::{register::Register, stamp::Clock};

/// A new value for one register.
pub type Edit = (Place, Value);

impl Book {
    /// Turns the edits of one gesture into a change to be joined into this book. All of it carries one stamp, later than
    /// everything it replaces.
    #[must_use]
    pub fn delta(&self, edits: &[Edit], clock: &mut Clock, now: u64) -> Self {
        let mut delta = Self::new(self.id.clone());
        let over = edits.iter().filter_map(|(place, _)| self.stamp_in(place)).max();
        let stamp = clock.tick(now, over);
        for (place, value) in edits {
            delta.put(place.clone(), Register::new(value.clone(), stamp.clone()));
        }
        delta
    }

    /// The edits that would bring in what was written later in another copy of this book.
    #[must_use]
    pub fn news(&self, theirs: &Self) -> Vec<Edit> {
        let mut joined = self.clone();
        joined.join(theirs);
        let news = joined.fields().filter(|(place, register)| self.value(place) != &register.value);
        news.map(|(place, register)| (place.clone(), register.value.clone())).collect()
    }

    /// The edits that would bring back what stands now in the same places.
    #[must_use]
    pub fn inverse(&self, edits: &[Edit]) -> Vec<Edit> {
        edits.iter().map(|(place, _)| (place.clone(), self.value(place).clone())).collect()
    }
}
