//! The bar of a discussion, which stands in the place of the app's own: the way out, where one is, the steps, and the time.

use crate::{
    strings::discuss as strings,
    ui::{
        class::{
            controls::{Pick, segments},
            desk::{Desk, sends},
        },
        kit::tag::{Tag, button, classed, div, span, tag},
    },
};
use postil_app::discuss::{
    msg::Msg,
    place::Step,
    view::{DiscussView, TimerView},
};

/// The bar.
pub(super) fn head(desk: &Desk, view: &DiscussView) -> Tag {
    let steps =
        Step::ALL.into_iter().map(|step| Pick::new(step.name(), step == view.step, Msg::StepChosen(step))).collect();
    let leave = button("btn discuss-leave")
        .set("aria-keyshortcuts", "Escape")
        .set("title", strings::leave_discussion())
        .click(sends(desk, Msg::LeaveAsked))
        .text(strings::leave());
    let title = tag("h1")
        .set("id", "discussed")
        .set("tabindex", "-1")
        .kid(tag("span").verbatim().words(&view.label))
        .kid(span("hint").verbatim().words(&view.place));
    let (done, all) = view.progress;
    let progress = tag("progress")
        .set("class", "discuss-progress")
        .made("max", all.to_string())
        .made("value", done.to_string())
        .label(strings::progress());
    classed("header", "discuss-head")
        .kid(leave)
        .kid(title)
        .kid(segments(desk, "discuss-step", strings::step(), steps))
        .kid(tools(desk, view))
        .kid(progress)
}

fn tools(desk: &Desk, view: &DiscussView) -> Tag {
    let agenda = button("btn btn-line")
        .set("id", "agenda-button")
        .made("aria-expanded", view.agenda.open.to_string())
        .set("aria-controls", "agenda")
        .click(sends(desk, Msg::AgendaOpened(!view.agenda.open)))
        .text(strings::agenda());
    // Only the browser knows whether it fills the screen; the stylesheet shows the words for that.
    let full = button("btn btn-line discuss-full")
        .set("aria-keyshortcuts", "f")
        .click(sends(desk, Msg::FullScreenAsked))
        .kid(span("when-window").text(strings::full_screen()))
        .kid(span("when-full").text(strings::leave_full_screen()))
        .kid(tag("kbd").unheard().text("F"));
    div("actions").kid(agenda).kid(full)
}

/// The time for the paragraph: what is left of it, or how much it may be.
pub(super) fn timer(desk: &Desk, view: &TimerView) -> Tag {
    let set = view.choices.iter().map(|minutes| {
        let id = format!("timer-{minutes}");
        button("btn btn-small btn-line")
            .key(&id)
            .made("id", id.clone())
            .click(sends(desk, Msg::TimerSet(Some(*minutes))))
            .saying(strings::minutes(*minutes))
    });
    let runs = !view.words.is_empty();
    let clock = span("discuss-clock")
        .hidden(!runs)
        .kid(span("discuss-time").set("role", "timer").when("data-over", view.over).verbatim().words(&view.words))
        .kid(span("hint").text(strings::for_paragraph()));
    let stop = button("btn btn-small btn-line")
        .set("id", "timer-stop")
        .hidden(!runs)
        .click(sends(desk, Msg::TimerSet(None)))
        .text(strings::stop_timer());
    div("discuss-timer")
        .kid(clock)
        .kid(stop)
        .kid(span("hint").unheard().hidden(runs).text(strings::timer()))
        .kid(div("actions").set("role", "group").label(strings::timer()).hidden(runs).all(set))
}
