//! The example class: the offer of it, and the word that it is made up with the way to be rid of it.

use super::desk::{Desk, sends};
use crate::{
    strings::class as strings,
    ui::kit::tag::{Tag, button, classed, span},
};
use postil_app::class::msg::Msg;

/// The button that brings it in.
pub fn offer(desk: &Desk, shown: bool, asked: impl Into<Msg>) -> Tag {
    button("btn btn-line").hidden(!shown).click(sends(desk, asked)).text(strings::try_example())
}

/// That it is made up, while it is here.
pub fn note(desk: &Desk, shown: bool, locked: bool, left: impl Into<Msg>) -> Tag {
    let leave = button("btn btn-small btn-line")
        .flag("disabled", locked)
        .click(sends(desk, left))
        .text(strings::remove_example());
    classed("p", "example-note").hidden(!shown).kid(span("hint").text(strings::example_made_up())).kid(leave)
}
