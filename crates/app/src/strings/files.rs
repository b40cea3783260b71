//! The strings of the dialogs: what several of them say stands here, the rest by what it is about.

// Said elsewhere in the same words.
pub use crate::strings::page::both as and;
pub use crate::strings::words::{paragraphs, questions, themes};

pub mod articles;
pub mod codebooks;
pub mod export;
pub mod import;
pub mod people;
pub mod questions;
pub mod removal;
pub mod rescue;
pub mod verdicts;

// What several say.
postil_core::strings! {
    reader(n: usize) = "Reader {n}";
    undo = "Undo";
    copied = "Copied.";
    unreadable(name: &str) = "“{name}” could not be read. If it was moved or renamed, choose it again.";
    field_is(field: &str, value: &str) = ["the ", field, " is “", value, "”"];
    and_more(n: usize) = " and {n} more";
}

// Numbers.
postil_core::strings! {
    new_paragraphs(n: usize) = "{n} new paragraph" | "{n} new paragraphs";
    headings(n: usize) = "{n} heading" | "{n} headings";
    articles(n: usize) = "{n} article" | "{n} articles";
    codes(n: usize) = "{n} code" | "{n} codes";
    files(n: usize) = "{n} file" | "{n} files";
}
