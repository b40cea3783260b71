//! What was tagged under an earlier rule: the rule of then beside that of now, and what can be said of it.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            kbd::{kbd, shortcut},
            tag::{Tag, button, classed, div, span, tag},
        },
    },
};
use postil_app::read::{
    self,
    view::{
        again::{AgainView, RuleView},
        inspector::InspectorView,
    },
};
use postil_core::codebook::wording::Wording;
use std::sync::Arc;

/// What is looked at again; nothing while nothing is.
pub fn again(desk: &Desk, view: &InspectorView) -> Tag {
    let part = div("again").set("role", "group").label(strings::tagged_earlier());
    let Some(again) = &view.again else { return part.hidden(true) };
    let done = button("btn btn-small").click(sends(desk, read::Msg::AgainSwitched(false))).text(strings::stop());
    let head = div("again-head").kid(classed("p", "hint").words(&again.left)).kid(done);
    part.kid(head)
        .kid(div("again-rules").all(again.rules.iter().map(rule)))
        .kid(classed("p", "hint").hidden(!again.rules.is_empty()).text(strings::nothing_here()))
        .kid(actions(desk, again, view.read_only))
}

fn actions(desk: &Desk, again: &AgainView, locked: bool) -> Tag {
    let right = button("btn btn-small btn-primary")
        .maybe("aria-keyshortcuts", shortcut(&again.key))
        .flag("disabled", again.rules.is_empty() || locked)
        .click(sends(desk, read::Msg::StillRight))
        .kid(tag("span").text(strings::still_right()))
        .kid(kbd(&again.key));
    let step = |name: &'static str, forward: bool, key: &Arc<str>| {
        button("btn btn-small")
            .maybe("aria-keyshortcuts", shortcut(key))
            .flag("disabled", !again.has_others)
            .click(sends(desk, read::Msg::AgainStepped(forward)))
            .kid(tag("span").text(name))
            .kid(kbd(key))
    };
    let [back, on] = &again.step_keys;
    div("actions").kid(right).kid(step(strings::previous(), false, back)).kid(step(strings::next(), true, on))
}

fn rule(rule: &RuleView) -> Tag {
    let parts = rule
        .now
        .iter()
        .enumerate()
        .map(|(at, now)| wording(if at == 0 { strings::now() } else { "" }, now).key(&at.to_string()));
    let now = div("wordings-now").all(parts);
    let wordings = div("wordings").kid(wording(strings::then(), &rule.before)).kid(now);
    div("again-rule")
        .key(&rule.key)
        .kid(classed("p", "hint").hidden(rule.remark.is_empty()).verbatim().words(&rule.remark))
        .kid(wordings)
}

fn wording(when: &'static str, wording: &Wording) -> Tag {
    let text = |(field, words): &(&'static str, Arc<str>)| {
        let name = match *field {
            "include" => strings::include(),
            "exclude" => strings::exclude(),
            "example" => strings::example(),
            _ => strings::definition(),
        };
        tag("div").key(field).kid(tag("dt").text(name)).kid(tag("dd").verbatim().set("dir", "auto").words(words))
    };
    div("wording")
        .kid(span("label").hidden(when.is_empty()).text(when))
        .kid(tag("strong").verbatim().set("dir", "auto").words(&wording.name))
        .kid(classed("dl", "use").all(wording.texts.iter().map(text)))
}
