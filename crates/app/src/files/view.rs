//! The dialogs.

use super::msg::{Format, Msg, Scope};
use postil_core::{
    article::read::text::Choice,
    base::id::{AnnotatorId, ArticleId, QuestionId},
    exchange::bundle::assignment::Named,
};
use std::sync::Arc;

/// The open dialog. Each has the name of the button that opens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DialogView {
    /// "Open article".
    Open(Arc<OpenView>),
    /// "Import".
    Import(Arc<ImportView>),
    /// "Export".
    Export(Arc<ExportView>),
    /// "Help".
    Help(Arc<KeysView>),
    /// "People in this browser".
    Annotators(Arc<AnnotatorsView>),
    /// "Storage in this browser".
    Room(Arc<RoomView>),
}

/// An article as something that takes room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomRow {
    /// The article's id.
    pub id: ArticleId,
    /// Its title.
    pub title: Arc<str>,
    /// "240 KB".
    pub size: Arc<str>,
    /// True while it is asked whether it is really to be removed.
    pub asked: bool,
}

/// The dialog "Storage in this browser".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomView {
    /// "68 % of the storage in this browser is used."
    pub used: Arc<str>,
    /// The articles, what was used longest ago first.
    pub rows: Vec<RoomRow>,
}

/// One article of the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LibraryRow {
    /// The article's id.
    pub id: ArticleId,
    /// Its title.
    pub title: Arc<str>,
    /// Which way the title runs, for `dir`.
    pub way: &'static str,
    /// "7 paragraphs tagged by you, 2 other people".
    pub detail: Arc<str>,
    /// True for the one that is open.
    pub open: bool,
    /// True for the sample, which cannot be deleted.
    pub sample: bool,
    /// The language and the direction of the one that is open: they stand with its text.
    pub script: Option<(Arc<str>, &'static str)>,
}

/// One block of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewBlock {
    /// Its place, from 0.
    pub index: usize,
    /// The paragraph's number, when it is one.
    pub number: Option<Arc<str>>,
    /// Its text.
    pub text: Arc<str>,
    /// What becomes of it.
    pub choice: Choice,
}

/// The preview of an article that is about to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// A key that changes with every new text.
    pub key: Arc<str>,
    /// The title as it stands.
    pub title: Arc<str>,
    /// The language as a BCP 47 tag; empty when not known.
    pub language: Arc<str>,
    /// Which way the text runs, for `dir`.
    pub direction: &'static str,
    /// The blocks; long lists are drawn in sections of fifty.
    pub sections: Arc<[Arc<[Arc<PreviewBlock>]>]>,
    /// "9 paragraphs, 3 headings, 1 left out".
    pub summary: Arc<str>,
    /// True when it has at least one paragraph.
    pub can_open: bool,
}

/// The dialog "Open article".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenView {
    /// The library, latest first.
    pub library: Vec<LibraryRow>,
    /// What was wrong with the last file, if anything.
    pub error: Option<Arc<str>>,
    /// The text that was in the field for one when the dialog was last closed.
    pub pasted: Arc<str>,
    /// The second step.
    pub preview: Option<PreviewView>,
    /// What a file describes otherwise than the article is described here.
    pub differs: Option<DiffersView>,
    /// An article that came as a link.
    pub asked: Option<AskedView>,
}

/// An article that came as a link, before it opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedView {
    /// A key that changes with every article.
    pub key: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Which way the title runs, for `dir`.
    pub way: &'static str,
    /// What is asked; empty where that was not said.
    pub message: Arc<str>,
    /// How much it is, and by when.
    pub facts: Arc<str>,
}

/// Two descriptions of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffersView {
    /// The article's title.
    pub title: Arc<str>,
    /// What the file says otherwise, in a few words each.
    pub differences: Vec<Arc<str>>,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportView {
    /// A key.
    pub key: Arc<str>,
    /// Whose annotations are in it; the file's name where that is not known.
    pub name: Arc<str>,
    /// The file's name, when the name above is somebody's.
    pub file: Arc<str>,
    /// `merged`, `asks`, `left-out`, `same`, `older`, `article`, `other`, `empty` or `refused`: for `data-verdict`.
    pub kind: &'static str,
    /// True when somebody has to look at it.
    pub is_problem: bool,
    /// The verdict in words.
    pub sentence: Arc<str>,
    /// More to be said of it.
    pub details: Vec<Arc<str>>,
    /// What it asks, and what can be done with it.
    pub asks: Vec<AskView>,
}

/// A question about a file, or only what can be done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskView {
    /// The question; empty where the buttons say it all.
    pub sentence: Arc<str>,
    /// The answers: what stands on their buttons, and what they do.
    pub actions: Vec<(Arc<str>, Box<Msg>)>,
}

/// A rescue file in the dialog "Import".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RescueView {
    /// What it holds, or what became of it.
    pub sentence: Arc<str>,
    /// What in it is damaged.
    pub details: Vec<Arc<str>>,
    /// True while it waits to be restored.
    pub wanted: bool,
    /// True when nothing of it can be restored.
    pub failed: bool,
}

/// The dialog "Import".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportView {
    /// True while files are being read.
    pub busy: bool,
    /// How far the reading is, once it takes long.
    pub progress: Option<Arc<str>>,
    /// What became of all files together; empty for a single one.
    pub summary: Arc<str>,
    /// What became of the last files, those first that somebody has to look at.
    pub reports: Vec<ReportView>,
    /// A rescue file among them.
    pub rescue: Option<RescueView>,
    /// True when the import can be undone from here.
    pub can_undo: bool,
    /// True when something of what was taken back stays, since another import brought it as well.
    pub held: bool,
    /// What stopped the whole batch, if anything (no room, nothing can be stored).
    pub error: Option<Arc<str>>,
    /// That storage is filling up, if it is.
    pub filling: Option<Arc<str>>,
    /// What became of the wish to copy the verdicts.
    pub copied: Option<Arc<str>>,
}

/// What is asked of a class, as it is being written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivingView {
    /// True where it was wanted directly, and not from a dialog.
    pub directly: bool,
    /// What is asked.
    pub message: Arc<str>,
    /// Until when, as a field for dates and times gives it.
    pub due: Arc<str>,
    /// The round, as typed.
    pub round: Arc<str>,
    /// The least number of paragraphs, as typed.
    pub minimum: Arc<str>,
    /// How many paragraphs there are.
    pub paragraphs: usize,
    /// The questions, where there are several to choose from.
    pub questions: Vec<AskedQuestionView>,
    /// Under what the class hands in.
    pub named: Named,
    /// The link.
    pub link: LinkView,
}

/// A question that a class can be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedQuestionView {
    /// Which one.
    pub id: QuestionId,
    /// How it is put.
    pub prompt: Arc<str>,
    /// True when it is asked.
    pub asked: bool,
    /// True when it has to be, since nothing else is.
    pub stays: bool,
}

/// The link for a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkView {
    /// Its address, once it is made.
    pub address: Option<Arc<str>>,
    /// What there is to be said of it; empty for nothing.
    pub sentence: &'static str,
}

/// One's own work, to be handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandInView {
    /// The name of its file.
    pub file: Arc<str>,
    /// What is in it, and what has changed since it was last handed in.
    pub facts: Arc<str>,
    /// True when it is handed in under a code.
    pub code: bool,
    /// What is missing.
    pub problem: Option<Arc<str>>,
}

/// The dialog "Export".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportView {
    /// One's own work, where the article was handed out.
    pub hand_in: Option<HandInView>,
    /// True while nothing else is wanted here.
    pub handing: bool,
    /// What is being written for a class, while it is.
    pub giving: Option<GivingView>,
    /// The active annotator's name.
    pub own: Arc<str>,
    /// How many people have said something.
    pub people: usize,
    /// What goes into the file.
    pub scope: Scope,
    /// What stands in the field for the name that files carry, while that is asked.
    pub name: Option<Arc<str>>,
    /// What the file will hold, in a sentence.
    pub summary: Arc<str>,
    /// The formats: which, the button's name, what it is for.
    pub formats: Vec<(Format, &'static str, &'static str)>,
}

/// One action with its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The action's id in the keymap, or of the codebook.
    pub id: Arc<str>,
    /// What it does.
    pub label: Arc<str>,
    /// Its keys, as people see them.
    pub keys: Vec<Arc<str>>,
    /// True when it can be given another key.
    pub can_change: bool,
    /// True while the next key pressed becomes its key.
    pub waiting: bool,
    /// True when its key differs from the one it came with.
    pub changed: bool,
}

/// A section of actions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySection {
    /// Its heading.
    pub title: &'static str,
    /// Its actions.
    pub rows: Vec<KeyRow>,
}

/// What "Help" says of keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeysView {
    /// True when single keys act.
    pub single_keys: bool,
    /// The sections.
    pub sections: Vec<KeySection>,
    /// Why the last change was not made, if so.
    pub problem: Option<Arc<str>>,
}

/// One annotator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatorRow {
    /// The id.
    pub id: AnnotatorId,
    /// The name they are shown by.
    pub name: Arc<str>,
    /// Their own, which stands in files.
    pub own_name: Arc<str>,
    /// True for the active one.
    pub active: bool,
    /// "7 of 10 tagged here".
    pub detail: Arc<str>,
}

/// The dialog "People in this browser".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnotatorsView {
    /// Those who tag in this browser.
    pub here: Vec<AnnotatorRow>,
    /// Those whose files were imported.
    pub imported: Vec<AnnotatorRow>,
    /// A name for a new one, "Reader 2".
    pub suggestion: Arc<str>,
}
