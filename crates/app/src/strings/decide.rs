//! What is said where a paragraph is decided.

// Said elsewhere in the same words.
pub use crate::strings::read::choose_answer_first as choose_answer;
pub use postil_core::strings::output::picture::paragraph;

postil_core::strings! {
    choose_outcome = "Choose an outcome first.";
    decision_removed = "decision removed";
    decision(outcome: &str) = "decision: {outcome}";
    not_recorded(number: usize) = "The decision on paragraph {number} is not recorded yet.";
    record_it = "Record it";
    nobody_tagged = "None of the selected people has tagged this paragraph.";
    each_said(n: usize) = "What one person said" | "What each of {n} people said";
    of_paragraphs(paragraphs: &str, outcomes: &str) = "Of {paragraphs}: {outcomes}";
}

// What is recorded: the outcome, that it is recorded, by whom, and whether only a file says so.
postil_core::strings! {
    is_recorded = ": recorded";
    by(name: &str) = " by \u{2068}{name}\u{2069}";
    according_to_file = ", according to a file";
    recorded(outcome: &str, recorded: &str, by: &str, day: &str, from: &str) =
        "{outcome}{recorded}{by}, {day}{from}.";
}
