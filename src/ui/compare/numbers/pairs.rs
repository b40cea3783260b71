//! Cohen's kappa of each two people: a table, and of many a picture of how they are spread.

use super::figure::{exact, figure};
use crate::{
    strings::compare as strings,
    ui::{
        class::desk::{Desk, tells},
        compare::pictures::{save, table as table_of},
        kit::{
            dom,
            tag::{Tag, button, classed, div, span, tag, together},
        },
    },
};
use postil_app::compare::{
    msg::{Drawing, Msg, Sheet},
    numbers::figures::{NumbersView, PairCell, Pairs},
};
use postil_core::measure::agreement::{
    measure::Measure,
    spread::{Column, Spread},
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlSelectElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// Cohen's kappa of each two.
pub fn pairs(desk: &Desk, numbers: &NumbersView, failed: Option<Drawing>) -> Tag {
    let view = &numbers.pairs;
    let head = |(name, short): &(Arc<str>, Arc<str>)| {
        tag("th").set("scope", "col").put("aria-label", name).verbatim().set("dir", "auto").words(short)
    };
    let corner = tag("th").set("scope", "col").text(strings::annotator());
    let heads = tag("tr").kid(corner).node(together(view.heads.iter().map(head).collect()));
    let row = |((name, _), cells): (&(Arc<str>, Arc<str>), &Vec<PairCell>)| {
        let first = tag("th").set("scope", "row").verbatim().set("dir", "auto").words(name);
        tag("tr").kid(first).node(together(cells.iter().map(pair).collect()))
    };
    let click = tells(desk, |event| {
        let cell = dom::closest(event, "[data-pair]")?;
        let (one, other) = cell.get_attribute("data-pair")?.split_once(' ').map(|(a, b)| (a.parse(), b.parse()))?;
        Some(Msg::NumberOpened(Some(Measure::Cohen(one.ok()?, other.ok()?))))
    });
    let table = classed("table", "cells pairs")
        .kid(tag("caption").text(strings::kappa_of_each_pair()))
        .kid(tag("thead").kid(heads))
        .kid(tag("tbody").all(view.heads.iter().zip(&view.rows).map(row)))
        .click(click)
        .on(ListenerKind::onkeydown, Rc::new(|event| moved(&event)));
    let saves = match view.spread {
        Some(_) => save(desk, Drawing::Pairs, failed),
        None => table_of(desk, Sheet::Pairs).hidden(numbers.two),
    };
    classed("section", "figures")
        .set("aria-labelledby", "numbers-pairs")
        .hidden(view.heads.len() < 2)
        .kid(tag("h2").set("id", "numbers-pairs").text(if numbers.two {
            strings::agreement_of_two()
        } else {
            strings::pairs()
        }))
        .kid(
            div("table-wrap")
                .hidden(view.rows.is_empty())
                .set("tabindex", "0")
                .set("role", "region")
                .label(strings::kappa_table())
                .kid(table),
        )
        .kid(view.spread.as_ref().map_or_else(|| div("").hidden(true), spread))
        .kid(classed("p", "hint").hidden(view.thin.is_empty()).verbatim().words(&view.thin))
        .kid(classed("p", "hint").hidden(view.note.is_empty() || numbers.two).text(view.note))
        .kid(choice(desk, view))
        .kid(saves)
        .kid(tag("div").all(view.figures.iter().map(|each| figure(desk, each))))
}

/// How the kappas of all pairs are spread: a column for each tenth.
fn spread(spread: &Spread) -> Tag {
    let most = spread.most.max(1);
    let column = |(at, column): (usize, &Column)| {
        let rect = |class: &'static str, from: u32, high: u32| {
            classed("rect", class)
                .made("x", format!("{at}.04"))
                .set("width", ".92")
                .made("y", (most - from - high).to_string())
                .made("height", high.to_string())
                .kid(tag("title").verbatim().words(&column.words))
        };
        [rect("spread-full", 0, column.full), rect("spread-pale", column.full, column.pale)]
    };
    let bars = tag("svg")
        .made("viewBox", format!("0 0 {} {most}", spread.columns.len()))
        .set("preserveAspectRatio", "none")
        .set("width", "100%")
        .set("height", "100%")
        .unheard()
        .node(together(spread.columns.iter().enumerate().flat_map(column).collect()));
    let words: Vec<&str> = spread.columns.iter().filter(|c| c.full + c.pale > 0).map(|c| &*c.words).collect();
    let chart = classed("svg", "spread-chart").set("role", "img").made("aria-label", words.join("; ")).kid(bars);
    let axis = classed("ol", "spread-axis")
        .unheard()
        .all(spread.columns.iter().map(|column| tag("li").key(&column.from).verbatim().words(&column.from)));
    classed("figure", "spread")
        .label(strings::kappa_of_all_pairs())
        .kid(classed("figcaption", "").verbatim().words(&spread.sentence))
        .kid(chart)
        .kid(axis)
        .kid(classed("p", "hint").hidden(spread.note.is_empty()).verbatim().words(&spread.note))
}

/// Where there is no table to choose a pair in, there is a list.
fn choice(desk: &Desk, view: &Pairs) -> Tag {
    let change = tells(desk, |event| {
        let value = event.target_dyn_into::<HtmlSelectElement>()?.value();
        let (one, other) = value.split_once(' ')?;
        Some(Msg::NumberOpened(Some(Measure::Cohen(one.parse().ok()?, other.parse().ok()?))))
    });
    let none = tag("option")
        .set("value", "")
        .flag("selected", view.choices.iter().all(|(_, _, chosen)| !chosen))
        .text(strings::no_pair());
    let entry = |((one, other), words, chosen): &((usize, usize), Arc<str>, bool)| {
        let value = format!("{one} {other}");
        tag("option").key(&value).flag("selected", *chosen).verbatim().words(words).made("value", value)
    };
    let list = tag("select").on(ListenerKind::onchange, change);
    classed("label", "select asked")
        .hidden(view.choices.is_empty())
        .kid(span("label").text(strings::look_at_two()))
        .kid(list.all(std::iter::once(none).chain(view.choices.iter().map(entry))))
}

fn pair(cell: &PairCell) -> Tag {
    let Some((one, other)) = cell.pair else { return tag("td").unheard() };
    let value = exact(button("pair"), &cell.exact)
        .made("data-pair", format!("{one} {other}"))
        .set("data-level", cell.level)
        .when("data-thin", cell.thin)
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
