//! The program of the group's screens, as it sees itself: a guest on the page of the other, which stores everything.
//! What the two say to each other is described at [`super::group`] and in `app::group::told`.

use crate::web::{file, group::SHARED, js};
use gloo::events::EventListener;
use js_sys::{Array, Reflect, Uint8Array};
use postil_app::group::effect::Effect;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlElement};

/// The element of the page that the group's screens are drawn into.
pub fn root() -> Option<Element> {
    web_sys::window()?.document()?.get_element_by_id(SHARED_ROOT)
}

const SHARED_ROOT: &str = "group";

/// The page's address, from the `#` on.
pub fn address() -> String {
    super::dom::hash()
}

/// Listens to what the other program tells.
pub fn hear(told: impl Fn(String, String) + 'static) {
    let Some(shared) = js::get(&js_sys::global(), SHARED) else { return };
    let hear = Closure::<dyn FnMut(JsValue, JsValue)>::new(move |kind: JsValue, text: JsValue| {
        told(kind.as_string().unwrap_or_default(), text.as_string().unwrap_or_default());
    });
    let _ = Reflect::set(&shared, &"hear".into(), &hear.into_js_value());
}

/// Says something to the other program.
pub fn say(kind: &str, name: &str, text: &str) {
    if let Some(shared) = js::get(&js_sys::global(), SHARED) {
        let words: Array = [kind, name, text].into_iter().map(JsValue::from_str).collect();
        let _ = js::call(&shared, "say", &[words.into()]);
    }
}

/// Milliseconds since 1970.
pub fn now() -> u64 {
    super::time::now()
}

/// Minutes to add to UTC for the person's clock.
pub fn utc_offset() -> i32 {
    super::time::utc_offset()
}

/// When this program fails, the other goes on: it only has to know that nobody is drawing the group's screens any more.
pub fn report_failure() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        say("failed", "", "");
    }));
}

thread_local! {
    /// What waits until the page is drawn.
    static LATER: RefCell<Vec<Effect>> = const { RefCell::new(Vec::new()) };
}

/// Performs an effect; `later` is called after so many milliseconds with a wait's ticket.
pub fn perform(effect: Effect, later: &Rc<dyn Fn(u64)>) {
    match effect {
        Effect::Say(kind, name, text) => say(kind, &name, &text),
        Effect::Download { name, mime, bytes } => {
            let options = BlobPropertyBag::new();
            options.set_type(mime);
            let parts = Array::of1(&Uint8Array::from(&*bytes));
            if let Ok(blob) = Blob::new_with_u8_array_sequence_and_options(&parts, &options) {
                file::offer_blob(&name, &blob);
            }
        }
        Effect::SavePng { name, svg, width, height, failed } => {
            let later = Rc::clone(later);
            wasm_bindgen_futures::spawn_local(async move {
                match super::png::draw(&svg, width, height).await {
                    Some(blob) => file::offer_blob(&name, &blob),
                    None => later(failed),
                }
            });
        }
        Effect::Wait(ticket, ms) => {
            let later = Rc::clone(later);
            gloo::timers::callback::Timeout::new(ms, move || later(ticket)).forget();
        }
        Effect::Go(hash) => super::dom::readdress(&hash),
        Effect::Announce(sentence) => super::dom::announce(&sentence),
        Effect::FullScreen => {
            let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
            if document.fullscreen_element().is_some() {
                document.exit_fullscreen();
            } else if let Some(root) = document.document_element() {
                // A browser that does not want to stays as it is.
                let _ = root.request_fullscreen();
            }
        }
        Effect::Print => {
            if let Some(window) = web_sys::window() {
                let _ = window.print();
            }
        }
        Effect::Focus(_) | Effect::ScrollUp => LATER.with_borrow_mut(|waiting| waiting.push(effect)),
    }
}

/// Hears when the window has another size, as it has after zooming too.
#[must_use]
pub fn resized(heard: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| heard()))
}

/// The page has been drawn: what waited for it is done now.
pub fn drawn() {
    for effect in LATER.take() {
        let Some(window) = web_sys::window() else { return };
        match effect {
            Effect::Focus(id) => {
                let element = window.document().and_then(|d| d.get_element_by_id(&id));
                if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
                    let _ = element.focus();
                }
            }
            _ => window.scroll_to_with_x_and_y(0.0, 0.0),
        }
    }
}
