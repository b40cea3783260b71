//! One number of agreement, and how it is computed.

use crate::{
    strings::compare as strings,
    ui::{
        class::{
            chart::scale,
            desk::{Desk, sends},
            sheets::saves,
        },
        kit::tag::{Tag, button, classed, div, shared, span, tag},
    },
};
use postil_app::compare::{
    msg::Msg,
    numbers::{
        explain::{Cells, Costly, Explanation, Step},
        figures::{Exact, Figure},
    },
};
use std::sync::Arc;

/// A number with what it is of, its interval, and a sentence.
pub fn figure(desk: &Desk, figure: &Figure) -> Tag {
    let open = figure.explanation.is_some();
    let asked = Msg::NumberOpened((!open).then(|| figure.measure.clone()));
    let how = button("btn btn-small btn-line")
        .made("aria-expanded", open.to_string())
        .made("aria-label", strings::how_is_computed(&figure.label))
        .click(sends(desk, asked))
        .text(strings::how());
    let value = span(if figure.undefined { "figure-none" } else { "figure-value" });
    let value = exact(value, &figure.exact).verbatim().words(&figure.value);
    let interval = span("figure-interval")
        .hidden(figure.interval.is_empty())
        .kid(tag("span").text(strings::interval()))
        .kid(tag("span").verbatim().words(&figure.interval));
    let head = div("figure-head")
        .kid(tag("h3").verbatim().set("dir", "auto").words(&figure.name))
        .kid(classed("p", "hint").verbatim().words(&figure.about));
    let body = div("figure-body")
        .kid(value)
        .kid(interval)
        .kid(figure.place.as_ref().map_or_else(|| span("").hidden(true), scale));
    let said = classed("p", "figure-said")
        .kid(tag("span").verbatim().words(&figure.conclusion))
        .kid(span("hint").verbatim().saying([" ", &figure.items].concat()));
    div("figure")
        .set("role", "group")
        .put("aria-label", &figure.label)
        .kid(head)
        .kid(body)
        .kid(said)
        .kid(how)
        .kid(figure.explanation.as_deref().map_or_else(|| div("").hidden(true), |view| explanation(desk, view)))
}

/// A value with all its digits, as other programs read it.
pub fn exact(tag: Tag, exact: &Exact) -> Tag {
    let digits = |digits: &Arc<str>| (!digits.is_empty()).then(|| shared(digits));
    tag.maybe("data-value", digits(&exact.value))
        .maybe("data-low", digits(&exact.low))
        .maybe("data-high", digits(&exact.high))
}

fn explanation(desk: &Desk, view: &Explanation) -> Tag {
    let step = |step: &Step| {
        tag("div")
            .key(&step.what)
            .kid(tag("dt").verbatim().words(&step.what))
            .kid(tag("dd").verbatim().words(&step.how))
    };
    let costly = |paragraph: &Costly| {
        tag("li")
            .made("data-index", paragraph.index.to_string())
            .kid(
                tag("a")
                    .made("href", format!("#p{}", paragraph.index + 1))
                    .verbatim()
                    .set("dir", "auto")
                    .saying(format!("{}. {}", paragraph.index + 1, paragraph.words)),
            )
            .kid(span("hint").verbatim().words(&paragraph.share))
    };
    div("explanation")
        .kid(classed("p", "formula").verbatim().words(&view.formula))
        .kid(classed("p", "hint").verbatim().words(&view.legend))
        .kid(classed("dl", "steps").all(view.steps.iter().map(step)))
        .kid(
            div("costly")
                .hidden(view.costly.is_empty())
                .kid(tag("h4").text(strings::where_people_disagree()))
                .kid(tag("ol").all(view.costly.iter().map(costly))),
        )
        .kid(tag("div").all(view.tables.iter().enumerate().map(|(place, table)| cells(desk, place, table))))
}

fn caption(view: &Cells) -> Tag {
    let about = (!view.about.is_empty()).then(|| tag("span").verbatim().words(&view.about));
    tag("caption").kid(tag("strong").text(view.title)).all(about.into_iter())
}

/// A table of words, and what saves it.
fn cells(desk: &Desk, place: usize, view: &Cells) -> Tag {
    let head = |words: &Arc<str>| tag("th").set("scope", "col").verbatim().words(words);
    let row = |row: &Vec<Arc<str>>| {
        let cell = |(at, words): (usize, &Arc<str>)| {
            let cell = if at == 0 { tag("th").set("scope", "row") } else { tag("td") };
            cell.verbatim().set("dir", "auto").words(words)
        };
        tag("tr").all(row.iter().enumerate().map(cell))
    };
    let table = classed("table", "cells")
        .kid(caption(view))
        .kid(tag("thead").kid(tag("tr").all(view.head.iter().map(head))))
        .kid(tag("tbody").all(view.rows.iter().map(row)));
    let names = [strings::cells_as_csv(view.title), strings::copy_cells(view.title)];
    tag("div")
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label(strings::table()).kid(table))
        .kid(saves(desk, [&names[0], &names[1]], |way| Msg::CellsAsked(place, way)))
}
