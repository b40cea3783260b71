//! The strings of what is said of the stores: at the start, when they refuse, and when they fill up.

// Said elsewhere in the same words.
pub use crate::strings::shared::export_now;

// What can be done.
postil_core::strings! {
    free_up = "Free up storage";
    download_all = "Download all data";
    try_again = "Try again";
}

// At the start.
postil_core::strings! {
    nothing_kept = "This browser does not let Postil store anything, so your work is lost when you close this page. \
                    You can read and tag; export a file before you leave.";
    part_missing = "Postil could not load the part that reads your stored work. Nothing was changed. Check the \
                    connection and try again.";
    newer_here = "A newer version of Postil has been used in this browser. To keep its data safe, nothing can be \
                  changed here: reload this page to get the newer version.";
    far_ahead = "far ahead";
    future(day: &str) = "Some answers carry a date in the future ({day}): a computer’s clock was wrong. Your own \
                         changes still count.";
    mended(n: usize) = "{n} change stored here is damaged, and a good copy was found, so nothing seems to be missing. \
                        The damaged text was left as it is."
                     | "{n} changes stored here are damaged, and a good copy was found, so nothing seems to be \
                        missing. The damaged text was left as it is.";
    lost(n: usize) = "{n} change stored here cannot be read. Everything else is shown, and nothing was deleted: \
                      download all data and keep the file."
                   | "{n} changes stored here cannot be read. Everything else is shown, and nothing was deleted: \
                      download all data and keep the file.";
}

// What became of a change.
postil_core::strings! {
    saved = "Saved.";
    not_crash_safe = "Saved, not crash-safe.";
    not_saved = "Not saved.";
    full = "Storage is full, so the last change is not stored. It is still on this page: export your work now, and go \
            on in another browser or after clearing this site’s data.";
    blocked = "This browser does not let Postil store anything, so the last change is not stored. Export your work \
               before you leave.";
    refused(words: &str) = "The last change could not be stored ({words}). It is still on this page: export your work \
                            now.";
}

// How full it is.
postil_core::strings! {
    filling(percent: &str) = [
        percent,
        " % of the storage for answers and notes in this browser is used. Export your work now and then: you keep the \
         file even if this browser loses its data.",
    ];
    not_freed(percent: &str) = [
        "Postil could not free up storage, and ",
        percent,
        " % of the storage for answers and notes in this browser is used. Remove an article that you do not need here \
         any more.",
    ];
}
