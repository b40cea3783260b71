//! What the browser's side says: when the program has stopped, when the page is left, and why nothing was stored.

// Said elsewhere in the same words.
pub use postil_app::strings::storage::download_all;

postil_core::strings! {
    has_stopped = "Postil has stopped";
    has_stopped_about = "Postil has a fault and had to stop. What was already stored should still be in this browser; \
                         your last change may be missing. Reload the page to go on.";
    reload = "Reload the page";
    not_stored_yet = "Some changes are not stored yet.";
}

// Why the browser did not store something, as a part of a sentence.
postil_core::strings! {
    page_has_stopped = "this page has stopped";
    no_reason = "it did not say why";
}
