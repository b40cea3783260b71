//! The board: a table of paragraphs by annotators, in which arrow keys move from cell to cell.
//!
//! It is a grid in CSS, so each row and cell says its role itself: browsers take it from tables that are laid out
//! otherwise.

use super::pictures::table as table_of;
use crate::{
    strings::compare as strings,
    ui::{
        class::{
            chart::bar,
            controls::{Pick, order_made, segments, select},
            desk::{Desk, tells},
        },
        kit::{
            dom,
            tag::{Tag, classed, div, shared, span, tag},
        },
        part::{Part, View},
    },
};
use postil_app::{
    class::cells::Cell,
    compare::{
        board::{Beside, BoardView, Choice, Column, Row, SECTION},
        msg::{Msg, Only, Sheet},
    },
};
use postil_core::record::decision::Outcome;
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The id of what scrolls.
const BOARD: &str = "board";
/// With more people than this their columns are narrower.
const MANY: usize = 12;
/// And with more than this as narrow as can be.
const MOST: usize = 24;

/// Shows at which edges of the board people are out of sight: after it was drawn, and when the window has another size.
pub fn measure() {
    let scroller = web_sys::window().and_then(|window| window.document());
    if let Some(scroller) = scroller.and_then(|document| document.get_element_by_id(BOARD)) {
        mark_edges(&scroller);
    }
}

fn mark_edges(scroller: &Element) {
    let Some(edge) = scroller.parent_element() else { return };
    // Negative where the page runs to the left.
    let before = scroller.scroll_left().abs();
    let after = scroller.scroll_width() - scroller.client_width() - before;
    for (name, there) in [("data-before", before > 1), ("data-after", after > 1)] {
        let _ = if there { edge.set_attribute(name, "") } else { edge.remove_attribute(name) };
    }
}

/// The board with what sorts and filters it.
pub fn board(desk: &Desk, view: &BoardView) -> Tag {
    let order = vec![
        Pick::new(strings::in_article_order(), !view.by_disagreement, Msg::Sorted(false)),
        Pick::new(strings::by_disagreement(), view.by_disagreement, Msg::Sorted(true)),
    ];
    let only = vec![
        Pick::new(strings::all(), view.only == Only::All, Msg::OnlyChosen(Only::All)),
        Pick::new(strings::differences_only(), view.only == Only::Differing, Msg::OnlyChosen(Only::Differing)),
        Pick::new(strings::unanswered_by_some(), view.only == Only::Unfinished, Msg::OnlyChosen(Only::Unfinished)),
    ];
    let tools = div("board-tools")
        .kid(segments(desk, "board-order", strings::order_of_paragraphs(), order))
        .kid(segments(desk, "board-only", strings::which_paragraphs(), only))
        .kid(select(desk, strings::answer(), strings::any_answer(), &view.stances, |id| {
            Msg::StanceChosen(id.map(Into::into))
        }))
        .kid(select(desk, strings::theme(), strings::any_theme(), &view.themes, |id| {
            Msg::ThemeChosen(id.map(Into::into))
        }))
        .kid(classed("span", "hint").set("role", "status").verbatim().words(&view.shown));
    let sections = view.sections.iter().take(view.drawn.max(1)).enumerate();
    let sections = html! {
        for (at, rows) in sections {
            <Part key={at} view={View::new((Arc::clone(rows), at * SECTION), |(rows, first)| section(rows, *first))} />
        }
    };
    let table = classed("table", "board")
        .set("role", "grid")
        .label(strings::everybodys_answers())
        .made("aria-rowcount", (view.rows + 1).to_string())
        .made("aria-colcount", (view.columns.len() + 3).to_string())
        .when("data-names", view.columns.iter().any(|column| column.short == column.name))
        .on(ListenerKind::onkeydown, Rc::new(|event| moved(&event)))
        .on(ListenerKind::onfocusin, Rc::new(|event| focused(&event)))
        .node(html! { <Part view={View::new(Arc::clone(&view.columns), |columns| heads(columns))} /> })
        .node(sections);
    // Whoever scrolls to the end of what is drawn gets more.
    let more = view.sections.len() > view.drawn;
    let scrolled = tells(desk, move |event| {
        let scroller = dom::target(event)?;
        mark_edges(&scroller);
        let left = scroller.scroll_height() - scroller.scroll_top() - scroller.client_height();
        (more && left < 1500).then_some(Msg::EndSeen)
    });
    let scroller = div("board-scroll").set("id", BOARD).on(ListenerKind::onscroll, scrolled).kid(table);
    let many = match view.columns.len() {
        0..=MANY => None,
        people if people <= MOST => Some("some"),
        _ => Some("most"),
    };
    let edge = div("board-edge").maybe("data-many", many.map(AttrValue::Static)).hidden(view.rows == 0).kid(scroller);
    let legend = classed("ul", "board-legend").label(strings::what_symbols_mean()).all(
        view.stances.iter().chain(&view.themes).map(sign).chain([tag("li")
            .key("note")
            .kid(span("board-noted").unheard())
            .kid(tag("span").text(strings::with_note()))]),
    );
    div("board-frame")
        .kid(tools)
        .kid(edge)
        .kid(classed("p", "hint board-more").verbatim().saying(strings::scroll_sideways(view.columns.len())))
        .kid(legend)
        .kid(classed("p", "hint").hidden(view.matched.is_empty()).verbatim().words(&view.matched))
        .kid(order_made())
        .kid(table_of(desk, Sheet::Board))
        .kid(classed("p", "empty-line").hidden(view.rows > 0).text(strings::no_paragraph_fits()))
}

/// A sign with its word.
fn sign(choice: &Choice) -> Tag {
    let entry = tag("li").key(&choice.id);
    let entry = match &choice.sign {
        Beside::Answer(sign) => entry.set("data-sense", sign.sense()).kid(span("glyph").unheard().text(sign.glyph)),
        Beside::Theme(mark) if mark.number.is_empty() => entry.hue(mark.hue).kid(span("swatch").unheard()),
        Beside::Theme(mark) => entry.hue(mark.hue).kid(span("board-mark").unheard().verbatim().words(&mark.number)),
    };
    entry.kid(tag("span").verbatim().set("dir", "auto").words(&choice.label))
}

/// The heads of the columns.
pub fn heads(columns: &[Column]) -> Html {
    let head = |at: usize, class: &'static str, words: &'static str| {
        classed("th", class)
            .set("role", "columnheader")
            .set("scope", "col")
            .set("tabindex", if at == 0 { "0" } else { "-1" })
            .made("aria-colindex", (at + 1).to_string())
            .text(words)
    };
    let annotator = |(at, column): (usize, &Column)| {
        classed("th", "board-name")
            .key(&column.key)
            .set("role", "columnheader")
            .set("scope", "col")
            .set("tabindex", "-1")
            .made("aria-colindex", (at + 4).to_string())
            .put("aria-label", &column.name)
            .put("title", &column.name)
            .kid(tag("span").verbatim().set("dir", "auto").words(&column.short))
    };
    let row = tag("tr")
        .set("role", "row")
        .set("aria-rowindex", "1")
        .kid(head(0, "board-paragraph", strings::paragraph()))
        .kid(head(1, "board-bar", strings::answers()))
        .kid(head(2, "board-share", strings::differ()).set("title", strings::share_that_differs_and_number()))
        .node(crate::ui::kit::tag::together(columns.iter().enumerate().map(annotator).collect()));
    tag("thead").set("role", "rowgroup").kid(row).html()
}

/// Some rows.
pub fn section(rows: &[Arc<Row>], first: usize) -> Html {
    html! {
        <tbody role="rowgroup" data-first={first.to_string()}>
            for row in rows {
                <Part key={&*row.key} view={View::new(Arc::clone(row), |row| self::row(row))} />
            }
        </tbody>
    }
}

/// A row.
pub fn row(row: &Row) -> Html {
    html! {
        <tr role="row" data-paragraph={row.index.to_string()} data-decided={row.decided.map(Outcome::id)}>
            <th role="rowheader" scope="row" class="board-paragraph" tabindex="-1">
                <a href={format!("#p{}", row.number)} tabindex="-1">
                    <span class="board-number" translate="no">{ Arc::clone(&row.number) }</span>
                    <span class="board-words" translate="no" dir="auto">{ Arc::clone(&row.words) }</span>
                </a>
            </th>
            <td role="gridcell" class="board-bar" tabindex="-1">{ bar(&row.bar) }</td>
            <td role="gridcell" class="board-share" tabindex="-1" translate="no">
                <span>{ Arc::clone(&row.differing) }</span>
                <small>{ Arc::clone(&row.answered) }</small>
            </td>
            for cell in &row.cells {
                { cell_of(cell) }
            }
        </tr>
    }
}

/// As few nodes as can be: a class of thirty has thousands of cells. The sign comes from the stylesheet, and who does not
/// see it hears the words.
fn cell_of(cell: &Cell) -> Html {
    html! {
        <td role="gridcell" tabindex="-1" data-sense={cell.sense} data-glyph={cell.glyph}
            data-more={cell.more.then_some("+")} data-note={cell.note.then_some("")} aria-label={shared(&cell.words)}>
            for mark in cell.marks.iter() {
                <i data-hue={mark.hue.name()}>{ Arc::clone(&mark.number) }</i>
            }
        </td>
    }
}

/// Arrow keys, Home and End move from cell to cell; Enter follows a cell's link.
fn moved(event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if event.ctrl_key() && !matches!(&*event.key(), "Home" | "End") || event.alt_key() || event.meta_key() {
        return;
    }
    let Some(cell) = dom::closest(event, "[role=gridcell], [role=columnheader], [role=rowheader]") else { return };
    let Some(row) = cell.parent_element() else { return };
    let place = place_of(&cell);
    // Right is where the next column is seen, whichever way the page runs.
    let next = match &*event.key() {
        "ArrowRight" => row.children().item(place + 1),
        "ArrowLeft" => place.checked_sub(1).and_then(|at| row.children().item(at)),
        "Home" => row.children().item(0),
        "End" => row.last_element_child(),
        "ArrowDown" => neighbour(&row, true).and_then(|row| row.children().item(place)),
        "ArrowUp" => neighbour(&row, false).and_then(|row| row.children().item(place)),
        "Enter" => {
            let link = row.query_selector("a").ok().flatten().and_then(|link| link.dyn_into::<HtmlElement>().ok());
            if let Some(link) = link {
                event.prevent_default();
                link.click();
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(cell) = next.and_then(|cell| cell.dyn_into::<HtmlElement>().ok()) {
        let _ = cell.focus();
    }
}

fn place_of(cell: &Element) -> u32 {
    let mut place = 0;
    let mut at = cell.previous_element_sibling();
    while let Some(before) = at {
        place += 1;
        at = before.previous_element_sibling();
    }
    place
}

/// The row below or above, also across sections.
fn neighbour(row: &Element, below: bool) -> Option<Element> {
    let beside = if below { row.next_element_sibling() } else { row.previous_element_sibling() };
    beside.or_else(|| {
        let rows = row.parent_element()?;
        if below {
            rows.next_element_sibling()?.first_element_child()
        } else {
            rows.previous_element_sibling()?.last_element_child()
        }
    })
}

/// One cell of the grid is in the order of the Tab key: the one that had the focus last.
fn focused(event: &Event) {
    let Some(cell) = dom::closest(event, "[role=gridcell], [role=columnheader], [role=rowheader]") else { return };
    let Some(grid) = cell.closest("[role=grid]").ok().flatten() else { return };
    let before = grid.query_selector_all("[tabindex='0']").ok();
    for at in 0..before.as_ref().map_or(0, web_sys::NodeList::length) {
        let element = before.as_ref().and_then(|list| list.item(at)).and_then(|node| node.dyn_into::<Element>().ok());
        if let Some(element) = element {
            let _ = element.set_attribute("tabindex", "-1");
        }
    }
    let _ = cell.set_attribute("tabindex", "0");
}
