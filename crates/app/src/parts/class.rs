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

/// The class's screens have come, or did not.
pub fn came(model: &mut Model, class: Option<&'static Class>) {
    model.class = class.map(|class| (class.open)(&model.shared));
    model.shared.class = if class.is_some() { Presence::Here } else { Presence::Failed };
}

/// Something happened on the class's screens: what they ask for.
#[must_use]
pub(crate) fn tell(model: &mut Model, msg: Arc<class::msg::Msg>, env: &Env<'_>) -> Vec<Intent> {
    model.class.as_mut().map(|pages| pages.happened(msg, &model.shared, env)).unwrap_or_default()
}

/// Brings the class's screens up to date while one of them is shown: what they ask for.
#[must_use]
pub fn follow(model: &mut Model, env: &Env<'_>) -> Vec<Intent> {
    if model.shared.screen == Screen::Read || model.shared.is_busy() {
        return Vec::new();
    }
    model.shared.fetch(Part::Class);
    model.class.as_mut().map(|pages| pages.follow(&model.shared, env)).unwrap_or_default()
}
