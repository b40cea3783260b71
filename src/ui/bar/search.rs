//! The search panel: it stays open beside the article until it is closed.

use crate::{
    strings::bar as strings,
    ui::{
        desk::{Desk, tells},
        kit::{
            dom, field, icon,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::read::{
    self,
    view::search::{HitView, SearchView},
};
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The id of its field, where the focus goes when it is opened.
pub const FIELD: &str = "search";

/// Brings the finding that was gone to into sight of its list.
pub fn show_hit(field: &NodeRef) {
    let panel = field.cast::<Element>().and_then(|field| field.closest("[role=search]").ok()?);
    if let Some(hit) = panel.and_then(|panel| panel.query_selector(".hit[aria-current]").ok()?) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        hit.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// The search panel.
pub fn panel(desk: &Desk, search: &SearchView, place: &NodeRef) -> Tag {
    let words = field::line("search", &search.words)
        .set("id", FIELD)
        .at(place)
        .label(strings::search())
        .set("aria-describedby", "search-result")
        .set("placeholder", strings::search_article())
        .set("autocomplete", "off")
        .on(ListenerKind::oninput, tells(desk, typed));
    div("pop search")
        .set("role", "search")
        .hidden(!search.open)
        .on(ListenerKind::onkeydown, tells(desk, pressed))
        .click(tells(desk, clicked))
        .kid(words)
        .kid(step("previous", "up", strings::previous_result()))
        .kid(step("next", "down", strings::next_result()))
        .kid(step("close", "close", strings::close_search()))
        .kid(classed("p", "hint").set("id", "search-result").set("role", "status").verbatim().words(&search.result))
        .kid(hits(search))
        .kid(classed("p", "hint").hidden(!search.more).text(strings::first_are_listed()))
}

/// What was found: a button for each, with the words around it.
fn hits(search: &SearchView) -> Tag {
    let hits = search.hits.iter().enumerate().map(|(at, hit)| {
        let found = button("hit").made("value", at.to_string()).when("aria-current", search.at == Some(at));
        tag("li").key(&at.to_string()).kid(words(found, hit))
    });
    classed("ol", "hits").label(strings::results()).hidden(search.hits.is_empty()).all(hits)
}

fn words(hit: Tag, HitView { name, excerpt }: &HitView) -> Tag {
    let text = span("").verbatim().set("dir", "auto").kid(tag("span").words(&excerpt.before));
    hit.kid(span("label").words(name))
        .kid(text.kid(tag("mark").words(&excerpt.found)).kid(tag("span").words(&excerpt.after)))
}

fn step(value: &'static str, sign: &str, name: &'static str) -> Tag {
    button("btn btn-icon").set("value", value).label(name).set("title", name).kid(icon(sign))
}

fn typed(event: &Event) -> Option<read::Msg> {
    dom::input(event, "input").map(|field| read::Msg::SearchTyped(field.value().into()))
}

fn pressed(event: &Event) -> Option<read::Msg> {
    let key = event.dyn_ref::<KeyboardEvent>().filter(|event| !event.is_composing())?;
    let msg = match key.key().as_str() {
        "Enter" => {
            dom::input(event, "input")?;
            read::Msg::SearchStepped(if key.shift_key() { -1 } else { 1 })
        }
        "Escape" => read::Msg::SearchOpened(false),
        _ => return None,
    };
    event.prevent_default();
    Some(msg)
}

fn clicked(event: &Event) -> Option<read::Msg> {
    Some(match dom::closest(event, "button")?.get_attribute("value").as_deref() {
        Some("previous") => read::Msg::SearchStepped(-1),
        Some("next") => read::Msg::SearchStepped(1),
        Some("close") => read::Msg::SearchOpened(false),
        place => read::Msg::SearchChosen(place?.parse().ok()?),
    })
}
