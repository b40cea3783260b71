//! Codebooks to begin with, shown as they will look.

use crate::ui::{
    class::desk::{Desk, sends},
    kit::tag::{Tag, button, classed, div, tag},
};
use postil_app::codebook::{
    msg::Msg,
    view::{BeginningView, CodebookView},
};

/// The choice of how to begin. It stands open while nothing was made yet.
pub(super) fn beginnings(desk: &Desk, view: &CodebookView) -> Tag {
    let all =
        classed("ul", "beginnings").all(view.beginnings.iter().map(|beginning| entry(desk, beginning, view.locked)));
    classed("details", "begin").flag("open", view.is_new).kid(tag("summary").text("Begin with something else")).kid(all)
}

fn entry(desk: &Desk, beginning: &BeginningView, locked: bool) -> Tag {
    let asks = beginning.asks.iter().map(|asks| classed("p", "asks").key(asks).words(asks));
    let themes = beginning.themes.iter().map(|theme| tag("li").key(theme).words(theme));
    let used = beginning.chosen;
    tag("li")
        .key(beginning.id)
        .when("data-chosen", used)
        .kid(tag("h3").text(beginning.name))
        .kid(classed("p", "hint").text(beginning.purpose))
        .kid(div("preview").all(asks))
        .kid(classed("ul", "chips").hidden(beginning.themes.is_empty()).all(themes))
        .kid(
            button("btn btn-line btn-small")
                .flag("disabled", locked || used)
                .click(sends(desk, Msg::BeginningChosen(beginning.id.into())))
                .text(if used { "In use" } else { "Use this" }),
        )
}
