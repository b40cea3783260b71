//! Web Locks: for compaction, to tell which tabs are alive, and to agree on who this browser is where there is no database.
//! Never the reason why a write is safe.

use crate::web::js;
use js_sys::{Array, Promise};
use wasm_bindgen::{JsValue, closure::Closure};

const COMPACTION: &str = "postil/compaction";
const IDENTITY: &str = "postil/identity";
const TAB: &str = "postil/tab/";

fn manager() -> Option<JsValue> {
    js::get(&js::get(&js_sys::global(), "navigator")?, "locks")
}

/// Shows other tabs that this session is alive, for as long as the page is.
pub fn stay_alive(session: &str) {
    let Some(manager) = manager() else { return };
    // A promise that never settles holds the lock until the page goes.
    let hold = Closure::once_into_js(move |_: JsValue| Promise::new(&mut |_, _| {}));
    if let Ok(promise) = js::call(&manager, "request", &[format!("{TAB}{session}").into(), hold]) {
        silence(promise);
    }
}

/// The sessions that are alive; none where the browser does not tell.
pub async fn alive() -> Vec<String> {
    let Some(manager) = manager() else { return Vec::new() };
    let Ok(query) = js::call(&manager, "query", &[]) else { return Vec::new() };
    let Ok(snapshot) = js::settled(query).await else { return Vec::new() };
    let held = js::get(&snapshot, "held").map(|held| Array::from(&held)).unwrap_or_default();
    let names = held.iter().filter_map(|lock| js::get(&lock, "name")?.as_string());
    names.filter_map(|name| name.strip_prefix(TAB).map(ToOwned::to_owned)).collect()
}

/// Runs `work` while this tab alone may compact; when another tab does, afterwards if `patient`, and otherwise not at all.
/// Without locks it runs at once: two compactions at once do no harm.
pub fn alone(patient: bool, work: impl Future<Output = ()> + 'static) {
    let Some(manager) = manager() else {
        wasm_bindgen_futures::spawn_local(work);
        return;
    };
    let callback = Closure::once_into_js(move |lock: JsValue| {
        wasm_bindgen_futures::future_to_promise(async move {
            if !lock.is_null() {
                work.await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    let options = js::object(&[("ifAvailable", (!patient).into())]);
    if let Ok(promise) = js::call(&manager, "request", &[COMPACTION.into(), options, callback]) {
        silence(promise);
    }
}

/// Runs `work` while no other tab runs its own, and waits for it. Without locks it runs at once.
pub async fn in_turn(work: impl FnOnce() + 'static) {
    let Some(manager) = manager() else { return work() };
    let callback = Closure::once_into_js(move |_: JsValue| work());
    if let Ok(promise) = js::call(&manager, "request", &[IDENTITY.into(), callback]) {
        let _ = js::settled(promise).await;
    }
}

/// A request ends with the page, and browsers then call it rejected: nobody is to hear of that.
fn silence(promise: JsValue) {
    wasm_bindgen_futures::spawn_local(async move {
        let _ = js::settled(promise).await;
    });
}
