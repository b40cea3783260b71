//! What web-sys has no stable binding for (strict transactions, locks), and the strings that often pass to the browser.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Values that every row of the article passes to the browser: they cross over once instead of ten thousand times. (The
/// names of attributes and elements are interned by Yew.)
const OFTEN: [&str; 11] =
    ["-1", "group", "heading", "marks", "no", "num", "paragraph", "row", "section", "text", "true"];

/// Has the browser keep the strings that are passed to it most often.
pub fn intern_values() {
    for value in OFTEN {
        wasm_bindgen::intern(value);
    }
}

/// `object.name`, if it is there.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &JsValue::from_str(name)).ok().filter(|v| !v.is_undefined() && !v.is_null())
}

/// `object.name(...arguments)`.
pub fn call(object: &JsValue, name: &str, arguments: &[JsValue]) -> Result<JsValue, JsValue> {
    let method = Reflect::get(object, &JsValue::from_str(name))?.dyn_into::<Function>()?;
    method.apply(object, &arguments.iter().collect::<Array>())
}

/// `{ name: value }`.
pub fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// Waits for a promise that may also be a plain value.
pub async fn settled(value: JsValue) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::resolve(&value)).await
}

/// A promise that is rejected after so many milliseconds, to race against others.
pub fn timeout(ms: u32) -> Promise {
    Promise::new(&mut |_, reject| {
        gloo::timers::callback::Timeout::new(ms, move || {
            let _ = reject.call1(&JsValue::NULL, &JsValue::from_str("too late"));
        })
        .forget();
    })
}

/// Lets the browser do what waits: what comes after is another task.
pub async fn pause() {
    let passed = Promise::new(&mut |resolve, _| {
        gloo::timers::callback::Timeout::new(0, move || _ = resolve.call0(&JsValue::NULL)).forget();
    });
    let _ = JsFuture::from(passed).await;
}
