//! What is asked of whoever reads: a quiet box at the head of the article, which can be put away and is found again there.

use crate::{
    strings::reader as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            icon,
            tag::{Tag, button, classed, div, tag},
        },
    },
};
use postil_app::read::{self, view::article::TaskView};
use std::sync::Arc;

/// The box, or the button that brings it back.
pub fn task(desk: &Desk, view: &TaskView) -> Tag {
    let shown = |shown| sends(desk, read::Msg::TaskShown(shown));
    let place = div("task").key("task");
    if !view.shown {
        return place.kid(button("btn btn-line btn-small").key("again").click(shown(true)).text(strings::what_to_do()));
    }
    let words = tag("div")
        .kid(message(&view.message))
        .kid(classed("p", "hint").verbatim().hidden(view.facts.is_empty()).words(&view.facts));
    let close = button("btn btn-icon")
        .label(strings::hide())
        .set("title", strings::hide())
        .click(shown(false))
        .kid(icon("close"));
    place.kid(div("task-box").key("box").set("role", "note").label(strings::what_to_do()).kid(words).kid(close))
}

/// What is asked, in somebody’s own words.
pub fn message(words: &Arc<str>) -> Tag {
    classed("p", "task-words").set("lang", "").set("dir", "auto").verbatim().hidden(words.is_empty()).words(words)
}
