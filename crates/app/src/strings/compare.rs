//! What Compare says: here the names of its parts and of what can be saved; a table for each part below.

pub mod board;
pub mod explain;
pub mod kinds;
pub mod numbers;
pub mod themes;

// The names of the parts.
postil_core::strings! {
    overview = "Overview";
    people = "People";
    themes = "Themes";
    numbers = "Numbers";
    kinds_of_disagreement = "Kinds of disagreement";
}

// Pictures that can be saved.
postil_core::strings! {
    answers_as_svg = "Save as SVG: answers by paragraph";
    answers_as_png = "Save as PNG: answers by paragraph";
    frequency_as_svg = "Save as SVG: theme frequency";
    frequency_as_png = "Save as PNG: theme frequency";
    stance_by_theme_as_svg = "Save as SVG: stance by theme";
    stance_by_theme_as_png = "Save as PNG: stance by theme";
    together_as_svg = "Save as SVG: co-occurrence of themes";
    together_as_png = "Save as PNG: co-occurrence of themes";
    portrait_as_svg = "Save as SVG: portrait";
    portrait_as_png = "Save as PNG: portrait";
    pairs_as_svg = "Save as SVG: pairs";
    pairs_as_png = "Save as PNG: pairs";
    no_png = "This browser could not make the PNG. Saving as SVG works, and most programs read that too.";
}

// Tables that can be saved or copied.
postil_core::strings! {
    answers_as_csv = "Save as CSV: answers by paragraph";
    copy_answers = "Copy the table: answers by paragraph";
    board_as_csv = "Save as CSV: board";
    copy_board = "Copy the table: board";
    frequency_as_csv = "Save as CSV: theme frequency";
    copy_frequency = "Copy the table: theme frequency";
    stance_by_theme_as_csv = "Save as CSV: stance by theme";
    copy_stance_by_theme = "Copy the table: stance by theme";
    together_as_csv = "Save as CSV: co-occurrence of themes";
    copy_together = "Copy the table: co-occurrence of themes";
    numbers_as_csv = "Save as CSV: numbers";
    copy_numbers = "Copy the table: numbers";
    pairs_as_csv = "Save as CSV: pairs";
    copy_pairs = "Copy the table: pairs";
    kinds_as_csv = "Save as CSV: kinds of disagreement";
    copy_kinds = "Copy the table: kinds of disagreement";
}
