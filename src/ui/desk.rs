//! How the interface reaches the app: one desk, made once and handed down, so that it never wakes anybody.

use web_sys::FileList;
use yew::prelude::*;

use crate::app::msg::Msg;

/// What chosen or dropped files are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Intake {
    /// An article to open: the first file counts.
    Article,
    /// Annotation files to import.
    Annotations,
    /// Dropped on the page: whatever they are.
    Dropped,
}

/// Where the interface sends what happened.
#[derive(Clone, PartialEq)]
pub struct Desk {
    /// Takes messages.
    pub dispatch: Callback<Msg>,
    /// Takes files; they are read outside and come back as messages.
    pub files: Callback<(Intake, FileList)>,
}

impl Desk {
    /// Sends a message.
    pub fn send(&self, msg: Msg) {
        self.dispatch.emit(msg);
    }
}

/// A click that sends a message.
pub fn sends(desk: &Desk, msg: Msg) -> Callback<MouseEvent> {
    let desk = desk.clone();
    Callback::from(move |_| desk.send(msg.clone()))
}
