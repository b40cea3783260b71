//! What can happen on Class.

use crate::{class::sheets::Way, strings::lesson as strings};
use postil_core::{base::id::AnnotatorId, record::decision::Reply};
use std::sync::Arc;

/// What there are tables of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// Who has handed in, and who has not.
    HandedIn,
    /// How many replied what to the agreed reading of each paragraph.
    Replies,
}

impl Sheet {
    /// What the buttons that save it as CSV and copy it are called, so that each has a name of its own.
    #[must_use]
    pub fn buttons(self) -> [&'static str; 2] {
        match self {
            Self::HandedIn => [strings::handed_in_as_csv(), strings::copy_handed_in()],
            Self::Replies => [strings::replies_as_csv(), strings::copy_replies()],
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// What a class is asked is to be written.
    GivingAsked,
    /// The file that was given out is wanted once more.
    FileAsked,
    /// The link that was given out is to be copied.
    LinkCopied,
    /// These are the names of those who are expected to hand in.
    RosterWritten(Arc<str>),
    /// Somebody is to be shown by another name; with `None` not after all.
    NamingBegun(Option<AnnotatorId>),
    /// Somebody is to be shown by this name here; empty for their own.
    Named(AnnotatorId, Arc<str>),
    /// What a file asks is to be answered.
    VerdictsAsked,
    /// What came in under this name is to be on the list no more.
    FileDismissed(Arc<str>),
    /// What the class made of the article is to go home.
    GivingBackAsked,
    /// All decided paragraphs are listed (true), or those where the own answer differs.
    ChangesChosen(bool),
    /// A reply to the agreed reading of the paragraph with this index; the same again takes it back.
    ReplyChosen(usize, Reply),
    /// A table is to be saved, or copied.
    SheetAsked(Sheet, Way),
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
