//! The report.

// Said elsewhere in the same words.
pub use crate::strings::changed::why_differed;
pub use crate::strings::compare::{computing, show_names, symbols};
pub use postil_core::strings::output::picture::paragraph;
pub use postil_core::strings::output::report::{
    agreement, article_with_answers, decided, decisions, in_short, interval, measure, nothing_decided,
    nothing_decided_or_open as nothing_decided_nor_open, picture, what_can_be_concluded as conclusion,
};

// The sheet, and the buttons above it.
postil_core::strings! {
    report = "Report";
    method = "Method";
    back_to_compare = "Back to Compare";
    save_as_html = "Save as HTML";
    print = "Print";
}

// What it says first.
postil_core::strings! {
    not_answered = "not answered";
}

// The numbers of agreement.
postil_core::strings! {
    value = "Value";
    needs_two = "Agreement needs two annotators who have answered the same paragraphs.";
    computed_from(items: usize, coefficient: &str) =
        "{coefficient}, {items}\u{a0}paragraph"
        | "{coefficient}, {items}\u{a0}paragraphs";
}
