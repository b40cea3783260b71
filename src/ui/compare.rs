//! The Compare screen: for now, whose layers are here and how far each has come.

use super::{
    desk::{Desk, sends},
    kit::tag::{Tag, button, classed, div, span, tag},
};
use crate::app::{
    msg::{DialogKind, Msg},
    view::codebook::LayerRow,
};

/// The screen: the layers of the open article, under its title.
pub fn compare_screen(desk: &Desk, layers: &[LayerRow], title: &str) -> Tag {
    let alone = !layers.iter().any(|layer| !layer.active);
    let unplaced = layers.iter().any(|layer| layer.unplaced > 0);
    let lead = tag("p")
        .kid(tag("span").text("The layers of "))
        .kid(tag("span").verbatim().set("dir", "auto").saying(["“", title, "”"].concat()))
        .kid(tag("span").text(", and how far each has come. Seeing where they differ comes in a later release."));
    let column = |name| tag("th").set("scope", "col").text(name);
    let columns = tag("tr")
        .kid(column("Annotator"))
        .kid(column("Coded"))
        .kid(column("Notes"))
        .kid(column("Not in this text").hidden(!unplaced));
    let table = classed("table", "layers")
        .kid(tag("thead").kid(columns))
        .kid(tag("tbody").all(layers.iter().map(|layer| row(layer, unplaced))));
    let table = div("table-wrap")
        .set("role", "region")
        .label("Layers")
        .set("tabindex", "0")
        .hidden(layers.is_empty())
        .kid(table);
    let add =
        button("btn btn-primary").click(sends(desk, Msg::DialogOpened(DialogKind::Import))).text("Add their file");
    let invitation =
        "When somebody else has read this article, import their file, and their annotations stand beside yours.";
    let empty = div("empty")
        .hidden(!alone)
        .kid(tag("h2").text("Only your own layer is here"))
        .kid(tag("p").text(invitation))
        .kid(div("actions").kid(add));
    div("page").kid(classed("header", "page-head").kid(tag("h1").text("Compare")).kid(lead)).kid(table).kid(empty)
}

fn row(layer: &LayerRow, unplaced: bool) -> Tag {
    let name = tag("th")
        .set("scope", "row")
        .kid(tag("span").verbatim().set("dir", "auto").words(&layer.name))
        .kid(span("hint").hidden(!layer.active).text(" · tags now"));
    let coded = tag("progress")
        .made("max", layer.total.max(1).to_string())
        .made("value", layer.coded.to_string())
        .made("aria-label", ["Coded by ", &layer.name].concat());
    let figure = |number: usize| tag("td").kid(tag("span").verbatim().saying(number.to_string()));
    tag("tr")
        .key(&layer.id)
        .when("aria-current", layer.active)
        .kid(name)
        .kid(tag("td").kid(tag("span").verbatim().words(&layer.progress)).kid(coded))
        .kid(figure(layer.notes))
        .kid(figure(layer.unplaced).hidden(!unplaced))
}
