//! What each person said, one by one: folded away, since the answers stand there with their counts.

use crate::{
    strings::decide as strings,
    ui::{
        class::desk::{Desk, sends},
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::decide::{
    msg::Msg as Decide,
    view::{DecideView, Said},
};
use std::sync::Arc;

/// What each person said of the paragraph.
pub fn said(desk: &Desk, view: &DecideView) -> Tag {
    let heard = || view.said.iter().filter(|said| said.is_heard());
    if heard().next().is_none() {
        return classed("p", "decide-said hint").verbatim().words(&view.each);
    }
    let asked = classed("p", "hint").hidden(view.asked.is_empty()).verbatim().set("dir", "auto").words(&view.asked);
    classed("details", "decide-said")
        .key(&view.label)
        .kid(tag("summary").verbatim().words(&view.each))
        .kid(asked)
        .kid(tag("ul").all(heard().map(|each| said_by(desk, each, view.locked))))
}

fn said_by(desk: &Desk, said: &Said, locked: bool) -> Tag {
    let take = button("btn btn-small btn-line")
        .made("aria-label", strings::accept_answer_of(&said.name))
        .flag("disabled", locked)
        .hidden(!said.coded)
        .click(sends(desk, Decide::AnswerTaken(said.id.clone())))
        .text(strings::accept());
    let answer = span("said-answer")
        .sense(said.sense)
        .kid(span("glyph").unheard().text(said.glyph))
        .kid(tag("span").verbatim().words(&said.words))
        .kid(span("hint").hidden(said.confidence.is_empty()).text(strings::confidence()).text(said.confidence));
    let note = |note: &Arc<str>| classed("p", "said-note").verbatim().set("dir", "auto").words(note);
    tag("li")
        .key(said.id.as_str())
        .kid(span("said-name").verbatim().set("dir", "auto").words(&said.name))
        .kid(answer)
        .kid(take)
        .kid(div("said-notes").hidden(said.notes.is_empty()).all(said.notes.iter().map(note)))
}
