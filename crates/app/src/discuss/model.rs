//! Where a discussion stands.

use super::{msg::Agenda, place::Step};
use std::sync::Arc;

/// The discussion.
#[derive(Clone, Debug, Default)]
pub(crate) struct Discuss {
    /// The order.
    pub(super) agenda: Agenda,
    /// The paragraphs, in the order of the agenda. It stays as it is while people talk, whatever they decide.
    pub(super) order: Vec<usize>,
    /// Paragraphs that were left off the agenda.
    pub(super) left_off: Vec<usize>,
    /// The place in the agenda.
    pub(super) at: usize,
    /// The step.
    pub(super) step: Step,
    /// When the time is over, in milliseconds since 1970.
    pub(super) until: Option<u64>,
    /// What is left, in seconds; negative when the time is over.
    pub(super) left: i64,
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
        if !self.order.is_empty() {
            (self.order, self.at, self.step) = (Vec::new(), 0, Step::Blind);
        }
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
