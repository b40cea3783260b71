//! A field that takes files: chosen, or dropped on it.

use web_sys::{HtmlInputElement, Node};
use yew::prelude::*;

use crate::ui::desk::{Intake, use_desk};

/// A file field.
#[derive(Clone, PartialEq, Properties)]
pub struct FilesProps {
    /// Its label.
    pub label: &'static str,
    /// The id of the input.
    pub id: &'static str,
    /// What the files are for.
    pub intake: Intake,
    /// Which files the browser offers.
    pub accept: &'static str,
    /// True when several can be chosen at once.
    #[prop_or_default]
    pub multiple: bool,
    /// A hint below the field.
    pub hint: &'static str,
    /// Called when files were given.
    #[prop_or_default]
    pub ongiven: Callback<()>,
}

/// A real file input in a zone that also takes dropped files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let desk = use_desk();
    let over = use_state_eq(|| false);
    let intake = props.intake;

    let onchange = {
        let desk = desk.clone();
        let given = props.ongiven.clone();
        Callback::from(move |event: Event| {
            let Some(input) = event.target_dyn_into::<HtmlInputElement>() else { return };
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                given.emit(());
                desk.files.emit((intake, list));
                // So that the same file can be chosen again; the desk has taken the files out of the list by now.
                input.set_value("");
            }
        })
    };
    let ondragover = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            if super::drop::holds_files(&event) {
                event.prevent_default();
                over.set(true);
            }
        })
    };
    let ondragleave = {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            let zone = event.current_target().and_then(|t| wasm_bindgen::JsCast::dyn_into::<Node>(t).ok());
            let next = event.related_target().and_then(|t| wasm_bindgen::JsCast::dyn_into::<Node>(t).ok());
            if !zone.is_some_and(|zone| next.is_some() && zone.contains(next.as_ref())) {
                over.set(false);
            }
        })
    };
    let ondrop = {
        let over = over.clone();
        let given = props.ongiven.clone();
        Callback::from(move |event: DragEvent| {
            over.set(false);
            if !super::drop::holds_files(&event) {
                return;
            }
            event.prevent_default();
            if let Some(list) = event.data_transfer().and_then(|data| data.files()).filter(|list| list.length() > 0) {
                given.emit(());
                desk.files.emit((intake, list));
            }
        })
    };
    let hint = format!("{}-hint", props.id);
    html! {
        <div class="dropzone" data-over={over.then_some("")} {ondragover} {ondragleave} {ondrop}>
            <label for={props.id}>{ props.label }</label>
            <input
                type="file"
                id={props.id}
                accept={props.accept}
                multiple={props.multiple}
                aria-describedby={hint.clone()}
                {onchange}
            />
            <p class="hint" id={hint}>{ props.hint }</p>
        </div>
    }
}
