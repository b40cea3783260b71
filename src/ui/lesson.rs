//! The Class screen: the steps of a lesson, one below the other.

pub mod changed;
pub mod collect;
pub mod drop;
pub mod give;
pub mod look;
pub mod subpage;

use self::{look::look, subpage::way};
use super::{
    class::{
        desk::{Desk, sends},
        example,
    },
    kit::tag::{Tag, button, classed, div, span, tag},
};
use crate::strings::lesson as strings;
use postil_app::lesson::{
    msg::Msg,
    subpage::SubPage,
    view::{LessonView, Step},
};
use std::sync::Arc;
use yew::virtual_dom::ListenerKind;

/// The screen.
pub fn lesson_screen(desk: &Desk, view: &LessonView) -> Tag {
    let title = tag("span").verbatim().set("dir", "auto").saying(strings::quoted(&view.title));
    let head = classed("header", "page-head")
        .kid(tag("h1").set("id", "class").set("tabindex", "-1").text(strings::class()))
        .kid(
            tag("p")
                .kid(tag("span").text(strings::lesson_with()))
                .kid(title)
                .kid(tag("span").text(strings::step_by_step())),
        );
    let steps = [
        step(view, Step::Give, &view.give.state, give::give(desk, view)),
        step(view, Step::Collect, &view.collect.summary, collect::collect(desk, view)),
        step(view, Step::Compare, &view.compare, link(view, Step::Compare, "#/compare", strings::compare_answers())),
        step(view, Step::Discuss, &view.discuss, discuss(view)),
        step(view, Step::GiveBack, &view.back.state, back(desk, view)),
    ];
    div("page page-wide lesson-page")
        .on(ListenerKind::ondrop, drop::takes(desk))
        .kid(head)
        .kid(student(view))
        .kid(fresh(desk, view))
        .kid(example::note(desk, view.made_up, view.locked, Msg::ExampleLeft))
        .kid(for_teacher(view, classed("ol", "lesson").all(steps.into_iter())))
}

/// The steps are a teacher's: for a student they are folded away.
fn for_teacher(view: &LessonView, steps: Tag) -> Tag {
    if !view.student {
        return steps;
    }
    classed("details", "lesson-steps").kid(tag("summary").text(strings::what_teacher_does())).kid(steps)
}

fn step(view: &LessonView, step: Step, state: &Arc<str>, body: Tag) -> Tag {
    let (id, name) = match step {
        Step::Give => ("step-give", strings::give_to_class()),
        Step::Collect => ("step-collect", strings::collect()),
        Step::Compare => ("step-compare", strings::compare()),
        Step::Discuss => ("step-discuss", strings::discuss()),
        Step::GiveBack => ("step-back", strings::give_back()),
    };
    let next = view.next == Some(step);
    let title = tag("h2").set("id", id).set("tabindex", "-1").text(name);
    let said = classed("p", "step-state").verbatim().set("role", "status").words(state);
    let head = div("step-head").kid(title).kid(said);
    let here = classed("li", "step").key(id).flag("data-next", next);
    let here = if next { here.set("aria-current", "step") } else { here };
    here.kid(head).kid(body)
}

fn link(view: &LessonView, step: Step, to: &'static str, words: &'static str) -> Tag {
    div("step-body").kid(div("actions").kid(classed("a", look(view, step)).set("href", to).text(words)))
}

fn discuss(view: &LessonView) -> Tag {
    let open = classed("a", look(view, Step::Discuss)).set("href", "#/discuss").text(strings::open_discussion());
    div("step-body").kid(div("actions").kid(open).kid(way(SubPage::Decide).hidden(view.student || !view.talks)))
}

fn back(desk: &Desk, view: &LessonView) -> Tag {
    let back = &view.back;
    let give = button(look(view, Step::GiveBack))
        .flag("disabled", !back.ready || view.locked)
        .click(sends(desk, Msg::GivingBackAsked))
        .text(strings::give_back());
    div("step-body")
        .kid(classed("p", "step-since").hidden(back.since.is_empty()).words(&back.since))
        .kid(classed("p", "hint").words(&back.about))
        .kid(classed("p", "step-since").hidden(back.replies.is_empty()).words(&back.replies))
        .kid(
            div("actions")
                .kid(give)
                .kid(
                    classed("a", "btn btn-line")
                        .hidden(!view.talks)
                        .set("href", "#/report")
                        .text(strings::report_of_class()),
                )
                .kid(way(SubPage::Changed).hidden(view.student || !view.talks)),
        )
}

/// Whoever got the article is no teacher of this class.
fn student(view: &LessonView) -> Tag {
    div("lesson-note")
        .hidden(!view.student)
        .kid(
            tag("p")
                .kid(tag("span").text(strings::for_teacher()))
                .kid(tag("span").hidden(view.decided).text(strings::feedback_later())),
        )
        .kid(way(SubPage::Changed).hidden(!view.student || !view.decided))
}

/// What all this is, while nothing has begun.
fn fresh(desk: &Desk, view: &LessonView) -> Tag {
    let line = |words| tag("li").text(words);
    let class = example::offer(desk, view.example && !view.locked, Msg::ExampleAsked);
    classed("section", "lesson-fresh")
        .hidden(!view.fresh || view.student)
        .label(strings::how_lesson_goes())
        .kid(
            tag("ul")
                .kid(line(strings::first_everybody_gets()))
                .kid(line(strings::then_they_hand_in()))
                .kid(line(strings::then_you_talk())),
        )
        .kid(div("actions").kid(class).kid(span("hint").hidden(!view.example).text(strings::made_up_people())))
}
