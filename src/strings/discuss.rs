//! The Discuss screen.

// Said elsewhere in the same words.
pub use crate::strings::compare::{by_disagreement, in_article_order};
pub use postil_app::strings::keys::full_screen;

// Its bar and the time.
postil_core::strings! {
    leave_discussion = "Leave the discussion (Esc)";
    leave = "Leave";
    progress = "Progress through the agenda";
    step = "Step";
    leave_full_screen = "Leave full screen";
    minutes(minutes: u32) = "{minutes} min";
    for_paragraph = "for this paragraph";
    stop_timer = "Stop the timer";
    timer = "Timer for this paragraph";
}

// The way on and back.
postil_core::strings! {
    back = "Back";
    next = "Next";
    finish = "Finish";
    move_on_with = "Move on with Space, the left and right arrow keys, or a remote.";
}

// Nothing to discuss.
postil_core::strings! {
    nothing_to_discuss = "Nothing to discuss";
    nothing_on_agenda = "There is nothing on the agenda: everybody agrees on every paragraph, or all were removed.";
    add_all_paragraphs = "Add all paragraphs";
}

// The agenda.
postil_core::strings! {
    agenda = "Agenda";
    order_of_agenda = "Order of the agenda";
    any = "any";
    minutes_in_total = "Minutes in total";
    minutes_for_each = "Minutes for each paragraph";
    reset_agenda = "Reset the agenda";
    by_answers_to = "By the answers to: ";
    on_agenda(paragraph: &str) = "Paragraph {paragraph} is on the agenda";
}

// The paragraph.
postil_core::strings! {
    text_of(paragraph: &str) = ["Text of ", paragraph];
    read_alone = "Read it alone, and decide for yourself. You vote in the next step.";
}

// A show of hands.
postil_core::strings! {
    hands = "Show of hands";
    hands_again = "Show of hands, second time";
    votes_for(answer: &str) = "Votes for {answer}";
    first(hands: u32) = "first {hands}";
    one_fewer_for(answer: &str) = "One vote fewer for {answer}";
    one_more_for(answer: &str) = "One vote more for {answer}";
    hide_counts = "Hide counts until reveal";
    hide_until_decided = "Hide counts until you decide";
}

// What everybody had answered before.
postil_core::strings! {
    votes(hands: u32) = "{hands} vote" | "{hands} votes";
    before(people: u32) = "{people} before";
    themes = "Themes";
    argument = "Argument";
    main_argument = "The main argument, in one sentence";
    notes = "Notes";
}
