//! What people and classes say of a paragraph.

// Answers, and what is missing of them.
crate::strings! {
    not_answered_yet = "not answered yet";
    no_theme_applies = "No theme applies";
    has_no_answer = "has no answer";
    needs_another_answer = "needs one more answer";
    has_no_theme = "has no theme yet";
}

// What became of a paragraph.
crate::strings! {
    outcome_decided = "Decided";
    outcome_difference = "Different readings are possible";
    outcome_open = "Left open";
}

// Paragraphs, counted by what became of them.
crate::strings! {
    decided = "decided";
    with_different_readings = "with different readings";
    left_open = "left open";
    counted(count: usize, outcome: &str) = "{count} {outcome}";
}

// Why people had differed.
crate::strings! {
    reason_text = "The text is ambiguous";
    reason_rule = "The definition is unclear";
    reason_slip = "A mistake";
    reason_reading = "They understood it differently";
}

// What somebody replies to a class.
crate::strings! {
    reply_agrees = "I agree with the class now";
    reply_differs = "I still read it differently";
}

// Votes.
crate::strings! {
    first_vote(hands: &str) = ["First vote: ", hands];
    second_vote(hands: &str) = ["Second vote: ", hands];
    hands_for(answer: &str, hands: u32) = "{answer} {hands}";
}
