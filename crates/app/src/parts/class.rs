//! The class's screens: what comes of them, and how what happens is passed to them.

use crate::{
    class::{self, Class},
    env::Env,
    intent::Intent,
    model::Model,
    part::{Part, Presence},
    screen::Screen,
};
use std::sync::Arc;

/// The class's screens have come, or did not. They are opened when the dialogs are here too: these write what is decided.
pub fn came(model: &mut Model, class: Option<&'static Class>) {
    model.class_waits = class;
    if class.is_none() {
        model.shared.class = Presence::Failed;
    }
    open(model);
}

/// Opens the screens, as soon as that can be done.
pub(super) fn open(model: &mut Model) {
    if model.dialogs.is_some()
        && let Some(class) = model.class_waits.take()
    {
        model.class = Some((class.open)(&model.shared));
        model.shared.class = Presence::Here;
    } else if model.class_waits.is_some() {
        model.shared.fetch(Part::Dialogs);
    }
}

/// The dialogs did not come, so the screens are no use either. They are asked for again with them.
pub(super) fn missed(model: &mut Model) {
    if model.class_waits.take().is_some() {
        model.shared.class = Presence::Failed;
    }
}

/// Something happened on the class's screens: what they ask for.
#[must_use]
pub(crate) fn tell(model: &mut Model, msg: Arc<class::msg::Msg>, env: &Env<'_>) -> Vec<Intent> {
    model.class.as_mut().map(|pages| pages.happened(msg, &model.shared, env)).unwrap_or_default()
}

/// Brings the class's screens up to date while one of them is shown: what they ask for.
#[must_use]
pub fn follow(model: &mut Model, env: &Env<'_>) -> Vec<Intent> {
    if model.shared.screen == Screen::Read {
        if let Some(pages) = &mut model.class {
            pages.leave();
        }
        return Vec::new();
    }
    if model.shared.is_busy() {
        return Vec::new();
    }
    model.shared.fetch(Part::Class);
    model.shared.fetch(Part::Dialogs);
    model.class.as_mut().map(|pages| pages.follow(&model.shared, env)).unwrap_or_default()
}
