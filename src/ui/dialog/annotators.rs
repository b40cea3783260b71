//! The dialog "People in this browser": who tags in this browser.

use super::around::{Around, Note};
use crate::{
    strings::dialog::annotators as strings,
    ui::{
        desk::{Desk, sends, tells},
        dialog::{
            frame::{Frame, PLAIN, detail, section},
            rename::{pencil, rename, written},
        },
        kit::{
            dom, field,
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::files::{
    self,
    view::{AnnotatorRow, AnnotatorsView},
};
use postil_core::base::script::isolated;
use std::{rc::Rc, sync::Arc};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The button that says yes to going on as somebody: it takes the focus when that is asked.
pub const YES: &str = "[data-yes]";
/// What has the focus when it is not asked any more.
pub const IMPORTED: &str = "[aria-labelledby=annotators-imported] button";

/// The dialog. Whoever came with a file can be gone on as after a question: it may be one's own work from elsewhere.
pub fn annotators(around: &Around<'_>, view: &AnnotatorsView) -> Frame {
    let here = classed("ul", "list").label(strings::people_here()).all(view.here.iter().map(|row| item(around, row)));
    let imported = view.imported.iter().map(|row| from_file(around, row));
    let imported = section("annotators-imported", strings::from_files())
        .hidden(view.imported.is_empty())
        .kid(classed("ul", "list").all(imported))
        .kid(classed("p", "hint").text(strings::from_files_about()));
    let body = vec![tag("p").text(strings::about()), here, adder(around.desk, &view.suggestion), imported];
    Frame {
        name: strings::people_here(),
        id: "annotators",
        title: "annotators-title",
        class: PLAIN,
        foot: Vec::new(),
        body,
    }
}

/// One whose layer came with a file.
fn from_file(around: &Around<'_>, row: &AnnotatorRow) -> Tag {
    let id = row.id.shared();
    let asked = around.own.going_on.as_ref() == Some(id);
    let renaming = around.own.renaming.as_ref() == Some(id);
    let question = if asked { strings::are_you(&row.name) } else { String::new() };
    let about = if renaming {
        let msg = |id: Arc<str>, name| files::Msg::AnnotatorAliased(id.into(), name);
        let empty = strings::empty_shows(&isolated(&row.own_name));
        tag("div")
            .kid(rename(around, id, strings::name_shown_for(&row.name), &row.name, msg))
            .kid(span("hint").verbatim().saying(empty))
    } else {
        tag("div")
            .kid(name(row))
            .kid(span("hint").verbatim().words(&row.detail))
            .kid(tag("span").verbatim().hidden(!asked).saying(question))
    };
    let acts = if asked {
        let yes = button("btn btn-primary btn-small")
            .set("data-yes", "")
            .verbatim()
            .click(sends(around.desk, files::Msg::WentOn(row.id.clone())))
            .saying(strings::yes_go_on_as(&row.name));
        let no = button("btn btn-line btn-small").click(around.tells(Note::GoingOn(None))).text(strings::no());
        div("actions").key("asked").kid(yes).kid(no)
    } else {
        let ask = button("btn btn-line btn-small")
            .made("aria-label", strings::continue_as(&row.name))
            .click(around.tells(Note::GoingOn(Some(Arc::clone(id)))))
            .text(strings::go_on());
        div("actions").key("not asked").hidden(renaming).kid(ask).kid(pencil(around, id, &row.name))
    };
    tag("li").key(id).kid(about).kid(acts)
}

fn name(row: &AnnotatorRow) -> Tag {
    classed("strong", "title").verbatim().set("dir", "auto").words(&row.name)
}

/// One who tags here.
fn item(around: &Around<'_>, row: &AnnotatorRow) -> Tag {
    let id = row.id.shared();
    let renaming = around.own.renaming.as_ref() == Some(id);
    let main = if renaming {
        let msg = |id: Arc<str>, name| files::Msg::AnnotatorRenamed(id.into(), name);
        tag("div").kid(rename(around, id, strings::new_name_of(&row.name), &row.name, msg))
    } else {
        tag("div").kid(name(row)).kid(detail(&row.detail, strings::active(), row.active))
    };
    let go_on = button("btn btn-line btn-small")
        .made("aria-label", strings::continue_as(&row.name))
        .hidden(row.active)
        .click(sends(around.desk, files::Msg::AnnotatorChosen(row.id.clone())))
        .text(strings::go_on());
    tag("li")
        .key(id)
        .when("aria-current", row.active)
        .kid(main)
        .kid(div("actions").hidden(renaming).kid(go_on).kid(pencil(around, id, &row.name)))
}

/// Adds somebody, who then tags. The field has the suggestion in it until somebody types.
fn adder(desk: &Desk, suggestion: &Arc<str>) -> Tag {
    let clicked = {
        let suggestion = Arc::clone(suggestion);
        Rc::new(move |event: Event| {
            // The suggestion is there to be typed over.
            if let Some(input) = dom::input(&event, "input").filter(|input| *input.value() == *suggestion) {
                input.select();
            }
        })
    };
    let submitted = tells(desk, |event| {
        event.prevent_default();
        written(event).map(files::Msg::AnnotatorAdded)
    });
    let field = field::draft(suggestion)
        .set("id", "new-name")
        .set("placeholder", strings::name())
        .set("autocomplete", "off")
        .set("dir", "auto")
        .click(clicked);
    let add = classed("button", "btn btn-line").set("type", "submit").text(strings::add());
    classed("form", "field")
        .on(ListenerKind::onsubmit, submitted)
        .kid(tag("label").set("for", "new-name").text(strings::add_person()))
        .kid(div("adder").kid(field).kid(add))
}
