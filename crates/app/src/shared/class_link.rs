//! The link by which a class gets an article, on its way: the browser packs it.

use crate::strings::shared as strings;
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
pub(crate) const WHAT_A_LINK_IS: &str = strings::what_a_link_is();

impl ClassLink {
    /// The address, once it is made.
    pub(crate) fn address(&self) -> Option<&Arc<str>> {
        if let Self::Made(address) = self { Some(address) } else { None }
    }

    /// What is to be said while there is none; empty for nothing.
    pub(crate) fn sentence(&self) -> &'static str {
        match self {
            Self::None | Self::Made(_) => "",
            Self::Making => strings::making_link(),
            Self::TooLong => strings::link_too_long(),
            Self::Failed => strings::link_failed(),
        }
    }
}
