//! The form for the class’s answer: what becomes of the paragraph, the answers, the themes, why people differed, a sentence.

use super::answers::question;
use crate::{
    strings::decide as strings,
    ui::{
        class::{
            desk::{Desk, sends},
            field::{Field, What},
        },
        kit::tag::{Tag, button, classed, div, input, span, tag},
    },
};
use postil_app::decide::{
    msg::Msg as Decide,
    view::{DecideView, ThemeView},
};
use postil_core::record::decision::{Outcome, Reason};
use std::sync::Arc;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// The form in which the class’s answer is recorded. `heading` is the element of its heading: `h2` or `h3`.
pub fn form(desk: &Desk, view: &DecideView, heading: &'static str) -> Tag {
    let outcomes = Outcome::ALL.iter().map(|outcome| {
        let radio = input("radio")
            .set("name", "agreed-outcome")
            .checked(view.outcome == Some(*outcome))
            .flag("disabled", view.locked)
            .on(ListenerKind::onchange, sends(desk, Decide::OutcomeChosen(*outcome)));
        tag("label").key(outcome.id()).kid(radio).kid(tag("span").text(outcome.label()))
    });
    let reasons = Reason::ALL.iter().map(|reason| {
        let check = input("checkbox")
            .checked(view.reason == Some(*reason))
            .flag("disabled", view.locked)
            .on(ListenerKind::onchange, sends(desk, Decide::ReasonChosen(*reason)));
        classed("label", "tick").key(reason.id()).kid(check).kid(tag("span").text(reason.label()))
    });
    let none = check(desk, view.none_applies, view.locked, Decide::AgreedNone)
        .kid(tag("span").text(strings::no_theme_applies()));
    let themes = div("decide-themes")
        .set("role", "group")
        .label(strings::themes_of_decision())
        .all(view.themes.iter().map(|theme| theme_of(desk, theme, view.locked)).chain(std::iter::once(none)));
    let questions = div("decide-questions").all(view.questions.iter().map(|each| question(desk, each, view.locked)));
    let field = html! {
        <Field desk={desk.clone()} what={What::Sentence(view.index)} text={Arc::clone(&view.sentence)} id={Arc::<str>::from("agreed-sentence")}
            hint={strings::what_decided_it()} locked={view.locked} />
    };
    let sentence = div("field")
        .kid(classed("label", "label").set("for", "agreed-sentence").text(strings::reason_in_a_sentence()))
        .node(field);
    let record = button("btn btn-primary")
        .flag("disabled", !view.can_record)
        .click(sends(desk, Decide::DecisionRecorded))
        .text(strings::record_decision());
    let back = button("btn btn-line")
        .hidden(view.recorded.is_none())
        .flag("disabled", view.locked)
        .click(sends(desk, Decide::DecisionTakenBack))
        .text(strings::remove_decision());
    let recorded = classed("p", "decide-recorded")
        .set("role", "status")
        .verbatim()
        .set("dir", "auto")
        .words(&view.recorded.clone().unwrap_or_default());
    let head = div("decide-form-head")
        .kid(tag(heading).set("id", "decide-form").set("tabindex", "-1").text(strings::decision()))
        .kid(div("seg").set("role", "radiogroup").label(strings::outcome()).all(outcomes));
    let answers = div("decide-answers")
        .hidden(!view.answers)
        .kid(questions)
        .kid(div("decide-row").kid(span("label").text(strings::themes())).kid(themes));
    let why = div("decide-row")
        .kid(span("label").text(strings::why_we_differed()))
        .kid(div("decide-reasons").set("role", "group").label(strings::why_we_differed()).all(reasons));
    let foot =
        div("decide-foot").kid(div("actions").kid(record).kid(back).kid(span("hint").text(view.missing))).kid(recorded);
    classed("section", "decide-form")
        .key(&view.label)
        .set("aria-labelledby", "decide-form")
        .kid(head)
        .kid(
            div("decide-body")
                .kid(classed("p", "hint").hidden(view.answers).text(strings::no_answer_recorded()))
                .kid(answers)
                .kid(why)
                .kid(sentence),
        )
        .kid(foot)
}

fn check(desk: &Desk, chosen: bool, locked: bool, msg: Decide) -> Tag {
    let field = input("checkbox").checked(chosen).flag("disabled", locked);
    classed("label", "tick").kid(field.on(ListenerKind::onchange, sends(desk, msg)))
}

fn theme_of(desk: &Desk, view: &ThemeView, locked: bool) -> Tag {
    check(desk, view.chosen, locked, Decide::AgreedTheme(view.id.clone()))
        .key(view.id.as_str())
        .hue(view.hue)
        .kid(tag("span").verbatim().set("dir", "auto").words(&view.label))
        .kid(span("count").verbatim().saying(view.count.to_string()))
}
