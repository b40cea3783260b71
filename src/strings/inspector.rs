//! The inspector of the current paragraph.

// Said elsewhere in the same words.
pub use postil_app::strings::keys::{next_paragraph, previous_paragraph};
pub use postil_app::strings::shared::{definition, example, exclude, include};
pub use postil_core::strings::record::no_theme_applies as no_theme;

// Its head, and how it goes on.
postil_core::strings! {
    themes_and_note = "Themes, note";
    move_on = "Move on automatically after an answer and a theme";
    write_your_own = "Write your own question and themes";
}

// Questions and their answers.
postil_core::strings! {
    about_answers = "About these answers";
    what_answers_mean = "What each answer means";
    quoted(answer: &str) = ["“", answer, "”"];
    answer_first = "Answer first";
    confidence = "Confidence";
}

// Themes.
postil_core::strings! {
    themes = "Themes";
    no_themes_yet = "No themes yet. Type a name above and press Enter to create one.";
    create_theme(name: &str) = "Create the theme “{name}”";
    not_in_codebook = "Not in this codebook";
    find_theme = "Find a theme";
    about_finder =
        "Enter adds or removes the first matching theme, or creates a new one. Escape goes back to the article.";
}

// What a theme means.
postil_core::strings! {
    about(theme: &str) = ["About ", theme];
    nothing_written = "Nothing is written about this theme yet.";
    select_words = "Select words in the text to use only those.";
}

// Where the same was chosen last.
postil_core::strings! {
    last_chose(chosen: &str) = ["You last chose ", chosen, " in"];
    it = "it";
    paragraph = "Paragraph ";
}

// The theme that is held.
postil_core::strings! {
    tag_by_tapping = "Tag by tapping";
    then_tap_paragraphs = "Then tap paragraphs to add this theme, or to remove it.";
    tap_paragraphs = "Tap paragraphs to add or remove it.";
    stop = "Stop";
}

// What was tagged under an earlier rule.
postil_core::strings! {
    tagged_earlier = "Tagged under an earlier definition";
    nothing_here = "Nothing on this paragraph.";
    still_right = "Still right";
    previous = "Previous";
    next = "Next";
    now = "Now";
    then = "Then";
}

// What was said under another codebook.
postil_core::strings! {
    match_in_codebook = "Match it in Codebook";
    with_another = "With another codebook you said:";
    with_another_called(title: &str) = ["With another codebook, “", title, "”, you said:"];
}

// The note.
postil_core::strings! {
    note = "Note";
    what_made_you_decide = "What made you decide?";
    private = "Private";
    about_private = "Not shown to others, and in no file but your own backup";
    choose_note = "Different notes were written for this paragraph. Choose what to keep.";
    notes_to_choose = "Notes to choose from";
    keep_this = "Keep this one";
    keep_all = "Keep all";
    keep_both = "Keep both";
}
