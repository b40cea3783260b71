//! What Compare keeps to itself: how each of its parts is looked at, and what has been computed for them.

use super::{board::Board, feedback::Feedback, msg::Tab, numbers::Numbers, pictures::Pictures};

/// Compare.
#[derive(Default)]
pub(crate) struct Compare {
    /// The part that is shown.
    pub tab: Tab,
    /// How the board is looked at.
    pub board: Board,
    /// The numbers of agreement.
    pub numbers: Numbers,
    /// Pictures that were asked for.
    pub pictures: Pictures,
    /// Whether all decided paragraphs are listed in "What changed", once somebody has chosen.
    pub all_changes: Option<bool>,
    /// What was handed out.
    pub feedback: Feedback,
    /// True once "What changed" has opened by itself, which it does once.
    pub offered: bool,
}
