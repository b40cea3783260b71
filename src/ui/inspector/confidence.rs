//! How sure the annotator is of an answer.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{QuestionProps, radios::use_radios};
use crate::{
    app::msg::Msg,
    core::annotation::Confidence,
    ui::{
        desk::use_desk,
        kit::{Kbd, kbd::shortcut},
    },
};

/// The confidence of one question's answer; it waits until there is one.
#[component]
pub fn ConfidenceGroup(props: &QuestionProps) -> Html {
    let desk = use_desk();
    let redraw = use_force_update();
    let deps = (props.view.clone(), props.at);
    let choose = use_callback(deps, move |radio: HtmlInputElement, (view, at)| {
        let said = Confidence::from_word(&radio.value());
        if let (Some(question), Some(said)) = (view.questions.get(*at), said) {
            desk.send(Msg::ConfidenceChosen(question.id.clone(), said));
            redraw.force_update();
        }
    });
    let (clicked, pressed) = use_radios(&choose);
    let Some(question) = props.view.questions.get(props.at) else {
        return html! { <div class="confidence" hidden=true></div> };
    };
    let label = format!("confidence-{}", question.id);
    // With several questions the name says whose confidence it is.
    let named = if props.view.questions.len() > 1 { format!("{label} q-{}", question.id) } else { label.clone() };
    let key = if question.current { props.view.confidence_key.clone() } else { "".into() };
    html! {
        <div
            class="confidence"
            id={question.current.then_some("confidence")}
            role="radiogroup"
            aria-labelledby={named}
            aria-disabled={(!question.answered).then_some("true")}
            aria-keyshortcuts={shortcut(&key)}
        >
            <span class="label"><span id={label}>{"Confidence"}</span><Kbd text={key} /></span>
            <div class="seg confidence-seg" onclick={clicked} onkeydown={pressed}>
                for each in Confidence::ALL {
                    <label key={each.word()}>
                        <input
                            type="radio"
                            name={format!("confidence-{}", question.id)}
                            value={each.word()}
                            checked={question.confidence == Some(each)}
                            disabled={!question.answered}
                        />
                        <span>{ each.word() }</span>
                    </label>
                }
            </div>
        </div>
    }
}
