//! What was said of a paragraph, in its margin: a glyph and a word, a swatch and a word. One element each, since the marks of a
//! class are most of what a page holds: the stylesheet draws glyph and swatch.

use crate::{strings::reader as strings, ui::kit::icon};
use postil_app::read::view::article::{Marks, StanceMark, ThemeMark};
use std::sync::Arc;
use yew::prelude::*;

/// The marks of one paragraph. Their place is there before they are. Those of others stand in the place of one's own, and go as
/// one: taken out one by one they cost as much as they did to put in.
pub fn marks(own: &Marks, others: Option<&Marks>) -> Html {
    let (said, whose) = others.map_or((own, "own"), |others| (others, "others"));
    let note = said.note.then(|| {
        html! {
            <span class="sign" title={strings::has_note()}>
                { icon("note").html() }
                <span class="vh">{ strings::has_note() }</span>
            </span>
        }
    });
    let none = said.none_applies.then(|| html! { <span class="chip" data-none="true">{ strings::no_theme() }</span> });
    let more = said.more.as_ref().map(|more| html! { <span class="sign">{ Arc::clone(more) }</span> });
    let all = said.stances.iter().map(stance).chain(note).chain(none).chain(said.themes.iter().map(theme)).chain(more);
    html! { <div key={whose} class="marks" translate="no">{ for all }</div> }
}

fn stance(mark: &StanceMark) -> Html {
    html! {
        <span class="mark-stance" data-sense={mark.sense} data-glyph={mark.glyph}>{ Arc::clone(&mark.label) }</span>
    }
}

fn theme(mark: &ThemeMark) -> Html {
    html! { <span class="chip" data-hue={mark.hue.name()}>{ Arc::clone(&mark.label) }</span> }
}
