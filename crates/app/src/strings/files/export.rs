//! The strings of files that go out: an export, the file for a class, and what is handed in.

// What is in a file.
postil_core::strings! {
    the_article = "the article";
    the_codebook = "the codebook";
    answers_of(name: &str, paragraphs: &str) = ["the answers of ", name, ": ", paragraphs];
    beside_of(name: &str) = ["notes or replies by ", name];
    no_names = "no names";
    private_notes = "your private notes";
    holds(what: &str) = ["The file holds ", what, "."];
}

// The formats.
postil_core::strings! {
    postil_file = "Postil file";
    about_postil = "Everything, for another Postil: others import it, and you can import it again at any time.";
    csv = "CSV";
    about_csv = "A table for spreadsheets and statistics: one row for each answer, theme, quote and note. Private \
                 notes are not in it.";
}

// In the name of a file: whose it is.
postil_core::strings! {
    all = "all";
    backup = "backup";
    without_names = "without names";
}

// What became of it.
postil_core::strings! {
    cannot_be_nameless = "A file without names cannot be made now, because this browser cannot store anything. Nothing \
                          was exported.";
    done(name: &str) = "“{name}” should now be in your downloads.";
}

// The file or the link for a class.
postil_core::strings! {
    for_class(name: &str) = "“{name}” should now be in your downloads: give it to the class.";
    link_copied = "The link is copied.";
    link_not_copied = "The browser does not let Postil copy. Select the link and copy it yourself.";
}

// Handing in.
postil_core::strings! {
    handed_in(name: &str) = "“{name}” should now be in your downloads. Give that file to your teacher.";
    passed_on = "File shared. Check that your teacher has it.";
    not_handed_in = "Nothing was handed in.";
    answered(all: usize, whole: usize) = "{whole} of {all} paragraph answered" | "{whole} of {all} paragraphs answered";
    begun(n: usize) = "{n} begun";
    at_least(wanted: usize) = "at least {wanted} are asked for";
    not_yet = "not handed in yet";
    no_changes = "no changes since your last file";
    changes(n: usize) = "{n} change since your last file" | "{n} changes since your last file";
    name_first = "Enter your name first.";
    code_first = "Enter your code first.";
}
