//! The overview, the board and the portrait: paragraphs with what everybody answered.

// The overview.
postil_core::strings! {
    more_on_board(n: usize) =
        "{n} more paragraph stands on the board, under People."
        | "{n} more paragraphs stand on the board, under People.";
    piece(n: u32, people: u32, label: &str) = "{n} of {people}: {label}";
}

// The board.
postil_core::strings! {
    some_of(paragraphs: usize, shown: usize) =
        "{shown} of {paragraphs} paragraph" | "{shown} of {paragraphs} paragraphs";
}

// The portrait.
postil_core::strings! {
    portrait_of(title: &str, paragraphs: &str, people: &str) =
        "Portrait of “{title}”: {paragraphs} in a row, as seen by {people}.";
    column(number: usize, answers: &str) = "Paragraph {number}: {answers}";
    strip(name: &str, answers: &str) = "{name}: {answers}";
    gave(n: usize, label: &str) = "{n} {label}";
    in_no_paragraph(theme: &str) = "{theme}: in no paragraph";
    in_paragraphs(theme: &str, paragraphs: &str, strongest: usize, most: u32, people: &str) =
        "{theme}: in {paragraphs}, most in paragraph {strongest} ({most} of {people})";
    more_paragraphs(n: usize) = "{n} more paragraph" | "{n} more paragraphs";
    more_people(n: usize) = "{n} more person" | "{n} more people";
    more_themes(n: usize) = "{n} more theme" | "{n} more themes";
    not_drawn(what: &str) = "Not drawn: {what}.";
}
