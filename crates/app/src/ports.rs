//! What the app needs of the two stores, as traits, and the contract that every store must meet. The browser's are in `web`,
//! those of the tests in `tests/browser.rs`.

pub mod contract;
pub mod found;
pub mod journal;

use crate::strings::ports as strings;
use std::sync::Arc;
use thiserror::Error;

/// Why a store refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StorageError {
    /// The browser does not let this page store anything.
    #[error("{}", strings::blocked())]
    Blocked,
    /// There is no room for this many more UTF-16 units.
    #[error("{}", strings::full())]
    Full {
        /// Units that did not fit.
        needed: usize,
    },
    /// Anything else, in the browser's words.
    #[error("{}", strings::not_stored(.0))]
    Other(Arc<str>),
}

/// A store of immutable values by key: local storage.
pub trait LocalStore {
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
