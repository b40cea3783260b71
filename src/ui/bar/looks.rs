//! How the page looks, a tap away from what is read: size and type of the article's words, light or dark.

use crate::{
    strings::bar as strings,
    ui::{
        desk::Desk,
        kit::{
            choice::choice,
            tag::{Tag, button, div, span},
        },
    },
};
use postil_app::{files, look::Look};

/// The panel's id.
const ID: &str = "looks";

/// The button that opens the panel.
pub fn opener() -> Tag {
    button("btn btn-icon aa")
        .label(strings::text_and_colours())
        .set("title", strings::text_and_colours())
        .set("popovertarget", ID)
        .kid(span("aa-small").unheard().text(strings::letter()))
        .kid(span("aa-large").unheard().text(strings::letter()))
}

/// The panel.
pub fn panel(desk: &Desk, chosen: [&'static str; 3]) -> Tag {
    let choices = Look::ALL.into_iter().zip(chosen).map(|(look, chosen)| {
        choice(desk, look.title(), look.setting(), look.choices(), chosen, |word| {
            files::Msg::LookChosen(look, word).into()
        })
        .key(look.setting())
    });
    div("panel looks")
        .set("id", ID)
        .set("popover", "auto")
        .set("role", "group")
        .label(strings::text_and_colours())
        .all(choices)
}
