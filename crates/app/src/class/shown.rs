//! How what is shown is kept while it stays the same.

use std::sync::Arc;

/// What did not change keeps its pointer, so that it is passed over when the page is drawn.
pub(crate) fn keep<T: PartialEq>(old: &mut Option<Arc<T>>, new: Option<T>) {
    match (&old, new) {
        (Some(here), Some(new)) if **here == new => {}
        (_, new) => *old = new.map(Arc::new),
    }
}
