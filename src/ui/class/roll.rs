//! Which class is shown, who belongs to it, and how another is made.

use super::{
    controls::tick,
    desk::{Desk, sends, tells},
    folded::{fold, folded},
};
use crate::ui::kit::{
    dom, field,
    tag::{Tag, button, classed, div, input, span, tag},
};
use postil_app::class::{
    msg::Msg,
    roll::{
        msg::Msg as Roll,
        view::{ClassRow, MemberRow, RollView},
    },
};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::virtual_dom::ListenerKind;

/// Which class is shown, with the choice of another, where that has to be said. It may stand on a wall: there are no names.
pub fn told(desk: &Desk, view: &RollView) -> Tag {
    let words = ["Class: ", &view.name()].concat();
    if view.classes.len() > 1 {
        return folded("class-shown", words, div("roll").kid(classes(desk, view))).key("class");
    }
    classed("p", "hint").set("id", "class-shown").key("class").hidden(!view.told).verbatim().saying(words)
}

/// The same, from which a second class can be made.
pub fn class(desk: &Desk, view: &RollView) -> Tag {
    let words = if view.told { ["Class: ", &view.name()].concat() } else { "Classes".to_owned() };
    let about = classed("p", "hint")
        .hidden(view.told)
        .text("Two groups that read the same article can be kept apart: each has people and decisions of its own.");
    let panel = div("roll")
        .kid(about)
        .kid(classes(desk, view))
        .kid(naming(desk, view))
        .kid(members(desk, view))
        .kid(new(desk, view));
    folded("class-shown", words, panel).key("class")
}

/// The classes, of which one is shown.
fn classes(desk: &Desk, view: &RollView) -> Tag {
    let row = |row: &ClassRow| {
        let radio = input("radio")
            .set("name", "class-shown")
            .checked(row.shown)
            .flag("disabled", view.locked)
            .on(ListenerKind::onchange, sends(desk, Roll::ClassChosen(row.id.clone())));
        let words = tag("span").verbatim().set("dir", "auto").words(&row.name);
        classed("label", "tick").key(row.id.as_str()).kid(radio).kid(words)
    };
    div("roll-part")
        .set("role", "radiogroup")
        .label("Class that is shown")
        .hidden(view.classes.len() < 2)
        .all(view.classes.iter().map(row))
}

/// What it is called.
fn naming(desk: &Desk, view: &RollView) -> Tag {
    let here = view.classes.iter().find(|class| class.shown);
    let field = field::draft(&view.called)
        .set("aria-label", "Name of this class")
        .set("placeholder", "Name of this class")
        .set("autocomplete", "off")
        .set("dir", "auto");
    let save = classed("button", "btn btn-line btn-small").set("type", "submit").flag("disabled", view.locked);
    let save = save.text(if view.called.is_empty() { "Name it" } else { "Rename" });
    let named = tells(desk, |event| {
        event.prevent_default();
        Some(Roll::ClassRenamed(written(event)?.value().into()))
    });
    classed("form", "adder roll-part")
        .key(here.map_or("", |class| class.id.as_str()))
        .hidden(here.is_none())
        .on(ListenerKind::onsubmit, named)
        .kid(field)
        .kid(save)
}

/// Who belongs to it.
fn members(desk: &Desk, view: &RollView) -> Tag {
    let row = |row: &MemberRow| {
        let id = row.id.clone();
        let check = input("checkbox")
            .checked(row.is)
            .flag("disabled", view.locked || row.last)
            .on(ListenerKind::onchange, sends(desk, Roll::MemberSwitched(id, !row.is)));
        let name = tag("span").verbatim().set("dir", "auto");
        let name = if row.name.is_empty() { name.text("Unnamed person") } else { name.words(&row.name) };
        let elsewhere = span("hint").verbatim().words(&row.elsewhere);
        tag("li").key(row.id.as_str()).kid(classed("label", "tick").kid(check).kid(name).kid(elsewhere))
    };
    let is = view.members.iter().filter(|row| row.is).count();
    let words = if view.chosen { format!("{is} of {}", view.members.len()) } else { view.everybody.to_owned() };
    let all = button("btn btn-small btn-line")
        .hidden(!view.chosen)
        .flag("disabled", view.locked)
        .click(sends(desk, Roll::EverybodyChosen))
        .text(view.everybody);
    let loose = match view.unassigned {
        1 => "1 person is in no class, and is not shown.".to_owned(),
        n => format!("{n} people are in no class, and are not shown."),
    };
    let take = button("btn btn-small btn-line")
        .flag("disabled", view.locked)
        .click(sends(desk, Roll::UnassignedTaken))
        .text("Add them to this class");
    let loose =
        div("roll-loose").hidden(view.unassigned == 0).kid(classed("p", "hint").verbatim().saying(loose)).kid(take);
    // They are hidden on every screen until somebody asks for them, and nobody can be chosen by a number.
    let hidden = tick(desk, "Show names, to choose who is in it", false, Msg::NamesSwitched).hidden(view.named);
    classed("section", "roll-part")
        .set("aria-labelledby", "class-members")
        .hidden(view.members.is_empty() || view.classes.is_empty())
        .kid(
            div("people-tools")
                .kid(
                    tag("h2")
                        .set("id", "class-members")
                        .kid(tag("span").text("Who is in it: "))
                        .kid(span("roll-who").verbatim().saying(words)),
                )
                .kid(all),
        )
        .kid(hidden)
        .kid(
            classed("ul", "people-list")
                .label("Who is in this class")
                .hidden(!view.named)
                .all(view.members.iter().filter(|_| view.named).map(row)),
        )
        .kid(loose)
}

/// The field of a form that is sent.
fn written(event: &Event) -> Option<HtmlInputElement> {
    dom::target(event)?.query_selector("input").ok()??.dyn_into().ok()
}

/// Another class.
fn new(desk: &Desk, view: &RollView) -> Tag {
    let made = tells(desk, |event| {
        event.prevent_default();
        let input = written(event)?;
        let name: Arc<str> = input.value().into();
        field::write(&input, "");
        if let Some(details) = dom::closest(event, "details") {
            fold(&details);
        }
        Some(Roll::ClassMade(name))
    });
    let name = field::free("text")
        .set("aria-label", "Name of the new class")
        .set("placeholder", "Friday, group B …")
        .set("required", "")
        .set("autocomplete", "off")
        .set("dir", "auto");
    let make = classed("button", "btn btn-primary btn-small").set("type", "submit").text("Create");
    let form = classed("form", "adder").on(ListenerKind::onsubmit, made).kid(name).kid(make);
    classed("details", "roll-new")
        .hidden(view.locked)
        .kid(classed("summary", "btn btn-line btn-small").text("New class…"))
        .kid(form)
}
