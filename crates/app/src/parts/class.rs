//! The class's screens: what comes of them, and how what happens is passed to them.

use crate::{
    carry_out::carry_out,
    class::{self, Class},
    env::Env,
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

/// Something happened on the class's screens.
pub fn tell(model: &mut Model, msg: Arc<class::msg::Msg>, env: &Env<'_>) {
    if let Some(pages) = &mut model.class {
        let intents = pages.happened(msg, &model.shared, env);
        carry_out(model, intents, env);
    }
}

/// Brings the class's screens up to date while one of them is shown.
pub fn follow(model: &mut Model, env: &Env<'_>) {
    if model.shared.screen == Screen::Read || model.shared.is_busy() {
        return;
    }
    model.shared.fetch(Part::Class);
    if let Some(pages) = &mut model.class {
        let intents = pages.follow(&model.shared, env);
        carry_out(model, intents, env);
    }
}
