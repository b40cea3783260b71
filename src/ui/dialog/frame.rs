//! What all dialogs share: the modal element, its heading, and the ways out of it.

use std::rc::Rc;

use gloo::events::EventListener;
use web_sys::{HtmlDialogElement, HtmlElement};
use yew::prelude::*;

use crate::{
    app::msg::Msg,
    ui::{desk::use_desk, kit::Icon},
};

/// A dialog's frame.
#[derive(Clone, PartialEq, Properties)]
pub struct FrameProps {
    /// Its name, which is also its heading.
    pub name: &'static str,
    /// The id of the element.
    pub id: &'static str,
    /// True when it needs more width than text does.
    #[prop_or_default]
    pub wide: bool,
    /// Names the step it is at: another step starts with the focus at the heading.
    #[prop_or_default]
    pub step: Option<Rc<str>>,
    /// What can be done, at the foot.
    #[prop_or_default]
    pub foot: Option<Html>,
    /// What it holds.
    pub children: Html,
}

/// A modal dialog. It opens when it is drawn for the first time; Esc, the close button and a click beside it send
/// `Msg::DialogClosed`, and when it goes the browser gives the focus back to where it came from.
#[component]
pub fn Frame(props: &FrameProps) -> Html {
    let desk = use_desk();
    let node = use_node_ref();
    let heading = use_node_ref();
    // A press that began inside (selecting text, for instance) and ends beside the dialog does not close it.
    let pressed_beside = use_mut_ref(|| false);
    {
        let node = node.clone();
        let desk = desk.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            let listener = dialog.as_ref().map(|dialog| {
                // It fails only when the dialog is open already.
                let _ = dialog.show_modal();
                // Esc and the back gesture of a phone end here; "close" does not bubble, so it is always this dialog's.
                EventListener::new(dialog, "close", move |_| desk.send(Msg::DialogClosed))
            });
            move || {
                drop(listener);
                // Closing it before it leaves the page is what returns the focus.
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    {
        let heading = heading.clone();
        use_effect_with(props.step.clone(), move |_| {
            if let Some(heading) = heading.cast::<HtmlElement>() {
                let _ = heading.focus();
            }
        });
    }
    let onpointerdown = {
        let pressed_beside = pressed_beside.clone();
        Callback::from(move |event: PointerEvent| *pressed_beside.borrow_mut() = is_beside(&event))
    };
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |event: MouseEvent| {
            if pressed_beside.replace(false) && is_beside(&event) {
                desk.send(Msg::DialogClosed);
            }
        })
    };
    let close = Callback::from(move |_: MouseEvent| desk.send(Msg::DialogClosed));
    let title = format!("{}-title", props.id);
    html! {
        <dialog
            ref={node}
            class={classes!("dialog", props.wide.then_some("dialog-wide"))}
            id={props.id}
            aria-labelledby={title.clone()}
            {onpointerdown}
            {onclick}
        >
            <header class="dialog-head">
                <h2 ref={heading} id={title} tabindex="-1">{ props.name }</h2>
                <button class="btn btn-icon" type="button" aria-label="Close" title="Close" onclick={close}>
                    <Icon name="close" />
                </button>
            </header>
            <div class="dialog-body">{ props.children.clone() }</div>
            <footer class="dialog-foot" hidden={props.foot.is_none()}>{ props.foot.clone() }</footer>
        </dialog>
    }
}

/// True when the event hit the dialog itself, and so what lies around its content.
fn is_beside(event: &Event) -> bool {
    event.target_dyn_into::<HtmlDialogElement>().is_some()
}
