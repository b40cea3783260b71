//! Deciding a paragraph.

// Said elsewhere in the same words.
pub use crate::strings::inspector::previous;
pub use postil_core::strings::record::no_theme_applies;

// The page of Class.
postil_core::strings! {
    paragraphs = "Paragraphs";
    next = "Next";
    mark_decided = "✓ decided";
    mark_different = "≠ different readings";
    mark_open = "… left open";
    mark_waits = "! not recorded yet";
}

// The answers to a question.
postil_core::strings! {
    answer = "Answer";
    before_class = "Before class";
    first_vote = "First vote";
    second_vote = "Second vote";
    accept_answer(answer: &str) = ["Accept this answer: ", answer];
    accept_followed = "Accept ";
    this_answer = "this answer";
}

// What each person said.
postil_core::strings! {
    accept = "Accept";
    accept_answer_of(name: &str) = "Accept the answer of {name}";
    confidence = " · confidence ";
}

// The form.
postil_core::strings! {
    decision = "Decision";
    outcome = "Outcome";
    themes = "Themes";
    themes_of_decision = "Themes of the decision";
    no_answer_recorded = "No answer is recorded with it.";
    why_we_differed = "Why we differed";
    reason_in_a_sentence = "Reason in one sentence";
    what_decided_it = "What decided it, or why it is left open";
    record_decision = "Record the decision";
    remove_decision = "Remove the decision";
}
