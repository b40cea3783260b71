//! What outlives a tab: both stores, in memory.

use super::{
    faults::{Faults, Step, Verdict, refusal},
    tasks::Tasks,
};
use crate::{
    env::Selected,
    ports::{
        LocalStore, StorageError,
        journal::{Journal, ObjectStore},
    },
    runtime::local::{BALLAST, DRAFT},
};
use postil_core::{
    base::{register::Register, stamp::Stamp},
    codebook::sample,
    keep::{
        operation::{Operation, encode, op_key},
        startup::{Pair, is_operation},
        store::Store,
    },
    record::{LayerKey, Record},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
    task::Poll,
};

/// Keys and values, as a store holds them.
pub(super) type Values = BTreeMap<Arc<str>, Arc<str>>;

/// The stores, and what the tests have happen to all tabs.
#[derive(Clone, Default)]
pub(super) struct Browser {
    pub(super) local: Rc<RefCell<Values>>,
    pub(super) journal: Rc<RefCell<Values>>,
    pub(super) articles: Rc<RefCell<Values>>,
    /// What local storage answers; `None` takes everything.
    pub(super) refuses: Rc<RefCell<Option<StorageError>>>,
    pub(super) journal_fails: Rc<Cell<bool>>,
    pub(super) chance: Rc<Cell<u128>>,
    pub(super) now: Rc<Cell<u64>>,
    /// The paragraph that was scrolled out of sight.
    pub(super) lost: Rc<Cell<Option<usize>>>,
    /// Minutes that the clock shows more than UTC on a day that is typed.
    pub(super) offset: Rc<Cell<i32>>,
    /// The words of the article that are selected.
    pub(super) selected: Rc<Cell<Option<Selected>>>,
    /// The units that local storage holds, and the longest value that it takes; 0 for any.
    pub(super) quota: Rc<Cell<usize>>,
    pub(super) longest: Rc<Cell<usize>>,
    /// What becomes of the dialogs’ part when it is fetched.
    pub(super) dialogs: Rc<Cell<Fetched>>,
    /// What stands in the address.
    pub(super) hash: Rc<Cell<&'static str>>,
    /// What another tab has said, which comes between the steps of this one.
    pub(super) others: Rc<RefCell<Store>>,
    /// The sessions of tabs that are alive; empty where the browser does not tell.
    pub(super) alive: Rc<RefCell<Vec<String>>>,
}

#[derive(Clone, Copy, Default)]
pub(super) enum Fetched {
    #[default]
    Comes,
    Waits,
    Fails,
}

impl Browser {
    pub(super) fn new() -> Self {
        let browser = Self::default();
        browser.now.set(1_700_000_000_000);
        // A reserve of one sign is laid sooner than the real one.
        browser.local.borrow_mut().insert(BALLAST.into(), "·".into());
        browser
    }

    pub(super) fn draw(&self) -> u128 {
        self.chance.set(self.chance.get() + 1);
        self.chance.get()
    }

    /// The records in local storage.
    pub(super) fn records(&self) -> Values {
        let local = self.local.borrow();
        local.iter().filter(|(key, _)| is_operation(key)).map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
    }

    /// The drafts in local storage.
    pub(super) fn drafts(&self) -> Vec<Pair> {
        let local = self.local.borrow();
        local.iter().filter(|(key, _)| key.starts_with(DRAFT)).map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
    }

    /// The same stores, apart from these.
    pub(super) fn copy(&self) -> Self {
        let copy = Self::default();
        for (to, from) in [(&copy.local, &self.local), (&copy.journal, &self.journal), (&copy.articles, &self.articles)]
        {
            to.replace(from.borrow().clone());
        }
        copy.others.replace(self.others.borrow().clone());
        copy.chance.set(self.chance.get());
        copy.now.set(self.now.get());
        copy.quota.set(self.quota.get());
        copy
    }

    /// Another tab says something, and has it saved. Returns its key.
    pub(super) fn another_tab_says(&self) -> Arc<str> {
        let stamp = Stamp { wall: 1_650_000_000_000, counter: 0, replica: "another".into() };
        let (article, mut record, mut said) = (sample::article(), Record::default(), Store::default());
        record.themes.insert("rivalry".into(), Register::new(true, stamp));
        said.put_record(article.id(), &LayerKey::reading("another".into(), 1), &article.paragraphs()[2].id, &record);
        let (key, value) = (op_key(&"another".into(), 1), Arc::<str>::from(encode(&Operation::Change(said.clone()))));
        for store in [&self.local, &self.journal] {
            store.borrow_mut().insert(Arc::clone(&key), Arc::clone(&value));
        }
        self.others.borrow_mut().join(&said);
        key
    }

    /// An object store of the database.
    pub(super) fn object_store(&self, store: ObjectStore) -> &RefCell<Values> {
        match store {
            ObjectStore::Journal => &self.journal,
            ObjectStore::Articles => &self.articles,
        }
    }
}

impl LocalStore for Browser {
    fn keys(&self) -> Result<Vec<Arc<str>>, StorageError> {
        match self.refuses.borrow().clone() {
            Some(StorageError::Blocked) => Err(StorageError::Blocked),
            _ => Ok(self.local.borrow().keys().cloned().collect()),
        }
    }

    fn get(&self, key: &str) -> Result<Option<Arc<str>>, StorageError> {
        match self.refuses.borrow().clone() {
            Some(StorageError::Blocked) => Err(StorageError::Blocked),
            _ => Ok(self.local.borrow().get(key).cloned()),
        }
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if let Some(error) = self.refuses.borrow().clone() {
            return Err(error);
        }
        let mut local = self.local.borrow_mut();
        let over = |units: usize, limit: &Cell<usize>| limit.get() > 0 && units > limit.get();
        let others = || local.iter().filter(|(k, _)| &***k != key).map(|(k, v)| k.len() + v.len()).sum::<usize>();
        let needed = key.len() + value.len();
        let others = if self.quota.get() > 0 { others() } else { 0 };
        if over(others + needed, &self.quota) || over(value.len(), &self.longest) {
            return Err(StorageError::Full { needed });
        }
        local.insert(key.into(), value.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if *self.refuses.borrow() == Some(StorageError::Blocked) {
            return Err(StorageError::Blocked);
        }
        self.local.borrow_mut().remove(key);
        Ok(())
    }
}

/// Local storage as one tab has it, with what goes wrong there.
#[derive(Clone)]
pub(super) struct Local {
    pub(super) browser: Browser,
    pub(super) faults: Faults,
}

impl Local {
    fn step<T>(
        &self,
        step: Step,
        needed: usize,
        act: impl FnOnce() -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        match self.faults.step(step, &self.browser) {
            Verdict::Acts => act(),
            Verdict::Lost => {
                let _ = act();
                Err(refusal(&Verdict::Lost, needed))
            }
            verdict => Err(refusal(&verdict, needed)),
        }
    }
}

impl LocalStore for Local {
    fn keys(&self) -> Result<Vec<Arc<str>>, StorageError> {
        self.step(Step::Reads, 0, || self.browser.keys())
    }

    fn get(&self, key: &str) -> Result<Option<Arc<str>>, StorageError> {
        self.step(Step::Reads, 0, || self.browser.get(key))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        self.step(Step::Puts, key.len() + value.len(), || {
            self.faults.writes(&self.browser.local.borrow(), key, value);
            self.browser.put(key, value)
        })
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.step(Step::Removes, 0, || {
            self.faults.removes_local(&self.browser, key);
            self.browser.remove(key)
        })
    }
}

/// The database as one tab has it: what it is asked for is done when its turn comes, and answered at once, unless something
/// goes wrong.
#[derive(Clone)]
pub(super) struct Database {
    pub(super) browser: Browser,
    pub(super) faults: Faults,
    pub(super) tasks: Tasks,
}

/// The database does not answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Closed;

impl Database {
    async fn ask<T>(&self, store: ObjectStore, act: impl FnOnce(&Values) -> T) -> Result<T, Closed> {
        self.step(Step::Asks, |_| act(&self.browser.object_store(store).borrow())).await
    }

    /// Puts these values, and deletes where there is none.
    async fn change(&self, store: ObjectStore, changes: Vec<(Arc<str>, Option<Arc<str>>)>) -> Result<(), Closed> {
        self.step(Step::Writes, |half| {
            let count = if half { changes.len() / 2 } else { changes.len() };
            for (key, value) in changes.into_iter().take(count) {
                let values = self.browser.object_store(store);
                match value {
                    Some(value) => {
                        self.faults.writes(&values.borrow(), &key, &value);
                        values.borrow_mut().insert(key, value);
                    }
                    None => {
                        self.faults.deletes(&self.browser, &values.borrow(), &key);
                        values.borrow_mut().remove(&key);
                    }
                }
            }
        })
        .await
    }

    /// Takes a step; `act` is told whether only half of it is to be done.
    async fn step<T>(&self, step: Step, act: impl FnOnce(bool) -> T) -> Result<T, Closed> {
        self.tasks.pause().await;
        if self.browser.journal_fails.get() {
            return Err(Closed);
        }
        match self.faults.step(step, &self.browser) {
            Verdict::Acts => Ok(act(false)),
            Verdict::Half => {
                act(true);
                Err(Closed)
            }
            Verdict::Lost => {
                act(false);
                Err(Closed)
            }
            Verdict::Silence(done) => {
                let _ = done.then(|| act(false));
                std::future::pending().await
            }
            Verdict::Late => {
                let done = act(false);
                let faults = self.faults.clone();
                std::future::poll_fn(move |_| if faults.is_released() { Poll::Ready(()) } else { Poll::Pending }).await;
                Ok(done)
            }
            Verdict::Full | Verdict::Blocked | Verdict::Refuses => Err(Closed),
        }
    }
}

impl Journal for Database {
    type Error = Closed;

    async fn read_all(&self, store: ObjectStore) -> Result<Vec<Pair>, Closed> {
        self.ask(store, |values| values.clone().into_iter().collect()).await
    }

    async fn keys(&self, store: ObjectStore) -> Result<Vec<Arc<str>>, Closed> {
        self.ask(store, |values| values.keys().cloned().collect()).await
    }

    async fn read(&self, store: ObjectStore, key: &str) -> Result<Option<Arc<str>>, Closed> {
        self.ask(store, |values| values.get(key).cloned()).await
    }

    async fn get_or_put(&self, store: ObjectStore, key: &str, value: &Arc<str>) -> Result<Arc<str>, Closed> {
        let values = self.browser.object_store(store);
        self.step(Step::Writes, |_| {
            Arc::clone(values.borrow_mut().entry(key.into()).or_insert_with(|| Arc::clone(value)))
        })
        .await
    }

    async fn write(&self, records: &[Pair]) -> Result<(), Closed> {
        let changes = records.iter().map(|(key, value)| (Arc::clone(key), Some(Arc::clone(value))));
        self.change(ObjectStore::Journal, changes.collect()).await
    }

    async fn put_once(&self, store: ObjectStore, key: &str, value: &Arc<str>) -> Result<bool, Closed> {
        let values = self.browser.object_store(store);
        self.step(Step::Writes, |half| {
            let mut values = values.borrow_mut();
            if !half && !values.contains_key(key) {
                values.insert(key.into(), Arc::clone(value));
            }
            values.get(key) == Some(value)
        })
        .await
    }

    async fn delete(&self, store: ObjectStore, keys: &[Arc<str>]) -> Result<(), Closed> {
        self.change(store, keys.iter().map(|key| (Arc::clone(key), None)).collect()).await
    }
}
