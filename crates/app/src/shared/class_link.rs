//! The link by which a class gets an article, on its way: the browser packs it.

use std::sync::Arc;

/// A link for the class.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum ClassLink {
    /// Nobody asked for one, or something has changed since.
    #[default]
    None,
    /// It is being made.
    Making,
    /// Here it is.
    Made(Arc<str>),
    /// It would be longer than a link may be.
    TooLong,
    /// The browser cannot make one.
    Failed,
}

/// What is to be said of a link.
pub(crate) const WHAT_A_LINK_IS: &str =
    "Whoever follows it sees the article and opens it. What is in it stays in the link: no server gets it.";

impl ClassLink {
    /// The address, once it is made.
    pub(crate) fn address(&self) -> Option<&Arc<str>> {
        if let Self::Made(address) = self { Some(address) } else { None }
    }

    /// What is to be said while there is none; empty for nothing.
    pub(crate) fn sentence(&self) -> &'static str {
        match self {
            Self::None | Self::Made(_) => "",
            Self::Making => "One moment…",
            Self::TooLong => "The article is too long for a link. Give the file to the class instead.",
            Self::Failed => "This browser cannot make such a link. Give the file to the class instead.",
        }
    }
}
