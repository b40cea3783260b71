//! The save state, always on screen, and what is not exported yet.

use std::rc::Rc;

use yew::prelude::*;

use super::PartProps;
use crate::{
    app::{
        msg::{DialogKind, Msg},
        view::bar::SaveState,
    },
    ui::desk::use_desk,
};

/// What is kept, in words.
#[component]
pub fn Kept(props: &PartProps) -> Html {
    let bar = &props.bar;
    let desk = use_desk();
    let export = use_callback((), move |_: MouseEvent, ()| desk.send(Msg::DialogOpened(DialogKind::Export)));
    let unexported = bar.unexported.clone();
    html! {
        <div class="kept">
            <div>
                <span class="save" role="status" data-save-state={bar.save.word()}>
                    <span translate="no">{ Rc::clone(&bar.save_sentence) }</span>
                </span>
                <button type="button" class="btn btn-line btn-small" hidden={bar.save != SaveState::Failed} onclick={export}>
                    {"Export now"}
                </button>
            </div>
            <span class="unexported" translate="no" hidden={unexported.is_none()}>{ unexported.unwrap_or_default() }</span>
        </div>
    }
}
