//! Which paragraph it is, the way to its neighbours, and the sheet's handle.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            icon,
            tag::{Act, Tag, button, classed, tag},
        },
    },
};
use postil_app::read::{self, view::inspector::InspectorView};

/// The inspector's head: whether all of the sheet is seen, and what its handle does.
pub fn head(desk: &Desk, view: &InspectorView, expanded: bool, toggled: Act) -> Tag {
    let handle = button("btn handle")
        .set("aria-expanded", if expanded { "true" } else { "false" })
        .click(toggled)
        .kid(tag("span").text(strings::themes_and_note()))
        .kid(icon("up"));
    classed("header", "inspector-head")
        .kid(tag("h2").verbatim().words(&view.label))
        .kid(step(desk, strings::previous_paragraph(), "prev", view.has_previous, -1))
        .kid(step(desk, strings::next_paragraph(), "next", view.has_next, 1))
        .kid(handle)
}

fn step(desk: &Desk, name: &'static str, sign: &str, open: bool, by: i32) -> Tag {
    button("btn btn-icon")
        .label(name)
        .set("title", name)
        .flag("disabled", !open)
        .click(sends(desk, read::Msg::Stepped(by)))
        .kid(icon(sign))
}
