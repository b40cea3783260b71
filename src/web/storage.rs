//! Local storage, and the steps of undo that a tab keeps for itself. This is the one module that writes either.
//!
//! Access throws where storage is blocked, and answers nothing where it is switched off: both become
//! [`StorageError::Blocked`], never a panic.

use crate::strings::web as strings;
use js_sys::Object;
use postil_app::ports::{LocalStore, StorageError};
use std::{cell::Cell, sync::Arc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

thread_local! {
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Ends all writing in this tab: called when the program has panicked and its state can no longer be trusted.
pub fn stop_writing() {
    STOPPED.with(|stopped| stopped.set(true));
}

/// True once writing has ended.
pub fn is_stopped() -> bool {
    STOPPED.with(Cell::get)
}

/// Where a tab keeps its steps of undo while its page is loaded anew, in its session storage.
const STEPS: &str = "postil/1/steps";

fn of_this_tab() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// The steps that this tab kept.
pub fn steps() -> Option<Arc<str>> {
    of_this_tab()?.get_item(STEPS).ok()?.map(Arc::from)
}

/// Keeps them. Where there is no room they are lost with the page, and nothing else is.
pub fn keep_steps(text: Option<&str>) {
    let Some(storage) = of_this_tab().filter(|_| !is_stopped()) else { return };
    if text.is_none_or(|text| storage.set_item(STEPS, text).is_err()) {
        let _ = storage.remove_item(STEPS);
    }
}

/// The page's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalStorage;

impl LocalStorage {
    fn open() -> Result<Storage, StorageError> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok()).flatten();
        storage.ok_or(StorageError::Blocked)
    }
}

impl LocalStore for LocalStorage {
    fn keys(&self) -> Result<Vec<Arc<str>>, StorageError> {
        // `Object.keys` is several times as fast as asking for each key by its number.
        let keys = Object::keys(Self::open()?.unchecked_ref::<Object>());
        Ok(keys.iter().filter_map(|key| key.as_string()).map(Arc::from).collect())
    }

    fn get(&self, key: &str) -> Result<Option<Arc<str>>, StorageError> {
        let value = Self::open()?.get_item(key).map_err(|error| refusal(&error, 0))?;
        Ok(value.map(Arc::from))
    }

    fn put(&self, key: &str, value: &str) -> Result<(), StorageError> {
        if is_stopped() {
            return Err(StorageError::Other(strings::page_has_stopped().into()));
        }
        Self::open()?.set_item(key, value).map_err(|error| refusal(&error, key.len() + value.len()))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if is_stopped() {
            return Err(StorageError::Other(strings::page_has_stopped().into()));
        }
        Self::open()?.remove_item(key).map_err(|error| refusal(&error, 0))
    }
}

/// Browsers name a full storage in two ways: the name of the exception, and in older Firefox its code 1014.
fn refusal(error: &JsValue, needed: usize) -> StorageError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return StorageError::Other(strings::no_reason().into());
    };
    refusal_of(&exception.name(), exception.code(), needed)
}

fn refusal_of(name: &str, code: u16, needed: usize) -> StorageError {
    match (name, code) {
        ("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED", _) | (_, 22 | 1014) => StorageError::Full { needed },
        ("SecurityError", _) => StorageError::Blocked,
        _ => StorageError::Other(name.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_have_several_names_for_a_full_storage() {
        let full = StorageError::Full { needed: 7 };
        for (name, code) in [
            ("QuotaExceededError", 22),
            ("QuotaExceededError", 0),
            ("NS_ERROR_DOM_QUOTA_REACHED", 1014),
            ("UnknownError", 22),
            ("", 1014),
        ] {
            assert_eq!(refusal_of(name, code, 7), full, "{name} {code}");
        }
        assert_eq!(refusal_of("SecurityError", 18, 7), StorageError::Blocked);
        assert_eq!(refusal_of("InvalidStateError", 11, 7), StorageError::Other("InvalidStateError".into()));
    }
}
