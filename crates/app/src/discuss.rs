//! Discussing paragraph by paragraph: first blind, then a show of hands, then what everybody had answered, a second show
//! of hands, and a decision.

mod agenda;
mod answers;
mod clock;
mod entries;
mod kinds;
pub(crate) mod model;
pub mod msg;
mod notes;
pub mod place;
pub mod plan;
#[cfg(test)]
mod tests;
pub(crate) mod update;
pub mod view;
