//! The keys under which texts of articles are kept.

use crate::shared::versions::{EARLIER, article};
use postil_core::base::digest;
use std::sync::Arc;

/// The key of a text that stands beside another of the same article.
#[must_use]
pub(crate) fn described(key: &str, text: &str) -> Arc<str> {
    [article(key), EARLIER, "text-", &digest::hex(text, 16)].concat().into()
}

/// True for the key of an article's text, and for those of what stands beside it.
#[must_use]
pub(crate) fn belongs(key: &str, id: &str) -> bool {
    article(key) == id
}
