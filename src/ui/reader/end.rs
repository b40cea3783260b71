//! What stands below the last paragraph: what is missing, what comes next, and what has changed since it was handed in.

use crate::{
    strings::reader as strings,
    ui::{
        bar::next,
        desk::Desk,
        kit::tag::{Tag, button, classed, div, tag},
    },
};
use postil_app::{
    read::view::article::{EndView, Lead},
    shared::assignment::Next,
};
use std::sync::Arc;
use yew::prelude::*;

/// The end of the article.
pub fn end(desk: &Desk, view: &EndView) -> Html {
    let told = !view.state.is_empty();
    div("end")
        .set("lang", "en")
        .kid(tag("h2").text(strings::end_of_article()))
        .kid(line(&view.state))
        .kid(leads(&view.missing))
        .kid(line(&view.since))
        .kid(leads(&view.changed))
        .kid(line(&view.next))
        .kid(
            button("btn btn-primary")
                .hidden(!told || view.act.is_none())
                .click(next::acts(desk, view.act))
                .text(view.act.map_or("", Next::label)),
        )
        .html()
}

fn line(words: &Arc<str>) -> Tag {
    tag("p").verbatim().hidden(words.is_empty()).words(words)
}

/// Links to paragraphs.
fn leads(leads: &[Lead]) -> Tag {
    let lead = |lead: &Lead| {
        let there = ["#p", &(lead.index + 1).to_string()].concat();
        tag("li").key(&there).kid(tag("a").made("href", there.clone()).verbatim().words(&lead.words))
    };
    classed("ul", "leads").hidden(leads.is_empty()).all(leads.iter().map(lead))
}
