//! Which paragraph it is, the way to its neighbours, and the sheet's handle.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{msg::Msg, view::inspector::InspectorView},
    ui::{
        desk::{Desk, sends},
        kit::icon,
    },
};

/// The inspector's head: whether all of the sheet is seen, and what its handle does.
pub fn head(desk: &Desk, view: &InspectorView, expanded: bool, toggled: Callback<MouseEvent>) -> Html {
    html! {
        <header class="inspector-head">
            <h2 translate="no">{ Rc::clone(&view.label) }</h2>
            { step(desk, "Previous paragraph", "prev", view.has_previous, -1) }
            { step(desk, "Next paragraph", "next", view.has_next, 1) }
            <button
                type="button"
                class="btn handle"
                aria-expanded={if expanded { "true" } else { "false" }}
                onclick={toggled}
            >
                <span>{"Themes, note"}</span>
                { icon("up") }
            </button>
        </header>
    }
}

fn step(desk: &Desk, name: &'static str, sign: &str, open: bool, by: i32) -> Html {
    let onclick = sends(desk, Msg::Stepped(by));
    html! {
        <button type="button" class="btn btn-icon" aria-label={name} title={name} disabled={!open} {onclick}>
            { icon(sign) }
        </button>
    }
}
