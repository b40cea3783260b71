//! The Discuss screen, which a later release fills.

use super::kit::tag::{Tag, classed, div, tag};
use crate::app::msg::Screen;

/// The screen.
pub fn discuss_screen() -> Tag {
    let words = "A screen to go through the differences together, large enough for a projector, comes in a later release. \
                 Until then you can read and tag the article, and collect everybody’s files: Import takes a whole class at \
                 once.";
    let link = |to: Screen, words| classed("a", "btn btn-line").set("href", to.route()).text(words);
    let actions = div("actions")
        .kid(link(Screen::Read, "Back to the article"))
        .kid(link(Screen::Compare, "Whose layers are here"));
    let empty = div("empty").kid(tag("h2").text("Not here yet")).kid(tag("p").text(words)).kid(actions);
    div("page").kid(classed("header", "page-head").kid(tag("h1").text("Discuss"))).kid(empty)
}
