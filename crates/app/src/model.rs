//! What the app knows.

use crate::{
    arrival::{Arrival, Differs},
    class::Pages,
    env::Env,
    lazy::Lazy,
    msg::Msg,
    note::Visit,
    opening::Opening,
    screen::{DialogKind, Overlay},
    search::Search,
    shared::Shared,
    transfer::Imported,
    view::{
        View,
        article::{Marks, ParagraphText},
    },
};
use postil_core::{
    article::read::text::Draft,
    base::id::{AnnotatorId, ArticleId, ParagraphId, ReplicaId},
    keep::startup::Pair,
    record::whose::Whose,
};
use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

/// The open article and what is derived from it once.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What never changes about its paragraphs.
    pub texts: Vec<Arc<ParagraphText>>,
    /// What the active annotator's records say, by paragraph.
    pub marks: Vec<Arc<Marks>>,
    /// How many paragraphs are answered.
    pub answered: usize,
    /// Each paragraph's place among the sections: section and row.
    pub places: Vec<(u32, u32)>,
}

/// A note being typed, not stored yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenNote {
    /// Whose note it is.
    pub whose: Whose,
    /// In which article.
    pub article: ArticleId,
    /// At which paragraph.
    pub paragraph: ParagraphId,
    /// The words so far.
    pub text: Arc<str>,
}

/// A note that was being typed when its page was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDraft {
    /// Where it is kept.
    pub key: Arc<str>,
    /// Who typed: for the class's sentence somebody else than whose note it is.
    pub by: AnnotatorId,
    /// The note.
    pub note: OpenNote,
}

/// The dialog that is open, with what only it knows.
#[derive(Clone, Debug, Default)]
pub struct Dialogs {
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
    /// A rescue file that was chosen.
    pub rescue: Option<crate::rescue::Found>,
    /// Why the last article file could not be opened.
    pub open_error: Option<Arc<str>>,
    /// The last import.
    pub imported: Imported,
    /// Whether all layers are exported.
    pub export_all: bool,
    /// The name for files as it is being typed, once somebody has.
    pub own_name: Option<Arc<str>>,
    /// The article that is about to be removed from this device, if its person says so once more.
    pub to_remove: Option<Arc<str>>,
    /// The action that waits for a key.
    pub awaiting: Option<Arc<str>>,
    /// Why the last key was not taken.
    pub key_problem: Option<Arc<str>>,
}

/// A previewed article.
#[derive(Clone, Debug)]
pub struct Preview {
    /// Counts previews, to tell them apart.
    pub serial: u64,
    /// The text it was found in.
    pub source: Arc<str>,
    /// Title and blocks as chosen so far.
    pub draft: Draft,
    /// The rows, made anew only where a choice changed.
    pub view: Arc<crate::view::dialog::OpenView>,
}

/// Everything the app knows.
pub struct Model {
    /// What all pages see.
    pub shared: Shared,
    /// True when the journal was read at the start.
    pub journal_read: bool,
    /// The keys of records of which a copy was damaged at the start.
    pub damaged: BTreeSet<Arc<str>>,
    /// What other tabs sent before both stores were read.
    pub early: Vec<Pair>,
    /// What a person did while the stores or the article were still being read: done as soon as they are there.
    pub held: VecDeque<Msg>,
    /// The open article.
    pub opened: Opened,
    /// An article that came, while it is being read what is here of it.
    pub arrival: Option<Arrival>,
    /// The description that gave way to another, and the title it had.
    pub replaced: Option<(Opening, Arc<str>)>,
    /// The paragraph that the address named when the page was opened, for an article that is still loading.
    pub deep_link: Option<usize>,
    /// The article that is being removed from this device, while its text is read for the file.
    pub leaving: Option<Arc<str>>,
    /// Removed articles, and people who went with them, whose records are still to be cleared away.
    pub purged: Vec<Arc<str>>,
    /// The current paragraph, from 0.
    pub current: usize,
    /// The current question, from 0.
    pub question: usize,
    /// The first key of a sequence.
    pub key_head: Option<Arc<str>>,
    /// Dialogs.
    pub dialogs: Dialogs,
    /// The note being typed.
    pub note: Option<OpenNote>,
    /// The visit to its field.
    pub visit: Option<Visit>,
    /// The ticket of the latest pause in typing.
    pub pause: u64,
    /// The search.
    pub search: Search,
    /// Drafts found at start.
    pub drafts: Vec<FoundDraft>,
    /// How many sections are drawn.
    pub drawn: usize,
    /// Whose marks stand in the margin.
    pub overlay: Overlay,
    /// What waits for the dialogs' part of the program.
    pub waiting: Vec<Msg>,
    /// The lazy part of the program, once it is here.
    pub lazy: Option<&'static Lazy>,
    /// The class's screens, once they are here.
    pub class: Option<Box<dyn Pages>>,
    /// What is drawn.
    pub view: View,
    /// True while a timer runs for what was refused.
    pub waits_to_try_again: bool,
}

impl Model {
    /// A model that has read nothing yet. It shows the sample article, or nothing while another one is awaited. `session`
    /// is random, made for this tab.
    #[must_use]
    pub fn new(session: ReplicaId, annotator: AnnotatorId, awaited: Option<&Arc<str>>) -> Self {
        let article = Arc::new(postil_core::codebook::sample::article());
        let codebook = Arc::new(postil_core::codebook::sample::codebook());
        let opened = Opened::new(&article);
        let mut model = Self {
            shared: Shared::new(session, annotator, article, codebook, awaited),
            journal_read: false,
            damaged: BTreeSet::new(),
            early: Vec::new(),
            held: VecDeque::new(),
            view: View::empty(),
            opened,
            arrival: None,
            replaced: None,
            deep_link: None,
            leaving: None,
            purged: Vec::new(),
            current: 0,
            question: 0,
            key_head: None,
            dialogs: Dialogs::default(),
            note: None,
            visit: None,
            pause: 0,
            search: Search::default(),
            drafts: Vec::new(),
            drawn: usize::from(awaited.is_none()),
            overlay: Overlay::default(),
            waiting: Vec::new(),
            lazy: None,
            class: None,
            waits_to_try_again: false,
        };
        let env = Env { now: 0, utc_offset: 0, entropy: &|| 0, in_sight: &|_| true };
        crate::view::build::refresh(&mut model, &env);
        model
    }
}
