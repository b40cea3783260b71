//! The search panel: it stays open beside the article until it is closed.

use wasm_bindgen::JsCast;
use yew::{prelude::*, virtual_dom::ListenerKind};

use crate::{
    app::{msg::Msg, view::bar::SearchView},
    ui::{
        desk::{Desk, tells},
        kit::{
            dom, field, icon,
            tag::{Tag, button, classed, div},
        },
    },
};

/// The id of its field, where the focus goes when it is opened.
pub const FIELD: &str = "search";

/// The search panel.
pub fn panel(desk: &Desk, search: &SearchView, place: &NodeRef) -> Tag {
    let words = field::line("search", &search.words)
        .set("id", FIELD)
        .at(place)
        .label("Search")
        .set("aria-describedby", "search-result")
        .set("placeholder", "Search the article")
        .set("autocomplete", "off")
        .on(ListenerKind::oninput, tells(desk, typed));
    div("pop search")
        .set("role", "search")
        .hidden(!search.open)
        .on(ListenerKind::onkeydown, tells(desk, pressed))
        .click(tells(desk, clicked))
        .kid(words)
        .kid(step("previous", "up", "Previous finding"))
        .kid(step("next", "down", "Next finding"))
        .kid(step("close", "close", "Close search"))
        .kid(classed("p", "hint").set("id", "search-result").verbatim().words(&search.result))
}

fn step(value: &'static str, sign: &str, name: &'static str) -> Tag {
    button("btn btn-icon").set("value", value).label(name).set("title", name).kid(icon(sign))
}

fn typed(event: &Event) -> Option<Msg> {
    dom::input(event, "input").map(|field| Msg::SearchTyped(field.value().into()))
}

fn pressed(event: &Event) -> Option<Msg> {
    let key = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing())?;
    let msg = match key.key().as_str() {
        "Enter" => {
            dom::input(event, "input")?;
            Msg::SearchStepped(if key.shift_key() { -1 } else { 1 })
        }
        "Escape" => Msg::SearchOpened(false),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}

fn clicked(event: &Event) -> Option<Msg> {
    Some(match dom::closest(event, "button")?.get_attribute("value").as_deref() {
        Some("previous") => Msg::SearchStepped(-1),
        Some("next") => Msg::SearchStepped(1),
        _ => Msg::SearchOpened(false),
    })
}
