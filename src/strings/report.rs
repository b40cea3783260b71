//! The report.

// The sheet, and the buttons above it.
postil_core::strings! {
    report = "Report";
    in_short = "In short";
    decisions = "Decisions";
    article_with_answers = "The article with the answers";
    agreement = "Agreement";
    method = "Method";
    computing = "Computing…";
    back_to_compare = "Back to Compare";
    show_names = "Show names";
    save_as_html = "Save as HTML";
    print = "Print";
}

// What it says first.
postil_core::strings! {
    not_answered = "not answered";
    symbols = "Symbols";
    picture = "Answers by paragraph, one column each. The numbers are given with the paragraphs below.";
}

// The numbers of agreement.
postil_core::strings! {
    measure = "Measure";
    value = "Value";
    interval = "95% interval";
    conclusion = "What can be concluded";
    needs_two = "Agreement needs two annotators who have answered the same paragraphs.";
    computed_from(items: usize, coefficient: &str) =
        "{coefficient}, {items}\u{a0}paragraph"
        | "{coefficient}, {items}\u{a0}paragraphs";
}

// What became of the paragraphs.
postil_core::strings! {
    paragraph(number: usize) = "Paragraph {number}";
    nothing_decided_nor_open = "Nothing is decided yet, and there are no open disagreements.";
    nothing_decided = "Nothing is decided yet.";
    decided = "Decided";
    why_differed(reason: &str) = ["Why people differed: ", reason];
}
