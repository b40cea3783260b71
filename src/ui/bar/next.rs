//! What comes next with the article, as a button does it.

use crate::ui::{
    desk::Desk,
    kit::{dom, tag::Act},
};
use postil_app::{
    files,
    msg::Msg,
    screen::{DialogKind, Screen},
    shared::assignment::Next,
};
use std::rc::Rc;

/// Opens the dialog or the screen on which it is done.
pub fn acts(desk: &Desk, next: Option<Next>) -> Act {
    let desk = desk.clone();
    Rc::new(move |_| match next {
        Some(Next::HandIn) => {
            desk.send(Msg::DialogOpened(DialogKind::Export));
            desk.send(files::Msg::HandInBegun);
        }
        Some(Next::Give) => {
            desk.send(Msg::DialogOpened(DialogKind::Export));
            desk.send(files::Msg::GivingBegun(true));
        }
        Some(Next::Collect) => dom::go(Screen::Class.route()),
        None => {}
    })
}
