//! The journal: the same operations in IndexedDB, each batch in one transaction with `durability: "strict"`, which is on
//! disk when it completes. Local storage alone loses a save when the browser dies within seconds; the pair does not.
//! Article texts live in the same database.

use crate::web::{js, storage};
use gloo::events::EventListener;
use js_sys::{Array, Promise};
use postil_app::ports::{self, journal::ObjectStore};
use postil_core::keep::startup::Pair;
use std::{cell::RefCell, rc::Rc, sync::Arc};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

/// The database's name.
pub const DATABASE: &str = "postil";
const VERSION: u32 = 1;
/// A database that does not open by then counts as unavailable.
const OPEN_MS: u32 = 5000;
/// One that does not say by then who this browser is, too.
const ANSWER_MS: u32 = 2000;

/// Why the journal did not answer.
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
    listeners: RefCell<Vec<EventListener>>,
}

impl Journal {
    /// Opens the database. Where that fails, every call answers [`Unavailable`]. `newer` is called when a later version
    /// of Postil wants to change the database: this tab lets go of it then.
    pub async fn open(newer: impl Fn() + 'static) -> Rc<Self> {
        let database = open_database().await.ok();
        let journal = Rc::new(Self { database: RefCell::new(database.clone()), listeners: RefCell::default() });
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

    /// All keys and values of an object store, untouched.
    pub(super) async fn read_raw(&self, store: ObjectStore) -> Result<Vec<(JsValue, JsValue)>, Unavailable> {
        let (_, store) = self.open_store(store, "readonly")?;
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

    fn open_store(&self, store: ObjectStore, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), Unavailable> {
        let database = self.database.borrow().clone().ok_or(Unavailable)?;
        // web-sys binds the options of a transaction only as an unstable interface.
        let options = js::object(&[("durability", "strict".into())]);
        let transaction = js::call(&database, "transaction", &[store.name().into(), mode.into(), options])?;
        let transaction: IdbTransaction = transaction.dyn_into()?;
        let store = transaction.object_store(store.name())?;
        Ok((transaction, store))
    }
}

impl ports::journal::Journal for Journal {
    type Error = Unavailable;

    async fn read_all(&self, store: ObjectStore) -> Result<Vec<Pair>, Unavailable> {
        let pairs = self.read_raw(store).await?;
        Ok(pairs.into_iter().filter_map(|(k, v)| Some((k.as_string()?.into(), v.as_string()?.into()))).collect())
    }

    async fn keys(&self, store: ObjectStore) -> Result<Vec<Arc<str>>, Unavailable> {
        let (_, store) = self.open_store(store, "readonly")?;
        let keys = answer(&store.get_all_keys()?).await?;
        Ok(Array::from(&keys).iter().filter_map(|key| key.as_string()).map(Arc::from).collect())
    }

    async fn read(&self, store: ObjectStore, key: &str) -> Result<Option<Arc<str>>, Unavailable> {
        let (_, store) = self.open_store(store, "readonly")?;
        let value = answer(&store.get(&JsValue::from_str(key))?).await?;
        Ok(value.as_string().map(Arc::from))
    }

    // A database that does not answer soon counts as unavailable here, since the page waits for it.
    async fn get_or_put(&self, store: ObjectStore, key: &str, value: &Arc<str>) -> Result<Arc<str>, Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.open_store(store, "readwrite")?;
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

    async fn put_once(&self, store: ObjectStore, key: &str, value: &Arc<str>) -> Result<bool, Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.open_store(store, "readwrite")?;
        let held = answer(&store.get(&JsValue::from_str(key))?).await?;
        // What is no text is none of ours, and stays too.
        if !held.is_undefined() {
            return Ok(held.as_string().is_some_and(|held| *held == **value));
        }
        store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
        complete(&transaction).await?;
        Ok(true)
    }

    async fn write(&self, operations: &[Pair]) -> Result<(), Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.open_store(ObjectStore::Journal, "readwrite")?;
        for (key, value) in operations {
            store.put_with_key(&JsValue::from_str(value), &JsValue::from_str(key))?;
        }
        complete(&transaction).await
    }

    async fn delete(&self, store: ObjectStore, keys: &[Arc<str>]) -> Result<(), Unavailable> {
        if storage::is_stopped() {
            return Err(Unavailable);
        }
        let (transaction, store) = self.open_store(store, "readwrite")?;
        for key in keys {
            store.delete(&JsValue::from_str(key))?;
        }
        complete(&transaction).await
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
        for store in ObjectStore::ALL {
            if let Some(database) = &database {
                // A failure here aborts the upgrade, and the request answers with an error.
                let _ = database.create_object_store(store.name());
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
