//! The storage contract and the journal on the real stores of a browser.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says what must hold in the shortest way"
)]
#![cfg(target_arch = "wasm32")]

use js_sys::{Object, Promise, Reflect};
use postil::web::{journal::Journal, storage::LocalStorage};
use postil_app::{
    ports::{
        LocalStore as _, StorageError, contract,
        journal::{Journal as _, ObjectStore::Journal as JOURNAL},
    },
    runtime::{
        local::{BALLAST, lay_ballast, put_all, used},
        queue::Queue,
    },
};
use std::{cell::RefCell, rc::Rc, sync::Arc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const QUOTA: usize = 5_242_880;

type Pair = (Arc<str>, Arc<str>);

fn pair(key: &str, value: &str) -> Pair {
    (key.into(), value.into())
}

fn window() -> web_sys::Window {
    web_sys::window().unwrap()
}

#[wasm_bindgen_test]
fn local_storage_keeps_the_contract() {
    contract::check(&LocalStorage, "contract/").unwrap();
}

#[wasm_bindgen_test]
fn too_much_is_full_and_the_old_value_stays() {
    LocalStorage.put("full/a", "old").unwrap();
    let error = LocalStorage.put("full/a", &"x".repeat(QUOTA + 1)).unwrap_err();
    assert!(matches!(error, StorageError::Full { needed } if needed > QUOTA), "{error:?}");
    assert_eq!(LocalStorage.get("full/a").unwrap().as_deref(), Some("old"));
    LocalStorage.remove("full/a").unwrap();
}

#[wasm_bindgen_test]
fn records_that_belong_together_are_all_written_or_none() {
    LocalStorage.remove(BALLAST).unwrap();
    let large = "x".repeat(QUOTA + 1);
    let records = [pair("all/a", "1"), pair("all/b", "2"), pair("all/c", &large)];
    assert!(matches!(put_all(&LocalStorage, &records), Err(StorageError::Full { .. })));
    for (key, _) in &records {
        assert_eq!(LocalStorage.get(key).unwrap(), None, "{key}");
    }
    assert_eq!(put_all(&LocalStorage, &records[..2]), Ok(false));
    for (key, _) in &records[..2] {
        LocalStorage.remove(key).unwrap();
    }
}

#[wasm_bindgen_test]
fn the_reserve_is_given_up_for_the_last_save() {
    lay_ballast(&LocalStorage);
    let reserve = LocalStorage.get(BALLAST).unwrap().unwrap();
    let room = QUOTA - used(&LocalStorage) - "fill".len();
    LocalStorage.put("fill", &"x".repeat(room)).unwrap();
    assert_eq!(used(&LocalStorage), QUOTA, "the measure is the browser's own");
    assert_eq!(put_all(&LocalStorage, &[pair("last", "save")]), Ok(true));
    assert_eq!(LocalStorage.get(BALLAST).unwrap(), None);
    assert_eq!(LocalStorage.get("last").unwrap().as_deref(), Some("save"));
    for key in ["fill", "last"] {
        LocalStorage.remove(key).unwrap();
    }
    assert!(reserve.len() > 100_000);
}

/// Replaces `window.localStorage` while it lives.
struct Replaced {
    original: JsValue,
    _getter: Closure<dyn Fn() -> Result<JsValue, JsValue>>,
}

impl Replaced {
    fn by(getter: impl Fn() -> Result<JsValue, JsValue> + 'static) -> Self {
        let name = JsValue::from_str("localStorage");
        let original = Object::get_own_property_descriptor(&window(), &name);
        let getter = Closure::new(getter);
        let descriptor = Object::new();
        Reflect::set(&descriptor, &"get".into(), getter.as_ref()).unwrap();
        Reflect::set(&descriptor, &"configurable".into(), &true.into()).unwrap();
        Object::define_property(&window(), &name, &descriptor);
        Self { original, _getter: getter }
    }
}

impl Drop for Replaced {
    fn drop(&mut self) {
        Object::define_property(&window(), &"localStorage".into(), self.original.unchecked_ref());
    }
}

#[wasm_bindgen_test]
fn storage_that_throws_on_access_is_blocked() {
    let refused = || -> Result<JsValue, JsValue> {
        Err(web_sys::DomException::new_with_message_and_name("no", "SecurityError").map_or_else(|e| e, Into::into))
    };
    {
        let _blocked = Replaced::by(refused);
        assert_eq!(LocalStorage.keys(), Err(StorageError::Blocked));
        assert_eq!(LocalStorage.get("a"), Err(StorageError::Blocked));
        assert_eq!(LocalStorage.put("a", "1"), Err(StorageError::Blocked));
        assert_eq!(LocalStorage.remove("a"), Err(StorageError::Blocked));
        assert_eq!(put_all(&LocalStorage, &[pair("a", "1")]), Err(StorageError::Blocked));
        lay_ballast(&LocalStorage);
        assert_eq!(used(&LocalStorage), 0);
    }
    contract::check(&LocalStorage, "again/").unwrap();
}

#[wasm_bindgen_test]
fn storage_that_is_switched_off_is_blocked() {
    {
        let _off = Replaced::by(|| Ok(JsValue::NULL));
        assert_eq!(LocalStorage.keys(), Err(StorageError::Blocked));
        assert_eq!(LocalStorage.put("a", "1"), Err(StorageError::Blocked));
    }
    contract::check(&LocalStorage, "again/").unwrap();
}

#[wasm_bindgen_test]
async fn the_journal_keeps_the_contract() {
    let journal = Journal::open(|| {}).await;
    assert!(journal.is_open());
    contract::check_journal(&*journal).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_waits_for_the_journal_goes_together_and_every_ticket_is_answered() {
    let journal = Journal::open(|| {}).await;
    let (answers, queue) = (Rc::new(RefCell::new(Vec::new())), Rc::<Queue>::default());
    for ticket in 0..50 {
        let answers = Rc::clone(&answers);
        let record = pair(&format!("journal/{ticket:02}"), "x");
        let done = move |ticket, safe| answers.borrow_mut().push((ticket, safe));
        if let Some(task) = queue.append(Rc::clone(&journal), ticket, vec![record], done) {
            spawn_local(task);
        }
    }
    while answers.borrow().len() < 50 {
        turn().await;
    }
    assert_eq!(*answers.borrow(), (0..50).map(|ticket| (ticket, true)).collect::<Vec<_>>());
    let keys = journal.keys(JOURNAL).await.unwrap();
    assert_eq!(keys.len(), 50);
    journal.delete(JOURNAL, &keys).await.unwrap();
}

/// Lets other tasks of the page run.
async fn turn() {
    let promise = Promise::new(&mut |resolve, _| {
        window().set_timeout_with_callback(&resolve).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}
