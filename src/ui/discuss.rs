//! The Discuss screen, made for a projector: one paragraph, step by step, each of which fits the screen. The text stands on
//! the starting side, and what the step is about beside it.

mod agenda;
mod head;
mod reveal;
mod text;
mod votes;

use super::{
    class::{
        controls::question,
        desk::{Desk, sends},
        roll::told,
    },
    decide,
    kit::tag::{Tag, button, classed, div, span, tag},
};
use crate::strings::discuss as strings;
use postil_app::{
    class::{roll::view::RollView, view::AnnotatorsView},
    discuss::{msg::Msg, place::Step, view::DiscussView},
};

/// The screen.
pub fn discuss_screen(desk: &Desk, view: &DiscussView, annotators: &AnnotatorsView, roll: &RollView) -> Tag {
    let work = match view.step {
        Step::Blind => text::alone(),
        Step::Vote | Step::Second => votes::votes(desk, view),
        Step::Reveal => reveal::reveal(desk, view),
        Step::Decide => {
            view.decide.as_deref().map_or_else(|| div("").hidden(true), |view| decide::form::form(desk, view, "h2"))
        }
    };
    let below = match view.step {
        Step::Reveal => reveal::notes(view),
        _ => view.decide.as_deref().map_or_else(|| div("").hidden(true), |view| decide::said::said(desk, view)),
    };
    let prompt = classed("p", "discuss-prompt").verbatim().set("dir", "auto").words(&view.prompt);
    let work = div("discuss-work").key(view.step.name()).kid(prompt).kid(work);
    let stage = div("discuss-stage").kid(div("discuss-read").kid(text::text(view)).kid(below)).kid(work);
    let aside = div("discuss-aside").kid(told(desk, roll)).kid(question(desk, annotators));
    div("discuss")
        .set("data-step", view.step.word())
        .kid(head::head(desk, view))
        .kid(aside)
        .kid(agenda::agenda(desk, view, annotators.questions.len() > 1))
        .kid(stage)
        .kid(foot(desk, view))
}

/// The way on and back, and the time between them.
fn foot(desk: &Desk, view: &DiscussView) -> Tag {
    // At the end only the button leads out: whoever presses a remote once too often stays.
    let (words, on) = match view.ends.1 {
        true => (strings::finish(), Msg::LeaveAsked),
        false => (strings::next(), Msg::Stepped(true)),
    };
    // Not `disabled`: whoever comes to the beginning by it would lose the focus.
    let back = button("btn btn-line")
        .when("aria-disabled", view.ends.0)
        .click(sends(desk, Msg::Stepped(false)))
        .text(strings::back());
    classed("footer", "discuss-foot")
        .kid(back)
        .kid(head::timer(desk, &view.timer))
        .kid(span("hint").text(strings::move_on_with()))
        .kid(button("btn btn-primary").click(sends(desk, on)).text(words))
}

/// Nothing to discuss.
pub fn nothing(desk: &Desk, roll: &RollView) -> Tag {
    let words = strings::nothing_on_agenda();
    let all = button("btn btn-primary").click(sends(desk, Msg::AllChosen)).text(strings::add_all_paragraphs());
    let again = button("btn btn-line").click(sends(desk, Msg::AgendaReset)).text(strings::reset_agenda());
    let empty = div("empty")
        .kid(tag("h1").text(strings::nothing_to_discuss()))
        .kid(tag("p").text(words))
        .kid(div("actions").kid(all).kid(again));
    div("page").kid(told(desk, roll)).kid(empty)
}
