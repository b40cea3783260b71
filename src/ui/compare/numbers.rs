//! The numbers of agreement.

pub mod pairs;

use super::pictures::table;
use crate::ui::{
    class::{
        chart::scale,
        controls::{Pick, segments},
        desk::{Desk, sends},
    },
    kit::tag::{Tag, button, classed, div, shared, span, tag},
};
use postil_app::compare::{
    msg::{Msg, Sheet},
    numbers::{
        explain::{Cells, Costly, Explanation, Step},
        figures::{Exact, Figure, NumbersView},
    },
};
use std::sync::Arc;

/// The numbers with what they are computed from.
pub fn numbers(desk: &Desk, view: &NumbersView) -> Tag {
    let basis = vec![
        Pick::new("All paragraphs", !view.complete, Msg::CompleteChosen(false)),
        Pick::new("Answered by all", view.complete, Msg::CompleteChosen(true)),
    ];
    let basis = div("board-tools")
        .kid(segments(desk, "numbers-basis", "Which paragraphs count", basis))
        .kid(
            span("hint")
                .kid(tag("span").verbatim().words(&view.complete_items))
                .kid(tag("span").text(" answered by all")),
        )
        .kid(span("hint working").set("role", "status").kid(tag("span").text(if view.working {
            "Computing…"
        } else {
            ""
        })));
    let part = |id: &'static str, title: &'static str, figures: &[Figure]| {
        classed("section", "figures")
            .set("aria-labelledby", id)
            .hidden(figures.is_empty())
            .kid(tag("h2").set("id", id).text(title))
            .kid(tag("div").all(figures.iter().map(|each| figure(desk, each))))
    };
    let answers = part("numbers-answers", "The answer", &view.answers).key("answers");
    let of_two = pairs::pairs(desk, view).key("pairs");
    // Of two people Cohen's kappa comes first, and of more what is of all of them.
    let first = if view.two { [of_two, answers] } else { [answers, of_two] };
    let themes = part("numbers-themes", "The themes together", &view.themes);
    let each = part("numbers-each", "Theme by theme: Krippendorff’s alpha", &view.each);
    let each_of_two = part("numbers-each-of-two", "Theme by theme: Cohen’s kappa", &view.each_of_two);
    let [first, second] = first;
    div("numbers")
        .kid(basis)
        .kid(
            div("numbers-said")
                .kid(classed("p", "").hidden(view.small.is_empty()).verbatim().words(&view.small))
                .kid(classed("p", "hint").hidden(view.convention.is_empty()).text(view.convention))
                .kid(classed("p", "hint").hidden(view.given.is_empty()).verbatim().words(&view.given)),
        )
        .kid(first)
        .kid(second)
        .kid(each_of_two)
        .kid(themes)
        .kid(each)
        .kid(table(desk, Sheet::Numbers))
        .kid(cite(desk, &view.cite))
}

/// The sentence to cite.
fn cite(desk: &Desk, words: &Arc<str>) -> Tag {
    classed("section", "cite")
        .set("aria-labelledby", "numbers-cite")
        .hidden(words.is_empty())
        .kid(tag("h2").set("id", "numbers-cite").text("To cite"))
        .kid(tag("p").verbatim().set("dir", "auto").words(words))
        .kid(button("btn btn-line").click(sends(desk, Msg::CiteCopied)).text("Copy the sentence"))
}

fn figure(desk: &Desk, figure: &Figure) -> Tag {
    let open = figure.explanation.is_some();
    let asked = Msg::NumberOpened((!open).then(|| figure.measure.clone()));
    let how = button("btn btn-small btn-line")
        .made("aria-expanded", open.to_string())
        .made("aria-label", ["How is this computed? ", &figure.label].concat())
        .click(sends(desk, asked))
        .text("How?");
    let value = span(if figure.undefined { "figure-none" } else { "figure-value" });
    let value = exact(value, &figure.exact).verbatim().words(&figure.value);
    let interval = span("figure-interval")
        .hidden(figure.interval.is_empty())
        .kid(tag("span").text("95 %: "))
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
        .kid(figure.explanation.as_deref().map_or_else(|| div("").hidden(true), explanation))
}

/// A value with all its digits, as other programs read it.
fn exact(tag: Tag, exact: &Exact) -> Tag {
    let digits = |digits: &Arc<str>| (!digits.is_empty()).then(|| shared(digits));
    tag.maybe("data-value", digits(&exact.value))
        .maybe("data-low", digits(&exact.low))
        .maybe("data-high", digits(&exact.high))
}

fn explanation(view: &Explanation) -> Tag {
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
                .kid(tag("h4").text("Where most of it is lost: the share of all disagreement"))
                .kid(tag("ol").all(view.costly.iter().map(costly))),
        )
        .kid(tag("div").all(view.tables.iter().map(cells)))
}

/// A table of words.
pub fn cells(table: &Cells) -> Tag {
    let head = |words: &Arc<str>| tag("th").set("scope", "col").verbatim().words(words);
    let row = |row: &Vec<Arc<str>>| {
        let cell = |(at, words): (usize, &Arc<str>)| {
            let cell = if at == 0 { tag("th").set("scope", "row") } else { tag("td") };
            cell.verbatim().set("dir", "auto").words(words)
        };
        tag("tr").all(row.iter().enumerate().map(cell))
    };
    let table = classed("table", "cells")
        .kid(tag("caption").verbatim().words(&table.caption))
        .kid(tag("thead").kid(tag("tr").all(table.head.iter().map(head))))
        .kid(tag("tbody").all(table.rows.iter().map(row)));
    div("table-wrap").set("tabindex", "0").set("role", "region").label("Table").kid(table)
}
