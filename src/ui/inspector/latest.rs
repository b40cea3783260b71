//! Where the annotator chose the same last: links to these paragraphs, in the card that says what it means.

use crate::{
    strings::inspector as strings,
    ui::kit::{
        dom,
        tag::{Tag, div, span, tag},
    },
};
use postil_app::read::view::inspector::LatestView;
use std::rc::Rc;

/// The paragraphs, the latest first, and what was chosen there. Whoever follows one sees it, so the card is closed.
pub fn latest(latest: &[LatestView], chosen: &str) -> Tag {
    let closes = Rc::new(|event| {
        if let Some(card) = dom::closest(&event, "a").and(dom::closest(&event, "[popover]")) {
            dom::close_popover(&card);
        }
    });
    let link = |one: &LatestView| {
        let number = span("number").verbatim().words(&one.number);
        let words = tag("span").verbatim().set("dir", "auto").words(&one.words);
        tag("li")
            .key(&one.number)
            .kid(tag("a").put("href", &one.link).kid(span("vh").text(strings::paragraph())).kid(number).kid(words))
    };
    div("latest")
        .hidden(latest.is_empty())
        .click(closes)
        .kid(tag("h4").saying(strings::last_chose(chosen)))
        .kid(tag("ul").all(latest.iter().map(link)))
}
