//! The strings of an import as a whole. What is said of each file: [`super::verdicts`] and [`mod@super::questions`].

// Said elsewhere in the same words.
pub use crate::strings::codebook::codes_matched;
pub use postil_core::strings::exchange::bundle_too_large as too_large;

// What became of it.
postil_core::strings! {
    nothing_imported = "Nothing was imported.";
    cannot_change = "Nothing can be changed now, so nothing was imported: see the message at the top.";
    needs_room(needed: usize, free: usize) = "Nothing was imported: this would need {needed} KB, and only {free} KB \
                                              are free. Import fewer files at a time, or use another browser.";
    no_room = "There was no storage left for this import, so nothing was imported.";
    opened_with(whose: &str) = "Opened with {whose}.";
}

// Why a file is none of Postil.
postil_core::strings! {
    not_text(byte: usize) = "It is not a text file (unreadable from byte {byte}).";
    unread = "The browser could not read it. Choose it again.";
}

// What undo names.
postil_core::strings! {
    import_of(what: &str) = ["import of ", what];
    what_was_asked = "what was asked about";
    the_example = "the example class";
}

// The example class.
postil_core::strings! {
    example = "Example class";
    example_here = "The example class is here. Its twelve people are made up.";
    example_with_others = "The example class came in a file with others. To remove it, undo that import.";
    example_removed = "The example class is removed. Undo brings it back.";
}

// The verdicts as a text.
postil_core::strings! {
    file_name = "Import.txt";
    not_copied = "This browser did not let it be copied.";
}
