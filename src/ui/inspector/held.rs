//! The theme that is held, and the way to let go of it.

use crate::{
    strings::inspector as strings,
    ui::{
        desk::{Desk, sends},
        kit::{
            kbd::kbd,
            tag::{Tag, button, div, span, tag},
        },
    },
};
use postil_app::read::{
    self,
    view::inspector::{HeldView, ThemeView},
};

/// What is held; nothing while nothing is.
pub fn held(desk: &Desk, view: Option<&HeldView>) -> Tag {
    let part = div("held");
    let Some(view) = view else { return part.hidden(true) };
    let name = tag("strong").verbatim().set("dir", "auto").words(&view.label);
    let told = tag("p").kid(span("swatch").unheard()).kid(name).kid(tag("span").text(strings::tap_paragraphs()));
    part.hue(view.hue)
        .kid(told)
        .kid(kbd(&view.key))
        .kid(button("btn btn-small").click(sends(desk, read::Msg::HoldAsked)).text(strings::stop()))
}

/// In the card of a theme: holds it.
pub fn hold(desk: &Desk, theme: &ThemeView) -> Tag {
    let act = button("btn btn-small btn-line")
        .set("popovertargetaction", "hide")
        .made("popovertarget", ["def-", theme.id.as_str()].concat())
        .click(sends(desk, read::Msg::ThemeHeld(theme.id.clone())));
    div("offer")
        .kid(act.text(strings::tag_by_tapping()))
        .kid(tag("p").set("class", "hint").text(strings::then_tap_paragraphs()))
}
