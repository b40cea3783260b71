//! Giving out: what a class gets, as a file or by a link.

use super::look::look;
use crate::{
    strings::lesson as strings,
    ui::{
        class::{
            card::Card,
            desk::{Desk, sends},
        },
        kit::{
            field,
            tag::{Tag, button, classed, div, tag},
        },
        part::View,
    },
};
use postil_app::lesson::{
    give::GiveView,
    msg::Msg,
    qr::QrView,
    view::{LessonView, Step},
};
use std::sync::Arc;
use yew::prelude::*;

/// The step.
pub fn give(desk: &Desk, view: &LessonView) -> Tag {
    let give = &view.give;
    let begin = button(look(view, Step::Give))
        .flag("disabled", view.locked)
        .click(sends(desk, Msg::GivingAsked))
        .text(strings::give_to_class());
    let again =
        button("btn btn-line").hidden(!give.given).click(sends(desk, Msg::FileAsked)).text(strings::save_again());
    let view = View::new((desk.clone(), give.clone(), Arc::clone(&view.title)), |(desk, give, title)| {
        link(desk, give, title).html()
    });
    div("step-body")
        .kid(classed("p", "step-since").hidden(give.changed.is_empty()).text(give.changed))
        .kid(classed("p", "hint").saying(strings::they_get(&give.what)))
        .kid(div("actions").kid(begin).kid(again))
        .node(html! { <Card {view} /> })
}

/// The link, once there is one, in letters and as a code.
fn link(desk: &Desk, give: &GiveView, title: &Arc<str>) -> Tag {
    let address = give.address.clone().unwrap_or_default();
    let field = field::line("text", &address).set("id", "given-link").flag("readonly", true);
    let copy = button("btn btn-line").click(sends(desk, Msg::LinkCopied)).text(strings::copy_link());
    let letters = div("field")
        .hidden(give.address.is_none())
        .kid(tag("label").set("for", "given-link").text(strings::link_for_class()))
        .kid(div("adder").kid(field).kid(copy))
        .kid(classed("p", "hint").text(strings::about_link()))
        .kid(classed("p", "hint").hidden(give.uncoded.is_empty()).text(give.uncoded));
    let said = classed("p", "hint").set("role", "status").hidden(give.link.is_empty()).text(give.link);
    div("given-link").hidden(!give.given).kid(letters).kid(said).kid(match &give.code {
        Some(code) => codes(title, code),
        None => div("qr").hidden(true),
    })
}

/// The id of the code that fills the screen.
const LARGE: &str = "qr-large";

/// The code, and the same as large as the screen, for a wall.
fn codes(title: &Arc<str>, code: &QrView) -> Tag {
    let large = button("btn btn-line btn-small").set("popovertarget", LARGE).text(strings::show_large());
    let close = button("btn btn-line")
        .set("popovertarget", LARGE)
        .set("popovertargetaction", "hide")
        .flag("autofocus", true)
        .text(strings::close());
    let title = tag("p").verbatim().set("dir", "auto").words(title);
    let wall = classed("dialog", "qr-large")
        .set("id", LARGE)
        .set("popover", "auto")
        .label(strings::qr_code())
        .kid(title)
        .kid(drawn(code))
        .kid(close);
    div("qr").kid(drawn(code)).kid(large).kid(wall)
}

/// Black on white whatever the colours of the page are: readers expect that.
fn drawn(code: &QrView) -> Tag {
    let side = code.side.to_string();
    tag("svg")
        .set("role", "img")
        .label(strings::qr_code())
        .made("viewBox", ["0 0 ", &side, " ", &side].concat())
        .set("shape-rendering", "crispEdges")
        .kid(tag("rect").set("width", "100%").set("height", "100%").set("fill", "#fff"))
        .kid(tag("path").put("d", &code.path).set("fill", "#000"))
}
