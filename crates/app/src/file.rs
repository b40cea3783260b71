//! Files that people choose or drop.

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
