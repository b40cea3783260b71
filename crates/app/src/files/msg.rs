//! What people do in dialogs, with articles, files, names and keys.

use crate::shared::gesture::Gesture;
use crate::{file::NamedFile, keymap::KeyPress, look::Look};
use postil_core::{
    article::read::text::Choice,
    base::{
        id::{AnnotatorId, ArticleId, QuestionId},
        script::Direction,
    },
    exchange::{bundle::assignment::Named, codebook::Format as CodebookFormat, import::Answer},
};
use std::sync::Arc;

/// What a file is exported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A Postil file.
    Postil,
    /// A table with one row a judgement.
    Csv,
}

/// What goes into a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// What whoever tags here said.
    #[default]
    Own,
    /// What everybody said.
    All,
    /// The same, with notes that are only for whoever tags here.
    Backup,
    /// What everybody said, without names.
    Nameless,
}

/// A field of what is asked of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivingField {
    /// What is asked.
    Message,
    /// Until when.
    Due,
    /// The round.
    Round,
    /// How many paragraphs at least.
    Minimum,
}

/// What became of work that was to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// It was saved as a file of this name.
    Saved(Arc<str>),
    /// It was passed on to another program.
    Shared,
    /// The person thought better of it.
    GivenUp,
}

/// Something that happened in a dialog, or what one is needed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// An article was read from the library; `None` when it is not there or cannot be read.
    ArticleLoaded(ArticleId, Option<Arc<str>>),
    /// An article file was chosen or dropped.
    ArticleFileRead(NamedFile),
    /// A text was pasted as an article.
    ArticlePasted(Arc<str>),
    /// The preview's title was changed.
    PreviewTitled(Arc<str>),
    /// The preview's language was chosen: a BCP 47 tag, or empty.
    PreviewLanguage(Arc<str>),
    /// Which way its text runs was chosen.
    PreviewDirected(Direction),
    /// A block of the preview was switched.
    PreviewSwitched(usize, Choice),
    /// The preview was given up.
    PreviewLeft,
    /// The dialog is being closed with this text in the field for one.
    PasteKept(Arc<str>),
    /// The previewed article is to be opened.
    PreviewOpened,
    /// An article of the library was chosen.
    LibraryOpened(ArticleId),
    /// An article was given another title.
    LibraryRenamed(ArticleId, Arc<str>),
    /// A field of an article is to be described otherwise: its name, and what it says.
    ArticleDescribed(ArticleId, &'static str, Arc<str>),
    /// An article was taken out of the library.
    LibraryDeleted(ArticleId),
    /// It was put back.
    LibraryRestored(ArticleId),
    /// An article is to be removed from this device, if the person says so once more; `None` for not after all.
    RemovalAsked(Option<ArticleId>),
    /// The person said so.
    RemovalConfirmed(ArticleId),
    /// Also without a file, since its text is lost.
    RemovedAnyway(ArticleId),
    /// Of two descriptions of an article that of the file (true) or the one that was here (false) was chosen.
    DifferenceSettled(bool),
    /// The description that gave way was asked back.
    DescriptionPutBack,
    /// The annotations in this file, whose article was opened, are wanted too.
    OfferedRead(NamedFile),
    /// Files of others are being read.
    ImportBegun,
    /// Annotation files were read.
    FilesRead(Vec<NamedFile>),
    /// Files of a class are being read.
    CollectingBegun,
    /// They were read.
    Collected(Vec<NamedFile>),
    /// Files of a zip file were unpacked; `None` stands for one that cannot be.
    Inflated(Vec<Option<Arc<[u8]>>>),
    /// What became of the last import is to be looked at again.
    VerdictsShown,
    /// What is whole in the rescue file is to be stored again.
    RescueWanted,
    /// The import was given up while it was going on.
    ImportGivenUp,
    /// A part of an imported file that was held back got its answer: which file, which part.
    PartAnswered(usize, usize, Answer),
    /// What this file changed in the codebook is to be taken over.
    BookTaken(usize),
    /// A codebook file was read.
    CodebookRead(NamedFile),
    /// The codebook is to be saved as a file.
    CodebookSaved(CodebookFormat),
    /// What this file says of codes of other codebooks is to be taken over.
    MapsTaken(usize),
    /// How the file at this place describes the article is to be taken over.
    DescriptionTaken(usize),
    /// Something is done with the codebook.
    Codebook(Gesture),
    /// The example class is to go.
    ExampleUnwanted,
    /// The codes of its codebook are to be matched with ours.
    CodesWanted,
    /// What the class made of one's own answers, which came with a file, is to be seen.
    ChangedWanted,
    /// Somebody goes on as this annotator, whose layer came with a file.
    WentOn(AnnotatorId),
    /// All that the import dialog brought is to be taken back.
    ImportUndone,
    /// The verdicts are wanted as a text: copied (true), or as a file.
    VerdictsWanted(bool),
    /// A text was copied (true), or could not be.
    TextCopied(bool),
    /// The article of the imported file at this place was asked for.
    ImportedArticleOpened(usize),
    /// Files were dropped on the page, outside any dialog.
    FilesDropped(Vec<NamedFile>),
    /// What goes into the file was chosen.
    ExportScoped(Scope),
    /// A format was chosen: the file goes out.
    Exported(Format),
    /// What is asked of a class is to be written: wanted directly (true), or from the dialog in which it stands.
    GivingBegun(bool),
    /// It is not, after all.
    GivingLeft,
    /// Something was typed there.
    GivingTyped(GivingField, Arc<str>),
    /// A question is to be asked (true), or left out this time.
    GivingAsked(QuestionId, bool),
    /// Names or codes were chosen there.
    GivingNamed(Named),
    /// The file for the class is wanted.
    Given,
    /// The link for the class is wanted.
    LinkWanted,
    /// The file for the class is wanted once more, with what was asked last.
    GivenAgain,
    /// A link for the class is wanted once more, with what was asked last.
    LinkAgain,
    /// It was packed into this address; `None` where the browser cannot.
    LinkPacked(Option<Arc<str>>),
    /// It is to be copied.
    LinkCopied,
    /// A link was followed: what is packed in it, or `None` where it cannot be unpacked.
    LinkUnpacked(Option<Arc<str>>),
    /// The article that came as a link is to be opened.
    AskedOpened,
    /// The work is to be looked at and handed in.
    HandInBegun,
    /// The work is to be handed in.
    HandInWanted,
    /// What became of that.
    HandedIn(Handed),
    /// Another annotator tags now.
    AnnotatorChosen(AnnotatorId),
    /// An annotator was given another name.
    AnnotatorRenamed(AnnotatorId, Arc<str>),
    /// An annotator whose layer came with a file is to be shown under this name here; empty for their own.
    AnnotatorAliased(AnnotatorId, Arc<str>),
    /// The name that is to stand in files is being typed.
    OwnNameTyped(Arc<str>),
    /// A new annotator, by name.
    AnnotatorAdded(Arc<str>),
    /// Single keys were switched on or off.
    SingleKeysSwitched(bool),
    /// An action waits for its new key; `None` ends that.
    KeyAwaited(Option<Arc<str>>),
    /// An action got its first key back.
    KeyReset(Arc<str>),
    /// How the page is to look: one of the choices of [`Look`].
    LookChosen(Look, &'static str),
    /// The example class is wanted: its file.
    ExampleWanted(&'static str),
    /// Idle time came: more of the files that are being imported can be read.
    IdleCame,
    /// A key was pressed while an action waits for one.
    KeyPressed(KeyPress),
}

impl Msg {
    /// True for what a person does or asks for, rather than what a store answers.
    #[must_use]
    pub(crate) fn is_gesture(&self) -> bool {
        !matches!(self, Self::ArticleLoaded(..) | Self::IdleCame)
    }
}
