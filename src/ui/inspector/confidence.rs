//! How sure the annotator is of an answer.

use std::rc::Rc;

use yew::prelude::*;

use super::acts::CONFIDENCE;
use crate::{
    app::view::inspector::QuestionView,
    core::annotation::Confidence,
    ui::kit::{kbd, kbd::shortcut},
};

/// The confidence of one question's answer; it waits until there is one. With several questions its name says whose
/// confidence it is.
pub fn confidence(question: &QuestionView, several: bool, key: &Rc<str>, locked: bool) -> Html {
    let label = [CONFIDENCE, question.id.as_str()].concat();
    let named = if several { [&label, " q-", question.id.as_str()].concat() } else { label.clone() };
    let key = if question.current { Rc::clone(key) } else { Rc::from("") };
    let group = AttrValue::from(label.clone());
    html! {
        <div
            key={["c-", question.id.as_str()].concat()}
            class="confidence"
            id={question.current.then_some("confidence")}
            role="radiogroup"
            aria-labelledby={named}
            aria-disabled={(!question.answered).then_some("true")}
            aria-keyshortcuts={shortcut(&key)}
        >
            <span class="label"><span id={label}>{"Confidence"}</span>{ kbd(key) }</span>
            <div class="seg confidence-seg">
                for each in Confidence::ALL {
                    <label key={each.word()}>
                        <input
                            type="radio"
                            name={group.clone()}
                            value={each.word()}
                            checked={question.confidence == Some(each)}
                            disabled={locked || !question.answered}
                        />
                        <span>{ each.word() }</span>
                    </label>
                }
            </div>
        </div>
    }
}
