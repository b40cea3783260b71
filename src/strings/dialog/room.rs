//! The dialog "Storage in this browser".

// Said elsewhere in the same words.
pub use postil_app::strings::shared::keep_it as keep;

postil_core::strings! {
    about = "Before an article is removed, your browser downloads a file with everybody’s answers and notes. Keep that \
             file: without it they cannot be brought back.";
    storage_used = "Storage used";
    remove = "Remove…";
    remove_from_browser(title: &str) = ["Remove ", title, " from this browser"];
    download_and_remove = "Download a file and remove it";
}
