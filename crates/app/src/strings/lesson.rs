//! The Class screen: a lesson from giving an article out to giving back what the class made of it.

pub mod changed;

// Said elsewhere in the same words.
pub use crate::strings::discuss::decide;
pub use crate::strings::words::{paragraphs, people};
pub use postil_core::strings::output::report::nothing_decided;

use crate::strings::words::few;

// What comes once the class has talked.
postil_core::strings! {
    you_and_class = "You and the class";
}

// Giving an article out.
postil_core::strings! {
    not_given_yet = "Not given yet.";
    given(on: &str, questions: &str, facts: &str) = "Given {on}: {questions}{facts}.";
    changed_since_given =
        "The codebook has changed since. Whoever has the earlier file or link answers the earlier one: give it again.";
    on(day: &str) = ["on ", day];
    content(paragraphs: &str, questions: &str, themes: &str) = [paragraphs, ", ", questions, themes];
    questions(n: usize) = [&*few(n, "question", "questions")];
    and_themes(n: usize) = " and {n} theme" | " and {n} themes";
    too_long_for_code =
        "The link is too long for a QR code: post it where the class finds it, or give the file to the class.";
}

// Tables that can be saved or copied.
postil_core::strings! {
    handed_in_as_csv = "Save as CSV: handed in";
    copy_handed_in = "Copy the table: handed in";
    replies_as_csv = "Save as CSV: replies";
    copy_replies = "Copy the table: replies";
}

// Who has handed in.
postil_core::strings! {
    answered(whole: usize, all: usize) = "{whole} of {all}";
    missing = "missing";
    missing_paragraphs(numbers: &str) = ["missing: ", numbers];
    themeless(n: usize) = "no themes on {n} paragraph" | "no themes on {n} paragraphs";
    last_and_more(last: &str, more: usize) = "{last} and {more} more";
    later_file_counts = "2 files: the later one counts";
    latest_file_counts(n: usize) = "{n} files: the latest one counts";
    own_themes(n: usize, names: &str) = "has {n} theme of their own: {names}" | "has {n} themes of their own: {names}";
    other_version = "their codebook differs from yours";
    not_on_list = "not on your list";
    not_handed_in(names: &str) = ["Not handed in yet: ", names, "."];
    due(when: &str) = ["Due: ", when, "."];
    due_and_late(late: usize, when: &str) = "Due: {when}. {late} person was late." | "Due: {when}. {late} people were late.";
    late = "late";
    both_files_in = "Both files are in";
    all_files_in(n: usize) = "All {n} files are in";
    some_files_in(all: usize, came: usize) = "{came} of {all} file is in" | "{came} of {all} files are in";
    files_wait(n: usize) = ", {n} needs your attention" | ", {n} need your attention";
    nobody_handed_in = "Nobody has handed in yet.";
    handed_in(n: usize) = "{n} person has handed in." | "{n} people have handed in.";
    some_handed_in(all: usize, came: usize) =
        "{came} of {all} person has handed in." | "{came} of {all} people have handed in.";
}

// What is wrong with the files.
postil_core::strings! {
    file_asks = "Postil has a question before it can import this file.";
    file_asked = "Postil had a question about this file that was not answered. Collect it again to answer it.";
    other_article(title: &str, whom: &str) =
        "It is about another article, “{title}”. Ask {whom} for the file on this one.";
    damaged(whom: &str) = "It is incomplete or damaged. Ask {whom} to send it again.";
    not_ours(whom: &str) = "It is not a Postil file. Ask {whom} for the file from the Hand in button.";
    empty(whom: &str) = "There are no answers in it. Ask {whom} for the file from the Hand in button.";
    newer = "A newer version of Postil made this file. Reload this page, then collect the file again.";
    no_room = "There was no storage left for it. Remove an article that you no longer need, then collect it again.";
    twice =
        "Its people are already here from another file (one file has names, the other does not) and would count \
         twice, so it was not imported. To use this one, undo the other import first.";
    off_list(file: &str) = [file, " off the list"];
    whoever_sent_it = "whoever sent it";
    without_name(n: usize, files: &str) = "{n} files came without a name: {files}. Give each a name below.";
    same_name(n: usize, files: &str) = "{n} people go by this name: {files}. Give one another name below.";
    latest_change(when: &str) = ["latest change ", when];
}

// Comparing and discussing.
postil_core::strings! {
    nobody_here = "Nobody’s answers are here yet.";
    one_here = "One person’s answers are here: there is nothing yet to compare them with.";
    here(people: &str, paragraphs: &str) = "{people}, {paragraphs}.";
    nothing_to_discuss = "There is nothing to discuss yet.";
    decisions_wait(n: usize) = "One decision is not recorded yet." | "{n} decisions are not recorded yet.";
    decided(paragraphs: usize, decided: usize) =
        "Recorded so far: {decided} of {paragraphs} paragraph." | "Recorded so far: {decided} of {paragraphs} paragraphs.";
}

// Giving back.
postil_core::strings! {
    replies_came(n: usize) = "{n} reply has come in: see You and the class." | "{n} replies have come in: see You and the class.";
    not_given_back_yet = "Not given back yet.";
    given_back(people: usize, on: &str) =
        "Feedback made {on} for {people} person." | "Feedback made {on} for {people} people.";
    decided_since(n: usize) = "{n} paragraph was decided since." | "{n} paragraphs were decided since.";
    goes_home(outcomes: &str, people: &str) =
        "So far {outcomes}. Each of {people} gets a folder with a feedback page and a file for replies. These show \
         other people’s answers only as numbers, and only where five or more people answered.";
    collect_first = "Collect first: there is nobody yet to give anything back to.";
    decide_first =
        "Decide on at least one paragraph first. Then people can see how their answers compare with the decision.";
    feedback_file(title: &str) = "{title} - feedback.zip";
    feedback_saved = "The feedback should now be in your downloads: one zip with a folder for each person.";
}
