//! The codebook.

// Said elsewhere in the same words.
pub use postil_app::strings::codebook::use_this;
pub use postil_app::strings::page::codebook;
pub use postil_app::strings::shared::{
    about_what, definition, example, exclude, include, key, label, name_of_codebook, prompt, whose_stance,
};

// The screen.
postil_core::strings! {
    what_it_holds =
        "The questions and themes for this article, and what they mean. You can change them here; each change can be \
         undone.";
    questions = "Questions";
    add_question = "Add question";
    themes = "Themes";
    several_or_none = "A paragraph may have several, or none.";
    no_themes = "No themes yet. Add one here, or while you read: type its name into “Find a theme” and press Enter.";
    more_coming(more: usize) = "{more} more is coming…" | "{more} more are coming…";
    add_theme = "Add theme";
    archived(themes: usize) = "Archived ({themes})";
    version = "Version of this codebook: ";
    check_again = "Check again";
}

// What a question, an answer and a theme have alike.
postil_core::strings! {
    move_up = "Move up";
    move_down = "Move down";
    archive = "Archive";
    bring_back = "Bring back";
}

// A question and its answers.
postil_core::strings! {
    question(number: usize) = "Question {number}";
    add_answer = "Add answer";
    meaning = "Meaning";
    no_fixed_meaning = "No fixed meaning";
    supports = "Supports";
    opposes = "Opposes";
    mixed = "Mixed";
    neutral = "Neutral";
    no_stance = "No stance";
    place_on_scale(place: u8) = "Place {place} on a scale";
}

// A theme.
postil_core::strings! {
    colour = "Colour";
    drag_to_move = "Drag to move";
    merged_into(into: &str) = "Merged into “{into}”: what was tagged with it is shown there.";
    begin_merge = "Merge into…";
    begin_split = "Split…";
    which_to_merge_into = "Which theme should it be merged into? Nothing that was tagged is changed.";
    choose_theme = "Choose a theme";
    merge_into = "Merge into";
    merge = "Merge";
    name_new_themes =
        "The new themes, one per line. This one is archived, and what was tagged with it needs to be checked again.";
    new_themes = "New themes";
    split = "Split";
    cancel = "Cancel";
}

// Codebooks to begin with.
postil_core::strings! {
    start_with_another = "Start with another codebook";
    in_use = "In use";
    my_last_codebook = "My last codebook";
    used_for(title: &str, counts: &str) = "Used for “{title}”: {counts}.";
    from_another_article = "From another article…";
    searching_articles = "Searching your articles…";
    no_other_article = "No other article has questions or themes.";
    does_with_codebook(does: &str, title: &str) = "{does}: the codebook of “{title}”";
}

// Codes of another codebook.
postil_core::strings! {
    other_codes = "Codes of another codebook";
    other_codes_of(title: &str) = "Codes of another codebook, “{title}”";
    tagged_with_another =
        "Something here was tagged with another codebook. Match each of its codes with one of yours. Answers stay as \
         they are and are counted under your codes. You can change this at any time.";
    match_similar(alike: usize) = "Match similar names ({alike})";
    nobody_chose(codes: usize) = ["Codes that nobody chose (", &codes.to_string(), ")"];
    their_code = "Their code";
    chosen = "Chosen";
    your_code = "Your code";
    your_code_for(label: &str) = ["Your code for ", label];
    add = "Add";
    not_matched = "Not matched";
    like(suggested: &str) = "Like “{suggested}”?";
    do_not_match = "Do not match";
    add_to_mine = "Add to my codebook";
}

// The codebook as a file.
postil_core::strings! {
    as_file = "As a file";
    import_codebook = "Import a codebook";
    what_is_imported =
        "A Postil codebook, a table (CSV) or a REFI-QDA codebook (.qdc). It replaces this codebook; a file with \
         themes only adds them to yours. Undo brings back what was, and what was tagged stays.";
    save = "Save";
    save_as_postil = "Save as a Postil codebook";
    save_as_table = "Save as a table with all columns";
    save_as_tags = "Save as tags and descriptions";
    save_as_refi = "Save as a REFI-QDA codebook";
}
