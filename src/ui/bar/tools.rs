//! The buttons at the end of the bar. On a phone they are a panel behind “More”.

use std::rc::Rc;

use yew::prelude::*;

use super::PartProps;
use crate::{
    app::msg::{DialogKind, Msg},
    ui::{
        desk::use_desk,
        kit::{
            Icon, dom,
            kbd::{shortcut, tip},
        },
    },
};

/// The panel's id.
pub const ID: &str = "tools";

/// Search, the annotator, files and keys.
#[component]
pub fn Tools(props: &PartProps) -> Html {
    let bar = &props.bar;
    let desk = use_desk();
    let panel = use_node_ref();
    // The buttons say with `value` which dialog they open; search is none.
    let chosen = use_callback((), {
        let panel = panel.clone();
        move |event: MouseEvent, ()| {
            let Some(button) = dom::closest(&event, "button") else { return };
            if let Some(panel) = panel.cast::<web_sys::Element>() {
                dom::close_popover(&panel);
            }
            desk.send(match button.get_attribute("value").as_deref() {
                Some("open") => Msg::DialogOpened(DialogKind::Open),
                Some("import") => Msg::DialogOpened(DialogKind::Import),
                Some("export") => Msg::DialogOpened(DialogKind::Export),
                Some("annotators") => Msg::DialogOpened(DialogKind::Annotators),
                Some("keys") => Msg::DialogOpened(DialogKind::Keys),
                _ => Msg::SearchOpened(true),
            });
        }
    });
    let named = |value: &'static str, icon, name: &'static str, key: &Rc<str>| {
        html! {
            <button
                type="button"
                class="btn btn-tool"
                {value}
                aria-label={name}
                aria-keyshortcuts={shortcut(key)}
                title={tip(name, key)}
            >
                <Icon name={icon} />
                <span class="only-small" aria-hidden="true">{ name }</span>
            </button>
        }
    };
    let file = |value: &'static str, icon, name| {
        html! { <button type="button" class="btn btn-file" {value}><Icon name={icon} /><span>{ name }</span></button> }
    };
    html! {
        <div class="tools" id={ID} popover="auto" ref={panel} onclick={chosen}>
            { named("search", "search", "Search", &bar.search_key) }
            <button type="button" class="btn who" value="annotators">
                <Icon name="person" />
                <span class="vh">{"Annotator: "}</span>
                <span translate="no">{ Rc::clone(&bar.annotator) }</span>
            </button>
            { file("open", "open", "Open article") }
            { file("import", "in", "Import") }
            { file("export", "out", "Export") }
            { named("keys", "keys", "All keys", &bar.help_key) }
        </div>
    }
}
