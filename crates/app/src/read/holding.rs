//! A theme that is held: while it is, a tap on a paragraph, or one key, switches it there. So one theme is followed through
//! an article without looking for it at every paragraph.

use super::{gesture, model::Read};
use crate::{env::Env, shared::Shared, strings::read as strings};
use postil_core::{base::id::ThemeId, codebook::code::Code};

/// Holds a theme, or lets go of it if it is the one that is held.
pub(crate) fn switch(read: &mut Read, shared: &Shared, theme: &ThemeId) {
    if read.held.as_ref() == Some(theme) {
        end(read);
    } else if shared.codebook.offered().any(|offered| offered.id == *theme) {
        let label = shared.codebook.called(theme);
        read.held = Some(theme.clone());
        read.announce(strings::tagging(&label));
    }
}

/// The key: holds the theme that was chosen last, or lets go of the one that is held.
pub(crate) fn asked(read: &mut Read, shared: &Shared) {
    match (&read.held, &read.meaning.chosen) {
        (Some(_), _) => end(read),
        (None, Some(Code::Theme(theme))) => switch(read, shared, &theme.clone()),
        (None, _) => read.toast(strings::choose_theme_first(), None),
    }
}

/// A paragraph was tapped, or its key pressed: the theme that is held is switched on the current one.
pub(crate) fn apply(read: &mut Read, shared: &Shared, env: &Env<'_>) {
    if let Some(theme) = read.held.clone() {
        gesture::toggle_theme(read, shared, &theme, env);
    }
}

/// Lets go.
pub(crate) fn end(read: &mut Read) {
    if read.held.take().is_some() {
        read.announce(strings::tagging_off());
    }
}

/// A theme that is offered no more, in another article or after an edit, is let go of.
pub(crate) fn follow(read: &mut Read, shared: &Shared) {
    let gone = |theme: &ThemeId| !shared.codebook.offered().any(|offered| offered.id == *theme);
    if read.held.as_ref().is_some_and(gone) {
        end(read);
    }
}
