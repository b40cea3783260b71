//! What the class's screens say: words that several of them share, who is there, and which class is shown.

// Said elsewhere in the same words.
pub use crate::strings::words::{paragraphs, people};
pub use postil_core::strings::output::picture::{not_answered, themes_not_answered};
pub use postil_core::strings::record::no_theme_applies;

// Words that several screens share.
postil_core::strings! {
    percent(n: usize) = "{n}\u{a0}%";
    gave(n: u32, label: &str) = "{n} {label}";
}

// Who is there, and how far they have come.
postil_core::strings! {
    person(number: usize) = "Person {number}";
    program(name: &str) = [name, " (program)"];
    answered_of(whole: usize, all: usize) = "{whole} of {all} answered";
    and_in_part(n: usize) = " · {n} in part";
    and_notes(n: usize) = " · {n} note" | " · {n} notes";
    and_not_in_text(n: usize) = " · {n} paragraph not in this text" | " · {n} paragraphs not in this text";
}

// How a paragraph divides people.
postil_core::strings! {
    under_one_percent = "under 1\u{a0}%";
    differ(share: &str) = [share, " differ"];
    differ_and_opposite(share: &str, opposite: &str) = "{share} differ, {opposite} opposite";
    themes_differ = "themes differ";
    answered(n: &str) = [n, " answered"];
}

// What one of them said of a paragraph.
postil_core::strings! {
    question_not_answered = "question not answered";
    and_no_theme_applies = "; no theme applies";
    and_themes(names: &str) = ["; ", names];
    and_a_note = "; with a note";
}

// Which class is shown, and who belongs to it.
postil_core::strings! {
    unnamed_class = "Unnamed class";
    class_called(name: &str) = ["Class: ", name];
    in_classes(names: &str) = ["in ", names];
    everybody = "Everybody";
    everybody_in_no_other = "Everybody who is in no other class";
}

// What was said of people and of classes.
postil_core::strings! {
    are_one_person(one: &str, other: &str) = "{one} and {other} are now one person";
    these_are_one_person = "These two are now one person";
    is_separate_person(name: &str) = "{name} is now a separate person";
    is_program(name: &str) = "{name} is a program";
    is_person(name: &str) = "{name} is a person";
    class_created(name: &str) = "Class “{name}” created";
    class_renamed(name: &str) = "Class renamed to “{name}”";
    is_in_class(name: &str) = "{name} is in the class";
    is_not_in_class(name: &str) = "{name} is not in the class";
    everybody_is_in_class = "Everybody is in the class";
    added_to_class = "Added to the class";
    somebody = "Somebody";
    as_sentence(words: &str) = [words, "."];
    undo = "Undo";
}
