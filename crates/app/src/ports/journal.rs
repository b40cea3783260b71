//! The journal: the database beside local storage, whose writes are on disk when they answer.

use postil_core::keep::startup::Pair;
use std::sync::Arc;

/// The object stores of the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ObjectStore {
    /// Everything that was said: operations and snapshots.
    Journal,
    /// Texts of articles, by their ids.
    Articles,
}

impl ObjectStore {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Journal, Self::Articles];

    /// Its name in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Articles => "articles",
        }
    }
}

/// A database of texts by key. What is written or deleted in one call is one transaction.
pub trait Journal: 'static {
    /// Why it did not answer. The reason is never shown: the state is "not crash-safe" whatever it was.
    type Error;

    /// All keys and values.
    fn read_all(&self, store: ObjectStore) -> impl Future<Output = Result<Vec<Pair>, Self::Error>>;

    /// All keys.
    fn keys(&self, store: ObjectStore) -> impl Future<Output = Result<Vec<Arc<str>>, Self::Error>>;

    /// One value.
    fn read(&self, store: ObjectStore, key: &str) -> impl Future<Output = Result<Option<Arc<str>>, Self::Error>>;

    /// The value under a key; if there is none, this one is put there. It is one transaction, so all tabs get the same.
    fn get_or_put(
        &self,
        store: ObjectStore,
        key: &str,
        value: &Arc<str>,
    ) -> impl Future<Output = Result<Arc<str>, Self::Error>>;

    /// Writes values. When this answers, they are on disk.
    fn write(&self, store: ObjectStore, operations: &[Pair]) -> impl Future<Output = Result<(), Self::Error>>;

    /// Deletes keys; one that is not there is no error.
    fn delete(&self, store: ObjectStore, keys: &[Arc<str>]) -> impl Future<Output = Result<(), Self::Error>>;
}
