//! The Compare screen: who is compared, and the parts in which one looks at it.

pub mod board;
pub mod changed;
pub mod handed;
pub mod kinds;
pub mod numbers;
pub mod pictures;
pub mod portrait;
pub mod themes;

use super::{
    class::{
        controls::{Pick, question, segments, tick},
        desk::{Desk, sends},
    },
    decide,
    kit::{
        dom,
        tag::{Tag, button, classed, div, input, span, tag},
    },
};
use postil_app::{
    class::{msg::Msg, people::Annotator, view::AnnotatorsView},
    compare::{
        msg::{Msg as Compare, Tab},
        view::{CompareView, Part},
    },
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};
use yew::virtual_dom::ListenerKind;

/// The screen.
pub fn compare_screen(desk: &Desk, view: &CompareView, annotators: &AnnotatorsView) -> Tag {
    let shown = view.part.tab();
    // With an agreed reading one annotator has something to compare with.
    let alone = annotators.readers < 2 && !annotators.agreed && shown != Tab::Handed;
    let title = tag("span").verbatim().set("dir", "auto").saying(["“", &annotators.title, "”"].concat());
    let head =
        classed("header", "page-head").kid(tag("h1").set("id", "compare").set("tabindex", "-1").text("Compare")).kid(
            tag("p")
                .kid(tag("span").text("Where the annotators of "))
                .kid(title)
                .kid(tag("span").text(" agree, and where they do not.")),
        );
    let page = div("page page-wide").kid(head);
    if alone {
        let here = div("compare-head").hidden(annotators.readers == 0).kid(people(desk, annotators));
        return page.kid(here).kid(empty(desk, annotators));
    }
    let parts = Tab::ALL.into_iter().map(|tab| Pick::new(tab.name(), tab == shown, Compare::TabChosen(tab))).collect();
    let parts = segments(desk, "compare-part", "Part of Compare", parts);
    let body = match &view.part {
        Part::Board(found) => board::board(desk, found),
        Part::Themes(found) => themes::themes(desk, found, view.failed),
        Part::Portrait(found) => portrait::portrait(desk, found, view.failed),
        Part::Numbers(found) => numbers::numbers(desk, found),
        Part::Kinds(found) => kinds::kinds(desk, found),
        Part::Decide(found) => decide::decide_part(desk, found),
        Part::Changed(found) => changed::changed(desk, found),
        Part::Handed(found) => handed::handed(desk, found),
    };
    let body = body.key(shown.name());
    let report = classed("a", "btn btn-line to-report").set("href", "#/report").text("Report");
    let nobody = "Nobody has answered this question yet.";
    page.kid(question(desk, annotators))
        .kid(
            div("compare-head")
                .kid(parts)
                .kid(people(desk, annotators).key(shown.name()))
                .kid(example(desk, annotators))
                .kid(report),
        )
        .kid(classed("p", "hint").hidden(!annotators.annotators.is_empty() || annotators.readers == 0).text(nobody))
        .kid(body)
}

/// Nobody to compare with.
fn empty(desk: &Desk, annotators: &AnnotatorsView) -> Tag {
    let add = button("btn btn-primary").click(sends(desk, Compare::ImportAsked)).text("Add their files");
    let class = button("btn btn-line")
        .hidden(!annotators.example_fits || annotators.locked)
        .click(sends(desk, Compare::ExampleAsked))
        .text("Try with an example class");
    let words = "When others have read this article, import their files, a whole class at once, and everybody’s answers \
                 stand side by side here.";
    let handed = button("btn btn-line").click(sends(desk, Compare::TabChosen(Tab::Handed))).text("Who has handed in");
    div("empty")
        .kid(tag("h2").text(if annotators.readers == 0 {
            "Nobody has tagged this article yet"
        } else {
            "Only one annotator is here"
        }))
        .kid(tag("p").text(words))
        .kid(div("actions").kid(add).kid(class).kid(handed))
}

/// Who is compared.
fn people(desk: &Desk, view: &AnnotatorsView) -> Tag {
    let all = view.annotators.len();
    let words = if view.taken_in == all {
        if all == 1 { "1 annotator".to_owned() } else { format!("{all} annotators") }
    } else {
        format!("{} of {all} annotators", view.taken_in)
    };
    let list = classed("ul", "people-list")
        .label("Annotators")
        .all(view.annotators.iter().map(|annotator| person(desk, annotator)))
        .all(view.others.iter().map(other));
    let everybody = button("btn btn-small btn-line")
        .hidden(view.taken_in == all)
        .click(sends(desk, Msg::AllAnnotatorsChosen))
        .text("Take everybody in");
    let names = tick(desk, "Show names", view.named, Msg::NamesSwitched);
    let escaped = Rc::new(|event: Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>().filter(|event| event.key() == "Escape") else { return };
        if let Some(details) = dom::closest(event, "details") {
            let _ = details.remove_attribute("open");
            let summary = details.query_selector("summary").ok().flatten();
            if let Some(summary) = summary.and_then(|summary| summary.dyn_into::<HtmlElement>().ok()) {
                let _ = summary.focus();
            }
        }
    });
    classed("details", "people")
        .on(ListenerKind::onkeydown, escaped)
        .kid(classed("summary", "btn btn-line").kid(tag("span").verbatim().saying(words)))
        .kid(div("people-panel").kid(div("people-tools").kid(names).kid(everybody)).kid(list))
}

fn person(desk: &Desk, annotator: &Annotator) -> Tag {
    let check = input("checkbox")
        .checked(!annotator.left_out)
        .on(ListenerKind::onchange, sends(desk, Msg::AnnotatorSwitched(annotator.id.clone())));
    let words = tag("span").verbatim().set("dir", "auto").words(&annotator.name);
    let progress = span("hint").verbatim().words(&annotator.progress);
    tag("li").key(annotator.id.as_str()).kid(classed("label", "tick").kid(check).kid(words).kid(progress))
}

/// Somebody whose answers do not lie beside the others', since there are none to this question.
fn other(annotator: &Annotator) -> Tag {
    let words = tag("span").verbatim().set("dir", "auto").words(&annotator.name);
    let progress = span("hint").verbatim().words(&annotator.progress);
    tag("li").key(annotator.id.as_str()).kid(span("tick").kid(words).kid(progress))
}

/// That the class is made up, and the way to be rid of it.
fn example(desk: &Desk, view: &AnnotatorsView) -> Tag {
    let leave = button("btn btn-small btn-line")
        .flag("disabled", view.locked)
        .click(sends(desk, Compare::ExampleLeft))
        .text("Remove the example class");
    classed("p", "example-note")
        .hidden(!view.example)
        .kid(span("hint").text("These twelve people are made up, to try things with."))
        .kid(leave)
}
