//! What the class made of an annotator's answers, on a screen and as a page.

// Said elsewhere in the same words.
pub use crate::strings::output::report::{
    nothing_decided, paragraph_link, paragraph_named as paragraph, why_people_differed,
};
pub use crate::strings::record::not_answered_yet;

// How an answer stands to the agreed reading.
crate::strings! {
    same_answer = "The same answer";
    different_answer = "A different answer";
    different_in(how: &str) = ["Different: ", how];
    not_fully_answered = "You have not fully answered this";
    no_agreed_reading = "No agreed answer";
}

// How many paragraphs stand how.
crate::strings! {
    agree(decided: usize, same: usize) =
        "You and the class agree on {same} of {decided} paragraph that the class decided" |
        "You and the class agree on {same} of the {decided} paragraphs that the class decided";
    and_differ(n: usize) = ", and differ on {n}";
    not_answered_of_them(n: usize) = " You have not fully answered {n} of them.";
    accepts_different(n: usize) = " On {n} the class accepts different readings.";
    left_open(n: usize) = " The class left {n} open.";
    accepts_different_and_left_open(n: usize, open: usize) =
        " On {n} the class accepts different readings, and {open} it left open.";
}

// The counts of the class.
crate::strings! {
    too_few = "How others answered is shown only where five or more did: with fewer, it would be easy to guess who \
               answered what.";
}

// The head of the page.
crate::strings! {
    page_title(article: &str) = "You and the class: {article}";
    you_and_the_class = "You and the class";
    different = "Different: ";
    what_the_page_holds = "This page holds your own answers and what the class decided. Nobody else’s name is in it.";
    only_as_numbers(readers: u32) =
        "Other people’s answers appear only as numbers: how many of {readers} chose each answer.";
}

// The parts of the page.
crate::strings! {
    where_you_differ = "Where you and the class differ";
    what_you_left = "What you have not fully answered";
    other_paragraphs = "Other paragraphs";
    paragraphs_in_full = "The paragraphs in full";
}

// A paragraph.
crate::strings! {
    read_in_full = "Read it in full";
    your_column = "You";
    class_column = "Class";
    stance = "Stance";
    themes = "Themes";
    no_agreed_answer = "no agreed answer";
    no_agreed_themes = "no agreed themes";
    how_the_class_answered = "How the class answered";
    you = "you";
    with_you = "with you";
    not_answered(n: u32) = "not answered {n}";
    decided = "Decided.";
    more_than_one_reading = "The class accepts more than one reading.";
    left_open_on_purpose = "Left open on purpose.";
    your_reply = "Your reply: ";
}

// The foot of the page.
crate::strings! {
    to_reply = "To reply";
    open_postil = "Open Postil where you read the article.";
    import_the_file = "Under Files (on a phone More, ⋯) press Import and choose the file ";
    choose_a_reply(agrees: &str, differs: &str) =
        "On Class, under You and the class, for each paragraph where you and the class differ, choose “{agrees}” or \
         “{differs}”.";
    hand_in = "Press Hand in (or Export) and give the file to your teacher.";
    answers_stay = "Your own answers stay as you gave them. Only you change them.";
    made_with(app: &str) = "Made with {app}.";
}
