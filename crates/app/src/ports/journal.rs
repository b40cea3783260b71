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

    /// Writes operations. When this answers, they are on disk.
    fn write(&self, operations: &[Pair]) -> impl Future<Output = Result<(), Self::Error>>;

    /// Puts a value under a key that has none, in one transaction. False when another value stands there: it stays, since
    /// what is an article's text or a version of its codebook never changes under its key.
    fn put_once(
        &self,
        store: ObjectStore,
        key: &str,
        value: &Arc<str>,
    ) -> impl Future<Output = Result<bool, Self::Error>>;

    /// All values whose keys begin with `prefix`: all versions of an article's codebook, for example.
    fn read_under(&self, store: ObjectStore, prefix: &str) -> impl Future<Output = Result<Vec<Pair>, Self::Error>> {
        async move {
            let mut found = Vec::new();
            for key in self.keys(store).await?.into_iter().filter(|key| key.starts_with(prefix)) {
                if let Some(value) = self.read(store, &key).await? {
                    found.push((key, value));
                }
            }
            Ok(found)
        }
    }

    /// Deletes keys; one that is not there is no error.
    fn delete(&self, store: ObjectStore, keys: &[Arc<str>]) -> impl Future<Output = Result<(), Self::Error>>;
}
