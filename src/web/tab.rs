//! What the browser tells a tab: keys, the address, other tabs' writes, being hidden or left.

use crate::{
    strings::web as strings,
    web::{dom, engine::Engine, keys, storage::LocalStorage},
};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use postil_app::{keymap::Place, msg::Msg, ports::LocalStore as _, read, storage};
use postil_core::keep::startup::{Pair, is_newer_key, is_operation};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, KeyboardEvent, StorageEvent};

/// Listens for as long as the result lives.
pub fn listen(engine: &Rc<Engine>) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let mut listeners = vec![keydown(engine, &window), storage(engine, &window), leaving(engine, &window)];
    let here = Rc::clone(engine);
    listeners
        .push(EventListener::new(&window, "hashchange", move |_| here.dispatch(Msg::RouteChanged(dom::hash().into()))));
    let here = Rc::clone(engine);
    listeners.push(EventListener::new(&window, "scroll", move |_| here.scrolled()));
    let here = Rc::clone(engine);
    let first = EventListenerOptions { phase: EventListenerPhase::Capture, ..EventListenerOptions::default() };
    listeners.push(EventListener::new_with_options(&window, "pointerdown", first, move |_| here.catch_up()));
    let here = Rc::clone(engine);
    listeners.push(EventListener::new(&window, "pagehide", move |_| here.hide()));
    let here = Rc::clone(engine);
    listeners.push(EventListener::new(&window, "beforeprint", move |_| here.dispatch(read::Msg::PrintBegun)));
    let here = Rc::clone(engine);
    // What a tab missed while it slept is found when it comes to the front again.
    listeners.push(EventListener::new(&window, "focus", move |_| rescan(&here)));
    if let Some(document) = window.document() {
        let here = Rc::clone(engine);
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            let hidden = web_sys::window().and_then(|w| w.document()).is_some_and(|d| d.hidden());
            if hidden { here.hide() } else { rescan(&here) }
        }));
    }
    listeners
}

fn keydown(engine: &Rc<Engine>, window: &web_sys::Window) -> EventListener {
    let here = Rc::clone(engine);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let Some(press) = keys::read(event, here.is_mac()) else { return };
        here.catch_up();
        if here.acts(&press) {
            event.prevent_default();
            if press.place == Place::Text {
                // What was typed counts before the page turns.
                dom::leave_field();
            }
            here.dispatch(Msg::KeyPressed(press));
        }
    })
}

fn storage(engine: &Rc<Engine>, window: &web_sys::Window) -> EventListener {
    let here = Rc::clone(engine);
    EventListener::new(window, "storage", move |event| {
        let Some(event) = event.dyn_ref::<StorageEvent>() else { return };
        if let (Some(key), Some(value)) = (event.key(), event.new_value())
            && (is_operation(&key) || is_newer_key(&key))
        {
            here.dispatch(storage::Msg::OperationsArrived(vec![(key.into(), value.into())]));
        }
    })
}

fn leaving(engine: &Rc<Engine>, window: &web_sys::Window) -> EventListener {
    let here = Rc::clone(engine);
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(window, "beforeunload", options, move |event| {
        here.hide();
        if here.guards_leaving() {
            event.prevent_default();
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value(strings::not_stored_yet());
            }
        }
    })
}

fn rescan(engine: &Rc<Engine>) {
    let keys = LocalStorage.keys().unwrap_or_default();
    let keys = keys.into_iter().filter(|key| is_operation(key) || is_newer_key(key)).collect();
    let fresh: Vec<Pair> = engine
        .unknown(keys)
        .into_iter()
        .filter_map(|key| {
            let value = LocalStorage.get(&key).ok().flatten()?;
            Some((key, value))
        })
        .collect();
    if !fresh.is_empty() {
        engine.dispatch(storage::Msg::OperationsArrived(fresh));
    }
}

/// Hears when the window has another size, as it has after zooming too.
#[must_use]
pub fn resized(heard: impl Fn() + 'static) -> Option<EventListener> {
    web_sys::window().map(|window| EventListener::new(&window, "resize", move |_| heard()))
}
