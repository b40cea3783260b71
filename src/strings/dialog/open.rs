//! The dialog "Open article": its first step with the library, the preview, and what is asked of a link.

// Said elsewhere in the same words.
pub use crate::strings::bar::open_article;
pub use postil_app::strings::files::articles::bring_back;
pub use postil_app::strings::files::questions::keep_ours;

postil_core::strings! {
    new_article = "A new article";
    article_file = "Article file";
    file_hint = "A plain text file, or a Postil file that somebody gave you. You can also drop it here.";
    or = "or";
    paste_text = "Paste the text";
    paste_hint = "Title on the first line, a blank line between paragraphs";
    paragraphs_first = "You see the paragraphs before anything is opened.";
    use_text = "Use this text";
}

// The articles that are here.
postil_core::strings! {
    your_articles = "Your articles";
    stay_here = "Articles stay in this browser. Nothing is sent anywhere.";
    open_now = " · open now";
    new_title_of(title: &str) = ["New title of ", title];
    remove_from_list = "Remove from the list";
    remove_it_from_list(title: &str) = ["Remove ", title, " from the list"];
    is_removed(title: &str) = ["“", title, "” is no longer in the list; its text and answers are kept."];
}

// A file that says otherwise of an article that is here: its title stands between the first two.
postil_core::strings! {
    title_begins = "“";
    is_here_already = "” is already here. The file has different details:";
    differences = "Details that differ";
    answers_stay = "Your answers, themes and notes stay, whichever you use.";
    use_theirs = "Use theirs";
}

// The preview.
postil_core::strings! {
    title = "Title";
    direction = "Direction";
    left_to_right = "Left to right";
    right_to_left = "Right to left";
    part(place: usize) = "Part {place}";
    heading = "Heading";
    paragraph = "Paragraph";
    leave_out = "Leave out";
}

// A link.
postil_core::strings! {
    link_about = "Somebody gave you this article to read. Nothing already here changes. Your answers stay in this \
                  browser until you hand them in.";
}
