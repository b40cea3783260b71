//! The dialog "All keys": what each key does, other keys for those who want them, and how the page looks.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::{
    frame::{Frame, PLAIN},
    look::look,
};
use crate::{
    app::{
        keymap::{KeyPress, Place},
        msg::Msg,
        view::dialog::{KeyGroup, KeyRow, KeysView},
    },
    ui::{
        desk::{Desk, sends},
        kit::icon,
    },
};

/// The action that waits for its key.
pub fn waiting(view: &KeysView) -> Option<&KeyRow> {
    view.groups.iter().flat_map(|group| &group.rows).find(|row| row.waiting)
}

/// The dialog.
pub fn keys(desk: &Desk, view: &KeysView) -> Frame {
    let waiting = waiting(view);
    let onswitch = {
        let desk = desk.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                desk.send(Msg::SingleKeysSwitched(input.checked()));
            }
        })
    };
    let foot = html! {
        <>
            <span class="hint">{"Two actions never share a key."}</span>
            <button class="btn btn-primary" type="button" onclick={sends(desk, Msg::DialogClosed)}>{"Done"}</button>
        </>
    };
    let body = html! {
        <>
            <div class="switch-row">
                <label for="single-keys">
                    <span id="single-keys-name">{"Single keys"}</span>
                    <span class="hint" id="single-keys-hint">
                        {"Letters and digits act while the focus is in the article or beside it, never while you write."}
                    </span>
                </label>
                <input
                    type="checkbox"
                    role="switch"
                    id="single-keys"
                    aria-labelledby="single-keys-name"
                    aria-describedby="single-keys-hint"
                    checked={view.single_keys}
                    onchange={onswitch}
                />
            </div>
            { look(desk, view.scheme, view.reading) }
            <p class="vh" role="status" translate="no">
                { waiting.map(|row| format!("Press a key for {}. Esc keeps the old one.", row.label)).unwrap_or_default() }
            </p>
            <table class="keys" aria-label="Keys">
                for group in view.groups.iter() {
                    { key_group(desk, group, view.problem.as_ref()) }
                }
            </table>
        </>
    };
    Frame { name: "All keys", id: "keys", title: "keys-title", class: PLAIN, foot: Some(foot), body }
}

fn key_group(desk: &Desk, group: &KeyGroup, problem: Option<&Rc<str>>) -> Html {
    html! {
        <tbody key={group.title}>
            <tr key="title"><th colspan="3" scope="rowgroup" class="label">{ group.title }</th></tr>
            for row in group.rows.iter() {
                { key_row(desk, row) }
                if let Some(problem) = problem.filter(|_| row.waiting) {
                    <tr key="problem">
                        <td colspan="3"><p class="error" role="alert" translate="no">{ Rc::clone(problem) }</p></td>
                    </tr>
                }
            }
        </tbody>
    }
}

fn key_row(desk: &Desk, row: &KeyRow) -> Html {
    let change = Msg::KeyAwaited((!row.waiting).then(|| Rc::clone(&row.id)));
    let (word, name) =
        if row.waiting { ("Cancel", "Cancel: keep the key for") } else { ("Change", "Change the key for") };
    let onreset = {
        let (desk, id) = (desk.clone(), Rc::clone(&row.id));
        Callback::from(move |event: MouseEvent| {
            // This button goes; the one beside it takes the focus.
            let beside = event.target_dyn_into::<Element>().and_then(|e| e.closest("button").ok().flatten());
            let beside = beside.and_then(|button| button.next_element_sibling()?.dyn_into::<HtmlElement>().ok());
            if let Some(button) = beside {
                let _ = button.focus();
            }
            desk.send(Msg::KeyReset(Rc::clone(&id)));
        })
    };
    html! {
        <tr key={Rc::clone(&row.id)}>
            <th scope="row" translate="no">{ Rc::clone(&row.label) }</th>
            <td>
                if row.waiting {
                    <kbd key="waiting" translate="no" data-listening="">{"Press a key…"}</kbd>
                } else {
                    for key in row.keys.iter() {
                        <kbd key={Rc::clone(key)} translate="no">{ Rc::clone(key) }</kbd>
                    }
                }
            </td>
            <td>
                <div class="actions">
                    <button
                        class="btn btn-icon btn-small"
                        type="button"
                        aria-label={["Reset the key for ", &row.label].concat()}
                        title="Back to the first key"
                        hidden={!row.changed || !row.can_change}
                        onclick={onreset}
                    >
                        { icon("undo") }
                    </button>
                    <button
                        class="btn btn-small"
                        type="button"
                        aria-label={[name, " ", &row.label].concat()}
                        hidden={!row.can_change}
                        onclick={sends(desk, change)}
                    >
                        <span translate="no">{ word }</span>
                    </button>
                </div>
            </td>
        </tr>
    }
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
