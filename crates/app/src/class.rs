//! The class's screens, as the rest of the app knows them: a part of the program that is fetched when it is first needed.
//!
//! They read what is shared and change nothing in it: what a person does there comes back as intents. Each page has a
//! room of its own ([`crate::lesson`], [`crate::compare`], [`crate::decide`], [`crate::discuss`], [`crate::report`],
//! [`crate::codebook`]); here is what they share, and [`update`] above them all.

pub(crate) mod annotators;
pub mod bar;
pub mod cells;
pub(crate) mod computed;
pub(crate) mod context;
pub(crate) mod edits;
pub(crate) mod given;
pub(crate) mod lens;
pub(crate) mod model;
pub mod msg;
pub mod people;
pub mod roll;
pub mod scale;
pub(crate) mod shares;
pub mod sheets;
pub(crate) mod shown;
pub(crate) mod tables;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
pub mod update;
pub mod view;

use crate::{env::Env, intent::Intent, shared::Shared};
use postil_core::{
    base::id::{ClassId, ParagraphId},
    record::decision::{ClassEdit, DecisionEdit},
};
use std::{any::Any, fmt, sync::Arc};

/// The class's screens.
pub trait Pages: Any {
    /// Something happened on them.
    fn happened(&mut self, msg: Arc<msg::Msg>, shared: &Shared, env: &Env<'_>) -> Vec<Intent>;
    /// Brings what they show up to date with what is shared.
    fn follow(&mut self, shared: &Shared, env: &Env<'_>) -> Vec<Intent>;
    /// The article is shown in their place.
    fn leave(&mut self);
    /// The values that a gesture of the class writes of a paragraph of the open article.
    fn edits(&self, shared: &Shared, class: &ClassId, paragraph: &ParagraphId, edit: &DecisionEdit) -> Vec<ClassEdit>;
    /// What they show, for what draws them: a [`view::View`].
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
