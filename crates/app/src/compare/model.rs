//! What Compare keeps to itself: how each of its parts is looked at, and what has been computed for them.

use super::{board::Board, msg::Tab, numbers::Numbers, overview::OverviewView, pictures::Pictures};
use crate::class::roll::model::Roll;
use std::{cell::RefCell, sync::Arc};

/// Compare.
#[derive(Default)]
pub(crate) struct Compare {
    /// The part that is shown.
    pub(super) tab: Tab,
    /// The overview, as of the revision that it was made at.
    pub(super) overview: RefCell<Option<(u64, Arc<OverviewView>)>>,
    /// Of whom something is to be said.
    pub(crate) roll: Roll,
    /// How the board is looked at.
    pub(super) board: Board,
    /// The numbers of agreement.
    pub(super) numbers: Numbers,
    /// Pictures that were asked for.
    pub(super) pictures: Pictures,
}

impl Compare {
    /// Another part is shown.
    pub(crate) fn show(&mut self, tab: Tab) {
        self.tab = tab;
    }

    /// The board of another article begins anew.
    pub(crate) fn reset(&mut self) {
        (self.board, self.roll) = (Board::default(), Roll::default());
    }
}
