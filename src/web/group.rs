//! The program of the group's screens, as this one sees it: fetched when it is first used, told what changes, and heard.
//!
//! The two share one object, which static/bootstrap.js makes: `join()` fetches the other program, `hear(kind, text)` tells
//! it something, `say(kind, name, text)` is how it answers.

use crate::web::js;
use js_sys::{Array, Reflect};
use postil_app::msg::Msg;
use wasm_bindgen::{JsValue, closure::Closure};
use yew::Callback;

/// The name of the shared object.
pub const SHARED: &str = "postil";

/// Fetches the other program and starts it.
pub fn call(answer: &Callback<Msg>) {
    let Some(shared) = js::get(&js_sys::global(), SHARED) else { return answer.emit(Msg::GroupCame(false)) };
    let said = answer.clone();
    let say = Closure::<dyn FnMut(JsValue)>::new(move |words: JsValue| {
        let words = Array::from(&words);
        let word = |at| words.get(at).as_string().unwrap_or_default().into();
        said.emit(Msg::GroupSaid(word(0), word(1), word(2)));
    });
    // The page has one such program for as long as it lives.
    let _ = Reflect::set(&shared, &"say".into(), &say.into_js_value());
    let answer = answer.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let came = match js::call(&shared, "join", &[]) {
            Ok(promise) => js::settled(promise).await.is_ok(),
            Err(_) => false,
        };
        answer.emit(Msg::GroupCame(came));
    });
}

/// Tells it something.
pub fn tell(kind: &str, text: &str) {
    if let Some(shared) = js::get(&js_sys::global(), SHARED) {
        // It is there, or it has failed and has said so.
        let _ = js::call(&shared, "hear", &[kind.into(), text.into()]);
    }
}
