//! The page around everything: its shell, its messages, and the small pieces that all screens share.

// Said elsewhere in the same words.
pub use postil_app::strings::page::{one_moment, part_not_loaded as part_failed};

postil_core::strings! {
    skip_to_article = "Skip to the article";
    skip_to_content = "Skip to the content";
    close_message = "Close this message";
    with_key(what: &str, key: &str) = [what, " (", key, ")"];
}

// Files that are dropped anywhere on it.
postil_core::strings! {
    drop_file = "Drop the file here";
    drop_about = "An article opens; answers are imported.";
}
