//! Which paragraph it is, the way to its neighbours, and the sheet's handle.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{msg::Msg, view::inspector::InspectorView},
    ui::{desk::use_desk, kit::Icon},
};

/// What the head shows.
#[derive(Clone, PartialEq, Properties)]
pub struct HeadProps {
    /// The view.
    pub view: Rc<InspectorView>,
    /// True while all of the sheet is seen.
    pub expanded: bool,
    /// The handle was used.
    pub toggled: Callback<MouseEvent>,
}

/// The inspector's head.
#[component]
pub fn Head(props: &HeadProps) -> Html {
    let HeadProps { view, expanded, toggled } = props;
    let desk = use_desk();
    let previous = use_callback((), {
        let desk = desk.clone();
        move |_: MouseEvent, ()| desk.send(Msg::Stepped(-1))
    });
    let next = use_callback((), move |_: MouseEvent, ()| desk.send(Msg::Stepped(1)));
    let button = |name: &'static str, icon, open: bool, onclick| {
        html! {
            <button type="button" class="btn btn-icon" aria-label={name} title={name} disabled={!open} {onclick}>
                <Icon name={icon} />
            </button>
        }
    };
    html! {
        <header class="inspector-head">
            <h2 translate="no">{ Rc::clone(&view.label) }</h2>
            { button("Previous paragraph", "prev", view.has_previous, previous) }
            { button("Next paragraph", "next", view.has_next, next) }
            <button
                type="button"
                class="btn handle"
                aria-expanded={if *expanded { "true" } else { "false" }}
                onclick={toggled.clone()}
            >
                <span>{"Themes, note"}</span>
                <Icon name="up" />
            </button>
        </header>
    }
}
