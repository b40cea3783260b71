//! Who is compared, and what can be said of each of them: that two are one, that one is a program.

use crate::{
    strings::compare as strings,
    ui::{
        class::{
            controls::tick,
            desk::{Desk, sends, tells},
            folded::folded,
        },
        kit::{
            dom,
            tag::{Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::class::{
    msg::Msg,
    people::Annotator,
    roll::{
        msg::Msg as Roll,
        view::{ProgramRow, RollView},
    },
    view::AnnotatorsView,
};
use postil_core::base::id::AnnotatorId;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::virtual_dom::ListenerKind;

/// Who is compared.
pub fn people(desk: &Desk, view: &AnnotatorsView, roll: &RollView) -> Tag {
    let all = view.annotators.len();
    let words =
        if view.taken_in == all { strings::everybody_counts(all) } else { strings::some_count(view.taken_in, all) };
    let list = classed("ul", "people-list")
        .label(strings::people())
        .all(view.annotators.iter().map(|annotator| person(desk, annotator, view, roll)))
        .all(view.others.iter().map(|annotator| other(desk, annotator, view, roll)));
    let everybody = button("btn btn-small btn-line")
        .hidden(view.taken_in == all)
        .click(sends(desk, Msg::AllAnnotatorsChosen))
        .text(strings::select_everybody());
    let names = tick(desk, strings::show_names(), view.named, Msg::NamesSwitched);
    let panel = tag("div").kid(div("people-tools").kid(names).kid(everybody)).kid(list).kid(programs(desk, roll));
    folded("people-shown", words, panel)
}

fn person(desk: &Desk, annotator: &Annotator, view: &AnnotatorsView, roll: &RollView) -> Tag {
    let check = input("checkbox")
        .checked(!annotator.left_out)
        .on(ListenerKind::onchange, sends(desk, Msg::AnnotatorSwitched(annotator.id.clone())));
    let words = tag("span").verbatim().set("dir", "auto").words(&annotator.name);
    let progress = span("hint").verbatim().words(&annotator.progress);
    tag("li")
        .key(annotator.id.as_str())
        .kid(classed("label", "tick").kid(check).kid(words).kid(progress))
        .kid(about(desk, annotator, roll))
        .kid(acts(desk, annotator, view, roll))
}

/// Somebody whose answers do not lie beside the others', since there are none to this question.
fn other(desk: &Desk, annotator: &Annotator, view: &AnnotatorsView, roll: &RollView) -> Tag {
    let words = tag("span").verbatim().set("dir", "auto").words(&annotator.name);
    let progress = span("hint").verbatim().words(&annotator.progress);
    tag("li")
        .key(annotator.id.as_str())
        .kid(span("tick").kid(words).kid(progress))
        .kid(about(desk, annotator, roll))
        .kid(acts(desk, annotator, view, roll))
}

/// The button that opens what can be said of somebody.
fn about(desk: &Desk, annotator: &Annotator, roll: &RollView) -> Tag {
    button("btn btn-icon btn-small")
        .made("aria-label", strings::about(&annotator.name))
        .made("aria-expanded", (roll.opened.as_ref() == Some(&annotator.id)).to_string())
        .set("title", strings::who_this_is())
        .click(sends(desk, Roll::Opened(annotator.id.clone())))
        .kid(span("").unheard().text("⋯"))
}

/// What can be said of somebody.
fn acts(desk: &Desk, annotator: &Annotator, view: &AnnotatorsView, roll: &RollView) -> Tag {
    if roll.opened.as_ref() != Some(&annotator.id) {
        return div("person-acts").hidden(true);
    }
    let everybody = || view.annotators.iter().chain(&view.others);
    let others = everybody().filter(|one| one.id != annotator.id && !one.program);
    let entry =
        |one: &Annotator| tag("option").key(one.id.as_str()).put("value", one.id.shared()).verbatim().words(&one.name);
    let select =
        tag("select").made("aria-label", strings::same_person_as(&annotator.name)).all(others.clone().map(entry));
    let id = annotator.id.clone();
    let joined = tells(desk, move |event| {
        event.prevent_default();
        let select = dom::target(event)?.query_selector("select").ok()??.dyn_into::<HtmlSelectElement>().ok()?;
        Some(Roll::Joined(id.clone(), AnnotatorId::from(&*select.value())))
    });
    let one = classed("button", "btn btn-line btn-small").set("type", "submit").flag("disabled", roll.locked);
    let join = classed("form", "person-join")
        .hidden(others.count() == 0 || annotator.program)
        .on(ListenerKind::onsubmit, joined)
        .kid(span("").text(strings::is_same_person_as()))
        .kid(span("select").kid(select))
        .kid(one.text(strings::same_person()));
    let same = |(id, name): &(AnnotatorId, Arc<str>)| {
        let called = if name.is_empty() { strings::unnamed_person() } else { name };
        let words = if view.named { strings::also_here_as(called) } else { strings::also_here_otherwise().into() };
        let apart = button("btn btn-line btn-small")
            .flag("disabled", roll.locked)
            .click(sends(desk, Roll::Parted(id.clone())))
            .text(strings::separate());
        div("person-same").key(id.as_str()).kid(span("").verbatim().set("dir", "auto").saying(words)).kid(apart)
    };
    let kind = button("btn btn-line btn-small")
        .flag("disabled", roll.locked)
        .click(sends(desk, Roll::ProgramSaid(annotator.id.clone(), !annotator.program)))
        .text(if annotator.program { strings::mark_as_person() } else { strings::mark_as_program() });
    div("person-acts").all(annotator.same.iter().map(same)).kid(join).kid(kind)
}

/// Programs, and whether they are counted.
fn programs(desk: &Desk, roll: &RollView) -> Tag {
    let row = |row: &ProgramRow| {
        let name = tag("span").verbatim().set("dir", "auto");
        let name = name.words(&row.name);
        let back = button("btn btn-line btn-small")
            .flag("disabled", roll.locked)
            .click(sends(desk, Roll::ProgramSaid(row.id.clone(), false)))
            .text(strings::mark_as_person());
        tag("li")
            .key(row.id.as_str())
            .kid(
                span("tick")
                    .kid(span("program").kid(span("").unheard().text("⚙")).kid(span("").text(strings::program())))
                    .kid(name)
                    .kid(span("hint").verbatim().words(&row.progress)),
            )
            .kid(div("person-acts").kid(back))
    };
    let count =
        tick(desk, strings::count_programs(), roll.counted, |counted| Msg::Roll(Roll::ProgramsCounted(counted)));
    classed("section", "people-programs")
        .set("aria-labelledby", "programs")
        .hidden(!roll.any_program)
        .kid(tag("h2").set("id", "programs").text(strings::programs()))
        .kid(count)
        .kid(classed("p", "hint").hidden(roll.programs.is_empty()).text(strings::programs_not_counted()))
        .kid(classed("ul", "people-list").label(strings::programs()).all(roll.programs.iter().map(row)))
}
