//! How the class's screens send what happened: over the one desk, as messages of their own.

pub use crate::ui::desk::Desk;
use crate::ui::kit::tag::Act;
use postil_app::{class::msg::Msg, msg};
use std::{rc::Rc, sync::Arc};
use web_sys::Event;

/// Sends a message, whatever the event.
pub fn sends(desk: &Desk, msg: impl Into<Msg>) -> Act {
    crate::ui::desk::sends(desk, msg::Msg::Class(Arc::new(msg.into())))
}

/// Sends what an event means, if anything.
pub fn tells<M: Into<Msg>>(desk: &Desk, meaning: impl Fn(&Event) -> Option<M> + 'static) -> Act {
    let desk = desk.clone();
    Rc::new(move |event| {
        if let Some(msg) = meaning(&event) {
            desk.send(msg::Msg::Class(Arc::new(msg.into())));
        }
    })
}
