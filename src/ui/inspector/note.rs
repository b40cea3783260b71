//! The note: a text field that keeps its own words while somebody writes.
//!
//! Yew never sets its value: it starts with the stored text, follows it while the focus is elsewhere, and is made anew
//! for another paragraph, annotator or article (its key is the note's).

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::{html::Scope, prelude::*};

use super::{Inspector, Own};
use crate::{
    app::{msg::Msg, view::inspector::InspectorView},
    ui::{
        desk::Desk,
        kit::{kbd, kbd::shortcut},
    },
};

/// The id of the field.
pub const FIELD: &str = "note";

/// The note.
pub fn note(desk: &Desk, view: &InspectorView, field: &NodeRef, link: &Scope<Inspector>) -> Html {
    let typed = {
        let desk = desk.clone();
        move |event: InputEvent| {
            if let Some(field) = event.target_dyn_into::<HtmlTextAreaElement>() {
                desk.send(Msg::NoteTyped(field.value().into()));
            }
        }
    };
    let left = {
        let desk = desk.clone();
        link.callback(move |_: FocusEvent| {
            desk.send(Msg::NoteKept(false));
            Own::Redraw
        })
    };
    html! {
        <div key={Rc::clone(&view.note.key)} class="note-field">
            <div class="note-head">
                <label class="label" for={FIELD}>{"Note"}</label>
                { kbd(Rc::clone(&view.note_key)) }
            </div>
            <textarea
                id={FIELD}
                ref={field}
                aria-describedby="note-hint"
                aria-keyshortcuts={shortcut(&view.note_key)}
                rows="3"
                placeholder="What made you decide?"
                readonly={view.read_only}
                oninput={typed}
                onblur={left}
            />
            <p class="hint" id="note-hint"><kbd>{"Ctrl"}</kbd>{" "}<kbd>{"Enter"}</kbd>{" keeps it"}</p>
        </div>
    }
}
