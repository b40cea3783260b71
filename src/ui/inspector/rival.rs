//! Notes that were written for one paragraph in different places: all of them are kept until somebody chooses.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::msg::Msg,
    ui::desk::{Desk, sends},
};

/// The texts that met.
pub fn rival(desk: &Desk, texts: &[Rc<str>]) -> Html {
    html! {
        <div class="rival" role="group" aria-label="Notes to choose from" hidden={texts.is_empty()}>
            <p class="hint">{"Different notes were written for this paragraph. Choose what to keep."}</p>
            <div class="rival-texts">
                for (at, text) in texts.iter().enumerate() {
                    <blockquote key={format!("text-{at}")} id={format!("rival-{at}")} translate="no">{ Rc::clone(text) }</blockquote>
                    <div key={format!("keep-{at}")} class="actions">
                        <button
                            type="button"
                            class="btn btn-line btn-small"
                            aria-describedby={format!("rival-{at}")}
                            onclick={sends(desk, Msg::NoteResolved(Rc::clone(text)))}
                        >
                            {"Keep this one"}
                        </button>
                    </div>
                }
            </div>
            <div class="actions">
                <button
                    type="button"
                    class="btn btn-line btn-small"
                    translate="no"
                    onclick={sends(desk, Msg::NoteResolved(texts.join("\n\n").into()))}
                >
                    { if texts.len() > 2 { "Keep all" } else { "Keep both" } }
                </button>
            </div>
        </div>
    }
}
