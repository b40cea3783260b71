//! What a class does once it has talked, each on a page of its own: it decides, and everybody sees what that changes.

use super::changed::changed;
use crate::{
    strings::lesson as strings,
    ui::{
        class::{controls::question, desk::Desk, roll::class},
        compare::people::people,
        decide::decide_part,
        kit::tag::{Tag, classed, div, span, tag},
    },
};
use postil_app::{
    class::{roll::view::RollView, view::AnnotatorsView},
    lesson::subpage::{SubPage, SubPageView},
    screen::Screen,
};

/// The page.
pub fn subpage(desk: &Desk, view: &SubPageView, annotators: &AnnotatorsView, roll: &RollView) -> Tag {
    let body = match view {
        SubPageView::Decide(found) => decide_part(desk, found),
        SubPageView::Changed(found) => changed(desk, found),
    };
    let back = classed("a", "btn btn-line btn-small back").set("href", Screen::Class.route());
    let head = classed("header", "page-head subpage-head")
        .kid(back.kid(span("").unheard().text("‹")).kid(tag("span").text(strings::back_to_class())))
        .kid(tag("h1").set("id", "class").set("tabindex", "-1").text(view.page().name()));
    div("page page-wide subpage")
        .key(view.page().route())
        .kid(head)
        .kid(question(desk, annotators))
        .kid(div("compare-head").kid(people(desk, annotators, roll)).kid(class(desk, roll)))
        .kid(body)
}

/// The ways to these pages, from the steps that they belong to.
pub fn way(page: SubPage) -> Tag {
    classed("a", "btn btn-line").set("href", page.route()).text(page.name())
}
