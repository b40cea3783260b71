//! How the interface reaches the app: one desk, made once and handed down, so that it never wakes anybody.

use crate::ui::kit::tag::Act;
use postil_app::msg::Msg;
use std::rc::Rc;
use web_sys::{Event, File, FileList};
use yew::prelude::*;

/// What chosen or dropped files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake {
    /// An article to open: the first file counts.
    Article,
    /// Files of others to import.
    Layers,
    /// Those of a class that were handed in.
    Collected,
    /// A codebook: the first file counts.
    Codebook,
    /// Dropped on the page: whatever they are.
    Dropped,
}

/// Where the interface sends what happened.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Takes messages.
    pub dispatch: Callback<Msg>,
    /// Takes files; they are read outside and come back as messages.
    pub files: Callback<(Intake, Vec<File>)>,
}

impl Desk {
    /// Sends a message.
    pub fn send(&self, msg: impl Into<Msg>) {
        self.dispatch.emit(msg.into());
    }
}

/// The files of a list, which empties when its field is reset.
pub fn listed(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|at| list.get(at)).collect()
}

/// Sends a message, whatever the event.
pub fn sends(desk: &Desk, msg: impl Into<Msg>) -> Act {
    act(desk.clone(), msg.into())
}

fn act(desk: Desk, msg: Msg) -> Act {
    Rc::new(move |_| desk.send(msg.clone()))
}

/// Sends what an event means, if anything.
pub fn tells<M: Into<Msg> + 'static>(desk: &Desk, meaning: fn(&Event) -> Option<M>) -> Act {
    let desk = desk.clone();
    Rc::new(move |event| {
        if let Some(msg) = meaning(&event) {
            desk.send(msg);
        }
    })
}
