//! What all dialogs share: the modal element, its heading, and the ways out of it.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::{
    app::msg::Msg,
    ui::{
        desk::{Desk, sends},
        kit::{dom, icon},
    },
};

/// A dialog's frame.
pub struct Frame {
    /// Its name, which is also its heading.
    pub name: &'static str,
    /// The id of the element.
    pub id: &'static str,
    /// The id of its heading.
    pub title: &'static str,
    /// Its class: wider when it needs more width than text does.
    pub class: &'static str,
    /// What can be done, at the foot.
    pub foot: Option<Html>,
    /// What it holds.
    pub body: Html,
}

/// The class of most dialogs.
pub const PLAIN: &str = "dialog";
/// The class of those that need more width than text does.
pub const WIDE: &str = "dialog dialog-wide";
/// Says that a press began beside the dialog.
const BESIDE: &str = "data-beside";

impl Frame {
    /// The dialog's element. A press that began inside (selecting text, for instance) and ends beside the dialog does not
    /// close it.
    pub fn draw(self, desk: &Desk, node: &NodeRef) -> Html {
        let Self { name, id, title, class, foot, body } = self;
        let pointed = |event: PointerEvent| {
            if let Some(dialog) = dom::closest(&event, "dialog") {
                let _ = dialog.toggle_attribute_with_force(BESIDE, is_beside(&event));
            }
        };
        let clicked = {
            let desk = desk.clone();
            move |event: MouseEvent| {
                let Some(dialog) = dom::closest(&event, "dialog") else { return };
                if dialog.has_attribute(BESIDE) && is_beside(&event) {
                    desk.send(Msg::DialogClosed);
                }
                let _ = dialog.remove_attribute(BESIDE);
            }
        };
        html! {
            <dialog ref={node} {class} {id} aria-labelledby={title} onpointerdown={pointed} onclick={clicked}>
                <header class="dialog-head">
                    <h2 id={title} tabindex="-1">{ name }</h2>
                    <button
                        class="btn btn-icon"
                        type="button"
                        aria-label="Close"
                        title="Close"
                        onclick={sends(desk, Msg::DialogClosed)}
                    >
                        { icon("close") }
                    </button>
                </header>
                <div class="dialog-body">{ body }</div>
                <footer class="dialog-foot" hidden={foot.is_none()}>{ foot }</footer>
            </dialog>
        }
    }
}

/// True when the event hit the dialog itself, and so what lies around its content.
fn is_beside(event: &Event) -> bool {
    event.target_dyn_into::<HtmlDialogElement>().is_some()
}
