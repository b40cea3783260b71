//! Files that people choose or drop, and the names of those they get.

use postil_core::output::file_name::file_name;
use std::sync::Arc;

/// A file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedFile {
    /// Its name.
    pub name: Arc<str>,
    /// Its bytes, or why there are none.
    pub bytes: Result<Arc<[u8]>, FileError>,
}

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser could not read it.
    Unreadable,
    /// It is larger than files of its kind may be, so nobody tried.
    TooLarge,
}

/// The name of the Postil file of an article with this title; `who` is empty where it is nobody's.
#[must_use]
pub(crate) fn named(title: &str, who: &str) -> String {
    let title = file_name(title);
    let who = if who.is_empty() { String::new() } else { [" - ", &*file_name(who)].concat() };
    [&*title, &who, ".postil.json"].concat()
}
