//! What is said where a paragraph is decided.

postil_core::strings! {
    choose_outcome = "Choose an outcome first.";
    choose_answer = "Choose an answer first.";
    decision_removed = "decision removed";
    decision(outcome: &str) = "decision: {outcome}";
    paragraph(number: usize) = "Paragraph {number}";
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
        "{outcome}{recorded}{by} on {day}{from}.";
}
