//! The group's screens without a browser: Compare, Discuss, Codebook and Report.
//!
//! They are a program of their own, fetched when it is first used ([`crate::handover`] is its other end). It keeps
//! nothing: it is told what there is to know, and says what a person does. Inside it is built like the rest of the app:
//! [`msg::Msg`] → [`update::update`] → [`effect::Effect`]s and a [`view::View`].

pub mod annotators;
pub mod board;
pub mod changed;
pub mod codebook;
pub mod decide;
pub mod discuss;
pub mod edits;
pub mod effect;
pub mod feedback;
pub mod head;
pub mod kinds;
pub mod model;
pub mod msg;
pub mod numbers;
pub mod pictures;
pub mod portrait;
pub mod report;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
pub mod themes;
pub mod told;
pub mod update;
pub mod view;
