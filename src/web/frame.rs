//! Idle time.

use crate::web::js;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// Runs `work` when the browser has nothing better to do, after a tenth of a second at the latest.
pub fn idle(work: impl FnOnce() + 'static) {
    let global: JsValue = js_sys::global().into();
    if js::get(&global, "requestIdleCallback").is_some() {
        let callback = Closure::once_into_js(move |_: JsValue| work());
        let options = js::object(&[("timeout", 100.into())]);
        let _ = js::call(&global, "requestIdleCallback", &[callback.unchecked_into(), options]);
    } else {
        Timeout::new(1, work).forget();
    }
}
