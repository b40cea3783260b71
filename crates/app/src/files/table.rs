//! How the rest of the program reaches the dialogs: a part that is fetched when it is first needed.

use super::{model::Files, msg::Msg, view::DialogView};
use crate::{env::Env, screen::DialogKind, shared::Shared};
use std::sync::Arc;

/// The functions by which the rest reaches them.
pub struct Dialogs {
    /// Handles a message.
    pub update: fn(&mut Files, &mut Shared, Msg, &Env<'_>),
    /// The view of a dialog, given what it showed before.
    pub view: fn(&Files, &Shared, DialogKind, Option<&DialogView>) -> DialogView,
    /// Puts together what stands under these keys of local storage.
    pub compact: fn(&mut Shared, &[Arc<str>], &Env<'_>),
}
