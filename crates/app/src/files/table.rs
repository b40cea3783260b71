//! How the rest of the program reaches the dialogs: a part that is fetched when it is first needed.

use super::{model::Files, msg::Msg, view::DialogView};
use crate::{
    env::Env,
    screen::DialogKind,
    shared::{Shared, services::Services},
    storage::model::Storage,
};
use std::sync::Arc;

/// The functions by which the rest reaches them.
pub struct Dialogs {
    /// Handles a message.
    pub update: fn(&mut Files, &mut Shared, Msg, &Env<'_>),
    /// The view of a dialog, given what it showed before.
    pub view: fn(&Files, &Shared, DialogKind, Option<&DialogView>) -> DialogView,
    /// What changes what is shared beyond tags.
    pub services: &'static Services<Shared>,
    /// Takes in what the stores hold and other tabs wrote.
    pub take_in: fn(&mut Storage, &mut Shared, &Env<'_>),
    /// Puts together what stands under these keys of local storage.
    pub compact: fn(&mut Shared, &[Arc<str>], &Env<'_>),
}
