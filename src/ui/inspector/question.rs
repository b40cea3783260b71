//! A stance question: native radios. The chosen one, chosen again, is taken back.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{QuestionProps, radios::use_radios};
use crate::{
    app::{
        msg::Msg,
        view::inspector::{OptionView, QuestionView},
    },
    core::id::OptionId,
    ui::{
        desk::use_desk,
        kit::{Icon, Kbd, kbd::shortcut},
    },
};

/// A stance question.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let desk = use_desk();
    let redraw = use_force_update();
    let choose = use_callback((Rc::clone(&props.view), props.at), move |radio: HtmlInputElement, (view, at)| {
        if let Some(question) = view.questions.get(*at) {
            desk.send(Msg::StanceChosen(question.id.clone(), OptionId::new(radio.value())));
            redraw.force_update();
        }
    });
    let (clicked, pressed) = use_radios(&choose);
    let Some(question) = props.view.questions.get(props.at) else {
        return html! { <div class="question" hidden=true></div> };
    };
    let prompt = format!("q-{}", question.id);
    let about = format!("about-q-{}", question.id);
    html! {
        <div
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
                    <Icon name="info" />
                </button>
                { meanings(question, about) }
            </div>
            <div class="options" onclick={clicked} onkeydown={pressed}>
                for option in question.options.iter() {
                    { answer(question, option) }
                }
            </div>
        </div>
    }
}

fn answer(question: &QuestionView, option: &OptionView) -> Html {
    let key = option.key.clone().unwrap_or_default();
    let title = (!option.definition.is_empty()).then(|| Rc::clone(&option.definition));
    html! {
        <label key={option.id.to_shared()} class="option" data-stance={option.id.to_shared()} {title}>
            <input
                type="radio"
                name={format!("answer-{}", question.id)}
                value={option.id.to_shared()}
                aria-keyshortcuts={shortcut(&key)}
                checked={option.chosen}
            />
            <span class="glyph" aria-hidden="true">{ option.glyph }</span>
            <span>{ Rc::clone(&option.label) }</span>
            <Kbd text={key} />
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
