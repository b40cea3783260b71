//! The buttons at the end of the bar. On a phone they are a panel behind “More”.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        msg::{DialogKind, Msg},
        view::bar::BarView,
    },
    ui::{
        desk::Desk,
        kit::{
            dom, icon,
            kbd::{shortcut, tip},
        },
    },
};

/// The panel's id.
pub const ID: &str = "tools";

/// Search, the annotator, files and keys.
pub fn tools(desk: &Desk, bar: &BarView) -> Html {
    // The buttons say with `value` which dialog they open; search is none.
    let chosen = {
        let desk = desk.clone();
        move |event: MouseEvent| {
            let Some(button) = dom::closest(&event, "button") else { return };
            if let Some(panel) = dom::closest(&event, ".tools") {
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
    };
    html! {
        <div class="tools" id={ID} popover="auto" onclick={chosen}>
            { named("search", "search", "Search", &bar.search_key) }
            <button type="button" class="btn who" value="annotators">
                { icon("person") }
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

fn named(value: &'static str, sign: &str, name: &'static str, key: &str) -> Html {
    html! {
        <button
            type="button"
            class="btn btn-tool"
            {value}
            aria-label={name}
            aria-keyshortcuts={shortcut(key)}
            title={tip(name, key)}
        >
            { icon(sign) }
            <span class="only-small" aria-hidden="true">{ name }</span>
        </button>
    }
}

fn file(value: &'static str, sign: &str, name: &'static str) -> Html {
    html! { <button type="button" class="btn btn-file" {value}>{ icon(sign) }<span>{ name }</span></button> }
}
