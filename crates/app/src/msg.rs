//! What can happen. Messages are facts in the past tense; each room has its own.

use crate::{
    class::msg as class,
    files,
    keymap::KeyPress,
    part::{Part, Table},
    read,
    screen::DialogKind,
    storage,
    timer::Timer,
};
use std::sync::Arc;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The stores or other tabs said something.
    Storage(storage::Msg),
    /// Something happened on the Read page.
    Read(read::Msg),
    /// Something happened in a dialog.
    Files(files::Msg),
    /// Something happened on the class's screens.
    Class(Arc<class::Msg>),
    /// The address changed.
    RouteChanged(Arc<str>),
    /// A key was pressed.
    KeyPressed(KeyPress),
    /// Idle time came: more of a long article can be drawn.
    IdleCame,
    /// The page is at leisure, and the line is free: what may soon be needed can be fetched.
    LeisureCame,
    /// Undo was asked for.
    UndoAsked,
    /// Redo was asked for.
    RedoAsked,
    /// A dialog was opened.
    DialogOpened(DialogKind),
    /// The open dialog was closed.
    DialogClosed,
    /// A banner was closed.
    BannerClosed(Arc<str>),
    /// The toast's time is over or it was closed: its key.
    ToastClosed(Arc<str>),
    /// A wait is over.
    TimePassed(Timer),
    /// The raw content of storage was asked for.
    RawAsked,
    /// A part of the program arrived, or did not.
    PartCame(Part, Option<Table>),
    /// A found draft is to be taken over: its key.
    DraftTaken(Arc<str>),
    /// A found draft is to be given up.
    DraftDropped(Arc<str>),
    /// The page is being hidden or left: what is open is to be kept.
    PageHidden,
}

macro_rules! from {
    ($($room:ident: $variant:ident),*) => {
        $(impl From<$room::msg::Msg> for Msg {
            fn from(msg: $room::msg::Msg) -> Self {
                Self::$variant(msg)
            }
        })*
    };
}
from!(storage: Storage, read: Read, files: Files);

impl From<class::Msg> for Msg {
    fn from(msg: class::Msg) -> Self {
        Self::Class(Arc::new(msg))
    }
}
