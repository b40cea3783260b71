//! What was said of a paragraph, in its margin: a glyph and a word, a swatch and a word.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    app::view::article::{Marks, StanceMark, ThemeMark},
    ui::kit::icon,
};

/// The marks of one paragraph. Their place is there before they are.
pub fn marks(said: &Marks) -> Html {
    let note = said.note.then(|| {
        html! { <span class="sign" title="Has a note">{ icon("note").html() }<span class="vh">{"Has a note"}</span></span> }
    });
    let none =
        said.none_applies.then(|| html! { <span class="chip" data-none="true"><span>{"No theme"}</span></span> });
    let more = said.more.as_ref().map(|more| html! { <span class="sign">{ Rc::clone(more) }</span> });
    let all = said.stances.iter().map(stance).chain(note).chain(none).chain(said.themes.iter().map(theme)).chain(more);
    html! { <div class="marks" translate="no">{ for all }</div> }
}

fn stance(mark: &StanceMark) -> Html {
    html! {
        <span class="mark-stance" data-stance={Rc::clone(&mark.id)}>
            <span class="glyph" aria-hidden="true">{ mark.glyph }</span>
            <span>{ Rc::clone(&mark.label) }</span>
        </span>
    }
}

fn theme(mark: &ThemeMark) -> Html {
    html! { <span class="chip" data-hue={mark.hue}><span>{ Rc::clone(&mark.label) }</span></span> }
}
