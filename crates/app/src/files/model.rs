//! What the dialogs know.

use super::{
    imported::{Imported, Unpacking},
    msg::{Msg, Scope},
    rules::Giving,
    view::OpenView,
};
use crate::{opening::Opening, screen::DialogKind};
use postil_core::{
    article::read::text::Draft,
    base::id::ArticleId,
    exchange::{
        bundle::Bundle,
        rescue::{Rescue, Whole},
    },
};
use std::sync::Arc;

/// The dialogs and what is done in them with articles, files, names and keys.
#[derive(Clone, Debug, Default)]
pub struct Files {
    /// Which one.
    pub open: Option<DialogKind>,
    /// The article being previewed.
    pub preview: Option<Preview>,
    /// The preview that was gone back from: the same text goes on with it.
    pub left: Option<Preview>,
    /// The text in the field for one, when the dialog was closed.
    pub pasted: Arc<str>,
    /// An article that is here, and as a file describes it.
    pub differs: Option<Differs>,
    /// An article that came, while it is being read what is here of it.
    pub(crate) arrival: Option<Arrival>,
    /// The description that gave way to another, and the title it had.
    pub(crate) replaced: Option<Opening>,
    /// The article that is being removed from this device, while its text is read for the file.
    pub leaving: Option<ArticleId>,
    /// An article that came as a link, until it is opened.
    pub asked: Option<Arc<Bundle>>,
    /// What is being written for a class.
    pub giving: Option<Giving>,
    /// Files that wait until they are unpacked.
    pub(crate) unpacking: Option<Unpacking>,
    /// True while the link for the class is being copied.
    pub(crate) copying_link: bool,
    /// True while nothing is wanted of "Export" but to hand in.
    pub(crate) handing: bool,
    /// True after somebody tried to hand in without a name.
    pub(crate) nameless: bool,
    /// What waits until this part of the program is here.
    pub waiting: Vec<Msg>,
    /// True while something is to be put together in local storage, for which the dialogs are needed.
    pub(crate) compaction_waits: bool,
    /// A rescue file that was chosen.
    pub rescue: Option<FoundRescue>,
    /// Why the last article file could not be opened.
    pub(crate) open_error: Option<Arc<str>>,
    /// The last import.
    pub imported: Imported,
    /// What goes into a file.
    pub(crate) scope: Scope,
    /// The name for files as it is being typed, once somebody has.
    pub own_name: Option<Arc<str>>,
    /// The article that is about to be removed from this device, if its person says so once more.
    pub(crate) to_remove: Option<ArticleId>,
    /// The action that waits for a key.
    pub(crate) awaiting: Option<Arc<str>>,
    /// Why the last key was not taken.
    pub(crate) key_problem: Option<Arc<str>>,
}

impl Files {
    /// Opens a dialog.
    pub fn open(&mut self, kind: DialogKind) {
        self.open = Some(kind);
        match kind {
            DialogKind::Open => {
                self.open_error = None;
                self.preview = None;
                self.differs = None;
                self.asked = None;
            }
            DialogKind::Import => {
                self.imported = Imported::default();
                self.rescue = None;
            }
            DialogKind::Help => {
                self.awaiting = None;
                self.key_problem = None;
            }
            DialogKind::Room => self.to_remove = None,
            DialogKind::Export => {
                self.giving = None;
                self.handing = false;
                self.nameless = false;
            }
            DialogKind::Annotators => {}
        }
    }

    /// Closes the dialog that is open.
    pub fn close(&mut self) {
        // What a file describes otherwise waits until the verdict on it was read; closed, it changes nothing.
        let waits = self.open.is_some_and(|open| open != DialogKind::Open) && self.differs.is_some();
        self.open = waits.then_some(DialogKind::Open);
        if !waits {
            self.differs = None;
        }
        self.awaiting = None;
    }
}

/// A previewed article.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Counts previews, to tell them apart.
    pub(crate) serial: u64,
    /// The text it was found in.
    pub source: Arc<str>,
    /// Title and blocks as chosen so far.
    pub draft: Draft,
    /// The rows, made anew only where a choice changed.
    pub view: Arc<OpenView>,
}

/// What came, while it is not known yet what is here.
#[derive(Clone, Debug)]
pub(crate) struct Arrival {
    /// The article and the codebook as they came.
    pub theirs: Opening,
    /// True when it has a codebook of its own to be compared: a pasted text has none.
    pub from_file: bool,
}

/// Two descriptions of the same text.
#[derive(Clone, Debug)]
pub struct Differs {
    /// The article and the codebook as they came.
    pub theirs: Opening,
    /// What is different, in words.
    pub differences: Vec<Arc<str>>,
}

/// A rescue file that was chosen.
#[derive(Clone, Debug)]
pub struct FoundRescue {
    /// Its name.
    pub name: Arc<str>,
    /// What it holds and what of it can be stored, or why nothing of it can be read.
    pub(crate) content: Result<(Rescue, Whole), Arc<str>>,
    /// True once it is stored again.
    pub(crate) restored: bool,
}
