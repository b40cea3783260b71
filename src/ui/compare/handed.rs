//! Who has handed in, and the list of those who are expected.

use crate::ui::{
    class::{
        desk::Desk,
        field::{Field, What},
    },
    kit::tag::{Tag, classed, div, span, tag},
};
use postil_app::compare::handed::{HandedRow, HandedView};
use std::sync::Arc;
use yew::prelude::*;

/// The table, and the list beside it.
pub fn handed(desk: &Desk, view: &HandedView) -> Tag {
    let column = |words| tag("th").set("scope", "col").text(words);
    let head =
        tag("tr").kid(column("Name")).kid(column("Answered")).kid(column("Latest change")).kid(column("To look at"));
    let table = classed("table", "handed")
        .set("aria-labelledby", "handed-in")
        .hidden(view.rows.is_empty())
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(view.rows.iter().map(row)));
    let hint = "Mia Berger\nJonas Weber";
    let id: Arc<str> = "roster".into();
    let list = html! {
        <Field desk={desk.clone()} what={What::Roster} text={Arc::clone(&view.roster)} {id} {hint} locked={view.locked} />
    };
    let about = "Names only, one a line. The list stays in this browser and is in no file.";
    div("handed-frame")
        .kid(tag("h2").set("id", "handed-in").text("Handed in"))
        .kid(classed("p", "handed-sum").set("role", "status").verbatim().words(&view.summary))
        .kid(classed("p", "hint").verbatim().hidden(view.due.is_empty()).words(&view.due))
        .kid(div("table-wrap").set("tabindex", "0").set("role", "region").label("Who has handed in").kid(table))
        .kid(
            div("field")
                .kid(tag("label").set("for", "roster").text("Who is expected"))
                .node(list)
                .kid(classed("p", "hint").text(about)),
        )
}

fn row(row: &HandedRow) -> Tag {
    let name = tag("th").set("scope", "row").verbatim().set("dir", "auto");
    let name = if row.name.is_empty() { name.text("Without a name") } else { name.words(&row.name) };
    let figure = |words: &Arc<str>| tag("td").verbatim().words(words);
    tag("tr")
        .key(&row.key)
        .kid(name)
        .kid(figure(&row.answered))
        .kid(figure(&row.newest))
        .kid(tag("td").kid(span("remark").hidden(row.remark.is_empty()).text(row.remark)))
}
