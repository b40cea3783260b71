//! The save state, always on screen, and what is not exported yet.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::{
        msg::{DialogKind, Msg},
        view::bar::{BarView, SaveState},
    },
    ui::desk::{Desk, sends},
};

/// What is kept, in words.
pub fn kept(desk: &Desk, bar: &BarView) -> Html {
    let unexported = bar.unexported.clone();
    html! {
        <div class="kept">
            <div>
                <span class="save" role="status" data-save-state={bar.save.word()}>
                    <span translate="no">{ Rc::clone(&bar.save_sentence) }</span>
                </span>
                <button
                    type="button"
                    class="btn btn-line btn-small"
                    hidden={bar.save != SaveState::Failed}
                    onclick={sends(desk, Msg::DialogOpened(DialogKind::Export))}
                >
                    {"Export now"}
                </button>
            </div>
            <span class="unexported" translate="no" hidden={unexported.is_none()}>{ unexported.unwrap_or_default() }</span>
        </div>
    }
}
