//! The Compare screen: who is compared, and the parts in which one looks at it.

pub mod board;
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
    kit::tag::{Tag, button, classed, div, tag},
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
    };
    // Between two ways to show a part the switch stays the same element, and keeps the focus.
    let panel = tag("div")
        .key(shown.part().name())
        .set("id", PANEL)
        .set("role", "tabpanel")
        .set("aria-labelledby", id(shown.part()))
        .kid(people_as(desk, shown))
        .kid(numbers_of(desk, shown))
        .kid(body.key(key(shown)));
    let discuss = classed("a", "btn btn-line").set("href", "#/discuss").text(strings::open_discussion());
    let report = classed("a", "btn btn-line to-report").set("href", "#/report").text(strings::report());
    let nobody = strings::nobody_answered();
    page.kid(question(desk, annotators))
        .kid(div("compare-parts").kid(parts(desk, shown)))
        .kid(
            div("compare-head")
                .kid(people(desk, annotators, roll).key(key(shown)))
                .kid(class(desk, roll))
                .kid(div("actions").kid(discuss).kid(report))
                .kid(example::note(desk, annotators.example, annotators.locked, Compare::ExampleLeft)),
        )
        .kid(classed("p", "hint").hidden(!annotators.annotators.is_empty() || annotators.readers == 0).text(nobody))
        .kid(panel)
}

/// The id of what the parts are shown in.
const PANEL: &str = "compare-panel";

/// The id of what opens a part.
fn id(part: Tab) -> &'static str {
    match part {
        Tab::Overview => "part-overview",
        Tab::Board | Tab::Portrait => "part-people",
        Tab::Themes => "part-themes",
        Tab::Numbers | Tab::Kinds => "part-numbers",
    }
}

/// What tells the ways to show a part from each other.
fn key(shown: Tab) -> &'static str {
    match shown {
        Tab::Portrait => "portrait",
        Tab::Kinds => "kinds",
        part => id(part),
    }
}

/// What Compare is made of.
fn parts(desk: &Desk, shown: Tab) -> Tag {
    let choice = |part: Tab| Choice {
        words: part.name(),
        id: id(part),
        chosen: shown.part() == part,
        msg: Compare::TabChosen(part).into(),
    };
    tabs(desk, strings::parts_of_compare(), PANEL, Tab::PARTS.map(choice).into())
}

/// People are shown as a table or as a picture.
fn people_as(desk: &Desk, shown: Tab) -> Tag {
    let picks = vec![
        Pick::new(strings::board(), shown == Tab::Board, Compare::TabChosen(Tab::Board)),
        Pick::new(strings::portrait(), shown == Tab::Portrait, Compare::TabChosen(Tab::Portrait)),
    ];
    let picks = segments(desk, "people-as", strings::show_people_as(), picks);
    div("shown-as").hidden(shown.part() != Tab::Board).kid(picks)
}

/// The numbers are of how much people agree, or of the ways in which they differ.
fn numbers_of(desk: &Desk, shown: Tab) -> Tag {
    let picks = vec![
        Pick::new(strings::agreement(), shown == Tab::Numbers, Compare::TabChosen(Tab::Numbers)),
        Pick::new(strings::kinds_of_disagreement(), shown == Tab::Kinds, Compare::TabChosen(Tab::Kinds)),
    ];
    let picks = segments(desk, "numbers-of", strings::show_numbers_of(), picks);
    div("shown-as").hidden(shown.part() != Tab::Numbers).kid(picks)
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
