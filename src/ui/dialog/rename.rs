//! A name that is changed in its place.

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

/// The name to change.
#[derive(Clone, PartialEq, Properties)]
pub struct RenameProps {
    /// The accessible name of the field.
    pub label: AttrValue,
    /// The name as it is.
    pub name: Rc<str>,
    /// Called with the new name, or `None` when it stays as it is.
    pub ondone: Callback<Option<Rc<str>>>,
}

/// A field with the name, ready to be typed over: Enter keeps what is typed, Esc gives it up.
#[component]
pub fn Rename(props: &RenameProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        let name = Rc::clone(&props.name);
        use_effect_with((), move |()| {
            if let Some(input) = node.cast::<HtmlInputElement>() {
                input.set_value(&name);
                let _ = input.focus();
                input.select();
            }
        });
    }
    let onsubmit = {
        let node = node.clone();
        let done = props.ondone.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            done.emit(node.cast::<HtmlInputElement>().map(|input| Rc::from(input.value())));
        })
    };
    let onkeydown = {
        let done = props.ondone.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !event.is_composing() {
                // The dialog around stays open.
                event.prevent_default();
                event.stop_propagation();
                done.emit(None);
            }
        })
    };
    html! {
        <form class="adder" {onsubmit}>
            <input ref={node} aria-label={props.label.clone()} autocomplete="off" dir="auto" {onkeydown} />
            <button class="btn btn-line" type="submit">{"Rename"}</button>
        </form>
    }
}

/// Whether a name is being changed, and the button that began it, which gets the focus back afterwards.
#[hook]
pub fn use_renaming() -> (UseStateHandle<bool>, NodeRef) {
    let renaming = use_state(|| false);
    let button = use_node_ref();
    let was = use_mut_ref(|| false);
    {
        let button = button.clone();
        use_effect_with(*renaming, move |&now| {
            if was.replace(now)
                && !now
                && let Some(button) = button.cast::<HtmlElement>()
            {
                let _ = button.focus();
            }
        });
    }
    (renaming, button)
}
