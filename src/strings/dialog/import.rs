//! The dialog "Import".

// Said elsewhere in the same words.
pub use postil_app::strings::files::verdicts::reading as reading_files;

postil_core::strings! {
    import = "Import";
    about = "Add other people’s answers to this article. They do not mix with yours. If a file would change your own \
             answers or your class’s decisions, you are asked first.";
    bundle_files = "Annotation files";
    files_hint = "One file or a whole class at once. You can also drop them here.";
    restore = "Restore it";
}

// What became of the files.
postil_core::strings! {
    results = "Results";
    only_problems = "Only files to check";
    copy_list = "Copy the list";
    save_list = "Save as text";
    undo_import = "Undo import";
    undo_reverses_all = "Undo reverses the whole import.";
    undone = "The import is undone.";
    undone_in_part = "The import is undone. What another import brought as well stays.";
}
