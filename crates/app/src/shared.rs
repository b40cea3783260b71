//! What all pages see: the open article with its codebook, everything that was said, who tags, and how it is kept.
//!
//! A page reads it and asks for changes. What changes it are the services here, and those in `storage` and `files`, which bring
//! in what others wrote.

use self::writing::{FoundDraft, Typing, Writing};
use crate::{
    opening::Opening,
    shared::seek::{Seek, Showing},
};
use postil_core::base::id::ImportId;

pub(crate) mod again;
pub mod assignment;
pub(crate) mod class_link;
pub(crate) mod codebook;
pub(crate) mod collected;
pub mod drafts;
pub(crate) mod editing;
pub mod gesture;
pub mod history;
pub(crate) mod keeping;
pub(crate) mod lending;
pub(crate) mod lent;
pub mod library;
pub mod note;
pub(crate) mod readings;
pub(crate) mod resolving;
pub(crate) mod roster;
pub mod route;
pub mod saving;
pub(crate) mod seek;
pub(crate) mod serve;
pub mod services;
pub(crate) mod steps;
pub mod undo;
pub mod unexported;
pub(crate) mod versions;
pub(crate) mod worklist;
pub(crate) mod writing;

use self::{
    class_link::ClassLink, collected::Asking, history::History, lent::LentCodebooks, readings::Readings,
    saving::Saving, services::Services, worklist::Worklist,
};
use crate::{
    effect::Effect,
    keymap::Keymap,
    look::Look,
    notice::{ActionView, BannerView, ToastView},
    part::Presence,
    screen::Screen,
    strings::shared as strings,
    whose::NAMELESS,
};
use postil_core::{
    article::Article,
    base::{
        digest,
        id::{AnnotatorId, ArticleId, ClassId, ParagraphId, ReplicaId, VersionId},
        map::Map,
        set::Set,
        stamp::Clock,
    },
    codebook::{Codebook, book::Book},
    exchange::bundle::assignment::Assignment,
    keep::{ledger::Ledger, store::Store},
    record::{Layer, LayerKey},
};
use std::{collections::BTreeSet, sync::Arc};

/// What has to be drawn anew.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Everything about the article: another one, another annotator, an import.
    pub all: bool,
    /// Single paragraphs.
    pub rows: Vec<usize>,
}

/// What all pages see.
pub struct Shared {
    /// The open article.
    pub article: Arc<Article>,
    /// What changes it beyond tags, once that is here.
    pub services: Option<&'static Services<Self>>,
    /// The codebook that came with its text. Like the next, it is empty until there are services: it is read for edits only.
    pub(crate) base: Arc<Book>,
    /// The codebook it is read with, with all that was edited.
    pub book: Arc<Book>,
    /// What that says.
    pub codebook: Arc<Codebook>,
    /// The same with no more questions than are asked of whoever reads here.
    pub posed: Arc<Codebook>,
    /// What that was made of.
    pub(crate) posed_of: Arc<Codebook>,
    /// The version of what the codebook says.
    pub version: VersionId,
    /// What is asked of whoever reads the article, with the text that says it.
    pub(crate) asked: Option<(Arc<str>, Option<Assignment>)>,
    /// True while that was given under and is not among the versions that are kept.
    pub(crate) unremembered: bool,
    /// What versions of codebooks said under which something was given, as far as they are known.
    pub versions: Map<VersionId, Arc<Codebook>>,
    /// The keys of those that are kept in this browser, or asked to be.
    pub(crate) kept_versions: BTreeSet<Arc<str>>,
    /// What people read, as it is shown.
    pub(crate) readings: Readings,
    /// What of it whoever tags here said under an earlier rule.
    pub(crate) worklist: Worklist,
    /// Codebooks of other articles.
    pub(crate) lent: LentCodebooks,
    /// True once both stores were read: only then is anything written.
    pub ready: bool,
    /// True when a newer Postil wrote here.
    pub read_only: bool,
    /// This tab's replica and its clock.
    pub clock: Clock,
    number: u64,
    here_number: u64,
    /// All operations.
    pub ledger: Ledger,
    /// The keys of all operations that were taken in.
    pub known: BTreeSet<Arc<str>>,
    /// The keys of operations of which a copy was damaged at the start.
    pub damaged: BTreeSet<Arc<str>>,
    /// Removed articles, and people who went with them, whose operations are still to be cleared away.
    pub(crate) purged: Vec<Arc<str>>,
    /// The import that was written last, with its ticket.
    pub importing: Option<(u64, ImportId)>,
    /// UTF-16 units in use.
    pub used: usize,
    /// Ids of stored article texts.
    pub(crate) stored_articles: Set<ArticleId>,
    /// The article that is being loaded.
    pub(crate) loading: Option<ArticleId>,
    /// Articles whose text is not in the library, or not yet: kept while this tab is open.
    pub(crate) unstored: Map<ArticleId, Opening>,
    /// Those of which the text that is being stored is to describe them from now on.
    pub(crate) describing: Set<ArticleId>,
    /// Who tags.
    pub annotator: AnnotatorId,
    /// True while the annotator of a first visit was not written yet.
    pub(crate) provisional: bool,
    /// The keys.
    pub keymap: Arc<Keymap>,
    /// The field of the codebook that is being written in.
    pub(crate) typing: Option<Typing>,
    /// The note that is being typed.
    pub(crate) writing: Writing,
    /// Drafts found at the start.
    pub drafts: Vec<FoundDraft>,
    /// Undo and redo, by article.
    pub history: Map<ArticleId, History>,
    /// The save state.
    pub saving: Saving,
    /// Changes of the active annotator to this article since the last export.
    pub unexported: usize,
    /// The screen.
    pub screen: Screen,
    /// Banners.
    pub banners: Vec<BannerView>,
    /// The toast.
    pub toast: Option<ToastView>,
    /// What has to be drawn anew.
    pub touched: Touched,
    /// Which showing of an article this is.
    pub(crate) showing: Showing,
    /// Where reading is to go on; taken by `update`.
    pub(crate) seeks: Vec<Seek>,
    /// The page's address, from the `#` on.
    pub(crate) address: Arc<str>,
    /// How often it has changed.
    pub(crate) addressed: u64,
    /// Whether the dialogs are here.
    pub dialogs: Presence,
    /// Whether the class's screens are here.
    pub class: Presence,
    /// What is to be done; taken by `update`.
    pub effects: Vec<Effect>,
    /// Files that came in and can still be answered.
    pub(crate) asking: Asking,
    /// The link for the class, on its way.
    pub(crate) link: ClassLink,
    /// True once the browser was asked to keep this page's data.
    pub(crate) asked_to_persist: bool,
    /// The ticket of the latest write.
    pub(crate) last_ticket: u64,
    /// What was done, to be said once it is known whether it is saved: with its ticket.
    pub(crate) unsaid: Option<(u64, Arc<str>)>,
    /// Counts toasts, banners and previews.
    pub(crate) serial: u64,
}

impl Shared {
    /// What is known before anything was read.
    #[must_use]
    pub fn new(
        session: ReplicaId,
        annotator: AnnotatorId,
        article: Arc<Article>,
        (codebook, version): (Arc<Codebook>, VersionId),
        awaited: Option<&ArticleId>,
    ) -> Self {
        let book = Arc::new(Book::new("".into()));
        let keymap = Arc::new(Keymap::new(&codebook, &Store::default(), false));
        Self {
            article,
            version,
            services: None,
            asked: None,
            unremembered: false,
            versions: Map::new(),
            kept_versions: BTreeSet::new(),
            readings: Readings::default(),
            worklist: Worklist::default(),
            lent: LentCodebooks::default(),
            posed: Arc::clone(&codebook),
            posed_of: Arc::clone(&codebook),
            codebook,
            base: Arc::clone(&book),
            book,
            ready: false,
            read_only: false,
            clock: Clock::new(session),
            number: 0,
            here_number: 0,
            ledger: Ledger::default(),
            known: BTreeSet::new(),
            damaged: BTreeSet::new(),
            purged: Vec::new(),
            importing: None,
            used: 0,
            stored_articles: Set::new(),
            loading: awaited.cloned(),
            unstored: Map::new(),
            describing: Set::new(),
            annotator,
            provisional: true,
            keymap,
            typing: None,
            writing: Writing::default(),
            drafts: Vec::new(),
            history: Map::new(),
            saving: Saving::default(),
            unexported: 0,
            screen: Screen::default(),
            banners: Vec::new(),
            toast: None,
            touched: Touched { all: true, rows: Vec::new() },
            showing: Showing::default(),
            seeks: Vec::new(),
            address: "".into(),
            addressed: 0,
            dialogs: Presence::default(),
            class: Presence::default(),
            effects: Vec::new(),
            asking: Asking::default(),
            link: ClassLink::None,
            asked_to_persist: false,
            last_ticket: 0,
            unsaid: None,
            serial: 0,
        }
    }

    /// What everything adds up to.
    #[must_use]
    pub fn store(&self) -> &Store {
        self.ledger.state()
    }

    /// The open article's id.
    #[must_use]
    pub(crate) fn article_id(&self) -> &ArticleId {
        self.article.id()
    }

    /// The id of a paragraph, by its index.
    #[must_use]
    pub(crate) fn paragraph_id(&self, index: usize) -> Option<&ParagraphId> {
        self.article.paragraphs().get(index).map(|p| &p.id)
    }

    /// The round in which the open article is read here.
    #[must_use]
    pub fn round(&self) -> u32 {
        self.round_of(self.article_id())
    }

    /// The round in which an article is read here; 1 until somebody starts another.
    #[must_use]
    pub(crate) fn round_of(&self, article: &ArticleId) -> u32 {
        self.store().setting(&round(article)).and_then(|round| round.parse().ok()).unwrap_or(1)
    }

    /// The layer into which an annotator reads the open article.
    #[must_use]
    pub fn layer_of(&self, annotator: &AnnotatorId) -> LayerKey {
        self.layer_in(self.article_id(), annotator)
    }

    /// The layer into which an annotator reads an article.
    #[must_use]
    pub(crate) fn layer_in(&self, article: &ArticleId, annotator: &AnnotatorId) -> LayerKey {
        LayerKey::reading(annotator.clone(), self.round_of(article))
    }

    /// The layer into which an annotator reads, as it is stored.
    #[must_use]
    pub(crate) fn stored_reading(&self, annotator: &AnnotatorId) -> Option<&Layer> {
        self.store().layer(self.article_id(), &LayerKey::reading(annotator.clone(), self.round()))
    }

    /// What an annotator reads in the open article, as it is shown.
    #[must_use]
    pub fn reading(&self, annotator: &AnnotatorId) -> Option<&Layer> {
        if self.readings.differs() {
            return self.readings.layer(annotator);
        }
        self.stored_reading(annotator)
    }

    /// The class that is shown: the one that was chosen here, or else the one that this browser made, or the first there is.
    /// `None` while there is none.
    #[must_use]
    pub fn class_id(&self) -> Option<&ClassId> {
        // A new class that was taken back is none.
        let there =
            || self.store().classes_of(self.article_id()).filter(|(_, class)| class.is_there()).map(|(id, _)| id);
        let mut classes = there();
        let first = classes.next()?;
        if classes.next().is_none() {
            return Some(first);
        }
        let chosen = self.store().setting(&shown_class(self.article_id()));
        let chosen = chosen.map_or_else(|| self.first_class(), |chosen| chosen.as_ref().into());
        there().find(|id| **id == chosen).or(Some(first))
    }

    /// The id of the first class that this browser makes: the same in every tab.
    fn first_class(&self) -> ClassId {
        let of = ["class\n", self.annotator.as_str(), "\n", self.article_id().as_str()].concat();
        ClassId::new(digest::hex(&of, 16))
    }

    /// The class that is shown, or the first one that this browser makes.
    #[must_use]
    pub(crate) fn class_or_first(&self) -> ClassId {
        self.class_id().cloned().unwrap_or_else(|| self.first_class())
    }

    /// True when programs are counted like people in this browser.
    #[must_use]
    pub(crate) fn counts_programs(&self) -> bool {
        self.store().setting(PROGRAMS).is_some_and(|counted| &**counted == "yes")
    }

    /// The name people see for an annotator.
    #[must_use]
    pub(crate) fn display_name(&self, annotator: &AnnotatorId) -> Arc<str> {
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
    pub(crate) fn may_write(&self) -> bool {
        self.ready && !self.read_only
    }

    /// True while the stores or the article are being read: nothing can be done to them yet.
    #[must_use]
    pub(crate) fn is_busy(&self) -> bool {
        !self.ready || self.loading.is_some()
    }

    /// Makes the keys anew: the codebook or a setting is another one.
    pub(crate) fn rebuild_keymap(&mut self) {
        self.keymap = Arc::new(Keymap::new(&self.posed, self.ledger.state(), self.keymap.mac));
    }

    /// Tells the page its colours and type.
    pub(crate) fn show_appearance(&mut self) {
        for look in Look::ALL {
            self.effects.push(Effect::Appearance(look, look.chosen(self.store())));
        }
    }

    /// A new serial number.
    pub(crate) fn serial(&mut self) -> u64 {
        self.serial += 1;
        self.serial
    }

    /// Says a short sentence to a screen reader.
    pub fn announce(&mut self, sentence: impl Into<Arc<str>>) {
        self.effects.push(Effect::Announce(sentence.into()));
    }

    /// Says what was just done, as soon as it is known whether it is saved.
    pub(crate) fn say_when_saved(&mut self, what: impl Into<Arc<str>>) {
        self.unsaid = Some((self.last_ticket, what.into()));
    }

    /// It is known now what became of the write with this ticket.
    pub(crate) fn say_outcome(&mut self, ticket: u64, outcome: &str) {
        if let Some((_, what)) = self.unsaid.take_if(|(unsaid, _)| *unsaid == ticket) {
            self.announce(strings::done(&what, outcome));
        }
    }

    /// Shows a banner, in place of one with the same id.
    pub fn banner(&mut self, banner: BannerView) {
        self.banners.retain(|b| b.id != banner.id);
        self.banners.push(banner);
    }

    /// Shows a toast for a while.
    pub fn toast(&mut self, sentence: impl Into<Arc<str>>, action: Option<ActionView>) {
        let serial = self.serial();
        self.toast = Some(ToastView { key: serial.to_string().into(), sentence: sentence.into(), action });
    }
    /// True when the next paragraph comes by itself once nothing is missing of one.
    #[must_use]
    pub(crate) fn goes_on(&self) -> bool {
        self.store().setting(GOING_ON).is_some_and(|on| &**on == "on")
    }

    /// The open article's title.
    #[must_use]
    pub(crate) fn title(&self) -> &Arc<str> {
        &self.article.masthead.title
    }
}

/// The setting of this browser that holds the round in which an article is read.
#[must_use]
pub fn round(article: &ArticleId) -> String {
    ["round:", article.as_str()].concat()
}

/// The setting of this browser that says whether programs are counted like people.
pub const PROGRAMS: &str = "count-programs";

/// The setting of this browser that says whether the next paragraph comes by itself.
pub const GOING_ON: &str = "going-on";

/// The setting of this browser that says which class is shown with an article.
#[must_use]
pub fn shown_class(article: &ArticleId) -> String {
    ["class:", article.as_str()].concat()
}

/// What whoever comes first is called until they say otherwise.
const FIRST: &str = strings::first_reader();
