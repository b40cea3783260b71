//! What a page asks for. Pages change nothing but their own state; what they ask for goes up and is carried out in one
//! place, `crate::carry_out`.

use crate::{
    effect::Effect,
    files,
    notice::ActionView,
    screen::{DialogKind, Screen},
    shared::{gesture::Gesture, writing::OpenNote},
};
use postil_core::{
    base::id::{AnnotatorId, ParagraphId},
    exchange::codebook::Format,
    keep::rewrite::{Rewrite, Target},
    record::{decision::DecisionEdit, edit::Edit},
};
use std::sync::Arc;

/// Something a page asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// Edits of what one annotator said of one paragraph, as one gesture.
    Edit {
        /// Whose it is.
        annotator: AnnotatorId,
        /// Of which paragraph of the open article.
        paragraph: ParagraphId,
        /// What is to change.
        edits: Vec<Edit>,
        /// What was done, for undo and screen readers.
        word: Arc<str>,
    },
    /// A gesture that changes what the class says of one paragraph.
    Decide {
        /// Which paragraph of the open article.
        paragraph: ParagraphId,
        /// What is to change.
        edit: DecisionEdit,
        /// What was done, for undo and screen readers.
        word: Arc<str>,
    },
    /// Edits of what the active annotator said of one paragraph, as one gesture.
    Tag {
        /// Of which paragraph of the open article.
        paragraph: ParagraphId,
        /// What is to change.
        edits: Vec<Edit>,
        /// What was done.
        word: Arc<str>,
    },
    /// Something is done with the codebook.
    Codebook(Gesture),
    /// The codebook is to be saved as a file.
    SaveCodebook(Format),
    /// A note is being typed.
    Typed(OpenNote),
    /// The class's sentence on a paragraph is being typed: a draft like any other note.
    SentenceTyped(ParagraphId, Arc<str>),
    /// What is being typed is to be kept now.
    KeepWords,
    /// What was tagged under an earlier rule is to be looked at again.
    LookAgain,
    /// Something else is to be rewritten, as one gesture.
    Rewrite {
        /// Where.
        target: Target,
        /// What is to change.
        rewrites: Vec<Rewrite>,
        /// What was done, for undo and screen readers.
        word: Arc<str>,
    },
    /// A setting of this browser is to have this value.
    Set(Arc<str>, Arc<str>),
    /// Something is to be done in the dialogs, or with files.
    Files(files::msg::Msg),
    /// These are the names of those who are expected to hand in, one a line.
    KeepRoster(Arc<str>),
    /// What is asked of whoever reads is to stand above the article, or to be put away.
    ShowTask(bool),
    /// This screen is to be shown.
    Show(Screen),
    /// The page with this address is to be shown.
    Visit(&'static str),
    /// This is to be said for a while, with what can be done about it.
    Toast(Arc<str>, Option<ActionView>),
    /// What the stores hold, or other tabs wrote, is to be taken in.
    TakeIn,
    /// What stands under these keys of local storage is to be put together.
    Compact(Vec<Arc<str>>),
    /// There was no room for the import that was written last.
    ImportRefused,
    /// A dialog is to open.
    Open(DialogKind),
    /// The example class, as a file, is to come.
    BringExample(&'static str),
    /// The example class is to go.
    RemoveExample,
    /// Something is to be done outside.
    Do(Effect),
}
