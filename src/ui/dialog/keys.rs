//! What each key does, and other keys for those who want them.

use crate::{
    strings::dialog::{cancel, help as strings},
    ui::{
        desk::{Desk, sends, tells},
        dialog::frame::error,
        kit::{
            dom, icon,
            tag::{Tag, button, classed, div, input, span, tag, together},
        },
    },
};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use postil_app::{
    files::{
        self,
        view::{KeyRow, KeySection, KeysView},
    },
    keymap::{KeyPress, Place},
    msg::Msg,
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The action that waits for its key.
pub fn waiting(view: &KeysView) -> Option<&KeyRow> {
    view.sections.iter().flat_map(|section| &section.rows).find(|row| row.waiting)
}

/// The table of keys, and the switch for those that are a single letter.
pub fn keys(desk: &Desk, view: &KeysView) -> Tag {
    let waiting = waiting(view);
    let switched = tells(desk, |event| {
        let input = event.target_dyn_into::<HtmlInputElement>()?;
        Some(files::Msg::SingleKeysSwitched(input.checked()))
    });
    let name = tag("label")
        .set("for", "single-keys")
        .kid(tag("span").set("id", "single-keys-name").text(strings::single_keys()))
        .kid(span("hint").set("id", "single-keys-hint").text(strings::single_keys_about()));
    let switch = input("checkbox")
        .set("role", "switch")
        .set("id", "single-keys")
        .set("aria-labelledby", "single-keys-name")
        .set("aria-describedby", "single-keys-hint")
        .checked(view.single_keys)
        .on(ListenerKind::onchange, switched);
    let asked = waiting.map(|row| strings::press_key_for(&row.label));
    let sections = view.sections.iter().map(|section| key_section(desk, section, view.problem.as_ref()));
    div("help-keys")
        .kid(tag("h3").text(strings::keys()))
        .kid(div("switch-row").kid(name).kid(switch))
        .kid(classed("p", "vh").set("role", "status").verbatim().saying(asked.unwrap_or_default()))
        .kid(classed("table", "keys").label(strings::keys()).all(sections))
        .kid(classed("p", "hint").text(strings::no_shared_key()))
}

fn key_section(desk: &Desk, section: &KeySection, problem: Option<&Arc<str>>) -> Tag {
    let title = classed("th", "label").set("colspan", "3").set("scope", "rowgroup").text(section.title);
    let mut rows = Vec::new();
    for row in &section.rows {
        rows.push(key_row(desk, row));
        if problem.is_some() && row.waiting {
            let why = tag("td").set("colspan", "3").kid(error(problem));
            rows.push(tag("tr").key("problem").kid(why));
        }
    }
    tag("tbody").key(section.title).kid(tag("tr").key("title").kid(title)).node(together(rows))
}

fn key_row(desk: &Desk, row: &KeyRow) -> Tag {
    let change = files::Msg::KeyAwaited((!row.waiting).then(|| Arc::clone(&row.id)));
    let (word, name) = if row.waiting {
        (cancel(), strings::keep_key_for(&row.label))
    } else {
        (strings::change(), strings::change_key_for(&row.label))
    };
    let reset = {
        let (desk, id) = (desk.clone(), Arc::clone(&row.id));
        Rc::new(move |event: Event| {
            // This button goes; the one beside it takes the focus.
            let beside = dom::closest(&event, "button").and_then(|button| button.next_element_sibling());
            if let Some(button) = beside.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                let _ = button.focus();
            }
            desk.send(files::Msg::KeyReset(Arc::clone(&id)));
        })
    };
    let keys = if row.waiting {
        vec![tag("kbd").key("waiting").verbatim().set("data-listening", "").text(strings::press_key())]
    } else {
        row.keys.iter().map(|key| tag("kbd").key(key).verbatim().words(key)).collect()
    };
    let reset = button("btn btn-icon btn-small")
        .made("aria-label", strings::reset_key_for(&row.label))
        .set("title", strings::reset_key())
        .hidden(!row.changed || !row.can_change)
        .click(reset)
        .kid(icon("undo"));
    let change = button("btn btn-small")
        .made("aria-label", name)
        .hidden(!row.can_change)
        .click(sends(desk, change))
        .kid(tag("span").verbatim().text(word));
    tag("tr")
        .key(&row.id)
        .kid(tag("th").set("scope", "row").verbatim().words(&row.label))
        .kid(tag("td").node(together(keys)))
        .kid(tag("td").kid(div("actions").kid(reset).kid(change)))
}

/// Takes the next key press for the action that waits: it goes to the app and nowhere else.
pub fn next_key(desk: &Desk) -> Option<EventListener> {
    let desk = desk.clone();
    let options =
        EventListenerOptions { phase: EventListenerPhase::Capture, ..EventListenerOptions::enable_prevent_default() };
    let window = web_sys::window()?;
    Some(EventListener::new_with_options(&window, "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|e| is_plain(e)) else { return };
        event.prevent_default();
        event.stop_propagation();
        desk.send(Msg::KeyPressed(KeyPress {
            key: event.key().into(),
            code: event.code().into(),
            command: false,
            shift: event.shift_key(),
            place: Place::Dialog,
        }));
    }))
}

/// True for a key without Ctrl or ⌘ (AltGr counts as neither), outside a composition.
fn is_plain(event: &KeyboardEvent) -> bool {
    let command = (event.ctrl_key() || event.meta_key()) && !event.get_modifier_state("AltGraph");
    !command && !event.is_composing()
}
