//! What the app needs of the world outside, as traits. The browser's implementations are in `web`, the ones for tests in
//! `tests/it` and beside the contract below.

use std::sync::Arc;
use thiserror::Error;

/// Why a store refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser does not let this page store anything.
    #[error("this browser does not let the page store anything")]
    Blocked,
    /// There is no room for this many more UTF-16 units.
    #[error("the storage of this page is full")]
    Full {
        /// Units that did not fit.
        needed: usize,
    },
    /// Anything else, in the browser's words.
    #[error("the browser could not store this: {0}")]
    Other(Arc<str>),
}

/// A store of immutable values by key: local storage.
pub trait Records {
    /// All keys.
    ///
    /// # Errors
    /// When storage is blocked.
    fn keys(&self) -> Result<Vec<Arc<str>>, StorageError>;

    /// The value under a key.
    ///
    /// # Errors
    /// When storage is blocked.
    fn get(&self, key: &str) -> Result<Option<Arc<str>>, StorageError>;

    /// Writes a value.
    ///
    /// # Errors
    /// When storage is blocked or full; the old value is then kept.
    fn put(&self, key: &str, value: &str) -> Result<(), StorageError>;

    /// Removes a value.
    ///
    /// # Errors
    /// When storage is blocked.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

pub mod contract {
    //! What every [`Records`] store must do. Run natively on a store in memory and in the browser on the real one.

    use crate::ports::{Records, StorageError};

    /// Checks a store, using only keys that begin with `prefix`, and leaves none of them behind.
    ///
    /// # Errors
    /// The first thing that is not as it must be.
    pub fn check(store: &impl Records, prefix: &str) -> Result<(), String> {
        let key = |name: &str| format!("{prefix}{name}");
        let say = |error: StorageError| error.to_string();
        let expect = |what: &str, holds: bool| if holds { Ok(()) } else { Err(what.to_owned()) };
        let (a, b) = (key("a"), key("b"));
        expect("a missing key has no value", store.get(&a).map_err(say)?.is_none())?;
        store.put(&a, "1").map_err(say)?;
        store.put(&b, "é\u{1F469}\u{0}\n").map_err(say)?;
        expect("a value is read back", store.get(&a).map_err(say)?.as_deref() == Some("1"))?;
        let odd = store.get(&b).map_err(say)?;
        expect("any text is read back", odd.as_deref() == Some("é\u{1F469}\u{0}\n"))?;
        store.put(&a, "").map_err(say)?;
        expect("an empty value is a value", store.get(&a).map_err(say)?.as_deref() == Some(""))?;
        let keys = store.keys().map_err(say)?;
        let ours = keys.iter().filter(|k| k.starts_with(prefix)).count();
        expect("all keys are listed once", ours == 2)?;
        store.remove(&a).map_err(say)?;
        store.remove(&a).map_err(say)?;
        expect("a removed key is gone, and removing it again is no error", store.get(&a).map_err(say)?.is_none())?;
        store.remove(&b).map_err(say)
    }
}
