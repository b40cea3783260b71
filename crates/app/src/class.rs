//! The class's screens, as the rest of the app knows them: a part of the program that is fetched when it is first needed.
//!
//! They read what is shared and change nothing in it: what a person does there comes back as [`Intent`]s.

use crate::{
    carry_out::carry_out,
    effect::Effect,
    env::Env,
    group::msg::Msg,
    intent::Intent,
    model::Model,
    msg::Screen,
    part::{Part, Presence},
    shared::Shared,
};
use std::{any::Any, fmt, sync::Arc};

/// The class's screens.
pub trait Pages: Any {
    /// Something happened on them.
    fn happened(&mut self, msg: Arc<Msg>, shared: &Shared, env: &Env<'_>) -> Vec<Intent>;
    /// Brings what they show up to date with what is shared.
    fn follow(&mut self, shared: &Shared, env: &Env<'_>) -> Vec<Intent>;
    /// What they show, for what draws them: a [`crate::group::view::View`].
    fn view(&self) -> Shown;
}

/// What they show. The rest of the program only passes it on: what it is made of comes with the part.
#[derive(Clone)]
pub struct Shown(pub Arc<dyn Any>);

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Shown {}

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shown")
    }
}

/// How the rest of the program reaches them.
pub struct Class {
    /// Makes them.
    pub open: fn(&Shared) -> Box<dyn Pages>,
}

/// The part has come, or did not.
pub fn came(model: &mut Model, class: Option<&'static Class>) {
    model.class = class.map(|class| (class.open)(&model.shared));
    model.shared.class = if class.is_some() { Presence::Here } else { Presence::Failed };
}

/// Somebody goes somewhere: what did not come is wanted once more.
pub fn readdressed(shared: &mut Shared) {
    if shared.class == Presence::Failed {
        shared.class = Presence::Absent;
    }
}

/// Asks for the part, unless it is here or on its way.
pub fn fetch(shared: &mut Shared) {
    if shared.class == Presence::Absent {
        shared.class = Presence::Awaited;
        shared.effects.push(Effect::Fetch(Part::Class));
    }
}

/// Something happened on the class's screens.
pub fn happened(model: &mut Model, msg: Arc<Msg>, env: &Env<'_>) {
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
    fetch(&mut model.shared);
    if let Some(pages) = &mut model.class {
        let intents = pages.follow(&model.shared, env);
        carry_out(model, intents, env);
    }
}
