//! The Class screen: the steps of a lesson, one below the other.

pub mod collect;
pub mod drop;
pub mod give;
pub mod look;

use self::look::look;
use super::{
    class::{
        desk::{Desk, sends},
        example,
    },
    kit::tag::{Tag, button, classed, div, span, tag},
};
use postil_app::lesson::{
    msg::Msg,
    view::{LessonView, Step},
};
use std::sync::Arc;
use yew::virtual_dom::ListenerKind;

/// The screen.
pub fn lesson_screen(desk: &Desk, view: &LessonView) -> Tag {
    let title = tag("span").verbatim().set("dir", "auto").saying(["“", &view.title, "”"].concat());
    let head = classed("header", "page-head")
        .kid(tag("h1").set("id", "class").set("tabindex", "-1").text("Class"))
        .kid(tag("p").kid(tag("span").text("A lesson with ")).kid(title).kid(tag("span").text(", step by step.")));
    let steps = [
        step(view, Step::Give, &view.give.state, give::give(desk, view)),
        step(view, Step::Collect, &view.collect.summary, collect::collect(desk, view)),
        step(view, Step::Compare, &view.compare, link(view, Step::Compare, "#/compare", "Compare the answers")),
        step(view, Step::Discuss, &view.discuss, link(view, Step::Discuss, "#/discuss", "Open the discussion")),
        step(view, Step::GiveBack, &view.back.state, back(desk, view)),
    ];
    div("page page-wide lesson-page")
        .on(ListenerKind::ondrop, drop::takes(desk))
        .kid(head)
        .kid(student(view))
        .kid(fresh(desk, view))
        .kid(example::note(desk, view.made_up, view.locked, Msg::ExampleLeft))
        .kid(classed("ol", "lesson").all(steps.into_iter()))
}

fn step(view: &LessonView, step: Step, state: &Arc<str>, body: Tag) -> Tag {
    let (id, name) = match step {
        Step::Give => ("step-give", "Give to the class"),
        Step::Collect => ("step-collect", "Collect"),
        Step::Compare => ("step-compare", "Compare"),
        Step::Discuss => ("step-discuss", "Discuss"),
        Step::GiveBack => ("step-back", "Give back"),
    };
    let next = view.next == Some(step);
    let title = tag("h2").set("id", id).text(name);
    let said = classed("p", "step-state").verbatim().set("role", "status").words(state);
    let head = div("step-head").kid(title).kid(said);
    let here = classed("li", "step").key(id).flag("data-next", next);
    let here = if next { here.set("aria-current", "step") } else { here };
    here.kid(head).kid(body)
}

fn link(view: &LessonView, step: Step, to: &'static str, words: &'static str) -> Tag {
    div("step-body").kid(div("actions").kid(classed("a", look(view, step)).set("href", to).text(words)))
}

fn back(desk: &Desk, view: &LessonView) -> Tag {
    let back = &view.back;
    let give = button(look(view, Step::GiveBack))
        .flag("disabled", !back.ready || view.locked)
        .click(sends(desk, Msg::GivingBackAsked))
        .text("Give back");
    div("step-body")
        .kid(classed("p", "step-since").hidden(back.since.is_empty()).words(&back.since))
        .kid(classed("p", "hint").words(&back.about))
        .kid(
            div("actions").kid(give).kid(
                classed("a", "btn btn-line").hidden(!back.ready).set("href", "#/report").text("Report of the class"),
            ),
        )
}

/// Whoever got the article is no teacher of this class.
fn student(view: &LessonView) -> Tag {
    classed("p", "lesson-note").hidden(!view.student).text(
        "This screen is for your teacher. To hand in, use the button at the top. Your teacher may give you a feedback file later.",
    )
}

/// What all this is, while nothing has begun.
fn fresh(desk: &Desk, view: &LessonView) -> Tag {
    let line = |words| tag("li").text(words);
    let class = example::offer(desk, view.example && !view.locked, Msg::ExampleAsked);
    classed("section", "lesson-fresh")
        .hidden(!view.fresh || view.student)
        .label("How a lesson goes")
        .kid(
            tag("ul")
                .kid(line("Everybody gets the article and your questions as one file, or by a link."))
                .kid(line("They read, answer and hand in a file each. You collect all of them at once, and see where people disagree."))
                .kid(line("You talk about those paragraphs, decide what you can, and everybody gets back how their answers compare.")),
        )
        .kid(div("actions").kid(class).kid(span("hint").hidden(!view.example).text("Twelve made-up people. You can remove them in one step.")))
}
