//! A field that takes files: chosen, or dropped on it.

use web_sys::{FileList, HtmlInputElement, Node};
use yew::prelude::*;

use super::{Around, Note};
use crate::ui::{desk::Intake, kit::dom};

/// A file field.
pub struct Files {
    /// Its label.
    pub label: &'static str,
    /// The id of the input.
    pub id: &'static str,
    /// What the files are for.
    pub intake: Intake,
    /// Which files the browser offers.
    pub accept: &'static str,
    /// True when several can be chosen at once.
    pub multiple: bool,
    /// The id of the hint.
    pub hint_id: &'static str,
    /// A hint below the field.
    pub hint: &'static str,
}

/// A real file input in a zone that also takes dropped files. New files make an undone import old.
pub fn files(around: &Around<'_>, field: &Files) -> Html {
    let intake = field.intake;
    let given = {
        let (desk, link) = (around.desk.clone(), around.link.clone());
        Callback::from(move |list: FileList| {
            link.send_message(Note::TakenBack(false));
            desk.files.emit((intake, list));
        })
    };
    let chosen = {
        let given = given.clone();
        move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                given.emit(list);
                // So that the same file can be chosen again; the desk has taken the files out of the list by now.
                input.set_value("");
            }
        }
    };
    let over = |event: DragEvent| {
        if super::drop::holds_files(&event) {
            event.prevent_default();
            mark(&event, true);
        }
    };
    let left = |event: DragEvent| {
        let next = event.related_target().and_then(|next| wasm_bindgen::JsCast::dyn_into::<Node>(next).ok());
        if !dom::closest(&event, ZONE).is_some_and(|zone| next.is_some() && zone.contains(next.as_ref())) {
            mark(&event, false);
        }
    };
    let dropped = move |event: DragEvent| {
        mark(&event, false);
        if !super::drop::holds_files(&event) {
            return;
        }
        event.prevent_default();
        if let Some(list) = event.data_transfer().and_then(|data| data.files()).filter(|list| list.length() > 0) {
            given.emit(list);
        }
    };
    let Files { label, id, accept, multiple, hint_id, hint, .. } = *field;
    html! {
        <div class="dropzone" ondragover={over} ondragleave={left} ondrop={dropped}>
            <label for={id}>{ label }</label>
            <input type="file" {id} {accept} {multiple} aria-describedby={hint_id} onchange={chosen} />
            <p class="hint" id={hint_id}>{ hint }</p>
        </div>
    }
}

const ZONE: &str = ".dropzone";

/// Shows that files are being dragged over the zone. The attribute is never drawn, only set here.
fn mark(event: &DragEvent, over: bool) {
    if let Some(zone) = dom::closest(event, ZONE) {
        let _ = zone.toggle_attribute_with_force("data-over", over);
    }
}
