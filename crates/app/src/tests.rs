//! The app played through without a browser: a tab is a model with stores in memory.

mod arriving;
mod asking;
mod copies;
mod copying;
mod decided;
mod drafts;
mod everybody;
mod file_names;
mod files;
mod forgetting;
mod group;
mod imports;
mod journeys;
mod keys;
mod languages;
mod lazy;
mod lists;
mod naming;
mod notes;
mod own_file;
mod progress;
mod questions;
mod reading;
mod removal;
mod rescuing;
mod room;
mod searching;
mod storing;
mod undo;
mod whose;

use crate::{
    effect::Effect,
    keymap::{KeyPress, Place},
    lazy::LAZY,
    library,
    model::{Env, Model},
    msg::{FoundStores, Msg, NamedFile},
    ports::{Records, StorageError},
    room::{replace, speak_of},
    update::update,
    view::article::{Marks, RowView},
};
use postil_core::keep::startup::Pair;
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    sync::Arc,
};

/// What outlives a tab: both stores, and the articles.
#[derive(Clone, Default)]
struct Browser {
    local: Arc<RefCell<BTreeMap<Arc<str>, Arc<str>>>>,
    journal: Arc<RefCell<BTreeMap<Arc<str>, Arc<str>>>>,
    articles: Arc<RefCell<BTreeMap<Arc<str>, Arc<str>>>>,
    drafts: Arc<RefCell<Vec<Pair>>>,
    /// What local storage answers; `Ok` takes everything.
    refuses: Arc<RefCell<Option<StorageError>>>,
    journal_fails: Arc<Cell<bool>>,
    /// Who it is from the first visit on.
    annotator: Arc<RefCell<Option<Arc<str>>>>,
    chance: Arc<Cell<u128>>,
    now: Arc<Cell<u64>>,
    /// The paragraph that was scrolled out of sight.
    lost: Arc<Cell<Option<usize>>>,
    /// The units that local storage holds, and the longest value that it takes; 0 for any.
    quota: Arc<Cell<usize>>,
    longest: Arc<Cell<usize>>,
    /// What becomes of the lazy part when it is fetched.
    lazy: Arc<Cell<Fetched>>,
}

#[derive(Clone, Copy, Default)]
enum Fetched {
    #[default]
    Comes,
    Waits,
    Fails,
}

impl Records for Browser {
    fn keys(&self) -> Result<Vec<Arc<str>>, StorageError> {
        Ok(self.local.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<Arc<str>>, StorageError> {
        Ok(self.local.borrow().get(key).cloned())
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if let Some(error) = self.refuses.borrow().clone() {
            return Err(error);
        }
        let mut local = self.local.borrow_mut();
        let others: usize = local.iter().filter(|(k, _)| &***k != key).map(|(k, v)| k.len() + v.len()).sum();
        let is_over = |units: usize, limit: &Cell<usize>| limit.get() > 0 && units > limit.get();
        let needed = key.len() + value.len();
        if is_over(others + needed, &self.quota) || is_over(value.len(), &self.longest) {
            return Err(StorageError::Full { needed });
        }
        local.insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.local.borrow_mut().remove(key);
        Ok(())
    }
}

/// A tab and what it did besides storing.
struct Tab {
    browser: Browser,
    model: Model,
    done: Vec<Effect>,
}

impl Browser {
    fn new() -> Self {
        let browser = Self::default();
        browser.now.set(1_700_000_000_000);
        browser
    }

    fn open(&self) -> Tab {
        let draw = || format!("{:032x}", self.draw());
        let (session, proposed) = (draw(), Arc::<str>::from(draw()));
        let annotator = Arc::clone(self.annotator.borrow_mut().get_or_insert_with(|| Arc::clone(&proposed)));
        let model = Model::new(session.as_str().into(), proposed.into(), None);
        let mut tab = Tab { browser: self.clone(), model, done: Vec::new() };
        let pairs = |map: &RefCell<BTreeMap<Arc<str>, Arc<str>>>| -> Vec<Pair> {
            map.borrow().iter().map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
        };
        let blocked = self.refuses.borrow().clone().filter(|e| *e == StorageError::Blocked);
        let found = FoundStores {
            local: blocked.map_or_else(|| Ok(pairs(&self.local)), Err),
            journal: (!self.journal_fails.get()).then(|| pairs(&self.journal)),
            articles: self.articles.borrow().keys().cloned().collect(),
            drafts: self.drafts.borrow().clone(),
            used: self.local.borrow().iter().map(|(k, v)| k.len() + v.len()).sum(),
            annotator,
            hash: "".into(),
            mac: false,
        };
        tab.send(Msg::StoresFound(Box::new(found)));
        tab
    }

    fn draw(&self) -> u128 {
        self.chance.set(self.chance.get() + 1);
        self.chance.get()
    }
}

impl Tab {
    fn send(&mut self, msg: Msg) {
        let mut queue = vec![msg];
        while !queue.is_empty() {
            let msg = queue.remove(0);
            self.browser.now.set(self.browser.now.get() + 10);
            let browser = self.browser.clone();
            let entropy = move || browser.draw();
            let lost = self.browser.lost.get();
            let in_sight = move |index| lost != Some(index);
            let env = Env { now: self.browser.now.get(), utc_offset: 0, entropy: &entropy, in_sight: &in_sight };
            for effect in update(&mut self.model, msg, &env) {
                queue.extend(self.perform(effect));
            }
        }
    }

    fn perform(&mut self, effect: Effect) -> Vec<Msg> {
        let browser = &self.browser;
        match effect {
            Effect::FetchLazy => match browser.lazy.get() {
                Fetched::Comes => vec![Msg::LazyCame(Some(&LAZY))],
                Fetched::Waits => Vec::new(),
                Fetched::Fails => vec![Msg::LazyCame(None)],
            },
            Effect::Persist { ticket, records, import } => {
                let mut answers = Vec::new();
                let kept = records.iter().try_for_each(|(key, value)| browser.put(key, value));
                if let Err(error) = kept {
                    records.iter().for_each(|(key, _)| _ = browser.remove(key));
                    let given_up = import && error != StorageError::Blocked;
                    answers.push(Msg::RecordsRefused(ticket, error));
                    if given_up {
                        return answers;
                    }
                } else {
                    answers.push(Msg::RecordsKept(ticket));
                }
                if browser.journal_fails.get() {
                    answers.push(Msg::JournalRefused(ticket));
                } else {
                    browser.journal.borrow_mut().extend(records);
                    answers.push(Msg::JournalKept(ticket));
                }
                answers
            }
            Effect::Heal { local, journal, expired, covered } => {
                browser.local.borrow_mut().extend(local);
                browser.journal.borrow_mut().extend(journal);
                covered.iter().for_each(|key| drop(browser.local.borrow_mut().remove(key)));
                expired.iter().for_each(|key| drop(browser.journal.borrow_mut().remove(key)));
                Vec::new()
            }
            Effect::StoreArticle(id, opening) => {
                let text = library::stored_form(&opening).into();
                let before = browser.articles.borrow().get(&id).cloned();
                browser.articles.borrow_mut().extend(library::set_aside(&id, before));
                browser.articles.borrow_mut().insert(Arc::clone(&id), text);
                vec![Msg::ArticleStored(id)]
            }
            Effect::LoadArticle(id) => {
                let text = browser.articles.borrow().get(&id).cloned();
                vec![Msg::ArticleLoaded(id, text.and_then(|text| library::read_stored(&text)))]
            }
            Effect::KeepDraft(text) => {
                let key: Arc<str> = format!("postil/1/draft/{}", self.model.clock.replica()).into();
                let mut drafts = browser.drafts.borrow_mut();
                drafts.retain(|(k, _)| *k != key);
                drafts.extend(text.map(|text| (key, text)));
                Vec::new()
            }
            Effect::RemoveDraft(key) => {
                browser.drafts.borrow_mut().retain(|(k, _)| *k != key);
                Vec::new()
            }
            Effect::AwaitIdle => vec![Msg::IdleCame],
            Effect::AwaitCompaction(patient) => {
                let local = browser.local.borrow();
                let mut answers = vec![Msg::CompactionMayRun(local.keys().cloned().collect())];
                if patient {
                    answers.insert(0, Msg::RecordsArrived(local.clone().into_iter().collect()));
                }
                answers
            }
            Effect::Compact { key, value, covered, purged } => {
                let mut safe = covered;
                if !browser.journal_fails.get() {
                    browser.journal.borrow_mut().insert(Arc::clone(&key), Arc::clone(&value));
                }
                safe.retain(|k| *k != key && browser.journal.borrow().contains_key(k));
                let done = !browser.journal_fails.get() && replace(browser, &safe, (&key, &value)).is_ok();
                if done {
                    let all: Vec<Pair> = browser.journal.borrow().clone().into_iter().collect();
                    let gone = speak_of(&purged, &safe, &all);
                    browser.journal.borrow_mut().retain(|key, _| !gone.contains(key));
                }
                let used = browser.local.borrow().iter().map(|(k, v)| k.len() + v.len()).sum();
                vec![if done { Msg::Compacted(used) } else { Msg::CompactionFailed(used) }]
            }
            Effect::DeleteArticle(id) => {
                browser.articles.borrow_mut().retain(|key, _| !library::belongs(key, &id));
                Vec::new()
            }
            other => {
                self.done.push(other);
                Vec::new()
            }
        }
    }

    /// The time of a wait of so many milliseconds is over, the latest that was begun.
    fn wait_over(&mut self, length: u32) {
        let waits = self.done.iter().rev().find_map(|effect| match effect {
            Effect::Wait(ticket, ms) if *ms == length => Some(*ticket),
            _ => None,
        });
        self.send(Msg::TimePassed(waits.unwrap()));
    }

    fn press(&mut self, key: &str) {
        let shift = key.len() == 1 && key.chars().all(|c| c.is_ascii_uppercase());
        self.send(Msg::KeyPressed(KeyPress {
            key: key.into(),
            code: "".into(),
            command: false,
            shift,
            place: Place::Content,
        }));
    }

    fn marks(&self, index: usize) -> Arc<Marks> {
        let rows = self.model.view.article.sections.iter().flat_map(|s| &s.rows);
        let mut marks = rows.filter_map(|row| match row {
            RowView::Paragraph(p) if p.text.index == index => Some(Arc::clone(&p.marks)),
            _ => None,
        });
        marks.next().unwrap()
    }

    /// `data-stance` and `data-themes` of a paragraph (from 0), `-` where absent.
    fn data(&self, index: usize) -> String {
        let marks = self.marks(index);
        format!("{} [{}]", marks.stance_id.as_deref().unwrap_or("-"), marks.theme_ids.as_deref().unwrap_or("-"))
    }

    fn file(&mut self, all: bool) -> String {
        self.send(Msg::ExportScoped(all));
        self.send(Msg::Exported("postil".into()));
        let text = self.done.iter().rev().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text.to_string()),
            _ => None,
        });
        text.unwrap()
    }

    fn import(&mut self, files: &[&str]) -> Vec<String> {
        let file = |(n, text): (usize, &&str)| NamedFile {
            name: format!("{n}.postil.json").into(),
            bytes: Ok(Arc::from(text.as_bytes())),
        };
        self.send(Msg::FilesRead(files.iter().enumerate().map(file).collect()));
        crate::transfer::import_view(&self.model).reports.iter().map(|r| r.sentence.to_string()).collect()
    }

    /// What other tabs have written that this one has not heard of.
    fn news(&self) -> Vec<Pair> {
        let local = self.browser.local.borrow();
        let news = local.iter().filter(|(key, _)| !self.model.known.contains(*key));
        news.map(|(key, value)| (Arc::clone(key), Arc::clone(value))).collect()
    }

    /// Hears of it.
    fn hear(&mut self) {
        self.send(Msg::RecordsArrived(self.news()));
    }

    /// The sentence of the toast; empty when there is none.
    fn toast(&self) -> String {
        self.model.toast.as_ref().map_or_else(String::new, |toast| toast.sentence.to_string())
    }

    fn announced(&self) -> Vec<&str> {
        let said = self.done.iter().filter_map(|e| match e {
            Effect::Announce(text) => Some(&**text),
            _ => None,
        });
        said.collect()
    }
}
