//! A stance question: native radios. The chosen one, chosen again, is taken back.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        inspector::{acts::ANSWER, latest::latest},
        kit::{
            icon,
            kbd::{kbd, shortcut},
            tag::{Tag, button, classed, div, input, span, tag},
        },
    },
};
use postil_app::read::{
    self,
    view::inspector::{OptionView, QuestionView},
};
use postil_core::codebook::code::Code;

/// A stance question. `locked` while nothing can be written.
pub fn question(question: &QuestionView, locked: bool, desk: &Desk) -> Tag {
    let prompt = ["q-", question.id.as_str()].concat();
    let about = ["about-", &prompt].concat();
    let unexplained = question.options.iter().all(|option| option.definition.is_empty());
    let head = div("prompt-head")
        .kid(classed("p", "prompt").made("id", prompt.clone()).words(&question.prompt))
        .kid(
            button("btn btn-icon btn-small")
                .label(strings::about_answers())
                .set("title", strings::about_answers())
                .put("id", &question.button)
                .made("popovertarget", about.clone())
                .hidden(unexplained)
                .click(sends(desk, read::Msg::MeaningShown(Code::Question(question.id.clone()))))
                .kid(icon("info")),
        )
        .kid(meanings(question, about));
    div("question")
        .key(&prompt)
        .set("role", "radiogroup")
        .made("aria-labelledby", prompt)
        .when("data-current", question.current)
        .kid(head)
        .kid(div("options").all(question.options.iter().map(|option| answer(question, option, locked))))
}

fn answer(question: &QuestionView, option: &OptionView, locked: bool) -> Tag {
    let key = option.key.clone().unwrap_or_default();
    let radio = input("radio")
        .made("name", [ANSWER, question.id.as_str()].concat())
        .put("value", option.id.shared())
        .maybe("aria-keyshortcuts", shortcut(&key))
        .checked(option.chosen)
        .flag("disabled", locked);
    let label = tag("label").key(option.id.as_str()).set("class", "option").set("data-sense", option.sense);
    let label = if option.definition.is_empty() { label } else { label.put("title", &option.definition) };
    label.kid(radio).kid(glyph(option)).kid(tag("span").words(&option.label)).kid(kbd(&key))
}

fn glyph(option: &OptionView) -> Tag {
    span("glyph").unheard().text(option.glyph)
}

/// When to choose which answer.
fn meanings(question: &QuestionView, id: String) -> Tag {
    let meanings = question.options.iter().map(|option| {
        let name = tag("dt").kid(glyph(option)).kid(tag("span").words(&option.label));
        let meaning = tag("dd").words(&option.definition);
        tag("div").key(option.id.as_str()).set("data-sense", option.sense).kid(name).kid(meaning)
    });
    let chosen = question.options.iter().find(|option| option.chosen);
    let chosen = chosen.map_or(String::new(), |option| strings::quoted(&option.label));
    div("pop def")
        .made("id", id)
        .set("popover", "auto")
        .kid(tag("h3").text(strings::what_answers_mean()))
        .kid(classed("dl", "use").all(meanings))
        .kid(latest(&question.latest, &chosen))
}
