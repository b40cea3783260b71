//! Where a discussion stands.

use super::{clock::Clock, place::Step, plan::Plan};
use std::sync::Arc;

/// The discussion.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discuss {
    /// What is asked of the agenda.
    pub(super) plan: Plan,
    /// The paragraphs, in the order of the agenda. It stays as it is while people talk, whatever they decide.
    pub(super) order: Vec<usize>,
    /// True once they are in order.
    pub(super) arranged: bool,
    /// The place in the agenda.
    pub(super) at: usize,
    /// The step.
    pub(super) step: Step,
    /// The time that is set for the paragraph.
    pub(super) clock: Clock,
    /// True while counts of hands are hidden as they are counted.
    pub(super) counts_hidden: bool,
    /// True while the agenda is open.
    pub(super) agenda_open: bool,
    /// The address that shows this place, once it is the page's.
    pub(super) address: Arc<str>,
    /// The page's address when the screens came, until the discussion begins there.
    pub(super) wanted: Arc<str>,
}

impl Discuss {
    /// A discussion that begins where the page's address says.
    #[must_use]
    pub(crate) fn at(address: &Arc<str>) -> Self {
        Self { wanted: Arc::clone(address), ..Self::default() }
    }

    /// Another article is discussed from the beginning.
    pub(crate) fn reset(&mut self) {
        *self = Self::at(&self.wanted);
    }

    /// Another class discusses: the agenda goes by how that one divides, from the beginning.
    pub(crate) fn regroup(&mut self) {
        // Until it has begun, it begins where the page's address says.
        if self.arranged {
            (self.arranged, self.at, self.step) = (false, 0, Step::Blind);
        }
    }

    /// True once anything came after the beginning.
    pub(super) fn has_begun(&self) -> bool {
        (self.at, self.step) != (0, Step::Blind)
    }

    /// The paragraph that is discussed, by its index.
    #[must_use]
    pub(crate) fn current(&self) -> Option<usize> {
        self.order.get(self.at).copied()
    }

    /// The place of a paragraph in the agenda.
    #[must_use]
    pub(crate) fn position(&self, index: usize) -> Option<usize> {
        self.order.iter().position(|here| *here == index)
    }
}
