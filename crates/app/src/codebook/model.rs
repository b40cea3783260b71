//! What the codebook's page keeps to itself.

use super::msg::Picking;

/// So many themes are drawn at once: as many as are seen below the heading where nothing is asked.
pub(crate) const FIRST: usize = 5;
/// And so many more whenever the browser has nothing better to do.
pub(crate) const SLICE: usize = 10;

/// How the codebook is looked at.
#[derive(Clone, Debug)]
pub(crate) struct Editing {
    /// What is being said of a theme.
    pub(super) picking: Option<Picking>,
    /// How many themes are drawn.
    pub(super) drawn: usize,
    /// True while the page rests before more are.
    pub(super) waits: bool,
    /// True once it was looked for codebooks of other articles.
    pub(super) looked: bool,
}

impl Default for Editing {
    fn default() -> Self {
        Self { picking: None, drawn: FIRST, waits: false, looked: false }
    }
}
