//! Giving out: what a class gets, as a file or by a link.

use super::look;
use crate::ui::{
    class::desk::{Desk, sends},
    kit::tag::{Tag, button, classed, div, input, tag},
};
use postil_app::lesson::{
    msg::Msg,
    view::{LessonView, Step},
};

/// The step.
pub fn give(desk: &Desk, view: &LessonView) -> Tag {
    let give = &view.give;
    let begin = button(look(view, Step::Give))
        .flag("disabled", view.locked)
        .click(sends(desk, Msg::GivingAsked))
        .text("Give to the class");
    let again =
        button("btn btn-line").hidden(!give.given).click(sends(desk, Msg::FileAsked)).text("Save the file again");
    div("step-body")
        .kid(classed("p", "hint").saying(["They get ", &give.what, ", and nobody’s answers."].concat()))
        .kid(div("actions").kid(begin).kid(again))
        .kid(link(desk, view))
}

/// The link, once there is one.
fn link(desk: &Desk, view: &LessonView) -> Tag {
    let give = &view.give;
    let address = give.address.clone().unwrap_or_default();
    // It is never written in, so it follows what is drawn.
    let field = input("text").set("id", "given-link").put("value", &address).flag("readonly", true);
    let copy = button("btn btn-line").click(sends(desk, Msg::LinkCopied)).text("Copy link");
    div("given-link")
        .hidden(!give.given)
        .kid(
            div("field")
                .hidden(give.address.is_none())
                .kid(tag("label").set("for", "given-link").text("Link for the class"))
                .kid(div("adder").kid(field).kid(copy)),
        )
        .kid(classed("p", "hint").set("role", "status").hidden(give.link.is_empty()).text(give.link))
}
