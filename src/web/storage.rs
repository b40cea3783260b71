//! Local storage. This is the one module that writes it.
//!
//! Access throws where storage is blocked, and answers nothing where it is switched off: both become
//! [`StorageError::Blocked`], never a panic.

use js_sys::Object;
use postil_app::ports::{Records, StorageError};
use std::{cell::Cell, sync::Arc};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

/// A reserve that is given up for the last save before storage is full.
pub const BALLAST: &str = "postil/1/ballast";
/// Which article the next start waits for. Nothing depends on it: a wrong or missing hint only draws the sample first.
pub const HINT: &str = "postil/1/hint";
/// The annotator that this browser begins with. It stands in the database, and here only where there is none.
pub const ANNOTATOR: &str = "postil/1/here/annotator";
const BALLAST_UNITS: usize = 131_072;

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

/// The page's local storage.
#[derive(Clone, Copy, Debug, Default)]
pub struct LocalRecords;

impl LocalRecords {
    fn open() -> Result<Storage, StorageError> {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok()).flatten();
        storage.ok_or(StorageError::Blocked)
    }

    /// The reserve is put in place, if it is not there.
    pub fn lay_ballast(self) {
        if matches!(self.get(BALLAST), Ok(None)) {
            // Without room for a reserve there is none; the save itself then says so.
            let _ = self.put(BALLAST, &"·".repeat(BALLAST_UNITS));
        }
    }

    /// The article that the last visit ended with, unless it was the sample.
    pub fn hint(self) -> Option<Arc<str>> {
        self.get(HINT).ok().flatten().filter(|id| !id.is_empty())
    }

    /// Remembers the article for the next start.
    pub fn set_hint(self, id: &str) {
        let _ = if id.is_empty() { self.remove(HINT) } else { self.put(HINT, id) };
    }

    /// The annotator that this browser begins with, or this one, remembered from now on.
    pub fn annotator(self, proposed: &Arc<str>) -> Arc<str> {
        match self.get(ANNOTATOR) {
            Ok(Some(here)) => here,
            // Where nothing can be stored, each tab is alone anyway.
            _ => {
                let _ = self.put(ANNOTATOR, proposed);
                Arc::clone(proposed)
            }
        }
    }

    /// UTF-16 units in use, by whomever, keys included.
    pub fn used(self) -> usize {
        let keys = self.keys().unwrap_or_default();
        let units = |text: &str| text.encode_utf16().count();
        keys.iter().map(|key| units(key) + self.get(key).ok().flatten().map_or(0, |value| units(&value))).sum()
    }

    /// Writes records that belong together: all, or none and the error. The reserve is given up when it helps: the result
    /// is then `true`.
    pub fn put_all(self, records: &[(Arc<str>, Arc<str>)]) -> Result<bool, StorageError> {
        match self.try_put_all(records) {
            Ok(()) => Ok(false),
            Err(StorageError::Full { needed }) => {
                if !matches!(self.get(BALLAST), Ok(Some(_))) {
                    return Err(StorageError::Full { needed });
                }
                self.remove(BALLAST)?;
                self.try_put_all(records).map(|()| true)
            }
            Err(error) => Err(error),
        }
    }

    fn try_put_all(self, records: &[(Arc<str>, Arc<str>)]) -> Result<(), StorageError> {
        for (at, (key, value)) in records.iter().enumerate() {
            if let Err(error) = self.put(key, value) {
                // Nobody was told of these yet, so they can go.
                for (key, _) in &records[..at] {
                    let _ = self.remove(key);
                }
                return Err(error);
            }
        }
        Ok(())
    }
}

impl Records for LocalRecords {
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
            return Err(StorageError::Other("this page has stopped".into()));
        }
        Self::open()?.set_item(key, value).map_err(|error| refusal(&error, key.len() + value.len()))
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        if is_stopped() {
            return Err(StorageError::Other("this page has stopped".into()));
        }
        Self::open()?.remove_item(key).map_err(|error| refusal(&error, 0))
    }
}

/// Browsers name a full storage in two ways: the name of the exception, and in older Firefox its code 1014.
fn refusal(error: &JsValue, needed: usize) -> StorageError {
    let Some(exception) = error.dyn_ref::<DomException>() else {
        return StorageError::Other("it did not say why".into());
    };
    let name = exception.name();
    if name == "QuotaExceededError"
        || name == "NS_ERROR_DOM_QUOTA_REACHED"
        || exception.code() == 22
        || exception.code() == 1014
    {
        return StorageError::Full { needed };
    }
    if name == "SecurityError" {
        return StorageError::Blocked;
    }
    StorageError::Other(name.into())
}
