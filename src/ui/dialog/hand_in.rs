//! "Hand in", at the head of "Export" where the article was handed out.

use crate::{
    strings::dialog::export as strings,
    ui::{
        desk::{Desk, sends},
        dialog::frame::section,
        kit::{
            icon,
            tag::{Tag, button, classed, div, tag},
        },
    },
};
use postil_app::files::{self, view::HandInView};

/// What is in the file, what it is called, and the one button.
pub fn hand_in(desk: &Desk, view: &HandInView) -> Tag {
    let save = button("btn btn-primary")
        .set("aria-describedby", "hand-in-about")
        .click(sends(desk, files::Msg::HandInWanted))
        .kid(icon("out"))
        .kid(tag("span").text(strings::hand_in()));
    let about = div("hand-in-about")
        .set("id", "hand-in-about")
        .kid(classed("strong", "title").verbatim().set("dir", "auto").words(&view.file))
        .kid(classed("p", "hint").verbatim().words(&view.facts));
    section("hand-in", strings::your_work())
        .kid(div("hand-in").kid(about).kid(save))
        .kid(classed("p", "hint").text(strings::hand_in_about()))
}
