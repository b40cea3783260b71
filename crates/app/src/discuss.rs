//! Discussing paragraph by paragraph: first blind, then a show of hands, then what everybody had answered, a second show
//! of hands, and a decision.

mod agenda;
pub(crate) mod model;
pub mod msg;
pub mod place;
#[cfg(test)]
mod tests;
pub(crate) mod update;
pub mod view;
