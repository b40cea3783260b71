//! Performs what the app asks of its two stores; the rest it hands to its host. Answers come back as messages: at once, or
//! later.
//!
//! It knows no browser: stores and host are traits. So what deletes people's words (`upkeep`) is tested natively.

use crate::{files, shared::versions::EARLIER, storage};

pub mod articles;
pub mod host;
pub mod local;
pub mod queue;
pub(crate) mod upkeep;

use self::articles::{belongs, described};
use crate::{
    effect::Effect,
    msg::Msg,
    ports::{
        LocalStore, StorageError,
        found::FoundStores,
        journal::{
            Journal,
            ObjectStore::{Articles as ARTICLES, Journal as JOURNAL},
        },
    },
};
use host::Host;
use local::DRAFT;
use postil_core::{base::id::ReplicaId, keep::startup::Pair};
use queue::Queue;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};

/// A draft is written this long after the last key, in milliseconds.
const DRAFT_MS: u32 = 300;

/// Both stores, what waits to be written, and the host.
pub struct Runtime<L, J, H: Host> {
    session: ReplicaId,
    local: L,
    host: H,
    /// None until both stores were read.
    journal: RefCell<Option<Rc<J>>>,
    queue: Rc<Queue>,
    draft: RefCell<Option<Arc<str>>>,
    draft_timer: Cell<Option<H::Timer>>,
}

impl<L: LocalStore + 'static, J: Journal, H: Host> Runtime<L, J, H> {
    /// A runtime of the session.
    pub fn new(session: ReplicaId, local: L, host: H) -> Rc<Self> {
        Rc::new(Self {
            session,
            local,
            host,
            journal: RefCell::default(),
            queue: Rc::default(),
            draft: RefCell::default(),
            draft_timer: Cell::default(),
        })
    }

    /// Its host.
    pub fn host(&self) -> &H {
        &self.host
    }

    /// Reads both stores and answers with what was found. On a first visit the annotator is this one, if no other tab was
    /// here sooner.
    pub fn boot(this: &Rc<Self>, annotator: Arc<str>, open: impl Future<Output = Rc<J>> + 'static) {
        let here = Rc::clone(this);
        this.host.spawn(async move {
            let journal = open.await;
            let operations = journal.read_all(JOURNAL).await.ok();
            let articles = journal.keys(ARTICLES).await.unwrap_or_default();
            let annotator = Self::annotator(&here, &journal, annotator).await;
            let alive = here.host.alive().await;
            // Local storage is read last, in one go, so that no other tab's change falls between.
            let (local, drafts) = local::read(&here.local, &alive);
            let found = FoundStores {
                local,
                journal: operations,
                articles,
                drafts,
                used: local::used(&here.local),
                annotator,
                steps: here.host.steps(),
                hash: here.host.hash(),
                mac: here.host.is_mac(),
            };
            here.journal.replace(Some(journal));
            here.host.answer(storage::Msg::StoresFound(Box::new(found)));
            here.host.stay_alive(here.session.as_str());
            local::lay_ballast_early(&here.local);
        });
    }

    /// The annotator that this browser begins with: got or made in one transaction or, where there is no database, in turn.
    async fn annotator(this: &Rc<Self>, journal: &J, proposed: Arc<str>) -> Arc<str> {
        if let Ok(annotator) = journal.get_or_put(JOURNAL, local::ANNOTATOR, &proposed).await {
            return annotator;
        }
        let (here, got) = (Rc::clone(this), Rc::new(RefCell::new(proposed)));
        let place = Rc::clone(&got);
        let agree = move || {
            let annotator = local::annotator(&here.local, &place.borrow());
            place.replace(annotator);
        };
        this.host.in_turn(agree).await;
        Arc::clone(&got.borrow())
    }

    /// Performs an effect; some answer at once.
    pub fn perform(this: &Rc<Self>, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Persist { ticket, operations, import } => {
                return Some(Self::persist(this, ticket, operations, import).into());
            }
            Effect::Heal { local, journal: missing, expired, covered } => {
                upkeep::heal_local(&this.local, &local);
                Self::with_journal(this, move |here, journal| async move {
                    upkeep::heal_journal(&here.local, &*journal, &missing, &expired, &covered).await;
                });
            }
            // Each step in a task of its own: with ten thousand paragraphs each takes a tenth of a second.
            Effect::StoreArticle(id, opening, form) => Self::with_journal(this, move |here, journal| async move {
                here.host.pause().await;
                let text = (form.write)(&opening).into();
                here.host.answer(match store_article(&*journal, &id, text).await {
                    Ok(Some(key)) => storage::Msg::ArticleStored(key),
                    _ => storage::Msg::ArticleRefused(id),
                });
            }),
            Effect::LoadArticle(id, key) => Self::with_journal(this, move |here, journal| async move {
                let mut text = journal.read(ARTICLES, &key).await.ok().flatten();
                if text.is_none() && *key != *id.as_str() {
                    text = journal.read(ARTICLES, id.as_str()).await.ok().flatten();
                }
                here.host.pause().await;
                here.host.answer(files::Msg::ArticleLoaded(id, text));
            }),
            Effect::KeepVersion(key, content) => Self::with_journal(this, move |_, journal| async move {
                let _ = journal.put_once(ARTICLES, &key, &content).await;
            }),
            Effect::LoadVersions(id) => Self::with_journal(this, move |here, journal| async move {
                let found = journal.read_under(ARTICLES, &[id.as_str(), EARLIER].concat()).await.unwrap_or_default();
                here.host.answer(storage::Msg::VersionsRead(found));
            }),
            Effect::KeepDraft(text) => Self::keep_draft(this, text),
            Effect::RemoveDraft(key) => {
                // A draft that cannot be removed is offered once more; nothing is lost.
                let _ = this.local.remove(&key);
            }
            Effect::Hint(id) => local::set_hint(&this.local, id.as_ref()),
            Effect::AwaitCompaction(patient) => {
                let here = Rc::clone(this);
                this.host.alone(patient, async move {
                    if patient && let (Ok(operations), _) = local::read(&here.local, &[]) {
                        // Nothing is to be left because this tab has not heard of it.
                        here.host.answer(storage::Msg::OperationsArrived(operations));
                    }
                    let keys = here.local.keys().unwrap_or_default();
                    here.host.answer(storage::Msg::CompactionMayRun(keys));
                });
            }
            Effect::Compact { snapshots, purged } => {
                Self::with_journal(this, move |here, journal| async move {
                    let answer = upkeep::compact(&here.local, &*journal, &snapshots, &purged).await;
                    here.host.answer(answer);
                });
            }
            Effect::DeleteArticle(id) => Self::with_journal(this, move |_, journal| async move {
                // A text that cannot be deleted is of no account: nothing names it any more.
                let mut keys = journal.keys(ARTICLES).await.unwrap_or_default();
                keys.retain(|key| belongs(key, id.as_str()));
                let _ = journal.delete(ARTICLES, &keys).await;
            }),
            other @ (Effect::Announce(..)
            | Effect::Focus(..)
            | Effect::Press(..)
            | Effect::Reveal(..)
            | Effect::RevealIfLost(..)
            | Effect::Download { .. }
            | Effect::DownloadBytes { .. }
            | Effect::SavePng { .. }
            | Effect::HandOver { .. }
            | Effect::Pack(..)
            | Effect::Unpack(..)
            | Effect::Inflate(..)
            | Effect::Copy(..)
            | Effect::Navigate(..)
            | Effect::Readdress(..)
            | Effect::ScrollUp
            | Effect::FullScreen
            | Effect::Print
            | Effect::Colours(..)
            | Effect::AskToPersist
            | Effect::Wait(..)
            | Effect::AwaitIdle
            | Effect::AwaitLeisure
            | Effect::Fetch(..)
            | Effect::DownloadRaw
            | Effect::Title(..)
            | Effect::GuardLeaving(..)
            | Effect::Appearance(..)
            | Effect::KeepSteps(..)) => return this.host.perform(other),
        }
        None
    }

    fn with_journal<F>(this: &Rc<Self>, work: impl FnOnce(Rc<Self>, Rc<J>) -> F)
    where
        F: Future<Output = ()> + 'static,
    {
        // Nothing is asked for before the stores were found.
        let Some(journal) = this.journal.borrow().clone() else { return };
        this.host.spawn(work(Rc::clone(this), journal));
    }

    fn persist(this: &Rc<Self>, ticket: u64, operations: Vec<Pair>, import: bool) -> storage::Msg {
        let kept = local::put_all(&this.local, &operations);
        // A change also when local storage refused it: a reload then still finds it. An import is given up as a whole.
        let given_up = import && matches!(&kept, Err(error) if *error != StorageError::Blocked);
        let journal = this.journal.borrow().clone().filter(|_| !given_up);
        if let Some(journal) = journal {
            let here = Rc::clone(this);
            let task = this.queue.append(journal, ticket, operations, move |ticket, safe| {
                here.host.answer(if safe {
                    storage::Msg::JournalKept(ticket)
                } else {
                    storage::Msg::JournalRefused(ticket)
                });
            });
            if let Some(task) = task {
                this.host.spawn(task);
            }
        }
        match kept {
            Ok(ballast_gone) => {
                if ballast_gone {
                    this.host.answer(storage::Msg::BallastGone);
                }
                storage::Msg::OperationsKept(ticket)
            }
            Err(error) => storage::Msg::OperationsRefused(ticket, error),
        }
    }

    fn keep_draft(this: &Rc<Self>, text: Option<Arc<str>>) {
        this.draft_timer.take();
        match text {
            Some(text) => {
                this.draft.replace(Some(text));
                let here = Rc::clone(this);
                this.draft_timer.set(Some(this.host.after(DRAFT_MS, move || here.flush_draft())));
            }
            None => {
                this.draft.replace(None);
                let _ = this.local.remove(&this.draft_key());
            }
        }
    }

    /// Writes the draft that waits, if there is one.
    pub fn flush_draft(&self) {
        if let Some(text) = self.draft.take() {
            // A draft that does not fit is still in its field.
            let _ = self.local.put(&self.draft_key(), &text);
        }
    }

    fn draft_key(&self) -> String {
        format!("{DRAFT}{}", self.session)
    }
}

/// Puts the text of an article under its key or, where it is described otherwise there or cannot be read, under its hash
/// beside it. Answers with the key under which it stands.
async fn store_article<J: Journal>(journal: &J, key: &Arc<str>, text: Arc<str>) -> Result<Option<Arc<str>>, J::Error> {
    for key in [Arc::clone(key), described(key, &text)] {
        if journal.put_once(ARTICLES, &key, &text).await? {
            return Ok(Some(key));
        }
    }
    Ok(None)
}
