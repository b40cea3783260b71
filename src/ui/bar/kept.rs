//! The save state, always on screen, and what is not exported yet.

use super::next;
use crate::{
    strings::bar as strings,
    ui::{
        desk::{Desk, sends},
        kit::tag::{Tag, button, div, span, tag},
    },
};
use postil_app::{
    msg::Msg,
    screen::DialogKind,
    shared::{assignment::Next, saving::SaveState},
    view::bar::BarView,
};

/// What is kept, in words.
pub fn kept(desk: &Desk, bar: &BarView) -> Tag {
    let export = button("btn btn-line btn-small")
        .hidden(bar.save != SaveState::Failed)
        .click(sends(desk, Msg::DialogOpened(DialogKind::Export)))
        .text(strings::export_now());
    let save = span("save")
        .set("role", "status")
        .set("data-save-state", bar.save.word())
        .kid(tag("span").verbatim().words(&bar.save_sentence));
    let unexported = bar.unexported.clone();
    let unexported = span("unexported").verbatim().hidden(unexported.is_none()).words(&unexported.unwrap_or_default());
    let act = button("btn btn-primary btn-small next-act")
        .hidden(bar.next.is_none())
        .click(next::acts(desk, bar.next))
        .text(bar.next.map_or("", Next::label));
    div("kept").kid(tag("div").kid(save).kid(export)).kid(unexported).kid(act)
}
