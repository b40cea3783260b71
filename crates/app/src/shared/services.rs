//! How what is shared reaches what changes it beyond tags: decisions, the codebook, imports that are taken back. That comes with
//! the dialogs, since a first visit needs none of it. Nothing of it can be asked for before: the screens of a class, and what
//! is stored here, wait for the dialogs too.

use super::history::Change;
use crate::env::Env;
use postil_core::{
    base::{
        id::{ArticleId, ImportId},
        stamp::Stamp,
    },
    keep::rewrite::{Rewrite, Target, Written},
};
use std::sync::Arc;

/// The functions by which it is reached; `S` is what is shared.
pub struct Services<S> {
    /// Begins: what was not needed so far is there from now on.
    pub begin: fn(&mut S),
    /// Writes new values anywhere in an article, and returns what takes them back.
    pub write: fn(&mut S, &ArticleId, &Target, &[Rewrite], &Env<'_>) -> Vec<Written>,
    /// True when nobody has said anything since that taking this back would change. The stamp is the latest of its step.
    pub stands: fn(&S, &Target, &Written, &Stamp) -> bool,
    /// Switches an import. Returns what takes that back, and whether another import brought the same.
    pub switch: fn(&mut S, &ImportId, bool, &Env<'_>) -> (Change, bool),
    /// An import is given up for which there was no room, as a whole.
    pub give_up: fn(&mut S, &ImportId),
    /// Keeps what the codebook says, now that something was given under its version.
    pub remember: fn(&mut S),
    /// Brings up to date what is asked, what people read, as it is shown, and what is to be looked at again.
    pub follow: fn(&mut S),
    /// Stores what is being typed into a field of the codebook; with `true` its field is left.
    pub field: fn(&mut S, bool, &Env<'_>),
    /// Has the tab keep the steps of undo, in case that its page is loaded anew.
    pub keep_steps: fn(&mut S),
    /// Says when all that whoever tags had said went into a file, at that many milliseconds since 1970, and what to do with it.
    pub went_out: fn(&S, u64, &Env<'_>) -> Arc<str>,
}
