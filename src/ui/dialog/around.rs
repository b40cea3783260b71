//! What every part of the open dialog may need: what the dialog knows for itself, and how it is told.

use crate::ui::{desk::Desk, kit::tag::Act};
use postil_app::files;
use postil_core::base::id::ArticleId;
use std::{rc::Rc, sync::Arc};
use web_sys::HtmlElement;
use yew::prelude::*;

/// What the open dialog knows for itself, until it closes.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Own {
    /// The row (an article, an annotator) whose name is being changed.
    pub renaming: Option<Arc<str>>,
    /// The article just deleted: its id and title. The toast offers Undo as well, but it lies behind the dialog.
    pub deleted: Option<(ArticleId, Arc<str>)>,
    /// True when a text stands in the field for one.
    pub has_text: bool,
    /// True when the import was undone from here.
    pub taken_back: bool,
    /// True when only those files are listed that somebody has to look at.
    pub only_problems: bool,
    /// The annotator that it is asked of whether somebody goes on as them.
    pub going_on: Option<Arc<str>>,
    /// How many sections of the preview are drawn.
    pub drawn: usize,
}

/// Something that only the dialog has to know.
#[derive(Clone)]
pub enum Note {
    /// A row's name is to be changed: the row, and the button that began it.
    Renaming(Arc<str>, HtmlElement),
    /// The name was changed or stays as it is.
    Renamed,
    /// An article was deleted, or put back.
    Deleted(Option<(ArticleId, Arc<str>)>),
    /// Whether a text was given.
    HasText(bool),
    /// Whether the import was undone.
    TakenBack(bool),
    /// Whether only those files are listed that somebody has to look at.
    OnlyProblems(bool),
    /// It is asked whether somebody goes on as this annotator, or not any more.
    GoingOn(Option<Arc<str>>),
    /// More of a long preview can be drawn.
    More,
}

/// What every part of a dialog may need: where to send what happened, to the app and to the dialog.
pub struct Around<'a> {
    /// The app.
    pub desk: &'a Desk,
    /// The dialog.
    pub notes: &'a Callback<Note>,
    /// What it knows for itself.
    pub own: &'a Own,
}

impl Around<'_> {
    /// Tells only the dialog, whatever the event.
    pub fn tells(&self, note: Note) -> Act {
        let notes = self.notes.clone();
        Rc::new(move |_| notes.emit(note.clone()))
    }

    /// Sends a message to the app and tells the dialog, whatever the event.
    pub fn sends(&self, msg: files::Msg, note: Note) -> Act {
        let (desk, notes) = (self.desk.clone(), self.notes.clone());
        Rc::new(move |_| {
            desk.send(msg.clone());
            notes.emit(note.clone());
        })
    }
}
