//! What is asked of the agenda: an order, a time, and what was chosen by hand.

use postil_core::base::map::Map;

/// No paragraph gets less than this where nobody says otherwise, in minutes.
const LEAST: u32 = 5;
/// Nor more than this.
const MOST: u32 = 15;

/// In which order paragraphs come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those that divide most first.
    #[default]
    ByDisagreement,
    /// As they stand in the article.
    InOrder,
}

/// What is asked of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// The order.
    pub(super) order: Order,
    /// How many minutes there are, where somebody said so.
    pub(super) minutes: Option<u32>,
    /// How many of them a paragraph gets, where somebody said so.
    pub(super) each: Option<u32>,
    /// What was put on the agenda by hand (true) or left off it, by the paragraph's index.
    pub(super) by_hand: Map<usize, bool>,
}

impl Plan {
    /// How many minutes a paragraph gets, of so many that could be discussed; at least one.
    pub(super) fn minutes_each(&self, open: usize) -> u32 {
        let minutes = self.minutes.unwrap_or(MOST);
        let open = u32::try_from(open).unwrap_or(u32::MAX).max(1);
        self.each.unwrap_or_else(|| (minutes / open).clamp(LEAST, MOST).min(minutes)).max(1)
    }

    /// How many paragraphs there is time for, of so many that could be discussed; one at least.
    pub(super) fn fitting(&self, open: usize) -> usize {
        self.minutes.map_or(open, |minutes| {
            let fit = usize::try_from(minutes / self.minutes_each(open)).unwrap_or(usize::MAX);
            fit.clamp(1, open.max(1))
        })
    }
}
