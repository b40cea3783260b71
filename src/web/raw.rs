//! Everything that is stored, as a file, read on the JavaScript side: texts with lone surrogates would not survive a way
//! through Rust.

use crate::web::{file, journal::Journal};
use js_sys::{JSON, Object, Reflect};
use postil_app::ports::journal::ObjectStore;
use postil_core::keep::operation::PREFIX;
use wasm_bindgen::{JsCast, JsValue};

/// Offers `postil-rescue.json`, the form that `rescue.html` gives too.
pub async fn download(journal: &Journal) {
    let file = Object::new();
    let put = |object: &Object, name: &str, value: &JsValue| {
        // Setting a field of a plain object cannot fail.
        let _ = Reflect::set(object, &JsValue::from_str(name), value);
    };
    put(&file, "format", &"postil-rescue".into());
    put(&file, "version", &1.into());
    let local = Object::new();
    if let Some(storage) = web_sys::window().and_then(|window| window.local_storage().ok()).flatten() {
        for key in Object::keys(storage.unchecked_ref::<Object>()) {
            let ours = key.as_string().is_some_and(|key| key.starts_with(PREFIX));
            if ours && let Ok(value) = Reflect::get(&storage, &key) {
                let _ = Reflect::set(&local, &key, &value);
            }
        }
    }
    put(&file, "localStorage", &local);
    for store in ObjectStore::ALL {
        let values = Object::new();
        for (key, value) in journal.read_raw(store).await.unwrap_or_default() {
            let _ = Reflect::set(&values, &key, &value);
        }
        put(&file, store.name(), &values);
    }
    // Well-formed JSON: lone surrogates become escapes.
    if let Ok(text) = JSON::stringify(&file) {
        file::offer("postil-rescue.json", "application/json", &text);
    }
}
