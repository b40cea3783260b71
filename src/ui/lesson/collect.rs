//! Collecting: the files, what is wrong with some of them, and the table of who has handed in.

use super::look::look;
use crate::{
    strings::lesson as strings,
    ui::{
        class::{
            desk::{Desk, sends, tells},
            field::{Field, What},
            sheets::saves,
        },
        desk::{Intake, listed},
        kit::{
            dom, field, icon,
            tag::{Act, Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::{
    class::roll::msg::Msg as Roll,
    lesson::{
        handed::{HandedRow, NAMING, name_button},
        msg::{Msg, Sheet},
        problems::{ProblemView, Way},
        view::{LessonView, Step},
    },
};
use std::{rc::Rc, sync::Arc};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::{TargetCast, prelude::*, virtual_dom::ListenerKind};

/// The step.
pub fn collect(desk: &Desk, view: &LessonView) -> Tag {
    let found = &view.collect;
    let id: Arc<str> = "roster".into();
    let hint = strings::names_example();
    let list = html! {
        <Field desk={desk.clone()} what={What::Roster} text={Arc::clone(&found.roster)} {id} {hint} locked={view.locked} />
    };
    let about = strings::about_names();
    let names = classed("details", "roster").kid(tag("summary").text(strings::names_of_class())).kid(
        div("field")
            .kid(tag("label").set("for", "roster").text(strings::who_is_expected()))
            .node(list)
            .kid(classed("p", "hint").text(about)),
    );
    div("step-body")
        .kid(files(desk, view))
        .kid(classed("p", "hint").verbatim().hidden(found.due.is_empty()).words(&found.due))
        .kid(classed("p", "nobody-yet").verbatim().hidden(found.missing.is_empty()).words(&found.missing))
        .kid(problems(desk, view))
        .kid(table(desk, view))
        .kid(names)
}

/// The ways in which files come.
fn files(desk: &Desk, view: &LessonView) -> Tag {
    let chosen = |event: Event| event.target_dyn_into::<HtmlInputElement>();
    let took = {
        let desk = desk.clone();
        Rc::new(move |event: Event| {
            let Some(input) = chosen(event) else { return };
            if let Some(list) = input.files().filter(|list| list.length() > 0) {
                desk.files.emit((Intake::Collected, listed(&list)));
                // So that the same files can be chosen again.
                field::write(&input, "");
            }
        })
    };
    let some = input("file")
        .set("id", "collected-files")
        .label(strings::files_handed_in())
        .set("accept", ".json,.zip,application/json,application/zip")
        .flag("multiple", true)
        .hidden(true)
        .on(ListenerKind::onchange, Rc::clone(&took) as Act);
    let folder = input("file")
        .set("id", "collected-folder")
        .label(strings::folder_handed_in())
        .set("webkitdirectory", "")
        .hidden(true)
        .on(ListenerKind::onchange, took);
    let whole = button("btn btn-line")
        .flag("disabled", view.locked)
        .click(chooses("#collected-folder"))
        .text(strings::whole_folder());
    let act = button(look(view, Step::Collect))
        .flag("disabled", view.locked)
        .click(chooses("#collected-files"))
        .kid(icon("in"))
        .kid(tag("span").text(strings::collect()));
    let hint = strings::what_to_collect();
    div("collecting").kid(div("actions").kid(act).kid(whole)).kid(classed("p", "hint").text(hint)).kid(some).kid(folder)
}

/// Opens the browser's own dialog for files.
fn chooses(field: &'static str) -> Act {
    Rc::new(move |event| {
        let place = dom::closest(&event, ".collecting");
        let field = place.and_then(|place| place.query_selector(field).ok()?);
        if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            field.click();
        }
    })
}

/// What somebody has to do something about.
fn problems(desk: &Desk, view: &LessonView) -> Tag {
    let found = &view.collect.problems;
    let dismiss = |file: &Arc<str>| {
        button("btn btn-icon btn-small")
            .flag("disabled", view.locked)
            .made("aria-label", strings::take_file_off_list(file))
            .set("title", strings::take_off_list())
            .click(sends(desk, Msg::FileDismissed(Arc::clone(file))))
            .kid(icon("close"))
    };
    let one = |problem: &ProblemView| {
        let way = match &problem.way {
            None => button("").hidden(true),
            Some(Way::Answer) => {
                button("btn btn-line btn-small").click(sends(desk, Msg::VerdictsAsked)).text(strings::show_question())
            }
            Some(Way::OnePerson(one, other)) => button("btn btn-line btn-small")
                .flag("disabled", view.locked)
                .click(sends(desk, Roll::Joined(one.clone(), other.clone())))
                .text(strings::same_person()),
        };
        let words = tag("p")
            .kid(tag("strong").verbatim().set("dir", "auto").words(&problem.about))
            .kid(tag("span").text(" "))
            .kid(tag("span").verbatim().words(&problem.sentence));
        tag("li").key(&problem.key).kid(icon("alert")).kid(words).kid(way).all(problem.file.iter().map(dismiss))
    };
    classed("ul", "problems").label(strings::needs_attention()).hidden(found.is_empty()).all(found.iter().map(one))
}

fn table(desk: &Desk, view: &LessonView) -> Tag {
    let found = &view.collect;
    let column = |words| tag("th").set("scope", "col").text(words);
    let head = tag("tr")
        .kid(column(strings::name()))
        .kid(column(strings::fully_answered()))
        .kid(column(strings::latest_change()))
        .kid(column(strings::to_check()));
    let table = classed("table", "handed")
        .set("aria-labelledby", "handed-in")
        .kid(tag("thead").kid(head))
        .kid(tag("tbody").all(found.rows.iter().map(|row| one(desk, view, row))));
    div("handed-frame")
        .hidden(found.rows.is_empty())
        .kid(tag("h3").set("id", "handed-in").set("tabindex", "-1").text(strings::handed_in()))
        .kid(
            div("table-wrap").set("tabindex", "0").set("role", "region").label(strings::who_has_handed_in()).kid(table),
        )
        .kid(saves(desk, Sheet::HandedIn.buttons(), |way| Msg::SheetAsked(Sheet::HandedIn, way)))
}

fn one(desk: &Desk, view: &LessonView, row: &HandedRow) -> Tag {
    let name = tag("span").verbatim().set("dir", "auto");
    let name = if row.name.is_empty() { name.text(strings::unnamed_person()) } else { name.words(&row.name) };
    let own = span("hint").verbatim().set("dir", "auto").hidden(row.own_name.is_empty());
    let own = own.saying(strings::name_in_file(&row.own_name));
    let head = div("handed-name").kid(name).kid(rename(desk, view, row));
    let file = span("hint").verbatim().set("dir", "auto").hidden(row.file.is_empty()).words(&row.file);
    let open = span("hint").verbatim().hidden(row.open.is_empty()).words(&row.open);
    let head = if row.naming { naming(desk, row) } else { head };
    tag("tr")
        .key(row.id.as_ref().map_or(&*row.name, |id| id.as_str()))
        .flag("data-missing", row.id.is_none())
        .kid(tag("th").set("scope", "row").kid(head).kid(own).kid(file))
        .kid(
            tag("td").flag("data-part", row.id.is_some() && !row.whole).kid(tag("span").words(&row.answered)).kid(open),
        )
        .kid(tag("td").verbatim().words(&row.newest))
        .kid(tag("td").kid(span("remark").hidden(row.remark.is_empty()).verbatim().words(&row.remark)))
}

/// The way to another name.
fn rename(desk: &Desk, view: &LessonView, row: &HandedRow) -> Tag {
    let Some(id) = &row.id else { return button("").hidden(true) };
    let called = if row.name.is_empty() { strings::an_unnamed_person() } else { &row.name };
    button("btn btn-icon btn-small")
        .put("id", &name_button(id))
        .made("aria-label", strings::another_name_for(called))
        .set("title", strings::another_name())
        .flag("disabled", view.locked)
        .click(sends(desk, Msg::NamingBegun(Some(id.clone()))))
        .kid(icon("edit"))
}

/// The field for another name.
fn naming(desk: &Desk, row: &HandedRow) -> Tag {
    let Some(id) = row.id.clone() else { return div("handed-name") };
    let written = tells(desk, move |event: &Event| {
        event.prevent_default();
        let field = dom::closest(event, "form")?.query_selector("input").ok()??.dyn_into::<HtmlInputElement>().ok()?;
        Some(Msg::Named(id.clone(), field.value().into()))
    });
    let escaped = tells(desk, |event: &Event| {
        let key = event.dyn_ref::<KeyboardEvent>()?.key();
        (key == "Escape").then_some(Msg::NamingBegun(None))
    });
    let field = field::free("text")
        .set("id", NAMING)
        .label(strings::name_shown_here())
        .put("value", &row.name)
        .set("autocomplete", "off")
        .set("dir", "auto");
    classed("form", "handed-name")
        .on(ListenerKind::onsubmit, written)
        .on(ListenerKind::onkeydown, escaped)
        .kid(field)
        .kid(classed("button", "btn btn-line btn-small").set("type", "submit").text(strings::save()))
        .kid(button("btn btn-small").click(sends(desk, Msg::NamingBegun(None))).text(strings::cancel()))
}
