//! An article as it is opened and stored.

use postil_core::{article::Article, codebook::book::Book};
use std::{fmt, sync::Arc};

/// An article, and the codebook that came with it.
pub(crate) type Opening = (Arc<Article>, Arc<Book>);

/// How articles are stored. What reads and writes them comes with the dialogs' part of the program.
#[derive(Clone, Copy)]
pub struct Form {
    /// The text under which an article is stored.
    pub write: fn(&Opening) -> String,
}

impl fmt::Debug for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Form")
    }
}

/// There is one form, so any two are the same.
impl PartialEq for Form {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Form {}
