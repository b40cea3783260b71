//! The Class screen: the steps of a lesson.

// Said elsewhere in the same words.
pub use crate::strings::compare::who_handed_in as who_has_handed_in;
pub use crate::strings::compare::{open_discussion, quoted};
pub use crate::strings::dialog::export::{copy_link, link_for_class};
pub use postil_app::strings::files::questions::same_person;
pub use postil_app::strings::page::{compare, discuss, unnamed_person};
pub use postil_app::strings::shared::{collect, give as give_to_class, what_a_link_is as about_link};

// Its head.
postil_core::strings! {
    class = "Class";
    back_to_class = "Back to Class";
    lesson_with = "A lesson with ";
    step_by_step = ", step by step.";
    for_teacher = "This screen is for your teacher. To hand in, use the button at the top; on a phone it may stand under More (⋯).";
    feedback_later = " Your teacher may give you a feedback file later.";
    what_teacher_does = "What your teacher does here";
}

// What all this is, while nothing has begun.
postil_core::strings! {
    how_lesson_goes = "How a lesson goes";
    first_everybody_gets = "Everybody gets the article and your questions as one file, or by a link.";
    then_they_hand_in =
        "They read, answer and hand in a file each. You collect all of them at once, and see where people disagree.";
    then_you_talk =
        "You talk about those paragraphs, decide what you can, and everybody gets back how their answers compare.";
    made_up_people = "Twelve made-up people. You can remove them in one step.";
}

// The steps.
postil_core::strings! {
    compare_answers = "Compare the answers";
    give_back = "Give back";
    report_of_class = "Report of the class";
}

// Giving out.
postil_core::strings! {
    they_get(what: &str) = ["They get ", what, ", without anybody’s answers."];
    save_again = "Save the file again";
    show_large = "Show large";
    close = "Close";
    qr_code = "QR code of the link for the class";
}

// Collecting: the names and the files.
postil_core::strings! {
    names_of_class = "Names of the class";
    names_example = "Mia Berger\nJonas Weber";
    who_is_expected = "Who is expected";
    about_names = "One per line. The list stays in this browser and is in no file.";
    files_handed_in = "Files handed in";
    folder_handed_in = "Folder handed in";
    whole_folder = "A whole folder";
    what_to_collect =
        "Files that were handed in, or a zip of them. You can also drop files, a folder or a zip on this page.";
}

// Collecting: what somebody has to do something about.
postil_core::strings! {
    needs_attention = "Needs your attention";
    show_question = "Show the question";
    take_off_list = "Take off the list";
    take_file_off_list(file: &str) = ["Take ", file, " off the list"];
}

// Collecting: who has handed in.
postil_core::strings! {
    handed_in = "Handed in";
    name = "Name";
    fully_answered = "Fully answered";
    latest_change = "Latest change";
    to_check = "To check";
    name_in_file(name: &str) = ["“", name, "” in their file"];
    another_name = "Another name, for you and on their feedback";
    another_name_for(person: &str) = ["Another name for ", person];
    an_unnamed_person = "an unnamed person";
    name_shown_here = "Name shown here";
    save = "Save";
    cancel = "Cancel";
}
