//! The dialog "Annotators": who tags in this browser.

use std::rc::Rc;

use yew::{prelude::*, virtual_dom::ListenerKind};

use super::{
    Around,
    frame::{Frame, PLAIN, detail, section},
    rename::{pencil, rename, written},
};
use crate::{
    app::{
        msg::Msg,
        view::dialog::{AnnotatorRow, AnnotatorsView},
    },
    ui::{
        desk::{Desk, sends, tells},
        kit::{
            dom, field,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};

/// The dialog. Those whose files were imported are listed, but nobody can go on in their name.
pub fn annotators(around: &Around<'_>, view: &AnnotatorsView) -> Frame {
    let here =
        classed("ul", "list").label("Who tags in this browser").all(view.here.iter().map(|row| item(around, row)));
    let imported = view.imported.iter().map(|row| {
        let about = tag("div").kid(name(row)).kid(span("hint").verbatim().words(&row.detail));
        tag("li").key(row.id.as_str()).kid(about)
    });
    let hint = "Only they can change what they said: in their own browser, and with a new file from them.";
    let imported = section("annotators-imported", "From imported files")
        .hidden(view.imported.is_empty())
        .kid(classed("ul", "list").all(imported))
        .kid(classed("p", "hint").text(hint));
    let body = vec![
        tag("p").text("Several people can share this browser. Each has a layer of their own."),
        here,
        adder(around.desk, &view.suggestion),
        imported,
    ];
    Frame { name: "Annotators", id: "annotators", title: "annotators-title", class: PLAIN, foot: Vec::new(), body }
}

fn name(row: &AnnotatorRow) -> Tag {
    classed("strong", "title").verbatim().set("dir", "auto").words(&row.name)
}

/// One who tags here.
fn item(around: &Around<'_>, row: &AnnotatorRow) -> Tag {
    let id = row.id.shared();
    let renaming = around.own.renaming.as_ref() == Some(id);
    let main = if renaming {
        let msg = |id: Rc<str>, name| Msg::AnnotatorRenamed(id.into(), name);
        tag("div").kid(rename(around, id, "New name of ", &row.name, msg))
    } else {
        tag("div").kid(name(row)).kid(detail(&row.detail, " · tags now", row.active))
    };
    let go_on = button("btn btn-line btn-small")
        .made("aria-label", ["Continue as ", &row.name].concat())
        .hidden(row.active)
        .click(sends(around.desk, Msg::AnnotatorChosen(row.id.clone())))
        .text("Continue");
    tag("li")
        .key(id)
        .when("aria-current", row.active)
        .kid(main)
        .kid(div("actions").hidden(renaming).kid(go_on).kid(pencil(around, id, &row.name)))
}

/// Adds somebody, who then tags. The field has the suggestion in it until somebody types.
fn adder(desk: &Desk, suggestion: &Rc<str>) -> Tag {
    let clicked = {
        let suggestion = Rc::clone(suggestion);
        Rc::new(move |event: Event| {
            // The suggestion is there to be typed over.
            if let Some(input) = dom::input(&event, "input").filter(|input| *input.value() == *suggestion) {
                input.select();
            }
        })
    };
    let submitted = tells(desk, |event| {
        event.prevent_default();
        written(event).map(Msg::AnnotatorAdded)
    });
    let field = field::draft(suggestion)
        .set("id", "new-name")
        .set("placeholder", "Name")
        .set("autocomplete", "off")
        .set("dir", "auto")
        .click(clicked);
    let add = classed("button", "btn btn-line").set("type", "submit").text("Add");
    classed("form", "field")
        .on(ListenerKind::onsubmit, submitted)
        .kid(tag("label").set("for", "new-name").text("Add an annotator"))
        .kid(div("adder").kid(field).kid(add))
}
