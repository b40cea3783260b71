//! What the app asks to be done. Effects are values; `runtime` performs them and answers with messages.

use crate::{
    look::Look,
    opening::{Form, Opening},
    part::Part,
    timer::Timer,
};
use postil_core::base::{colour::Colour, id::ArticleId};
use std::sync::Arc;

/// Where the focus is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The paragraph at this index (from 0), without taking the focus out of the inspector when it is there.
    Paragraph(usize),
    /// The paragraph at this index, from wherever the focus is.
    ArticleAt(usize),
    /// The paragraph at this index, where another one has the focus: what is current and what hears keys are the same.
    Along(usize),
    /// The note's text field.
    Note,
    /// The field that finds a theme.
    ThemeFinder,
    /// The search field.
    Search,
    /// The element with this id.
    Element(Arc<str>),
    /// The element with this id, while the page stays where it is.
    Still(Arc<str>),
    /// The element with this id, if what had the focus went away with it.
    Lost(Arc<str>),
    /// The text field with this id, whose words are to be written over.
    Field(Arc<str>),
}

/// A snapshot as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSnapshot {
    /// Its key.
    pub key: Arc<str>,
    /// Its text.
    pub value: Arc<str>,
    /// What it covers. An operation of which several snapshots hold something may go when all of them are there.
    pub covered: Vec<Arc<str>>,
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write these operations, all or none, to local storage and then to the journal. Answered by `OperationsKept` or
    /// `OperationsRefused` at once, and by `JournalKept` or `JournalRefused` later, with the same ticket.
    Persist {
        /// Names this write in the answers.
        ticket: u64,
        /// Keys and values.
        operations: Vec<(Arc<str>, Arc<str>)>,
        /// True for an import: when local storage has no room for it, it must not come back from the journal.
        import: bool,
    },
    /// Put into each store what only the other has, and clear away what a snapshot covers. No answer is needed: what
    /// fails now is tried again at the next start.
    Heal {
        /// For local storage.
        local: Vec<(Arc<str>, Arc<str>)>,
        /// For the journal.
        journal: Vec<(Arc<str>, Arc<str>)>,
        /// To be deleted from the journal.
        expired: Vec<Arc<str>>,
        /// To be deleted from local storage, once the journal is seen to have them.
        covered: Vec<Arc<str>>,
    },
    /// Write an article to the library, by its id. Answered by `ArticleStored` or `ArticleRefused`.
    StoreArticle(Arc<str>, Opening, Form),
    /// Read an article. Answered by `ArticleLoaded`.
    LoadArticle(ArticleId, Arc<str>),
    /// Keep what a version of an article's codebook said, under its key. No answer is needed: it is kept again with the next
    /// change.
    KeepVersion(Arc<str>, Arc<str>),
    /// Read all versions of an article's codebook. Answered by `VersionsRead`.
    LoadVersions(ArticleId),
    /// Keep the text of open fields, so that a crash does not lose it; `None` removes it.
    KeepDraft(Option<Arc<str>>),
    /// Have the tab keep the steps of undo while its page is loaded anew; with `None` there are none.
    KeepSteps(Option<Arc<str>>),
    /// Remove a draft that was taken over or given up.
    RemoveDraft(Arc<str>),
    /// Say a short sentence to a screen reader.
    Announce(Arc<str>),
    /// Move the focus.
    Focus(Focus),
    /// Press the button with this id, as a person would.
    Press(Arc<str>),
    /// Bring a paragraph (index from 0) into view; `true` puts it near the top.
    Reveal(usize, bool),
    /// Bring a paragraph (index from 0) into view if too little of it is seen to read it.
    RevealIfLost(usize),
    /// Let the person save a file.
    Download {
        /// The file's name.
        name: Arc<str>,
        /// Its media type.
        mime: &'static str,
        /// Its text.
        text: Arc<str>,
    },
    /// Let the person save a file of bytes.
    DownloadBytes {
        /// The file's name.
        name: Arc<str>,
        /// Its media type.
        mime: &'static str,
        /// What is in it.
        bytes: Arc<[u8]>,
    },
    /// Let the person pass a file on: to another program where the device has a sheet for that, and else as a download.
    /// Answered by `HandedIn`.
    HandOver {
        /// The file's name.
        name: Arc<str>,
        /// Its media type.
        mime: &'static str,
        /// Its text.
        text: Arc<str>,
    },
    /// Pack a text into the address of a link. Answered by `LinkPacked`.
    Pack(Arc<str>),
    /// Unpack what stands in the address of a link. Answered by `LinkUnpacked`.
    Unpack(Arc<str>),
    /// Unpack what was packed as raw DEFLATE, each into no more bytes than are said beside it. Answered by `Inflated`.
    Inflate(Vec<(Arc<[u8]>, usize)>),
    /// Draw a picture into a PNG file and let the person save it. Answered by `PictureFailed` if that does not work.
    SavePng {
        /// The file's name.
        name: Arc<str>,
        /// The picture.
        svg: Arc<str>,
        /// How wide it is, in pixels.
        width: u32,
        /// How high it is.
        height: u32,
    },
    /// Put a text on the clipboard. Answered by `TextCopied`.
    Copy(Arc<str>),
    /// Show another address after the `#`.
    Navigate(Arc<str>),
    /// Show another address after the `#`, in place of the one that is shown: nobody has gone anywhere.
    Readdress(Arc<str>),
    /// Show the page from its head.
    ScrollUp,
    /// Fill the screen with the page, or end that.
    FullScreen,
    /// Open the browser's print dialog.
    Print,
    /// Let these colours be drawn, which somebody chose for themes of the open codebook.
    Colours(Vec<Colour>),
    /// Ask the browser to keep this page's data for good.
    AskToPersist,
    /// Send `Msg::TimePassed` after so many milliseconds.
    Wait(Timer, u32),
    /// Draw the rest of a long article or codebook in idle time: answered by `IdleCame`.
    AwaitIdle,
    /// Wait until the page is at leisure to fetch what may soon be needed; never where that costs people money. Answered by
    /// `LeisureCame`.
    AwaitLeisure,
    /// Run a compaction under a lock; `true` waits while somebody else does. Answered by `CompactionMayRun`.
    AwaitCompaction(bool),
    /// Write snapshots to the journal, one after another, confirm each, then put it in the place of what it covers in local
    /// storage. Answered by `Compacted` or `CompactionFailed`.
    Compact {
        /// The snapshots, of a shelf each.
        snapshots: Vec<StoredSnapshot>,
        /// Articles that were removed from this device: what is covered and speaks of them goes from the journal too.
        purged: Vec<Arc<str>>,
    },
    /// Take the text of an article out of the library for good.
    DeleteArticle(ArticleId),
    /// Fetch a part of the program. Answered by `PartCame`.
    Fetch(Part),
    /// Offer every stored value as a file, straight from storage.
    DownloadRaw,
    /// Remember for the next start which article to wait for; none for the sample, which need not be waited for.
    Hint(Option<ArticleId>),
    /// Give the page another title.
    Title(Arc<str>),
    /// Whether leaving the page should ask first.
    GuardLeaving(bool),
    /// How the page is to look: one of the choices of a [`Look`].
    Appearance(Look, &'static str),
}
