//! What outlives a tab: both stores, in memory.

use super::tasks::Tasks;
use crate::{
    ports::{
        Records, StorageError,
        journal::{Journal, ObjectStore},
    },
    runtime::local::{BALLAST, DRAFT},
};
use postil_core::keep::startup::{Pair, is_record};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    sync::Arc,
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
    /// The units that local storage holds, and the longest value that it takes; 0 for any.
    pub(super) quota: Rc<Cell<usize>>,
    pub(super) longest: Rc<Cell<usize>>,
    /// What becomes of the lazy part when it is fetched.
    pub(super) lazy: Rc<Cell<Fetched>>,
    /// What stands in the address.
    pub(super) hash: Rc<Cell<&'static str>>,
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
        local.iter().filter(|(key, _)| is_record(key)).map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
    }

    /// The drafts in local storage.
    pub(super) fn drafts(&self) -> Vec<Pair> {
        let local = self.local.borrow();
        local.iter().filter(|(key, _)| key.starts_with(DRAFT)).map(|(k, v)| (Arc::clone(k), Arc::clone(v))).collect()
    }

    /// An object store of the database.
    pub(super) fn object_store(&self, store: ObjectStore) -> &RefCell<Values> {
        match store {
            ObjectStore::Journal => &self.journal,
            ObjectStore::Articles => &self.articles,
        }
    }
}

impl Records for Browser {
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

/// The database as one tab has it: what it is asked for is done when its turn comes, and answered at once.
#[derive(Clone)]
pub(super) struct Database {
    pub(super) browser: Browser,
    pub(super) tasks: Tasks,
}

/// The database does not answer.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Closed;

impl Database {
    async fn transact<T>(&self, store: ObjectStore, act: impl FnOnce(&mut Values) -> T) -> Result<T, Closed> {
        self.tasks.pause().await;
        if self.browser.journal_fails.get() {
            return Err(Closed);
        }
        Ok(act(&mut self.browser.object_store(store).borrow_mut()))
    }
}

impl Journal for Database {
    type Error = Closed;

    async fn read_all(&self, store: ObjectStore) -> Result<Vec<Pair>, Closed> {
        self.transact(store, |values| values.clone().into_iter().collect()).await
    }

    async fn keys(&self, store: ObjectStore) -> Result<Vec<Arc<str>>, Closed> {
        self.transact(store, |values| values.keys().cloned().collect()).await
    }

    async fn read(&self, store: ObjectStore, key: &str) -> Result<Option<Arc<str>>, Closed> {
        self.transact(store, |values| values.get(key).cloned()).await
    }

    async fn get_or_put(&self, store: ObjectStore, key: &str, value: &Arc<str>) -> Result<Arc<str>, Closed> {
        self.transact(store, |values| Arc::clone(values.entry(key.into()).or_insert_with(|| Arc::clone(value)))).await
    }

    async fn write(&self, store: ObjectStore, records: &[Pair]) -> Result<(), Closed> {
        self.transact(store, |values| values.extend(records.iter().cloned())).await
    }

    async fn delete(&self, store: ObjectStore, keys: &[Arc<str>]) -> Result<(), Closed> {
        self.transact(store, |values| values.retain(|key, _| !keys.contains(key))).await
    }
}
