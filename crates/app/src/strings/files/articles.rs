//! The strings of articles that come, are opened, and are listed.

// An article that comes: as a text, as a file, as a link.
postil_core::strings! {
    paste_first = "Paste the words of an article first.";
    not_opened(name: &str, why: &str) = "“{name}” was not opened. {why}";
    chosen(paragraphs: &str, headings: &str, left_out: usize) = "{paragraphs}, {headings}, {left_out} left out";
    here_already(title: &str) = "“{title}” was here already: it is as you left it, with its codebook.";
    details_used(title: &str) = "“{title}” now uses the details from the file.";
    neither(name: &str) = "“{name}” is neither a Postil file nor a text file. Choose another file.";
    newer(name: &str) = "A newer version of Postil made “{name}”. Reload this page, then try again.";
    damaged(name: &str, problem: &str) = "“{name}” is damaged. {problem} Ask for the file again.";
    also_holds(whose: &str) = ["The file also holds ", whose, "."];
    add_them = "Add them";
    link_incomplete = "This link is incomplete, so it cannot be opened. Copy the whole link, or ask for it again.";
}

// An article that is opened.
postil_core::strings! {
    opened(title: &str) = "Opened “{title}”.";
    text_lost(title: &str) = "The text of “{title}” is not in this browser any more. Your answers and notes are kept: \
                              open a Postil file of it, which has its codebook too, or the same text again, and they \
                              are back in place.";
    open_text_again = "Open its text again";
}

// The list.
postil_core::strings! {
    tagged_by_you(n: usize) = "{n} paragraph tagged by you" | "{n} paragraphs tagged by you";
    other_people(n: usize) = "{n} other person" | "{n} other people";
    not_listed(title: &str) = "“{title}” is no longer in the list; its text and answers are kept.";
    bring_back = "Bring it back";
    back(title: &str) = "“{title}” is back.";
}
