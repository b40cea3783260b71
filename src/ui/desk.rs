//! How components reach the app: one constant context, made once, so that it never wakes anybody.

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

/// Where components send what happened.
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

/// The desk of the page. Components are always rendered below the shell, which provides it.
#[hook]
pub fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_else(|| Desk { dispatch: Callback::noop(), files: Callback::noop() })
}
