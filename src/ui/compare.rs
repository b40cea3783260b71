//! The Compare screen: who is compared, and the parts in which one looks at it.

pub mod board;
pub mod changed;
pub mod kinds;
pub mod numbers;
pub mod overview;
pub mod people;
pub mod pictures;
pub mod portrait;
pub mod themes;

use self::people::people;
use super::{
    class::{
        controls::{Pick, question, segments},
        desk::{Desk, sends},
        example,
        roll::{class, told},
        tabs::{Choice, tabs},
    },
    decide,
    kit::tag::{Tag, button, classed, div, span, tag},
};
use crate::strings::compare as strings;
use postil_app::{
    class::{roll::view::RollView, view::AnnotatorsView},
    compare::{
        msg::{Msg as Compare, Tab},
        view::{CompareView, Part},
    },
};

/// The screen.
pub fn compare_screen(desk: &Desk, view: &CompareView, annotators: &AnnotatorsView, roll: &RollView) -> Tag {
    let shown = view.part.tab();
    // With an agreed reading one annotator has something to compare with.
    let alone = annotators.readers < 2 && !annotators.agreed;
    let title = tag("span").verbatim().set("dir", "auto").saying(strings::quoted(&annotators.title));
    let head = classed("header", "page-head")
        .kid(tag("h1").set("id", "compare").set("tabindex", "-1").text(strings::compare()))
        .kid(
            tag("p")
                .kid(tag("span").text(strings::where_people_agree()))
                .kid(title)
                .kid(tag("span").text(strings::and_where_not())),
        );
    let page = div("page page-wide compare-page").kid(head);
    if alone {
        let here = div("compare-head").hidden(annotators.readers == 0 && !roll.told && !roll.any_program);
        let here = here.kid(people(desk, annotators, roll)).kid(told(desk, roll));
        return page.kid(here).kid(empty(desk, annotators, roll));
    }
    let body = match &view.part {
        Part::Overview(found) => overview::overview(desk, found, view.failed),
        Part::Board(found) => board::board(desk, found),
        Part::Themes(found) => themes::themes(desk, found, view.failed),
        Part::Portrait(found) => portrait::portrait(desk, found, view.failed),
        Part::Numbers(found) => numbers::numbers(desk, found, view.failed),
        Part::Kinds(found) => kinds::kinds(desk, found),
        Part::Decide(found) => decide::decide_part(desk, found),
        Part::Changed(found) => changed::changed(desk, found),
    };
    let panel = match shown.part() {
        Some(part) => tag("div").set("role", "tabpanel").set("aria-labelledby", id(part)),
        None => tag("div").set("role", "region").set("aria-labelledby", id(shown)),
    };
    // Between board and portrait the switch stays the same element, and keeps the focus.
    let panel = panel
        .key(id(shown.part().unwrap_or(shown)))
        .set("id", PANEL)
        .kid(people_as(desk, shown))
        .kid(body.key(id(shown)));
    let report = classed("a", "btn btn-line to-report").set("href", "#/report").text(strings::report());
    let nobody = strings::nobody_answered();
    page.kid(question(desk, annotators))
        .kid(div("compare-parts").kid(parts(desk, shown)).kid(after(desk, shown)))
        .kid(
            div("compare-head")
                .kid(people(desk, annotators, roll).key(id(shown)))
                .kid(class(desk, roll))
                .kid(report)
                .kid(example::note(desk, annotators.example, annotators.locked, Compare::ExampleLeft)),
        )
        .kid(classed("p", "hint").hidden(!annotators.annotators.is_empty() || annotators.readers == 0).text(nobody))
        .kid(panel)
}

/// The id of what the parts are shown in.
const PANEL: &str = "compare-panel";

/// The id of what opens a part.
fn id(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => "part-overview",
        Tab::Board => "part-people",
        Tab::Portrait => "part-portrait",
        Tab::Themes => "part-themes",
        Tab::Numbers => "part-numbers",
        Tab::Kinds => "part-kinds",
        Tab::Decide => "part-decide",
        Tab::Changed => "part-changed",
    }
}

/// What Compare is made of.
fn parts(desk: &Desk, shown: Tab) -> Tag {
    let choice = |part: Tab| Choice {
        words: part.name(),
        id: id(part),
        chosen: shown.part() == Some(part),
        msg: Compare::TabChosen(part).into(),
    };
    tabs(desk, strings::parts_of_compare(), PANEL, Tab::PARTS.map(choice).into())
}

/// What comes when the class has talked. It stands apart: none of it compares.
fn after(desk: &Desk, shown: Tab) -> Tag {
    let choice = |tab: Tab| {
        button("btn btn-line")
            .key(id(tab))
            .set("id", id(tab))
            .set("aria-pressed", if tab == shown { "true" } else { "false" })
            .click(sends(desk, Compare::TabChosen(tab)))
            .text(tab.name())
    };
    div("compare-after")
        .set("role", "group")
        .set("aria-labelledby", "compare-after")
        .kid(span("label").set("id", "compare-after").text(strings::after_discussion()))
        .all(Tab::AFTER.into_iter().map(choice))
}

/// People are shown as a table or as a picture.
fn people_as(desk: &Desk, shown: Tab) -> Tag {
    let picks = vec![
        Pick::new(strings::board(), shown == Tab::Board, Compare::TabChosen(Tab::Board)),
        Pick::new(strings::portrait(), shown == Tab::Portrait, Compare::TabChosen(Tab::Portrait)),
    ];
    let picks = segments(desk, "people-as", strings::show_people_as(), picks);
    div("people-as").hidden(shown.part() != Some(Tab::Board)).kid(picks)
}

/// Nobody to compare with.
fn empty(desk: &Desk, annotators: &AnnotatorsView, roll: &RollView) -> Tag {
    let add = button("btn btn-primary").click(sends(desk, Compare::ImportAsked)).text(strings::add_files());
    let class = example::offer(desk, annotators.example_fits && !annotators.locked, Compare::ExampleAsked);
    let handed = classed("a", "btn btn-line").set("href", "#/class").text(strings::who_handed_in());
    div("empty")
        .kid(tag("h2").text(if annotators.readers == 0 {
            if roll.told { strings::nobody_of_class_tagged() } else { strings::nobody_tagged() }
        } else {
            strings::only_one_person()
        }))
        .kid(tag("p").text(strings::import_when_read()))
        .kid(div("actions").kid(add).kid(class).kid(handed))
}
