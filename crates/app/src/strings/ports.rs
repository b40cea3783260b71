//! The strings of what a store says when it refuses.

postil_core::strings! {
    blocked = "this browser does not let the page store anything";
    full = "the storage of this page is full";
    not_stored(words: &str) = "the browser could not store this: {words}";
}
