//! What was said of a paragraph, in its margin: a glyph and a word, a swatch and a word.

use crate::{strings::reader as strings, ui::kit::icon};
use postil_app::read::view::article::{Marks, StanceMark, ThemeMark};
use std::sync::Arc;
use yew::prelude::*;

/// The marks of one paragraph. Their place is there before they are.
pub fn marks(said: &Marks) -> Html {
    let note = said.note.then(|| {
        html! {
            <span class="sign" title={strings::has_note()}>
                { icon("note").html() }
                <span class="vh">{ strings::has_note() }</span>
            </span>
        }
    });
    let none = said
        .none_applies
        .then(|| html! { <span class="chip" data-none="true"><span>{ strings::no_theme() }</span></span> });
    let more = said.more.as_ref().map(|more| html! { <span class="sign">{ Arc::clone(more) }</span> });
    let all = said.stances.iter().map(stance).chain(note).chain(none).chain(said.themes.iter().map(theme)).chain(more);
    html! { <div class="marks" translate="no">{ for all }</div> }
}

fn stance(mark: &StanceMark) -> Html {
    html! {
        <span class="mark-stance" data-sense={mark.sense}>
            <span class="glyph" aria-hidden="true">{ mark.glyph }</span>
            <span>{ Arc::clone(&mark.label) }</span>
        </span>
    }
}

fn theme(mark: &ThemeMark) -> Html {
    html! { <span class="chip" data-hue={mark.hue.name()}><span>{ Arc::clone(&mark.label) }</span></span> }
}
