//! Which class is shown, who belongs to it, and how another is made.

use super::{
    controls::tick,
    desk::{Desk, sends, tells},
    folded::{fold, folded},
};
use crate::{
    strings::class as strings,
    ui::kit::{
        dom, field,
        tag::{Tag, button, classed, div, input, span, tag},
    },
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
    let words = strings::class(&view.name());
    if view.classes.len() > 1 {
        return folded("class-shown", words, div("roll").kid(classes(desk, view))).key("class");
    }
    classed("p", "hint").set("id", "class-shown").key("class").hidden(!view.told).verbatim().saying(words)
}

/// The same, from which a second class can be made.
pub fn class(desk: &Desk, view: &RollView) -> Tag {
    let words = if view.told { strings::class(&view.name()) } else { strings::classes().to_owned() };
    let about = classed("p", "hint").hidden(view.told).text(strings::about_classes());
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
        .label(strings::class_shown())
        .hidden(view.classes.len() < 2)
        .all(view.classes.iter().map(row))
}

/// What it is called.
fn naming(desk: &Desk, view: &RollView) -> Tag {
    let here = view.classes.iter().find(|class| class.shown);
    let field = field::draft(&view.called)
        .set("aria-label", strings::name_of_class())
        .set("placeholder", strings::name_of_class())
        .set("autocomplete", "off")
        .set("dir", "auto");
    let save = classed("button", "btn btn-line btn-small").set("type", "submit").flag("disabled", view.locked);
    let save = save.text(if view.called.is_empty() { strings::name_it() } else { strings::rename() });
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
        let name = if row.name.is_empty() { name.text(strings::unnamed_person()) } else { name.words(&row.name) };
        let elsewhere = span("hint").verbatim().words(&row.elsewhere);
        tag("li").key(row.id.as_str()).kid(classed("label", "tick").kid(check).kid(name).kid(elsewhere))
    };
    let is = view.members.iter().filter(|row| row.is).count();
    let words = if view.chosen { strings::some_of(is, view.members.len()) } else { view.everybody.to_owned() };
    let all = button("btn btn-small btn-line")
        .hidden(!view.chosen)
        .flag("disabled", view.locked)
        .click(sends(desk, Roll::EverybodyChosen))
        .text(view.everybody);
    let loose = strings::in_no_class(view.unassigned);
    let take = button("btn btn-small btn-line")
        .flag("disabled", view.locked)
        .click(sends(desk, Roll::UnassignedTaken))
        .text(strings::add_to_class());
    let loose =
        div("roll-loose").hidden(view.unassigned == 0).kid(classed("p", "hint").verbatim().saying(loose)).kid(take);
    // They are hidden on every screen until somebody asks for them, and nobody can be chosen by a number.
    let hidden = tick(desk, strings::show_names_to_choose(), false, Msg::NamesSwitched).hidden(view.named);
    classed("section", "roll-part")
        .set("aria-labelledby", "class-members")
        .hidden(view.members.is_empty() || view.classes.is_empty())
        .kid(
            div("people-tools")
                .kid(
                    tag("h2")
                        .set("id", "class-members")
                        .kid(tag("span").text(strings::who_is_in_it()))
                        .kid(span("roll-who").verbatim().saying(words)),
                )
                .kid(all),
        )
        .kid(hidden)
        .kid(
            classed("ul", "people-list")
                .label(strings::who_is_in_class())
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
        .set("aria-label", strings::name_of_new_class())
        .set("placeholder", strings::class_name_example())
        .set("required", "")
        .set("autocomplete", "off")
        .set("dir", "auto");
    let make = classed("button", "btn btn-primary btn-small").set("type", "submit").text(strings::create());
    let form = classed("form", "adder").on(ListenerKind::onsubmit, made).kid(name).kid(make);
    classed("details", "roll-new")
        .hidden(view.locked)
        .kid(classed("summary", "btn btn-line btn-small").text(strings::new_class()))
        .kid(form)
}
