//! Deciding a paragraph: a page of Class, and what the last step of a discussion shares with it.

mod answers;
pub mod form;
pub mod said;

use super::{
    class::desk::{Desk, sends},
    kit::{
        dom,
        tag::{Tag, button, classed, div, span, tag},
    },
};
use crate::strings::decide as strings;
use postil_app::{
    class::msg::Msg,
    decide::{
        msg::Msg as Decide,
        view::{DecidePart, Entry},
    },
};
use postil_core::record::decision::Outcome;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The page on which all paragraphs are decided, one after the other.
pub fn decide_part(desk: &Desk, part: &DecidePart) -> Tag {
    let DecidePart { view, entries, settled } = part;
    let entry = |entry: &Entry| {
        let choose = button("decide-entry")
            .maybe("aria-current", entry.current.then(|| "true".into()))
            .set("tabindex", if entry.current { "0" } else { "-1" })
            .click(sends(desk, Msg::ParagraphOpened(entry.index)))
            .kid(span("board-number").verbatim().words(&entry.number))
            .kid(span("board-words").verbatim().set("dir", "auto").words(&entry.words))
            .kid(span("decide-mark").text(outcome_mark(entry.outcome, entry.waits)));
        tag("li").key(&entry.number).kid(choose)
    };
    let list = classed("nav", "decide-list")
        .label(strings::paragraphs())
        .kid(classed("p", "label").verbatim().words(settled))
        .kid(tag("ol").on(ListenerKind::onkeydown, Rc::new(|event| moved(&event))).all(entries.iter().map(entry)));
    let step = |words: &'static str, forward: bool, there: bool| {
        button("btn btn-line")
            .flag("disabled", !there)
            .click(sends(desk, Decide::ParagraphStepped(forward)))
            .text(words)
    };
    let head = classed("header", "decide-head")
        .kid(tag("h2").set("id", "deciding").set("tabindex", "-1").verbatim().words(&view.label))
        .kid(div("actions").kid(step(strings::previous(), false, view.has_previous)).kid(step(
            strings::next(),
            true,
            view.has_next,
        )));
    let text =
        classed("blockquote", "decide-text").put("lang", &view.lang).set("dir", view.dir).verbatim().words(&view.text);
    let panel = div("decide-panel")
        .key(&view.label)
        .kid(div("decide-read").kid(text).kid(said::said(desk, view)))
        .kid(form::form(desk, view, "h3"));
    div("decide-frame").kid(list).kid(div("decide-main").kid(head).kid(panel))
}

/// Arrow keys, Home and End move through the list, which is one stop of the Tab key: there may be hundreds of paragraphs.
fn moved(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.alt_key() || key.meta_key() {
        return;
    }
    let Some(here) = dom::closest(event, "li") else { return };
    let list = here.parent_element();
    let next = match &*key.key() {
        "ArrowDown" => here.next_element_sibling(),
        "ArrowUp" => here.previous_element_sibling(),
        "Home" => list.and_then(|list| list.first_element_child()),
        "End" => list.and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    let button = next.and_then(|entry| entry.first_element_child());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let _ = button.focus();
    }
}

/// What an outcome looks like in a list; `waits` where a decision was made and not recorded.
pub fn outcome_mark(outcome: Option<Outcome>, waits: bool) -> &'static str {
    match outcome {
        _ if waits => strings::mark_waits(),
        Some(Outcome::Decided) => strings::mark_decided(),
        Some(Outcome::Difference) => strings::mark_different(),
        Some(Outcome::Open) => strings::mark_open(),
        None => "",
    }
}
