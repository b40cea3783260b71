//! The Discuss screen.

// Said elsewhere in the same words.
pub use crate::strings::words::paragraphs;
pub use postil_core::strings::output::picture::paragraph;

// The steps.
postil_core::strings! {
    read = "Read";
    vote = "Vote";
    reveal = "Reveal";
    vote_again = "Vote again";
    decide = "Decide";
    step_of_paragraph(number: usize, step: &str) = "Paragraph {number}: {step}";
    place(at: usize, all: usize) = "{at} of {all}";
}

// Answers and votes.
postil_core::strings! {
    nobody_answered = "Nobody answered before class";
    answered(n: u32) = "{n} person answered before class" | "{n} people answered before class";
    no_votes_changed = "No votes changed.";
    votes_changed(n: u32) = "At least one vote changed." | "At least {n} votes changed.";
    votes(n: u32) = "{n} vote" | "{n} votes";
    too_many_votes(total: u32, people: u32) = "{total} votes, but the class has {people} people";
    votes_of_people(total: u32, people: u32) = "{total} of {people} votes";
    votes_counted = "votes counted";
    whole_votes = "Votes are counted in whole numbers, up to 9,999.";
    note_of_people(n: usize) = "{n} person: " | "{n} people: ";
}

// The time.
postil_core::strings! {
    time(minutes: u64, seconds: u64, over: &str) = "{minutes}:{seconds:02}{over}";
    over = " over";
    whole_minutes = "Minutes are whole numbers from 1 to 999.";
}

// The agenda.
postil_core::strings! {
    agreed(n: usize) =
        "Everybody agrees on one paragraph; it is left out."
        | "Everybody agrees on {n} paragraphs; they are left out.";
    everybody_agrees = "everybody agrees";
    on_agenda(all: usize, on: usize) = "{on} of {all} paragraph." | "{on} of {all} paragraphs.";
    minutes(n: usize) = "{n} minute" | "{n} minutes";
    needed(paragraphs: &str, each: &str, all: &str) = "{paragraphs}, {each} each: {all}";
    fits(needed: &str) = "{needed}.";
    too_long(needed: &str, more: usize) = "{needed}, {more} more than you have.";
}

// How people differ.
postil_core::strings! {
    all_agree = "You all agree.";
    nothing_to_compare = "Fewer than two answers, so there is nothing to compare.";
    some(way: &str) = ["Some of you ", way, "."];
    some_and_others(first: &str, others: &str) = ["Some of you ", first, "; some ", others, "."];
    and_some = "; some ";
    opposite = "say it is for, others that it is against";
    side_or_neutral = "say it takes a side, others that it is neutral";
    mixed_or_side = "see both sides in it, others one";
    stance_or_none = "see a stance here, others see none";
    other_answers = "gave different answers";
    kindred_themes = "chose related themes";
    other_themes = "chose different themes";
}
