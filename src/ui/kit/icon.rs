//! One icon of the sprite.

use crate::ui::kit::{
    sprite,
    tag::{Tag, classed, tag},
};

/// An icon beside a word, or inside a control that has a name of its own: unheard. Names are in
/// [`super::sprite::SYMBOLS`], for instance `undo`.
pub fn icon(name: &str) -> Tag {
    classed("svg", "icon").unheard().kid(tag("use").made("href", sprite::href(name)))
}
