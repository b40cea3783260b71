//! The numbers of agreement.

use crate::ui::{
    class::{
        chart::scale,
        controls::{Pick, segments},
        desk::{Desk, sends, tells},
    },
    kit::{
        dom,
        tag::{Tag, button, classed, div, shared, span, tag},
    },
};
use postil_app::compare::{
    msg::Msg,
    numbers::{
        explain::{Cells, Costly, Explanation, Step},
        figures::{Exact, Figure, NumbersView, PairCell, Pairs},
    },
};
use postil_core::measure::agreement::measure::Measure;
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

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
    div("numbers")
        .kid(basis)
        .kid(classed("p", "hint").hidden(view.given.is_empty()).verbatim().words(&view.given))
        .kid(part("numbers-answers", "The answer", &view.answers))
        .kid(part("numbers-themes", "The themes together", &view.themes))
        .kid(pairs(desk, &view.pairs))
        .kid(part("numbers-each", "Theme by theme", &view.each))
        .kid(classed("p", "hint").hidden(view.convention.is_empty()).text(view.convention))
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

/// Cohen's kappa of each two.
fn pairs(desk: &Desk, view: &Pairs) -> Tag {
    let head = |(name, short): &(Arc<str>, Arc<str>)| {
        tag("th").set("scope", "col").put("aria-label", name).verbatim().set("dir", "auto").words(short)
    };
    let corner = tag("th").set("scope", "col").text("Annotator");
    let heads = tag("tr").kid(corner).node(crate::ui::kit::tag::together(view.heads.iter().map(head).collect()));
    let row = |((name, _), cells): (&(Arc<str>, Arc<str>), &Vec<PairCell>)| {
        let first = tag("th").set("scope", "row").verbatim().set("dir", "auto").words(name);
        tag("tr").kid(first).node(crate::ui::kit::tag::together(cells.iter().map(pair).collect()))
    };
    let click = tells(desk, |event| {
        let cell = dom::closest(event, "[data-pair]")?;
        let (one, other) = cell.get_attribute("data-pair")?.split_once(' ').map(|(a, b)| (a.parse(), b.parse()))?;
        Some(Msg::NumberOpened(Some(Measure::Cohen(one.ok()?, other.ok()?))))
    });
    let table = classed("table", "cells pairs")
        .kid(tag("caption").text("Cohen’s kappa of each two annotators, over the paragraphs that both answered. Choose one to see how it comes about."))
        .kid(tag("thead").kid(heads))
        .kid(tag("tbody").all(view.heads.iter().zip(&view.rows).map(row)))
        .click(click)
        .on(ListenerKind::onkeydown, Rc::new(|event| moved(&event)));
    classed("section", "figures")
        .set("aria-labelledby", "numbers-pairs")
        .hidden(view.heads.len() < 2)
        .kid(tag("h2").set("id", "numbers-pairs").text("Two by two"))
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label("Cohen’s kappa, table").kid(table))
        .kid(classed("p", "hint").hidden(view.note.is_empty()).text(view.note))
        .kid(tag("div").all(view.figures.iter().map(|each| figure(desk, each))))
}

fn pair(cell: &PairCell) -> Tag {
    let Some((one, other)) = cell.pair else { return tag("td").unheard() };
    let value = exact(button("pair"), &cell.exact)
        .made("data-pair", format!("{one} {other}"))
        .set("data-level", cell.level)
        .put("aria-label", &cell.words)
        .put("title", &cell.words)
        .set("tabindex", if (one, other) == (0, 1) { "0" } else { "-1" })
        .verbatim()
        .words(&cell.value);
    tag("td").kid(value)
}

/// Arrow keys, Home and End move between the cells of the table of pairs.
fn moved(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(cell) = dom::closest(event, "td") else { return };
    let Some(row) = cell.parent_element() else { return };
    let place = (0..row.children().length()).find(|at| row.children().item(*at).as_ref() == Some(&cell)).unwrap_or(0);
    let beside = |row: Option<Element>| row.and_then(|row| row.children().item(place));
    let key = event.key();
    let step = |cell: &Element| match &*key {
        "ArrowRight" | "Home" => cell.next_element_sibling(),
        "ArrowLeft" | "End" => cell.previous_element_sibling(),
        "ArrowDown" => beside(cell.parent_element()?.next_element_sibling()),
        "ArrowUp" => beside(cell.parent_element()?.previous_element_sibling()),
        _ => None,
    };
    let mut at = match &*key {
        "Home" => row.first_element_child(),
        "End" => row.last_element_child(),
        "ArrowRight" | "ArrowLeft" | "ArrowDown" | "ArrowUp" => step(&cell),
        _ => return,
    };
    event.prevent_default();
    // The diagonal has nothing to choose, nor has a name.
    while let Some(cell) = at {
        if let Ok(Some(button)) = cell.query_selector("button")
            && let Some(button) = button.dyn_ref::<HtmlElement>()
        {
            let _ = button.focus();
            return;
        }
        at = step(&cell);
    }
}
