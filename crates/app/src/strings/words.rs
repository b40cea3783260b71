//! Words that all sentences are made of: numbers of things.

/// A row of a table of strings that says how many there are.
pub(crate) type Counted = fn(usize) -> String;

/// "1 change", "3 changes".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

const SMALL: [&str; 11] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// "one question", "12 questions": small numbers are words.
#[must_use]
pub(crate) fn few(n: usize, one: &str, many: &str) -> String {
    SMALL.get(n).map_or_else(|| count(n, one, many), |word| [*word, " ", if n == 1 { one } else { many }].concat())
}

// What is counted most.
postil_core::strings! {
    paragraphs(n: usize) = [&*count(n, "paragraph", "paragraphs")];
    people(n: usize) = [&*count(n, "person", "people")];
    questions(n: usize) = [&*count(n, "question", "questions")];
    themes(n: usize) = [&*count(n, "theme", "themes")];
}
