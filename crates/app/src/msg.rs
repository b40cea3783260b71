//! What can happen. Messages are facts in the past tense.

use crate::{
    class::msg as class,
    file::NamedFile,
    keymap::KeyPress,
    part::{Part, Table},
    ports::{StorageError, found::FoundStores},
    screen::DialogKind,
    timer::Timer,
};
use postil_core::{
    article::read::text::Choice,
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    exchange::import::Answer,
    keep::startup::Pair,
    record::Confidence,
};
use std::sync::Arc;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Both stores were read.
    StoresFound(Box<FoundStores>),
    /// An article was read from the library; `None` when it is not there or cannot be read.
    ArticleLoaded(Arc<str>, Option<Arc<str>>),
    /// An article's text was stored.
    ArticleStored(Arc<str>),
    /// An article's text could not be stored.
    ArticleRefused(Arc<str>),

    /// A record set was written to local storage; the number is its ticket.
    RecordsKept(u64),
    /// Local storage refused it.
    RecordsRefused(u64, StorageError),
    /// The journal committed it.
    JournalKept(u64),
    /// The journal refused it.
    JournalRefused(u64),
    /// The last reserve of local storage was given up for a save.
    BallastGone,
    /// Records came from another tab, or were found by a rescan.
    RecordsArrived(Vec<Pair>),
    /// Another tab wrote keys of a newer version.
    NewerSeen,
    /// UTF-16 units in use, measured again.
    UsageMeasured(usize),
    /// The lock for compaction is ours: the keys that are in local storage now.
    CompactionMayRun(Vec<Arc<str>>),
    /// A snapshot has taken the place of what it covers: so many units are in use now.
    Compacted(usize),
    /// There was no room for it, or the journal did not take it. So many units are in use.
    CompactionFailed(usize),

    /// The address changed.
    RouteChanged(Arc<str>),
    /// A key was pressed.
    KeyPressed(KeyPress),
    /// A paragraph was chosen (index from 0).
    ParagraphChosen(usize),
    /// The next (1) or previous (-1) paragraph was asked for.
    Stepped(i32),
    /// The overview was clicked or moved: a paragraph's index.
    OverviewUsed(usize),
    /// The page was scrolled, and this paragraph (by its index) is at reading height now.
    ReadingMoved(usize),
    /// The sheet was opened, which may cover the paragraph that it is about.
    SheetOpened,
    /// A paragraph was gone to by its index, from wherever one was.
    ParagraphSought(usize),
    /// Whose marks are to stand in the margin: the word of an [`crate::screen::Overlay`].
    OverlayChosen(Arc<str>),
    /// Another question was chosen for them to answer, by its place.
    QuestionShown(usize),
    /// The page is about to be printed: all of it has to be drawn.
    PrintBegun,
    /// Idle time came: more of a long article can be drawn.
    IdleCame,

    /// An option was chosen; the same again takes it back.
    StanceChosen(QuestionId, OptionId),
    /// How sure the annotator is; the same again takes it back.
    ConfidenceChosen(QuestionId, Confidence),
    /// A theme was switched.
    ThemeToggled(ThemeId),
    /// "No theme applies" was switched.
    NoneToggled,
    /// Words were typed into the note.
    NoteTyped(Arc<str>),
    /// The note is to be kept; `true` when the focus goes back to the article.
    NoteKept(bool),
    /// Of several texts that met, this one stays.
    NoteResolved(Arc<str>),
    /// Undo was asked for.
    UndoAsked,
    /// Redo was asked for.
    RedoAsked,

    /// A dialog was opened.
    DialogOpened(DialogKind),
    /// The open dialog was closed.
    DialogClosed,
    /// A banner was closed.
    BannerClosed(Arc<str>),
    /// The toast's time is over or it was closed: its key.
    ToastClosed(Arc<str>),
    /// A wait is over.
    TimePassed(Timer),

    /// An article file was chosen or dropped.
    ArticleFileRead(NamedFile),
    /// A text was pasted as an article.
    ArticlePasted(Arc<str>),
    /// The preview's title was changed.
    PreviewTitled(Arc<str>),
    /// The preview's language was chosen: a BCP 47 tag, or empty.
    PreviewLanguage(Arc<str>),
    /// Which way its text runs was chosen: `ltr` or `rtl`.
    PreviewDirected(Arc<str>),
    /// A block of the preview was switched.
    PreviewSwitched(usize, Choice),
    /// The preview was given up.
    PreviewLeft,
    /// The dialog is being closed with this text in the field for one.
    PasteKept(Arc<str>),
    /// The previewed article is to be opened.
    PreviewOpened,
    /// An article of the library was chosen.
    LibraryOpened(Arc<str>),
    /// An article was given another title.
    LibraryRenamed(Arc<str>, Arc<str>),
    /// An article was taken out of the library.
    LibraryDeleted(Arc<str>),
    /// It was put back.
    LibraryRestored(Arc<str>),
    /// An article is to be removed from this device, if the person says so once more; `None` for not after all.
    RemovalAsked(Option<Arc<str>>),
    /// The person said so.
    RemovalConfirmed(Arc<str>),
    /// Also without a file, since its text is lost.
    RemovedAnyway(Arc<str>),

    /// Of two descriptions of an article that of the file (true) or the one that was here (false) was chosen.
    DifferenceSettled(bool),
    /// The description that gave way was asked back.
    DescriptionPutBack,
    /// The annotations in this file, whose article was opened, are wanted too.
    OfferedRead(NamedFile),

    /// Annotation files are being read: how many.
    ImportBegun(usize),
    /// Annotation files were read.
    FilesRead(Vec<NamedFile>),
    /// What is whole in the rescue file is to be stored again.
    RescueWanted,
    /// The import was given up while it was going on.
    ImportGivenUp,
    /// A part of an imported file that was held back got its answer: which file, which part.
    PartAnswered(usize, usize, Answer),
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
    /// All layers (true) or the own one (false) were chosen for export.
    ExportScoped(bool),
    /// A format was chosen: the file goes out.
    Exported(Arc<str>),
    /// The raw content of storage was asked for.
    RawAsked,

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

    /// The search field was opened or closed.
    SearchOpened(bool),
    /// Words to search were typed.
    SearchTyped(Arc<str>),
    /// The next (1) or previous (-1) finding was asked for.
    SearchStepped(i32),
    /// The finding at this place of the list was chosen.
    SearchChosen(usize),

    /// Single keys were switched on or off.
    SingleKeysSwitched(bool),
    /// An action waits for its new key; `None` ends that.
    KeyAwaited(Option<Arc<str>>),
    /// An action got its first key back.
    KeyReset(Arc<str>),
    /// Colours: `auto`, `light` or `dark`.
    SchemeChosen(Arc<str>),
    /// Type of the article: `serif` or `sans`.
    ReadingChosen(Arc<str>),

    /// Something happened on the class's screens.
    Class(Arc<class::Msg>),
    /// The example class is wanted: its file.
    ExampleWanted(&'static str),

    /// A part of the program arrived, or did not.
    PartCame(Part, Option<Table>),

    /// A found draft is to be taken over: its key.
    DraftTaken(Arc<str>),
    /// A found draft is to be given up.
    DraftDropped(Arc<str>),
    /// The page is being hidden or left: what is open is to be kept.
    PageHidden,
}
