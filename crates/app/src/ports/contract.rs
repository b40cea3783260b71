//! What every store must do. Run natively on stores in memory and in the browser on the real ones.

use crate::ports::{
    LocalStore, StorageError,
    journal::{
        Journal,
        ObjectStore::{Articles, Journal as Operations},
    },
};
use postil_core::keep::startup::Pair;
use std::sync::Arc;

/// Checks a store, using only keys that begin with `prefix`, and leaves none of them behind.
///
/// # Errors
/// The first thing that is not as it must be.
pub fn check(store: &impl LocalStore, prefix: &str) -> Result<(), String> {
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

/// Checks an empty database, and leaves it empty.
///
/// # Errors
/// The first thing that is not as it must be.
pub async fn check_journal(journal: &impl Journal) -> Result<(), &'static str> {
    let expect = |what: &'static str, holds: bool| if holds { Ok(()) } else { Err(what) };
    let pair = |key: &str, value: &str| -> Pair { (key.into(), value.into()) };
    let operations = [pair("a", "1"), pair("b", "é\u{1F469}\u{0}\n")];
    for _ in 0..2 {
        let written = journal.write(&operations).await;
        expect("values are written, also once more", written.is_ok())?;
    }
    let all = journal.read_all(Operations).await;
    expect("all values are read back, each once", all.is_ok_and(|all| all == operations))?;
    let one = journal.read(Operations, "b").await;
    expect("a value is read back", one.is_ok_and(|one| one.as_ref() == Some(&operations[1].1)))?;
    let none = journal.read(Operations, "c").await;
    expect("a missing key has no value", none.is_ok_and(|none| none.is_none()))?;
    let keys = journal.keys(Operations).await;
    expect("all keys are listed", keys.is_ok_and(|keys| keys == ["a".into(), "b".into()]))?;
    let other = journal.keys(Articles).await;
    expect("the object stores are apart", other.is_ok_and(|keys| keys.is_empty()))?;
    let held = journal.get_or_put(Operations, "a", &"2".into()).await;
    expect("what is there is got", held.is_ok_and(|held| *held == *"1"))?;
    let put = journal.get_or_put(Operations, "c", &"3".into()).await;
    expect("what is not there is put", put.is_ok_and(|put| *put == *"3"))?;
    let again = journal.get_or_put(Operations, "c", &"4".into()).await;
    expect("and then it is there", again.is_ok_and(|again| *again == *"3"))?;
    for (value, stands) in [("text", true), ("text", true), ("another", false)] {
        let put = journal.put_once(Articles, "id", &value.into()).await;
        expect("a text is put once, and never over another", put.is_ok_and(|put| put == stands))?;
    }
    let text = journal.read(Articles, "id").await;
    expect("the first stays", text.is_ok_and(|text| text.as_deref() == Some("text")))?;
    for key in ["id/v1", "id/v2", "idle/v1"] {
        let put = journal.put_once(Articles, key, &key.into()).await;
        expect("versions stand beside each other", put.is_ok_and(|put| put))?;
    }
    let versions = journal.read_under(Articles, "id/").await;
    let all = [pair("id/v1", "id/v1"), pair("id/v2", "id/v2")];
    expect("all versions of one article are read", versions.is_ok_and(|versions| versions == all))?;
    let keys: Vec<Arc<str>> = ["id", "id/v1", "id/v2", "idle/v1"].map(Arc::from).into();
    expect("they are deleted", journal.delete(Articles, &keys).await.is_ok())?;
    let keys: Vec<Arc<str>> = ["a", "b", "c", "d"].map(Arc::from).into();
    let deleted = journal.delete(Operations, &keys).await;
    expect("values are deleted, and what is not there is no error", deleted.is_ok())?;
    let keys = journal.keys(Operations).await;
    expect("nothing is left of them", keys.is_ok_and(|keys| keys.is_empty()))
}
