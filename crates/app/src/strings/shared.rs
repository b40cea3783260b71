//! What happens to what all pages see: keeping, undoing, the codebook, and where an article comes from and goes to.

// Said elsewhere in the same words.
pub use crate::strings::page::one_moment as making_link;
pub use crate::strings::words::paragraphs;
pub use postil_core::strings::article::untitled;

// What is said whenever something was done.
postil_core::strings! {
    done(what: &str, outcome: &str) = "{what}. {outcome}";
    of_paragraph(number: &str, what: &str) = ["Paragraph ", number, ": ", what];
    of_codebook(what: &str) = ["Codebook: ", what];
    locked = "Nothing can be changed now: see the message at the top.";
    undo = "Undo";
    first_reader = "Reader 1";
    note_stored = "note stored";
    note_removed = "note removed";
}

// How things are kept.
postil_core::strings! {
    saving = "Saving…";
    saved = "Saved";
    saved_fragile = "Saved, not crash-safe: keep a backup file";
    storage_full = "Not saved: storage is full. Export now";
    storage_blocked = "Not saved: this browser blocks storage. Export now";
    export_now = "Export now";
}

// Undo and redo.
postil_core::strings! {
    nothing_to_undo = "Nothing to undo.";
    nothing_to_redo = "Nothing to redo.";
    undone = "Undone";
    redone = "Redone";
    step(word: &str, label: &str) = [word, ": ", label];
    not_undone(label: &str) = ["Could not undo: ", label, ". It was changed later, so it was kept."];
    not_redone(label: &str) = ["Could not redo: ", label, ". It was changed later, so it was kept."];
    later_kept = ". Later changes were kept.";
    other_import_kept = ". What is also in another import was kept.";
    too_old_to_undo(label: &str) = ["The ", label, " is more than a day old and can no longer be undone."];
    too_old_to_redo(label: &str) =
        ["The ", label, " was undone more than a day ago: import the file again instead."];
}

// What is to be done next with an article, and what is asked of whoever reads it.
postil_core::strings! {
    hand_in = "Hand in";
    give = "Give to the class";
    collect = "Collect";
    at_least(least: usize, paragraphs: &str) = "at least {least} of {paragraphs}";
    due(when: &str) = ["due ", when];
    file_made(when: &str) = "File made {when}.";
    file_made_before(when: &str) = "File made {when}. Changed since then:";
    file_for_teacher(when: &str, file: &str) = "File made {when}. Give it to your teacher: “{file}”.";
}

// The link for a class.
postil_core::strings! {
    what_a_link_is =
        "Whoever follows it sees the article and opens it. What is in it stays in the link: no server gets it.";
    link_too_long = "The article is too long for a link. Give the file to the class instead.";
    link_failed = "This browser cannot make such a link. Give the file to the class instead.";
}

// The fields of a codebook, as the page calls them.
postil_core::strings! {
    name_of_codebook = "Name of this codebook";
    prompt = "Prompt";
    whose_stance = "Whose stance";
    about_what = "About what";
    label = "Label";
    definition = "Definition";
    include = "Include";
    exclude = "Exclude";
    example = "Example";
    key = "Key";
}

// The codebook.
postil_core::strings! {
    changes_used = "codebook changes used";
    field_changed(field: &str) = ["Codebook: “", field, "” changed"];
    example_added(theme: &str) = ["example for “", theme, "” added"];
    has_other_example(theme: &str) = ["“", theme, "” has another example now."];
    theme_created(name: &str) = ["theme “", name, "” created"];
    that_of(title: &str) = ["that of “", title, "”"];
    changes_taken(title: &str) =
        ["The changes from “", title, "” are now in your codebook. What was tagged stays."];
    read_with(title: &str) = ["Read with the codebook of “", title, "” now. What was tagged stays."];
    one_tagged_earlier = "1 paragraph was tagged under an earlier definition.";
    tagged_earlier(n: usize) = "{n} paragraphs were tagged under an earlier definition.";
}

// A note that was being typed when its page was closed.
postil_core::strings! {
    paragraph(number: usize) = "paragraph {number}";
    paragraph_beginning(words: &str) = "“{words}…”";
    a_paragraph = "a paragraph";
    was_writing(place: &str, words: &str) =
        "You were writing a note on {place} when the page closed: “{words}”";
    keep_it = "Keep it";
    discard = "Discard";
}

// Articles.
postil_core::strings! {
    window_title(title: &str) = [title, " · Postil"];
    not_kept(title: &str) =
        "The text of “{title}” could not be kept in this browser. It stays open in this tab; keep your own file of it, \
         and export your answers and notes before you leave.";
    removed_elsewhere(title: &str) = ["“", title, "” was removed from this browser in another tab."];
}
