//! The buttons at the end of the bar. On a phone they are a panel behind “More”.

use super::next::acts;
use crate::{
    strings::bar as strings,
    ui::{
        desk::{Desk, tells},
        kit::{
            dom, icon,
            kbd::{shortcut, tip},
            tag::{Tag, button, div, span, tag},
        },
    },
};
use postil_app::{msg::Msg, read, screen::DialogKind, shared::assignment::Next};
use std::sync::Arc;
use web_sys::Event;

/// The value of the button that does what comes next.
const NEXT: &str = "next";

/// The panel's id.
pub const ID: &str = "tools";
/// The id of the menu of files.
const FILES: &str = "files";

/// Search, the annotator, files and keys.
pub fn tools(desk: &Desk, annotator: &Arc<str>, search_key: &str, help_key: &str, next: Option<Next>) -> Tag {
    let who = button("btn who")
        .set("value", "annotators")
        .kid(icon("person"))
        .kid(span("vh").text(strings::annotator()))
        .kid(tag("span").verbatim().set("dir", "auto").words(annotator));
    div("tools")
        .set("id", ID)
        .set("popover", "auto")
        .click(tells(desk, chosen))
        .kid(
            file(NEXT, if next == Some(Next::Collect) { "in" } else { "out" }, next.map_or("", Next::label))
                .key(NEXT)
                .set("class", "btn btn-file next-tool")
                .hidden(next.is_none())
                .click(acts(desk, next)),
        )
        .kid(named("search", "search", strings::search(), search_key))
        .kid(who)
        .kid(
            button("btn files-button")
                .set("popovertarget", FILES)
                .kid(icon("open"))
                .kid(tag("span").text(strings::files()))
                .kid(icon("down")),
        )
        .kid(
            div("files")
                .set("id", FILES)
                .set("popover", "auto")
                .set("role", "group")
                .label(strings::files())
                .kid(file("open", "open", strings::open_article()))
                .kid(file("import", "in", strings::import()))
                .kid(file("export", "out", strings::export())),
        )
        .kid(named("help", "help", strings::help(), help_key))
}

/// The buttons say with `value` which dialog they open; search is none.
fn chosen(event: &Event) -> Option<Msg> {
    let button = dom::closest(event, "button")?;
    // The button of the menu itself opens it, and says nothing else.
    if button.has_attribute("popovertarget") {
        return None;
    }
    for panel in [".files", ".tools"] {
        if let Some(panel) = dom::closest(event, panel) {
            dom::close_popover(&panel);
        }
    }
    Some(match button.get_attribute("value").as_deref() {
        // It says itself what it does.
        Some(NEXT) => return None,
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
