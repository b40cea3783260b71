//! Files dropped anywhere on the page.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};
use yew::prelude::*;

use crate::ui::{
    desk::{Intake, use_desk},
    kit::Icon,
};

/// Whether drops are taken.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct DropTargetProps {
    /// False while a dialog is open: its own field takes files then.
    pub enabled: bool,
}

/// Shows itself while files are dragged over the page, and takes them. A drop that nobody takes is refused rather than
/// left to the browser, which would leave the page to show the file.
#[component]
pub fn DropTarget(props: &DropTargetProps) -> Html {
    let desk = use_desk();
    let over = use_state_eq(|| false);
    {
        let over = over.clone();
        use_effect_with(props.enabled, move |&enabled| {
            let listeners = web_sys::window().map(|window| {
                let options = EventListenerOptions::enable_prevent_default();
                let (enter, leave, drop) = (over.clone(), over.clone(), over.clone());
                [
                    EventListener::new_with_options(&window, "dragover", options, move |event| {
                        let Some(event) = free_drag(event) else { return };
                        event.prevent_default();
                        if let Some(data) = event.data_transfer() {
                            data.set_drop_effect(if enabled { "copy" } else { "none" });
                        }
                        if enabled {
                            enter.set(true);
                        }
                    }),
                    EventListener::new(&window, "dragleave", move |event| {
                        // Nothing comes next: the files have left the window.
                        if event.dyn_ref::<DragEvent>().is_some_and(|e| e.related_target().is_none()) {
                            leave.set(false);
                        }
                    }),
                    EventListener::new_with_options(&window, "drop", options, move |event| {
                        drop.set(false);
                        let Some(event) = free_drag(event) else { return };
                        event.prevent_default();
                        let list = event.data_transfer().and_then(|data| data.files());
                        if let Some(list) = list.filter(|list| enabled && list.length() > 0) {
                            desk.files.emit((Intake::Dropped, list));
                        }
                    }),
                ]
            });
            move || drop(listeners)
        });
    }
    html! {
        <div class="drop" data-over={(*over && props.enabled).then_some("")} aria-hidden="true">
            <Icon name="in" />
            <strong>{"Drop the file here"}</strong>
            <span>{"An article opens; annotations are imported."}</span>
        </div>
    }
}

/// The drag, when it carries files and no field has taken it already.
fn free_drag(event: &Event) -> Option<&DragEvent> {
    event.dyn_ref::<DragEvent>().filter(|drag| !drag.default_prevented() && holds_files(drag))
}

/// True when files are being dragged, rather than words or a link.
pub fn holds_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().iter().any(|kind| kind == "Files"))
}
