//! The buttons at the end of the bar. On a phone they are a panel behind “More”.

use crate::ui::{
    desk::{Desk, tells},
    kit::{
        dom, icon,
        kbd::{shortcut, tip},
        tag::{Tag, button, div, span, tag},
    },
};
use postil_app::{msg::Msg, read, screen::DialogKind};
use std::sync::Arc;
use web_sys::Event;

/// The panel's id.
pub const ID: &str = "tools";

/// Search, the annotator, files and keys.
pub fn tools(desk: &Desk, annotator: &Arc<str>, search_key: &str, help_key: &str, hand_in: bool) -> Tag {
    let who = button("btn who")
        .set("value", "annotators")
        .kid(icon("person"))
        .kid(span("vh").text("Annotator: "))
        .kid(tag("span").verbatim().set("dir", "auto").words(annotator));
    div("tools")
        .set("id", ID)
        .set("popover", "auto")
        .click(tells(desk, chosen))
        .kid(file("export", "out", "Hand in").key("hand-in").set("class", "btn btn-file hand-in-tool").hidden(!hand_in))
        .kid(named("search", "search", "Search", search_key))
        .kid(who)
        .kid(file("open", "open", "Open article"))
        .kid(file("import", "in", "Import"))
        .kid(file("export", "out", "Export"))
        .kid(named("help", "help", "Help", help_key))
}

/// The buttons say with `value` which dialog they open; search is none.
fn chosen(event: &Event) -> Option<Msg> {
    let button = dom::closest(event, "button")?;
    if let Some(panel) = dom::closest(event, ".tools") {
        dom::close_popover(&panel);
    }
    Some(match button.get_attribute("value").as_deref() {
        Some("open") => Msg::DialogOpened(DialogKind::Open),
        Some("import") => Msg::DialogOpened(DialogKind::Import),
        Some("export") => Msg::DialogOpened(DialogKind::Export),
        Some("annotators") => Msg::DialogOpened(DialogKind::Annotators),
        Some("help") => Msg::DialogOpened(DialogKind::Help),
        _ => read::Msg::SearchOpened(true).into(),
    })
}

fn named(value: &'static str, sign: &str, name: &'static str, key: &str) -> Tag {
    button("btn btn-tool")
        .set("value", value)
        .label(name)
        .maybe("aria-keyshortcuts", shortcut(key))
        .made("title", tip(name, key))
        .kid(icon(sign))
        .kid(span("only-small").unheard().text(name))
}

fn file(value: &'static str, sign: &str, name: &'static str) -> Tag {
    button("btn btn-file").set("value", value).kid(icon(sign)).kid(tag("span").text(name))
}
