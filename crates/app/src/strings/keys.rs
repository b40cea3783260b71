//! The keys: what each of them does, and what is said where one is chosen.

// Said elsewhere in the same words.
pub use crate::strings::page::{compare, discuss};
pub use postil_core::strings::record::no_theme_applies;

// The headings of the help dialog.
postil_core::strings! {
    moving = "Move";
    stance = "Stance";
    themes = "Themes";
    everything_else = "Everything else";
}

// What they do.
postil_core::strings! {
    next_paragraph = "Next paragraph";
    previous_paragraph = "Previous paragraph";
    next_open = "Next paragraph not fully answered";
    previous_open = "Previous paragraph not fully answered";
    first_paragraph = "First paragraph";
    last_paragraph = "Last paragraph";
    next_question = "Next question";
    confidence = "How sure you are: low, medium, high";
    hold_theme = "Tag by tapping with the theme you chose last, or stop";
    apply_held = "Add that theme to this paragraph, or remove it";
    find_theme = "Find a theme by typing";
    meaning = "What your last choice means, and where else you made it";
    move_inside = "Move in the table or list you are in";
    move_to_ends = "Go to the first or last";
    next_step = "Next step";
    previous_step = "Previous step";
    full_screen = "Full screen";
    leave_discussion = "Leave the discussion";
    still_right = "Still right under the new definition";
    write_note = "Write a note";
    search = "Search the article";
    undo = "Undo";
    redo = "Redo";
    help = "Help";
}

// The keys themselves.
postil_core::strings! {
    space = "Space";
    taken(key: &str, action: &str) =
        "“{key}” already belongs to “{action}”. Choose another key, or change that one first.";
    not_single = "Choose a letter, a digit or a symbol.";
}
