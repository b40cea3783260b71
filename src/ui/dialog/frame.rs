//! What all dialogs share: the modal element, its heading, the ways out of it, and pieces of what they hold.

use crate::{
    strings::dialog as strings,
    ui::{
        desk::{Desk, sends, tells},
        kit::{
            dom, icon,
            tag::{Tag, button, classed, div, span, tag, together},
        },
    },
};
use postil_app::msg::Msg;
use std::{rc::Rc, sync::Arc};
use web_sys::HtmlDialogElement;
use yew::{prelude::*, virtual_dom::ListenerKind};

/// A dialog's frame.
pub struct Frame {
    /// Its name, which is also its heading.
    pub name: &'static str,
    /// The id of the element.
    pub id: &'static str,
    /// The id of its heading.
    pub title: &'static str,
    /// Its class: wider when it needs more width than text does.
    pub class: &'static str,
    /// What can be done, at the foot; nothing, and there is no foot.
    pub foot: Vec<Tag>,
    /// What it holds.
    pub body: Vec<Tag>,
}

/// The class of most dialogs.
pub const PLAIN: &str = "dialog";
/// The class of those that need more width than text does.
pub const WIDE: &str = "dialog dialog-wide";
/// Says that a press began beside the dialog.
const BESIDE: &str = "data-beside";

impl Frame {
    /// The dialog's element. A press that began inside (selecting text, for instance) and ends beside the dialog does not
    /// close it.
    pub fn draw(self, desk: &Desk, node: &NodeRef) -> Tag {
        let Self { name, id, title, class, foot, body } = self;
        let close = button("btn btn-icon")
            .label(strings::close())
            .set("title", strings::close())
            .click(sends(desk, Msg::DialogClosed))
            .kid(icon("close"));
        let head = classed("header", "dialog-head")
            .kid(tag("h2").set("id", title).set("tabindex", "-1").text(name))
            .kid(close);
        classed("dialog", class)
            .at(node)
            .set("id", id)
            .set("aria-labelledby", title)
            .on(ListenerKind::onpointerdown, Rc::new(|event| pointed(&event)))
            .click(tells(desk, clicked))
            .kid(head)
            .kid(div("dialog-body").node(together(body)))
            .kid(classed("footer", "dialog-foot").hidden(foot.is_empty()).node(together(foot)))
    }
}

fn pointed(event: &Event) {
    if let Some(dialog) = dom::closest(event, "dialog") {
        let _ = dialog.toggle_attribute_with_force(BESIDE, is_beside(event));
    }
}

fn clicked(event: &Event) -> Option<Msg> {
    let dialog = dom::closest(event, "dialog")?;
    let out = dialog.has_attribute(BESIDE) && is_beside(event);
    let _ = dialog.remove_attribute(BESIDE);
    out.then_some(Msg::DialogClosed)
}

/// True when the event hit the dialog itself, and so what lies around its content.
fn is_beside(event: &Event) -> bool {
    event.target_dyn_into::<HtmlDialogElement>().is_some()
}

/// The button at the foot that closes the dialog.
pub fn closing(desk: &Desk, class: &'static str, word: &'static str) -> Tag {
    button(class).click(sends(desk, Msg::DialogClosed)).text(word)
}

/// A part of a dialog with a heading, which has the id.
pub fn section(id: &'static str, title: &'static str) -> Tag {
    classed("section", "col").set("aria-labelledby", id).kid(tag("h3").set("id", id).text(title))
}

/// What is wrong, if anything.
pub fn error(sentence: Option<&Arc<str>>) -> Tag {
    let words = sentence.cloned().unwrap_or_default();
    classed("p", "error").set("role", "alert").verbatim().hidden(sentence.is_none()).words(&words)
}

/// What is known of a row of a list, and what is `said` of the one that is in use.
pub fn detail(words: &Arc<str>, said: &'static str, used: bool) -> Tag {
    span("hint").kid(tag("span").verbatim().words(words)).kid(tag("span").hidden(!used).text(said))
}
