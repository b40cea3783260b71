//! How the group's screens reach their model.

use crate::ui::kit::tag::Act;
use postil_app::group::msg::Msg;
use std::rc::Rc;
use web_sys::Event;
use yew::prelude::*;

/// Where the group's screens send what happened.
#[derive(Clone, PartialEq)]
pub struct Desk(pub Callback<Msg>);

impl Desk {
    /// Sends a message.
    pub fn send(&self, msg: Msg) {
        self.0.emit(msg);
    }
}

/// Sends a message, whatever the event.
pub fn sends(desk: &Desk, msg: Msg) -> Act {
    let desk = desk.clone();
    Rc::new(move |_| desk.send(msg.clone()))
}

/// Sends what an event means, if anything.
pub fn tells(desk: &Desk, meaning: impl Fn(&Event) -> Option<Msg> + 'static) -> Act {
    let desk = desk.clone();
    Rc::new(move |event| {
        if let Some(msg) = meaning(&event) {
            desk.send(msg);
        }
    })
}
