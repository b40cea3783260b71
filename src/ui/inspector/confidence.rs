//! How sure the annotator is of an answer.

use crate::{
    strings::inspector as strings,
    ui::{
        inspector::acts::CONFIDENCE,
        kit::{
            kbd::{kbd, shortcut},
            tag::{Tag, div, input, shared, span, tag},
        },
    },
};
use postil_app::read::view::inspector::QuestionView;
use postil_core::record::Confidence;
use std::sync::Arc;

/// The confidence of one question's answer; until there is one it says what it waits for, in the place of its choices.
/// With several questions its name says whose confidence it is.
pub fn confidence(question: &QuestionView, several: bool, key: &Arc<str>, locked: bool) -> Tag {
    let label = [CONFIDENCE, question.id.as_str()].concat();
    let named = if several { [&label, " q-", question.id.as_str()].concat() } else { label.clone() };
    let key = if question.current { Arc::clone(key) } else { Arc::from("") };
    let words = Confidence::ALL.into_iter().map(|each| {
        let radio = input("radio")
            .made("name", label.clone())
            .set("value", each.word())
            .checked(question.confidence == Some(each))
            .flag("disabled", locked || !question.answered);
        tag("label").key(each.word()).kid(radio).kid(tag("span").text(each.word()))
    });
    let waits: Arc<str> = ["waits-", &label].concat().into();
    let reason = span("hint").put("id", &waits).hidden(question.answered).text(strings::answer_first());
    let words = div("waiting").kid(reason).kid(div("seg confidence-seg").all(words));
    let choices = div("confidence").key(&["c-", question.id.as_str()].concat());
    let choices = if question.current { choices.set("id", "confidence") } else { choices };
    choices
        .set("role", "radiogroup")
        .made("aria-labelledby", named)
        .maybe("aria-describedby", (!question.answered).then_some(shared(&waits)))
        .when("aria-disabled", !question.answered)
        .maybe("aria-keyshortcuts", shortcut(&key))
        .kid(span("label").kid(tag("span").made("id", label).text(strings::confidence())).kid(kbd(&key)))
        .kid(words)
}
