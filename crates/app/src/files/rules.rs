//! What a class is to be asked to do with an article, while somebody writes it.

use postil_core::{base::id::QuestionId, exchange::bundle::assignment::Named};
use std::sync::Arc;

/// What is being written for a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Giving {
    /// What is asked.
    pub message: Arc<str>,
    /// Until when, as a field for dates and times gives it: `2026-12-04T08:00`; empty where that is not said.
    pub due: Arc<str>,
    /// The round, as typed.
    pub round: Arc<str>,
    /// The least number of paragraphs, as typed; empty for all.
    pub minimum: Arc<str>,
    /// Questions of the codebook that are not asked this time.
    pub left_out: Vec<QuestionId>,
    /// Under what the class hands in.
    pub named: Named,
    /// True where it was wanted directly: whoever leaves it goes back to the screen, and not to a dialog.
    pub(crate) directly: bool,
    /// True while the link says what stands in the form.
    pub(crate) linked: bool,
    /// What became of the wish to copy it.
    pub(crate) copied: Option<bool>,
}
