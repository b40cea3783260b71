//! The journal: the same records in IndexedDB, each batch in one transaction with `durability: "strict"`, which is on
//! disk when it completes. Local storage alone loses a save when the browser dies within seconds; the pair does not.
//! Article texts live in the same database.

use crate::web::{js, storage};
use gloo::events::EventListener;
use js_sys::{Array, Promise};
use postil_core::keep::startup::Pair;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
    sync::Arc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The database's name.
pub const DATABASE: &str = "postil";
/// The object store of records.
pub const JOURNAL: &str = "journal";
/// The object store of article texts.
pub const ARTICLES: &str = "articles";
const VERSION: u32 = 1;
/// A database that does not open by then counts as unavailable.
const OPEN_MS: u32 = 5000;
/// One that does not say by then who this browser is, too.
const ANSWER_MS: u32 = 2000;

/// Why the journal did not answer. The reason is never shown: the state is "not crash-safe" whatever it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unavailable;

impl From<JsValue> for Unavailable {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// The open database.
pub struct Journal {
    database: RefCell<Option<IdbDatabase>>,
    waiting: RefCell<Vec<(u64, Vec<Pair>)>>,
    writing: Cell<bool>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Journal {
    /// Opens the database. Where that fails, every call answers [`Unavailable`]. `newer` is called when a later version
    /// of Postil wants to change the database: this tab lets go of it then.
    pub async fn open(newer: impl Fn() + 'static) -> Rc<Self> {
        let database = open_database().await.ok();
        let journal = Rc::new(Self {
            database: RefCell::new(database.clone()),
            waiting: RefCell::default(),
            writing: Cell::new(false),
            listeners: RefCell::default(),
        });
        if let Some(database) = database {
            let here = Rc::clone(&journal);
            let changing = EventListener::new(&database, "versionchange", move |_| {
                if let Some(database) = here.database.borrow_mut().take() {
                    database.close();
                }
                newer();
            });
            let here = Rc::clone(&journal);
            let closing = EventListener::new(&database, "close", move |_| {
                here.database.borrow_mut().take();
            });
            journal.listeners.borrow_mut().extend([changing, closing]);
        }
        journal
    }

    /// True while the database is open.
    pub fn is_open(&self) -> bool {
        self.database.borrow().is_some()
    }

    /// All keys and values of an object store.
    pub async fn read_all(&self, name: &str) -> Result<Vec<Pair>, Unavailable> {
        let pairs = self.read_raw(name).await?;
        Ok(pairs.into_iter().filter_map(|(k, v)| Some((k.as_string()?.into(), v.as_string()?.into()))).collect())
    }

    /// All keys and values of an object store, untouched.
    pub(super) async fn read_raw(&self, name: &str) -> Result<Vec<(JsValue, JsValue)>, Unavailable> {
        let (_, store) = self.store(name, "readonly")?;
        let (keys, values) = (request_promise(&store.get_all_keys()?), request_promise(&store.get_all()?));
        // Both are waited for at once: a transaction ends as soon as nobody asks it anything.
        let both = JsFuture::from(Promise::all(&Array::of2(&keys, &values))).await?;
        let events = Array::from(&both);
        let list = |at: u32| -> Result<Array, Unavailable> {
            let event: web_sys::Event = events.get(at).dyn_into()?;
            let request: IdbRequest = event.target().ok_or(Unavailable)?.dyn_into().map_err(|_| Unavailable)?;
            Ok(Array::from(&request.result()?))
        };
        Ok(list(0)?.iter().zip(list(1)?.iter()).collect())
    }

    /// The keys of an object store.
    pub async fn keys(&self, name: &str) -> Result<Vec<Arc<str>>, Unavailable> {
        let (_, store) = self.store(name, "readonly")?;
        let keys = answer(&store.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).map(Arc::from).collect())
    }

    /// One value.
    pub async fn read(&self, name: &str, key: &str) -> Result<Option<Arc<str>>, Unavailable> {
        let (_, store) = self.store(name, "readonly")?;
        let value = answer(&store.get(&JsValue::from_str(key))?).await?;
        Ok(value.as_string().map(Arc::from))
    }

    /// The value under a key; if there is none, this one is put there. It is one transaction, so all tabs get the same. A
    /// database that does not answer soon counts as unavailable here, since the page waits for it.
    pub async fn get_or_put(&self, name: &str, key: &str, value: &Arc<str>) -> Result<Arc<str>, Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.store(name, "readwrite")?;
        let late = js::timeout(ANSWER_MS);
        let soon = |promise: Promise| JsFuture::from(Promise::race(&Array::of2(&promise, &late)));
        let request = store.get(&JsValue::from_str(key))?;
        soon(request_promise(&request)).await?;
        if let Some(held) = request.result()?.as_string() {
            return Ok(held.into());
        }
        store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
        soon(completion(&transaction)).await?;
        Ok(Arc::clone(value))
    }

    /// Writes values in one strict transaction. When this answers, they are on disk.
    pub async fn write(&self, name: &str, records: &[Pair]) -> Result<(), Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.store(name, "readwrite")?;
        for (key, value) in records {
            store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
        }
        complete(&transaction).await
    }

    /// Deletes keys in one transaction.
    pub async fn delete(&self, name: &str, keys: &[Arc<str>]) -> Result<(), Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.store(name, "readwrite")?;
        for key in keys {
            store.delete(&JsValue::from_str(key))?;
        }
        complete(&transaction).await
    }

    /// Queues records for the next transaction: one runs at a time, and what waits meanwhile goes together. `done` gets
    /// each ticket with whether it is safe.
    pub fn append(self: &Rc<Self>, ticket: u64, records: Vec<Pair>, done: impl Fn(u64, bool) + 'static) {
        self.waiting.borrow_mut().push((ticket, records));
        if self.writing.replace(true) {
            return;
        }
        let here = Rc::clone(self);
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                let batch = here.waiting.take();
                if batch.is_empty() {
                    break;
                }
                let records: Vec<Pair> = batch.iter().flat_map(|(_, records)| records.iter().cloned()).collect();
                let safe = here.write(JOURNAL, &records).await.is_ok();
                for (ticket, _) in batch {
                    done(ticket, safe);
                }
            }
            here.writing.set(false);
        });
    }

    fn store(&self, name: &str, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Unavailable> {
        let database = self.database.borrow().clone().ok_or(Unavailable)?;
        // web-sys binds the options of a transaction only as an unstable interface.
        let options = js::object(&[("durability", "strict".into())]);
        let transaction = js::call(&database, "transaction", &[name.into(), mode.into(), options])?;
        let transaction: IdbTransaction = transaction.dyn_into()?;
        let store = transaction.object_store(name)?;
        Ok((transaction, store))
    }
}

async fn open_database() -> Result<IdbDatabase, Unavailable> {
    // The getter itself throws where storage is blocked.
    let window = web_sys::window().ok_or(Unavailable)?;
    let factory: IdbFactory = window.indexed_db()?.ok_or(Unavailable)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(DATABASE, VERSION)?;
    let upgrading = request.clone();
    let listener = EventListener::once(&request, "upgradeneeded", move |_| {
        let database = upgrading.result().ok().and_then(|result| result.dyn_into::<IdbDatabase>().ok());
        for name in [JOURNAL, ARTICLES] {
            if let Some(database) = &database {
                // A failure here aborts the upgrade, and the request answers with an error.
                let _ = database.create_object_store(name);
            }
        }
    });
    let opening = request_promise(&request);
    let race = Promise::race(&Array::of2(&opening, &js::timeout(OPEN_MS)));
    let result = JsFuture::from(race).await;
    drop(listener);
    result?;
    Ok(request.result()?.dyn_into()?)
}

fn request_promise(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

async fn answer(request: &IdbRequest) -> Result<JsValue, Unavailable> {
    JsFuture::from(request_promise(request)).await?;
    Ok(request.result()?)
}

fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
        transaction.set_onerror(Some(&reject));
    })
}

async fn complete(transaction: &IdbTransaction) -> Result<(), Unavailable> {
    JsFuture::from(completion(transaction)).await?;
    Ok(())
}
