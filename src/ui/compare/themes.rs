//! Counts of themes, as tables.

use super::pictures::save;
use crate::{
    strings::compare as strings,
    ui::{
        class::desk::Desk,
        kit::tag::{Tag, classed, div, span, tag, together},
        part::{Part, View},
    },
};
use postil_app::compare::{
    head::Head,
    msg::Drawing,
    themes::{Cell, Row, Table, ThemesView},
};
use std::sync::Arc;
use yew::prelude::*;

/// The tables, each with the buttons that save its picture.
pub fn themes(desk: &Desk, view: &ThemesView, failed: Option<Drawing>) -> Tag {
    let missing = div("empty")
        .hidden(view.missing.is_empty())
        .kid(tag("h2").text(strings::no_themes_to_count()))
        .kid(tag("p").text(view.missing))
        .kid(tag("p").kid(tag("a").set("href", "#/codebook").text(strings::see_themes())));
    let part = |table: &Arc<Table>| {
        classed("section", "counted")
            .key(table.title)
            .kid(tag("h2").text(table.title))
            .node(html! { <Part view={View::new(Arc::clone(table), |counts| self::table(counts))} /> })
            .kid(save(desk, table.drawing, failed))
    };
    let matched = classed("p", "hint").hidden(view.matched.is_empty()).verbatim().words(&view.matched);
    div("themes").kid(missing).kid(matched).kid(div("themes-tables").all(view.tables.iter().map(part)))
}

/// A table with its caption, in a frame that scrolls.
pub fn table(table: &Table) -> Html {
    let kind = match table.drawing {
        Drawing::Frequency => "frequency",
        Drawing::Together => "together",
        _ => "stances",
    };
    let corner = tag("th").set("scope", "col").kid(span("corner").text(strings::theme()));
    let heads = table.columns.iter().map(|each| head("col", each));
    let heads = tag("tr").kid(corner).node(together(heads.collect()));
    // A caption is as wide as its table: its words keep to what is seen of it.
    let caption = tag("caption").kid(span("counts-caption").verbatim().words(&table.caption));
    let counts = classed("table", "counts")
        .set("data-kind", kind)
        .kid(caption)
        .kid(tag("thead").kid(heads))
        .kid(tag("tbody").all(table.rows.iter().map(row)))
        .kid(tag("tfoot").hidden(table.foot.is_empty()).all(table.foot.iter().map(row)));
    let frame = div("table-wrap").set("tabindex", "0").set("role", "region").set("aria-label", table.title).kid(counts);
    let note = classed("p", "hint counts-note").hidden(table.note.is_empty()).verbatim().words(&table.note);
    tag("div").kid(frame).kid(note).html()
}

fn row(row: &Row) -> Tag {
    tag("tr").kid(head("row", &row.head)).node(together(row.cells.iter().map(|each| cell(each, &row.head)).collect()))
}

fn head(scope: &'static str, head: &Head) -> Tag {
    tag("th").set("scope", scope).kid(sign(head))
}

/// The words of a head with their sign: an answer's glyph, a theme's colour.
pub fn sign(head: &Head) -> Tag {
    let words = tag("span").verbatim().words(&head.label);
    let words = if head.theirs { words.set("dir", "auto") } else { words };
    let sign = span(if head.sense.is_some() { "sign sign-stance" } else { "sign" })
        .sense(head.sense)
        .maybe("data-hue", head.hue.map(|hue| hue.name().into()));
    let mark = span(if head.sense.is_some() { "glyph" } else { "sign-hue" })
        .hidden(head.sense.is_none() && head.hue.is_none())
        .unheard()
        .text(head.glyph);
    sign.kid(mark).kid(words)
}

fn cell(cell: &Cell, of: &Head) -> Tag {
    let number = span("count").verbatim().words(&cell.count);
    let share = span("share").hidden(cell.share.is_empty()).verbatim().words(&cell.share);
    let part = tag("td").maybe("data-level", cell.level.map(AttrValue::Static)).when("data-framed", cell.framed);
    match cell.bar {
        None => part.kid(number).text(" ").kid(share),
        Some(long) => part.kid(div("count-bar").kid(bar(long, of)).kid(number).text(" ").kid(share)),
    }
}

/// Stripes over what is filled: a broad line in the colour of the ground, broken often, which looks the same however it is
/// stretched.
pub fn stripes(striped: bool, d: String) -> Tag {
    let stripes = classed("path", "count-stripes");
    if striped { stripes.made("d", d) } else { stripes }
}

/// A bar, for eyes only: its number stands beside it.
fn bar(long: u32, of: &Head) -> Tag {
    let rect = tag("rect")
        .maybe("data-hue", of.hue.map(|hue| hue.name().into()))
        .made("width", long.to_string())
        .set("height", "1");
    classed("svg", "count-chart")
        .set("viewBox", "0 0 1000 1")
        .set("preserveAspectRatio", "none")
        .when("data-none", long == 0)
        .unheard()
        .kid(rect)
        .kid(stripes(of.is_striped(), format!("M0 .5h{long}")))
}
