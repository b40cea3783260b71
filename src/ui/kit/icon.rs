//! One icon of the sprite.

use yew::prelude::*;

/// Which icon.
#[derive(Clone, PartialEq, Eq, Properties)]
pub struct IconProps {
    /// Its name in [`super::sprite::SYMBOLS`], for instance `undo`.
    pub name: &'static str,
}

/// An icon beside a word, or inside a control that has a name of its own: unheard.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! {
        <svg class="icon" aria-hidden="true"><use href={super::sprite::href(props.name)} /></svg>
    }
}
