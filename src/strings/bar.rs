//! The bar at the top, and the panels that open from it.

// Said elsewhere in the same words.
pub use postil_app::strings::keys::search as search_article;
pub use postil_app::strings::shared::export_now;

postil_core::strings! {
    postil = "Postil";
    screens = "Screens";
    more = "More";
    undo = "Undo";
    redo = "Redo";
    undo_or_redo_what(step: &str, what: &str) = [step, ": ", what];
    progress = "Progress";
    paragraphs_answered = "Paragraphs answered";
}

// How the page looks.
postil_core::strings! {
    text_and_colours = "Text and colours";
    letter = "A";
}

// The search.
postil_core::strings! {
    search = "Search";
    previous_result = "Previous result";
    next_result = "Next result";
    close_search = "Close search";
    results = "Results";
    first_are_listed = "The first 100 are listed.";
}

// The tools.
postil_core::strings! {
    annotator = "Annotator: ";
    files = "Files";
    open_article = "Open article";
    import = "Import";
    export = "Export";
    help = "Help";
}
