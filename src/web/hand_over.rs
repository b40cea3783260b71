//! A file is passed on: on a phone to the sheet of programs that take files, and else to the downloads.

use crate::web::{file, js};
use js_sys::{Array, Function, Reflect};
use postil_app::files::msg::Handed;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};

/// Passes a file on, and says how. The sheet has to be asked for within the gesture, so nothing is waited for before.
pub fn hand_over(name: &Arc<str>, mime: &'static str, text: &str) -> impl Future<Output = Handed> + use<> {
    let sheet = sheet(name, mime, text);
    if sheet.is_none() {
        file::offer(name, mime, &file::js_text(text));
    }
    let name = Arc::clone(name);
    async move {
        match sheet {
            None => Handed::Saved(name),
            Some(shared) => match js::settled(shared).await {
                Ok(_) => Handed::Shared,
                // Whoever closes the sheet has not handed anything in.
                Err(_) => Handed::GivenUp,
            },
        }
    }
}

/// The answer of the sheet, where there is one for such a file. Where there is a mouse, people look for their downloads.
fn sheet(name: &str, mime: &str, text: &str) -> Option<JsValue> {
    let touched = web_sys::window()?.match_media("(pointer: coarse)").ok()??.matches();
    let navigator = js::get(&js_sys::global(), "navigator").filter(|_| touched)?;
    let class = js::get(&js_sys::global(), "File")?.dyn_into::<Function>().ok()?;
    let kind = js::object(&[("type", mime.into())]);
    let content = Array::of1(&file::js_text(text));
    let file = Reflect::construct(&class, &Array::of3(&content, &name.into(), &kind)).ok()?;
    let offer = js::object(&[("files", Array::of1(&file).into())]);
    let can = js::call(&navigator, "canShare", std::slice::from_ref(&offer)).ok()?;
    can.is_truthy().then(|| js::call(&navigator, "share", &[offer]).ok()).flatten()
}
