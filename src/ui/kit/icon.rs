//! One icon of the sprite.

use yew::prelude::*;

/// An icon beside a word, or inside a control that has a name of its own: unheard. Names are in
/// [`super::sprite::SYMBOLS`], for instance `undo`.
pub fn icon(name: &str) -> Html {
    html! {
        <svg class="icon" aria-hidden="true"><use href={super::sprite::href(name)} /></svg>
    }
}
