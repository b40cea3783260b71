//! What a class is to be asked to do with an article, while somebody writes it.

use postil_core::{base::id::QuestionId, exchange::bundle::assignment::Named};
use std::sync::Arc;

/// What is being written for a class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Giving {
    /// What is asked.
    pub message: Arc<str>,
    /// Until when.
    pub due: Arc<str>,
    /// The round, as typed.
    pub round: Arc<str>,
    /// The least number of paragraphs, as typed; empty for all.
    pub minimum: Arc<str>,
    /// Questions of the codebook that are not asked this time.
    pub left_out: Vec<QuestionId>,
    /// Under what the class hands in.
    pub named: Named,
    /// The link that was asked for.
    pub(crate) link: Link,
}

/// A link, on its way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Link {
    /// Nobody asked for one, or something has changed since.
    #[default]
    None,
    /// It is being made.
    Making,
    /// Here it is, and what became of the wish to copy it.
    Made(Arc<str>, Option<bool>),
    /// It would be longer than a link may be.
    TooLong,
    /// The browser cannot make one.
    Failed,
}
