//! The group's screens without a browser: Compare, Discuss, Codebook and Report.
//!
//! They read what all pages share and keep only how it is looked at; what a person does there comes back as
//! [`crate::intent::Intent`]s. [`crate::class`] is how the rest of the app reaches them.

pub mod annotators;
pub mod board;
pub mod changed;
pub mod codebook;
pub mod decide;
pub mod discuss;
pub mod edits;
pub mod feedback;
pub mod head;
pub mod kinds;
pub mod model;
pub mod msg;
pub mod numbers;
pub mod pictures;
pub mod place;
pub mod portrait;
pub mod report;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod themes;
pub mod update;
pub mod view;

use crate::class::Class;

/// How the rest of the program reaches these screens.
pub static CLASS: Class = Class { open: |shared| Box::new(model::Model::open(shared)) };
