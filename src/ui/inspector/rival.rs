//! Notes that were written for one paragraph in different places: all of them are kept until somebody chooses.

use std::rc::Rc;

use yew::prelude::*;

use super::InspectorProps;
use crate::{
    app::msg::Msg,
    ui::{desk::use_desk, kit::dom},
};

/// The texts that met.
#[component]
pub fn Rival(props: &InspectorProps) -> Html {
    let texts = &props.view.note.conflict;
    let desk = use_desk();
    let clicked = use_callback(Rc::clone(&props.view), move |event: MouseEvent, view| {
        let Some(button) = dom::closest(&event, "button") else { return };
        let chosen = button.get_attribute("value").and_then(|value| value.parse::<usize>().ok());
        let texts = &view.note.conflict;
        let text = match chosen {
            Some(at) => texts.get(at).cloned(),
            None => Some(texts.join("\n\n").into()),
        };
        if let Some(text) = text {
            desk.send(Msg::NoteResolved(text));
        }
    });
    html! {
        <div class="rival" role="group" aria-label="Notes to choose from" hidden={texts.is_empty()} onclick={clicked}>
            <p class="hint">{"Different notes were written for this paragraph. Choose what to keep."}</p>
            <div class="rival-texts">
                for (at, text) in texts.iter().enumerate() {
                    <blockquote key={format!("text-{at}")} id={format!("rival-{at}")} translate="no">{ Rc::clone(text) }</blockquote>
                    <div key={format!("keep-{at}")} class="actions">
                        <button
                            type="button"
                            class="btn btn-line btn-small"
                            value={at.to_string()}
                            aria-describedby={format!("rival-{at}")}
                        >
                            {"Keep this one"}
                        </button>
                    </div>
                }
            </div>
            <div class="actions">
                <button type="button" class="btn btn-line btn-small" translate="no">
                    { if texts.len() > 2 { "Keep all" } else { "Keep both" } }
                </button>
            </div>
        </div>
    }
}
