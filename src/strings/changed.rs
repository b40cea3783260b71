//! "You and the class".

// Said elsewhere in the same words.
pub use super::compare::{all, differences_only, numbered_paragraph, paragraph, which_paragraphs};
pub use postil_core::strings::output::feedback::{no_agreed_answer, no_agreed_themes};
pub use postil_core::strings::record::not_answered_yet;

// What changed for whoever tags here.
postil_core::strings! {
    yours_and_the_class = "Your answers and what the class decided";
    read_article = "Read the article";
    why_differed(reason: &str) = ["Why people differed: ", reason];
    outcome_alone(outcome: &str) = [outcome, "."];
    outcome_and_why(outcome: &str, reason: &str) = [outcome, ". Why people differed: ", reason];
    you = "You";
    agreed = "Agreed";
    stance = "Stance";
    themes = "Themes";
    the_class = "The class";
    your_reply = "Your reply";
    your_reply_to(number: usize) = "Your reply to paragraph {number}";
    no_reply = "No reply";
    what_everybody_replied = "What everybody replied";
    replies = "Replies";
}
