//! The dialog "Export", with its step "Give to the class" and what it says of handing in.

// Said elsewhere in the same words.
pub use crate::strings::compare::everybodys_answers as all_answers;
pub use postil_app::strings::shared::{give as give_to_class, hand_in};
pub use postil_app::strings::words::people;

postil_core::strings! {
    export = "Export";
    what_to_export = "What to export";
    my_answers = "My answers";
    without_names = "Without names";
    without_names_about = "Everybody’s, as “Reader 1” and so on. Notes and times stay: they may tell who somebody is.";
    backup = "A backup for me";
    backup_about = "Everything, including your private notes. Do not give this file to anyone.";
}

// What is asked before the first file.
postil_core::strings! {
    your_code = "Your code, as it will appear in the file";
    your_name = "Your name, as it will appear in the file";
    name_needed = "Your teacher needs it to know whose work this is. You are asked only once.";
    name_not_needed = "You can leave this empty. You are asked only once.";
}

// Handing in.
postil_core::strings! {
    your_work = "Your work";
    hand_in_about = "The file holds the article, its questions, and your answers and notes. Private notes are not in \
                     it.";
}

// Giving the article to the class.
postil_core::strings! {
    give_about = "The article with its questions and what you ask, without anybody’s answers: a file or a link.";
    instructions = "Instructions";
    instructions_example = "Read the article, answer for each paragraph, and hand in.";
    which_questions = "Which questions";
    only_themes = "No question is asked this time, only themes.";
    due = "Due";
    minimum_paragraphs = "Minimum paragraphs";
    all_paragraphs = "All";
    round = "Round";
    hand_in_with = "They hand in with";
    their_names = "Their names";
    codes_given = "Codes that you gave them";
    link_for_class = "Link for the class";
    copy_link = "Copy link";
    make_link = "Make a link";
    save_file = "Save the file";
}
