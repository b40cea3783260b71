//! Performs effects. Answers come back as messages: at once, or later.

use crate::web::{
    dom, file, frame, group,
    journal::{ARTICLES, JOURNAL, Journal},
    js, lock, raw,
    storage::{ANNOTATOR, BALLAST, HINT, LocalRecords},
};
use gloo::timers::callback::Timeout;
use postil_app::{
    boot::QUOTA,
    effect::Effect,
    library::{belongs, read_stored, set_aside, stored_form},
    msg::{FoundStores, Msg},
    ports::{Records as _, StorageError},
    room::{replace, speak_of},
};
use postil_core::{
    base::id::ReplicaId,
    keep::{
        operation::PREFIX,
        startup::{Pair, is_newer_key, is_record},
    },
};
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use yew::Callback;

/// What the keys of drafts begin with.
const DRAFT: &str = "postil/1/draft/";
/// A draft is written this long after the last key, in milliseconds.
const DRAFT_MS: u32 = 300;

/// Stores, timers, and where answers go.
pub struct Runtime {
    session: ReplicaId,
    answer: Callback<Msg>,
    fetch: Callback<Callback<Msg>>,
    local: LocalRecords,
    journal: RefCell<Option<Rc<Journal>>>,
    draft: RefCell<Option<Arc<str>>>,
    draft_timer: RefCell<Option<Timeout>>,
    guard: Cell<bool>,
    idle: Cell<bool>,
}

impl Runtime {
    /// A runtime of the session that sends its answers to `answer` and has the lazy part fetched by `fetch`.
    pub fn new(session: ReplicaId, answer: Callback<Msg>, fetch: Callback<Callback<Msg>>) -> Rc<Self> {
        Rc::new(Self {
            session,
            answer,
            fetch,
            local: LocalRecords,
            journal: RefCell::default(),
            draft: RefCell::default(),
            draft_timer: RefCell::default(),
            guard: Cell::new(false),
            idle: Cell::new(false),
        })
    }

    /// Reads both stores and answers with what was found. On a first visit the annotator is this one, if no other tab was
    /// here sooner.
    pub fn boot(this: &Rc<Self>, annotator: Arc<str>) {
        let this = Rc::clone(this);
        wasm_bindgen_futures::spawn_local(async move {
            let answer = this.answer.clone();
            let newer = answer.clone();
            let journal = Journal::open(move || newer.emit(Msg::NewerSeen)).await;
            let records = journal.read_all(JOURNAL).await.ok();
            let articles = journal.keys(ARTICLES).await.unwrap_or_default();
            let annotator = this.annotator(&journal, annotator).await;
            let alive = lock::alive().await;
            // Local storage is read last, in one go, so that no other tab's change falls between.
            let (local, drafts) = this.read_local(&alive);
            let found = FoundStores {
                local,
                journal: records,
                articles,
                drafts,
                used: this.local.used(),
                annotator,
                hash: dom::hash().into(),
                mac: is_mac(),
            };
            this.journal.replace(Some(journal));
            answer.emit(Msg::StoresFound(Box::new(found)));
            lock::stay_alive(this.session.as_str());
            if this.local.used() < QUOTA / 100 * 85 {
                this.local.lay_ballast();
            }
        });
    }

    /// The annotator that this browser begins with: got or made in one transaction or, where there is no database, in turn.
    async fn annotator(&self, journal: &Journal, proposed: Arc<str>) -> Arc<str> {
        if let Ok(annotator) = journal.get_or_put(JOURNAL, ANNOTATOR, &proposed).await {
            return annotator;
        }
        let (local, got) = (self.local, Rc::new(RefCell::new(proposed)));
        let place = Rc::clone(&got);
        lock::in_turn(move || {
            let annotator = local.annotator(&place.borrow());
            place.replace(annotator);
        })
        .await;
        Arc::clone(&got.borrow())
    }

    /// Our records, and the drafts of sessions that are no longer alive.
    fn read_local(&self, alive: &[String]) -> (Result<Vec<Pair>, StorageError>, Vec<Pair>) {
        let keys = match self.local.keys() {
            Ok(keys) => keys,
            Err(error) => return (Err(error), Vec::new()),
        };
        let (mut records, mut drafts) = (Vec::new(), Vec::new());
        for key in keys.into_iter().filter(|key| key.starts_with(PREFIX) && ![BALLAST, HINT].contains(&&**key)) {
            match self.local.get(&key) {
                Ok(Some(value)) if is_record(&key) || is_newer_key(&key) => records.push((key, value)),
                Ok(Some(value)) => {
                    let session = key.strip_prefix(DRAFT);
                    if session.is_some_and(|session| !alive.iter().any(|a| a == session)) {
                        drafts.push((key, value));
                    }
                }
                Ok(None) => {}
                Err(error) => return (Err(error), Vec::new()),
            }
        }
        (Ok(records), drafts)
    }

    /// Performs an effect; some answer at once.
    pub fn perform(this: &Rc<Self>, effect: Effect) -> Option<Msg> {
        match effect {
            Effect::Persist { ticket, records, import } => return Some(Self::persist(this, ticket, records, import)),
            Effect::Heal { local, journal, expired, covered } => Self::heal(this, &local, journal, expired, covered),
            // Each step in a task of its own: with ten thousand paragraphs each takes a tenth of a second.
            Effect::StoreArticle(id, opening) => this.with_journal(move |journal, answer| async move {
                js::pause().await;
                let text = stored_form(&opening).into();
                let before = journal.read(ARTICLES, &id).await.ok().flatten();
                let records: Vec<Pair> = set_aside(&id, before).into_iter().chain([(Arc::clone(&id), text)]).collect();
                let stored = journal.write(ARTICLES, &records).await.is_ok();
                answer.emit(if stored { Msg::ArticleStored(id) } else { Msg::ArticleRefused(id) });
            }),
            Effect::LoadArticle(id) => this.with_journal(move |journal, answer| async move {
                let text = journal.read(ARTICLES, &id).await.ok().flatten();
                js::pause().await;
                let found = text.and_then(|text| read_stored(&text));
                js::pause().await;
                answer.emit(Msg::ArticleLoaded(id, found));
            }),
            Effect::FetchLazy => this.fetch.emit(this.answer.clone()),
            Effect::CallGroup => group::call(&this.answer),
            Effect::TellGroup(kind, text) => group::tell(kind, &text),
            Effect::KeepDraft(text) => Self::keep_draft(this, text),
            Effect::RemoveDraft(key) => {
                // A draft that cannot be removed is offered once more; nothing is lost.
                let _ = this.local.remove(&key);
            }
            Effect::Download { name, mime, text } => file::offer(&name, mime, &file::js_text(&text)),
            Effect::Copy(text) => copy(&text, this.answer.clone()),
            Effect::DownloadRaw => this.with_journal(|journal, _| async move { raw::download(&journal).await }),
            Effect::Hint(id) => this.local.set_hint(&id),
            Effect::Title(title) => dom::title(&title),
            Effect::AskToPersist => ask_to_persist(),
            Effect::Wait(ticket, ms) => {
                let answer = this.answer.clone();
                Timeout::new(ms, move || answer.emit(Msg::TimePassed(ticket))).forget();
            }
            Effect::AwaitIdle => {
                if !this.idle.replace(true) {
                    let here = Rc::clone(this);
                    frame::idle(move || {
                        here.idle.set(false);
                        here.answer.emit(Msg::IdleCame);
                    });
                }
            }
            Effect::AwaitCompaction(patient) => {
                let here = Rc::clone(this);
                lock::alone(patient, async move {
                    if patient && let (Ok(records), _) = here.read_local(&[]) {
                        // Nothing is to be left because this tab has not heard of it.
                        here.answer.emit(Msg::RecordsArrived(records));
                    }
                    let keys = here.local.keys().unwrap_or_default();
                    here.answer.emit(Msg::CompactionMayRun(keys));
                });
            }
            Effect::Compact { key, value, covered, purged } => Self::compact(this, key, value, covered, purged),
            Effect::DeleteArticle(id) => this.with_journal(move |journal, _| async move {
                // A text that cannot be deleted is of no account: nothing names it any more.
                let mut keys = journal.keys(ARTICLES).await.unwrap_or_default();
                keys.retain(|key| belongs(key, &id));
                let _ = journal.delete(ARTICLES, &keys).await;
            }),
            Effect::GuardLeaving(guard) => this.guard.set(guard),
            Effect::Appearance(name, value) => dom::appearance(&name, &value),
            // Done by the engine, once the page is drawn.
            Effect::Announce(_)
            | Effect::Focus(_)
            | Effect::Navigate(_)
            | Effect::Reveal(..)
            | Effect::RevealIfLost(_) => {}
        }
        None
    }

    /// True when leaving the page is to ask first.
    pub fn guards_leaving(&self) -> bool {
        self.guard.get()
    }

    fn with_journal<F>(&self, work: impl FnOnce(Rc<Journal>, Callback<Msg>) -> F + 'static)
    where
        F: Future<Output = ()> + 'static,
    {
        // Nothing is asked for before the stores were found.
        let Some(journal) = self.journal.borrow().clone() else { return };
        wasm_bindgen_futures::spawn_local(work(journal, self.answer.clone()));
    }

    fn persist(this: &Rc<Self>, ticket: u64, records: Vec<Pair>, import: bool) -> Msg {
        let kept = this.local.put_all(&records);
        // A change also when local storage refused it: a reload then still finds it. An import is given up as a whole.
        let given_up = import && matches!(&kept, Err(error) if *error != StorageError::Blocked);
        let here = Rc::clone(this);
        let journal = this.journal.borrow().clone().filter(|_| !given_up);
        if let Some(journal) = journal {
            journal.append(ticket, records, move |ticket, safe| {
                here.answer.emit(if safe { Msg::JournalKept(ticket) } else { Msg::JournalRefused(ticket) });
            });
        }
        match kept {
            Ok(ballast_gone) => {
                if ballast_gone {
                    this.answer.emit(Msg::BallastGone);
                }
                Msg::RecordsKept(ticket)
            }
            Err(error) => Msg::RecordsRefused(ticket, error),
        }
    }

    fn heal(
        this: &Rc<Self>,
        local: &[Pair],
        journal_records: Vec<Pair>,
        expired: Vec<Arc<str>>,
        covered: Vec<Arc<str>>,
    ) {
        for (key, value) in local {
            if this.local.put(key, value).is_err() {
                break;
            }
        }
        let store = this.local;
        this.with_journal(move |journal, _| async move {
            if !journal_records.is_empty() && journal.write(JOURNAL, &journal_records).await.is_err() {
                return;
            }
            // What a snapshot covers goes from local storage only when the journal has it.
            let Ok(safe) = journal.keys(JOURNAL).await else { return };
            for key in covered.iter().filter(|key| safe.contains(key)) {
                let _ = store.remove(key);
            }
            if !expired.is_empty() {
                let _ = journal.delete(JOURNAL, &expired).await;
            }
        });
    }

    fn compact(this: &Rc<Self>, key: Arc<str>, value: Arc<str>, covered: Vec<Arc<str>>, purged: Vec<Arc<str>>) {
        let local = this.local;
        this.with_journal(move |journal, answer| async move {
            let safe = journaled(&journal, (&key, &value), &covered).await;
            // All in one task: whatever happens to this page, nothing of it is seen half done.
            let done = safe.is_some_and(|safe| replace(&local, &safe, (&key, &value)).is_ok());
            if done
                && !purged.is_empty()
                && let Ok(all) = journal.read_all(JOURNAL).await
            {
                // What is left now is deleted at the next start.
                let _ = journal.delete(JOURNAL, &speak_of(&purged, &covered, &all)).await;
            }
            let used = local.used();
            if used < QUOTA / 100 * 85 {
                local.lay_ballast();
            }
            answer.emit(if done { Msg::Compacted(used) } else { Msg::CompactionFailed(used) });
        });
    }

    fn keep_draft(this: &Rc<Self>, text: Option<Arc<str>>) {
        this.draft_timer.borrow_mut().take();
        match text {
            Some(text) => {
                this.draft.replace(Some(text));
                let here = Rc::clone(this);
                this.draft_timer.replace(Some(Timeout::new(DRAFT_MS, move || here.flush_draft())));
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

/// Writes a snapshot to the journal and reads it back. Answers with what it covers, as far as the journal has that too.
async fn journaled(
    journal: &Journal,
    (key, value): (&Arc<str>, &Arc<str>),
    covered: &[Arc<str>],
) -> Option<Vec<Arc<str>>> {
    journal.write(JOURNAL, &[(Arc::clone(key), Arc::clone(value))]).await.ok()?;
    let there = journal.read(JOURNAL, key).await.ok()??;
    let mut all = std::collections::BTreeSet::new();
    journal.keys(JOURNAL).await.ok()?.into_iter().for_each(|key| _ = all.insert(key));
    let safe = covered.iter().filter(|k| *k != key && all.contains(*k)).cloned().collect();
    (there == *value).then_some(safe)
}

fn copy(text: &str, answer: Callback<Msg>) {
    let clipboard = js::get(&js_sys::global(), "navigator").and_then(|navigator| js::get(&navigator, "clipboard"));
    let promise = clipboard.map(|clipboard| js::call(&clipboard, "writeText", &[file::js_text(text).into()]));
    wasm_bindgen_futures::spawn_local(async move {
        let copied = match promise {
            Some(Ok(promise)) => js::settled(promise).await.is_ok(),
            _ => false,
        };
        answer.emit(Msg::TextCopied(copied));
    });
}

fn ask_to_persist() {
    let navigator = js::get(&js_sys::global(), "navigator");
    if let Some(storage) = navigator.and_then(|n| js::get(&n, "storage"))
        && let Ok(promise) = js::call(&storage, "persist", &[])
    {
        // The browser decides; whatever it says, nothing changes here.
        wasm_bindgen_futures::spawn_local(async move {
            let _ = js::settled(promise).await;
        });
    }
}

fn is_mac() -> bool {
    let platform = web_sys::window().and_then(|w| w.navigator().platform().ok()).unwrap_or_default();
    ["Mac", "iPhone", "iPad"].iter().any(|name| platform.starts_with(name))
}
