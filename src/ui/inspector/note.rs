//! The note: a text field that keeps its own words while somebody writes.
//!
//! Yew never sets its value: it starts with the stored text, follows it while the focus is elsewhere, and is made anew
//! for another paragraph, annotator or article (its key is the note's).

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::InspectorProps;
use crate::{
    app::msg::Msg,
    ui::{
        desk::use_desk,
        kit::{Kbd, dom, kbd::shortcut},
    },
};

/// The id of the field.
pub const FIELD: &str = "note";

/// The note.
#[component]
pub fn Note(props: &InspectorProps) -> Html {
    let view = &props.view;
    let desk = use_desk();
    let field = use_node_ref();
    let redraw = use_force_update();
    // After every drawing, since the field may show words that were stored in another form (without spaces at the end).
    use_effect({
        let (field, text) = (field.clone(), Rc::clone(&view.note.text));
        move || {
            let field = field.cast::<HtmlTextAreaElement>().filter(|field| !dom::has_focus(field));
            if let Some(field) = field.filter(|field| field.value() != *text) {
                field.set_value(&text);
            }
        }
    });
    let typed = use_callback((), {
        let (desk, field) = (desk.clone(), field.clone());
        move |_: InputEvent, ()| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                desk.send(Msg::NoteTyped(field.value().into()));
            }
        }
    });
    let pressed = use_callback((), {
        let desk = desk.clone();
        move |event: KeyboardEvent, ()| {
            let keeps = match event.key().as_str() {
                _ if event.is_composing() => false,
                "Escape" => true,
                "Enter" => event.ctrl_key() || event.meta_key(),
                _ => false,
            };
            if keeps {
                event.prevent_default();
                desk.send(Msg::NoteKept(true));
            }
        }
    });
    let left = use_callback((), move |_: FocusEvent, ()| {
        desk.send(Msg::NoteKept(false));
        redraw.force_update();
    });
    html! {
        <div class="note-field">
            <div class="note-head">
                <label class="label" for={FIELD}>{"Note"}</label>
                <Kbd text={Rc::clone(&view.note_key)} />
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
                onkeydown={pressed}
                onblur={left}
            />
            <p class="hint" id="note-hint"><kbd>{"Ctrl"}</kbd>{" "}<kbd>{"Enter"}</kbd>{" keeps it"}</p>
        </div>
    }
}
