//! How what is shown is kept while it stays the same.

/// What did not change keeps its pointers, so that it is passed over when the page is drawn.
#[must_use]
pub(crate) fn kept<T: PartialEq>(old: Option<T>, new: T) -> T {
    old.filter(|old| *old == new).unwrap_or(new)
}
