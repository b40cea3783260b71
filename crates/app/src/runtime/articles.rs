//! The keys under which texts of articles are kept.

use crate::shared::library::EARLIER;
use postil_core::base::digest;
use std::sync::Arc;

/// A stored article that cannot be read makes way for another text under its key, but is kept beside it: its new key, and
/// what was there.
#[must_use]
pub(crate) fn set_aside(
    id: &str,
    stored: Option<Arc<str>>,
    is_whole: fn(&str) -> bool,
) -> Option<(Arc<str>, Arc<str>)> {
    let damaged = stored.filter(|text| !is_whole(text))?;
    let key = [id, EARLIER, "damaged-", &digest::hex(&damaged, 8)].concat();
    Some((key.into(), damaged))
}

/// True for the key of an article's text, and for those of its earlier codebooks.
#[must_use]
pub(crate) fn belongs(key: &str, id: &str) -> bool {
    key.split(EARLIER).next() == Some(id)
}
