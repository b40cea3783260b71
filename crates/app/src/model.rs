//! What the app knows.

use crate::{
    arrival::{Arrival, Differs},
    effect::Effect,
    handover::Handover,
    history::History,
    keymap::Keymap,
    lazy::{self, Loader},
    library::Opening,
    msg::{DialogKind, Msg, Overlay, Screen},
    note::Visit,
    saving::Saving,
    search::Search,
    transfer::{Imported, whose::NAMELESS},
    view::{
        View,
        article::{Marks, ParagraphText},
        bar::{BannerView, ToastView},
    },
};
use postil_core::{
    article::{Article, read::text::Draft},
    base::{
        id::{AnnotatorId, ArticleId, ParagraphId, ReplicaId, hex128},
        map::Map,
    },
    codebook::Codebook,
    keep::{
        ledger::Ledger,
        operation::{Entry, encode, op_key},
        startup::Pair,
        store::{Store, here},
    },
    record::{
        register::Register,
        stamp::{Clock, Stamp},
        whose::Whose,
    },
};
use std::{
    collections::{BTreeSet, VecDeque},
    sync::Arc,
};

/// What the world outside gives to an update: time and chance come in as arguments, so every test repeats.
pub struct Env<'a> {
    /// Milliseconds since 1970.
    pub now: u64,
    /// Minutes to add to UTC for the person's clock.
    pub utc_offset: i32,
    /// Draws 128 random bits.
    pub entropy: &'a dyn Fn() -> u128,
    /// Whether anything of a paragraph (by its index) is seen: what is not seen is not to be changed.
    pub in_sight: &'a dyn Fn(usize) -> bool,
}

impl Env<'_> {
    /// A new random id, 32 hex digits.
    #[must_use]
    pub fn id(&self) -> String {
        hex128((self.entropy)())
    }

    /// "12:04" by the person's clock.
    #[must_use]
    pub fn clock(&self, at: u64) -> String {
        let minutes = (i64::try_from(at / 60_000).unwrap_or(0) + i64::from(self.utc_offset)).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

/// The open article and what is derived from it once.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The article.
    pub article: Arc<Article>,
    /// The codebook it is read with.
    pub codebook: Arc<Codebook>,
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
    /// Who typed: for the group's sentence somebody else than whose note it is.
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

/// What has to be drawn anew.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Everything about the article: another one, another annotator, an import.
    pub all: bool,
    /// Single paragraphs.
    pub rows: Vec<usize>,
}

/// Everything the app knows.
pub struct Model {
    /// True once both stores were read: only then is anything written.
    pub ready: bool,
    /// True when a newer Postil wrote here.
    pub read_only: bool,
    /// This tab's replica and its clock.
    pub clock: Clock,
    number: u64,
    /// All records.
    pub ledger: Ledger,
    /// The keys of all records that were taken in.
    pub known: BTreeSet<Arc<str>>,
    /// True when the journal was read at the start.
    pub journal_read: bool,
    /// The keys of records of which a copy was damaged at the start.
    pub damaged: BTreeSet<Arc<str>>,
    /// What other tabs sent before both stores were read.
    pub early: Vec<Pair>,
    /// What a person did while the stores or the article were still being read: done as soon as they are there.
    pub held: VecDeque<Msg>,
    /// UTF-16 units in use.
    pub used: usize,
    /// Ids of stored article texts.
    pub stored_articles: BTreeSet<Arc<str>>,
    /// The open article.
    pub opened: Opened,
    /// The article that is being loaded.
    pub loading: Option<Arc<str>>,
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
    /// Articles whose text could not be stored: kept while this tab is open.
    pub unstored: Map<Arc<str>, (Arc<Article>, Arc<Codebook>)>,
    /// Who tags.
    pub annotator: AnnotatorId,
    /// True while the annotator of a first visit was not written yet.
    pub provisional: bool,
    /// The current paragraph, from 0.
    pub current: usize,
    /// The current question, from 0.
    pub question: usize,
    /// The keys.
    pub keymap: Keymap,
    /// The first key of a sequence.
    pub key_head: Option<Arc<str>>,
    /// Undo and redo, by article.
    pub history: Map<ArticleId, History>,
    /// The save state.
    pub saving: Saving,
    /// Changes of the active annotator to this article since the last export.
    pub unexported: usize,
    /// The screen.
    pub screen: Screen,
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
    /// Banners.
    pub banners: Vec<BannerView>,
    /// The toast.
    pub toast: Option<ToastView>,
    /// Drafts found at start.
    pub drafts: Vec<FoundDraft>,
    /// How many sections are drawn.
    pub drawn: usize,
    /// What has to be drawn anew.
    pub touched: Touched,
    /// Whose marks stand in the margin.
    pub overlay: Overlay,
    /// The way to the program of the group's screens.
    pub handover: Handover,
    /// The lazy part of the program.
    pub loader: Loader,
    /// What is drawn.
    pub view: View,
    /// What is to be done; taken by `update`.
    pub effects: Vec<Effect>,
    /// True once the browser was asked to keep this page's data.
    pub asked_to_persist: bool,
    /// True while a timer runs for what was refused.
    pub waits_to_try_again: bool,
    /// The ticket of the latest write.
    pub last_ticket: u64,
    /// What was done, to be said once it is known whether it is saved: with its ticket.
    pub unsaid: Option<(u64, Arc<str>)>,
    /// Counts toasts, banners and previews.
    pub serial: u64,
}

impl Model {
    /// A model that has read nothing yet. It shows the sample article, or nothing while another one is awaited. `session`
    /// is random, made for this tab.
    #[must_use]
    pub fn new(session: ReplicaId, annotator: AnnotatorId, awaited: Option<&Arc<str>>) -> Self {
        let article = Arc::new(postil_core::codebook::sample::article());
        let codebook = Arc::new(postil_core::codebook::sample::codebook());
        let keymap = Keymap::new(&codebook, &Store::default(), false);
        let opened = Opened::new(article, codebook);
        let mut model = Self {
            ready: false,
            read_only: false,
            clock: Clock::new(session),
            number: 0,
            ledger: Ledger::default(),
            known: BTreeSet::new(),
            journal_read: false,
            damaged: BTreeSet::new(),
            early: Vec::new(),
            held: VecDeque::new(),
            used: 0,
            stored_articles: BTreeSet::new(),
            view: View::empty(),
            opened,
            loading: awaited.cloned(),
            arrival: None,
            replaced: None,
            deep_link: None,
            leaving: None,
            purged: Vec::new(),
            unstored: Map::new(),
            annotator,
            provisional: true,
            current: 0,
            question: 0,
            keymap,
            key_head: None,
            history: Map::new(),
            saving: Saving::default(),
            unexported: 0,
            screen: Screen::default(),
            dialogs: Dialogs::default(),
            note: None,
            visit: None,
            pause: 0,
            search: Search::default(),
            banners: Vec::new(),
            toast: None,
            drafts: Vec::new(),
            drawn: usize::from(awaited.is_none()),
            touched: Touched { all: true, rows: Vec::new() },
            overlay: Overlay::default(),
            handover: Handover::default(),
            loader: Loader::default(),
            effects: Vec::new(),
            asked_to_persist: false,
            waits_to_try_again: false,
            last_ticket: 0,
            unsaid: None,
            serial: 0,
        };
        let env = Env { now: 0, utc_offset: 0, entropy: &|| 0, in_sight: &|_| true };
        crate::view::build::refresh(&mut model, &env);
        model
    }

    /// What everything adds up to.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.ledger.state()
    }

    /// The open article's id.
    #[must_use]
    pub fn article_id(&self) -> &ArticleId {
        self.opened.article.id()
    }

    /// The id of the current paragraph.
    #[must_use]
    pub fn paragraph_id(&self, index: usize) -> Option<&ParagraphId> {
        self.opened.article.paragraphs().get(index).map(|p| &p.id)
    }

    /// The key of this tab's record after `ahead` more.
    #[must_use]
    pub fn key(&self, ahead: u64) -> Arc<str> {
        op_key(self.clock.replica(), self.number + 1 + ahead)
    }

    /// Takes a record into the ledger and asks for it to be kept. Returns the ticket.
    pub fn keep(&mut self, entry: Entry) -> u64 {
        let (key, text) = (self.key(0), encode(&entry));
        self.keep_all(vec![(key, entry, text)], false)
    }

    /// The same for records that belong together, whose keys follow [`Self::key`]. With `import`, none is to stay anywhere
    /// if there is no room for all.
    pub fn keep_all(&mut self, entries: Vec<(Arc<str>, Entry, String)>, import: bool) -> u64 {
        self.number += entries.len() as u64;
        let mut records: Vec<Pair> = Vec::with_capacity(entries.len());
        for (key, entry, text) in entries {
            self.handover.stored(&entry, &text);
            self.ledger.take(&key, entry);
            self.known.insert(Arc::clone(&key));
            self.used += key.len() + text.len();
            records.push((key, text.into()));
        }
        self.ledger.let_go();
        self.try_again();
        let ticket = self.saving.begin(&records);
        self.last_ticket = ticket;
        self.effects.push(Effect::Persist { ticket, records, import });
        if !self.asked_to_persist {
            self.asked_to_persist = true;
            // Whoever has something to lose can soon hand it out, also when the network is gone by then.
            lazy::fetch(self);
            self.effects.push(Effect::AskToPersist);
        }
        ticket
    }

    /// Writes once more what was refused: somebody may have made room.
    pub fn try_again(&mut self) {
        for (ticket, records) in self.saving.take_refused() {
            self.effects.push(Effect::Persist { ticket, records, import: false });
        }
    }

    /// A stamp for a new value that replaces one with the stamp `over`.
    pub fn tick(&mut self, env: &Env<'_>, over: Option<&Stamp>) -> Stamp {
        self.clock.tick(env.now, over)
    }

    /// Writes a setting of this browser.
    pub fn set(&mut self, name: &str, value: &str, env: &Env<'_>) {
        if self.store().setting(name).is_some_and(|v| &**v == value) || !self.may_write() {
            return;
        }
        let over = self.store().settings.get(name).map(|r| r.stamp.clone());
        let register = Register::new(Arc::from(value), self.tick(env, over.as_ref()));
        let mut delta = Store::default();
        delta.settings.insert(name.into(), register);
        self.keep(Entry::Change(delta));
    }

    /// Adds to a change what makes the annotator of a first visit real: a name, and that it tags here.
    pub fn introduce(&mut self, delta: &mut Store, stamp: &Stamp) {
        if self.provisional {
            let name = self.own_name(&self.annotator);
            self.provisional = false;
            delta.annotators.insert(self.annotator.clone(), Register::new(name, stamp.clone()));
            delta.settings.insert("annotator".into(), Register::new(self.annotator.to_shared(), stamp.clone()));
            let here = here(&self.annotator);
            delta.settings.insert(here.as_str().into(), Register::new("yes".into(), stamp.clone()));
        }
    }

    /// The name people see for an annotator.
    #[must_use]
    pub fn display_name(&self, annotator: &AnnotatorId) -> Arc<str> {
        self.or_unnamed(annotator, self.store().shown_name(annotator))
    }

    /// The name that stands in files for an annotator.
    #[must_use]
    pub fn own_name(&self, annotator: &AnnotatorId) -> Arc<str> {
        self.or_unnamed(annotator, self.store().name(annotator))
    }

    /// A name, or what stands for one: whoever is on a first visit is called something, and of others none may be known.
    fn or_unnamed(&self, annotator: &AnnotatorId, name: Arc<str>) -> Arc<str> {
        if !name.is_empty() {
            name
        } else if self.provisional && *annotator == self.annotator {
            FIRST.into()
        } else {
            NAMELESS.into()
        }
    }

    /// True when changes can be made now.
    #[must_use]
    pub fn may_write(&self) -> bool {
        self.ready && !self.read_only
    }

    /// True while the stores or the article are being read: nothing can be done to them yet.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.ready || self.loading.is_some()
    }

    /// A new serial number.
    pub fn serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// Says a short sentence to a screen reader.
    pub fn announce(&mut self, sentence: impl Into<Arc<str>>) {
        self.effects.push(Effect::Announce(sentence.into()));
    }

    /// Says what was just done, as soon as it is known whether it is saved.
    pub fn say_when_saved(&mut self, what: impl Into<Arc<str>>) {
        self.unsaid = Some((self.last_ticket, what.into()));
    }

    /// It is known now what became of the write with this ticket.
    pub fn say_outcome(&mut self, ticket: u64, outcome: &str) {
        if let Some((_, what)) = self.unsaid.take_if(|(unsaid, _)| *unsaid == ticket) {
            self.announce(format!("{what}. {outcome}"));
        }
    }

    /// Shows a banner, in place of one with the same id.
    pub fn banner(&mut self, banner: BannerView) {
        self.banners.retain(|b| b.id != banner.id);
        self.banners.push(banner);
    }

    /// Shows a toast for a while.
    pub fn toast(&mut self, sentence: impl Into<Arc<str>>, action: Option<crate::view::bar::ActionView>) {
        let serial = self.serial();
        self.toast = Some(ToastView { key: serial.to_string().into(), sentence: sentence.into(), action });
    }
}

/// What whoever comes first is called until they say otherwise.
const FIRST: &str = "Annotator 1";
