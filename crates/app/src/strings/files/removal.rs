//! The strings of removing an article from this browser.

// Said elsewhere in the same words.
pub use crate::strings::storage::download_all;

postil_core::strings! {
    text_gone(title: &str) = [
        "The text of “",
        title,
        "” is no longer in this browser, so no file can be made. To keep the answers, download all data first.",
    ];
    without_file = "Remove without a file";
    removed(title: &str, file: &str) = [
        "“",
        title,
        "” was removed from this browser. Its file “",
        file,
        "” should now be in your downloads: check that it is there.",
    ];
    kilobytes(n: &str) = [n, " KB"];
    used(percent: &str) = [percent, " % of the storage in this browser is used."];
}
