//! A stance question: native radios. The chosen one, chosen again, is taken back.

use std::rc::Rc;

use yew::prelude::*;

use super::acts::ANSWER;
use crate::{
    app::view::inspector::{OptionView, QuestionView},
    ui::kit::{icon, kbd, kbd::shortcut},
};

/// A stance question. `locked` while nothing can be written.
pub fn question(question: &QuestionView, locked: bool) -> Html {
    let prompt = ["q-", question.id.as_str()].concat();
    let about = ["about-", &prompt].concat();
    let group = AttrValue::from([ANSWER, question.id.as_str()].concat());
    html! {
        <div
            key={prompt.clone()}
            class="question"
            role="radiogroup"
            aria-labelledby={prompt.clone()}
            data-current={question.current.then_some("true")}
        >
            <div class="prompt-head">
                <p class="prompt" id={prompt}>{ Rc::clone(&question.prompt) }</p>
                <button
                    type="button"
                    class="btn btn-icon btn-small"
                    aria-label="About these answers"
                    title="About these answers"
                    popovertarget={about.clone()}
                    hidden={question.options.iter().all(|option| option.definition.is_empty())}
                >
                    { icon("info") }
                </button>
                { meanings(question, about) }
            </div>
            <div class="options">
                for option in question.options.iter() {
                    { answer(&group, option, locked) }
                }
            </div>
        </div>
    }
}

fn answer(group: &AttrValue, option: &OptionView, locked: bool) -> Html {
    let key = option.key.clone().unwrap_or_default();
    let title = (!option.definition.is_empty()).then(|| Rc::clone(&option.definition));
    html! {
        <label key={option.id.to_shared()} class="option" data-stance={option.id.to_shared()} {title}>
            <input
                type="radio"
                name={group.clone()}
                value={option.id.to_shared()}
                aria-keyshortcuts={shortcut(&key)}
                checked={option.chosen}
                disabled={locked}
            />
            <span class="glyph" aria-hidden="true">{ option.glyph }</span>
            <span>{ Rc::clone(&option.label) }</span>
            { kbd(key) }
        </label>
    }
}

/// When to choose which answer.
fn meanings(question: &QuestionView, id: String) -> Html {
    html! {
        <div class="pop def" {id} popover="auto">
            <dl class="use">
                for option in question.options.iter() {
                    <div key={option.id.to_shared()} data-stance={option.id.to_shared()}>
                        <dt><span class="glyph" aria-hidden="true">{ option.glyph }</span><span>{ Rc::clone(&option.label) }</span></dt>
                        <dd>{ Rc::clone(&option.definition) }</dd>
                    </div>
                }
            </dl>
        </div>
    }
}
