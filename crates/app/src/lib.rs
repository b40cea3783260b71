//! The application without a browser: what it knows, what can happen, and what then follows.
//!
//! Data goes one way: something happens ([`msg::Msg`]), [`update::update`] changes the [`model::Model`] and returns
//! [`effect::Effect`]s, and the views in [`view`] are rendered. Invariants, kept by tests of the same name:
//! - `core_and_app_name_no_browser_type`
//! - `update_does_no_input_or_output`: effects are values; whoever performs them answers with new messages.

pub(crate) mod carry_out;
pub mod class;
pub mod codebook;
pub mod compare;
pub mod decide;
pub mod discuss;
pub mod effect;
pub mod env;
pub mod file;
pub mod files;
pub(crate) mod intent;
pub(crate) mod keyboard;
pub mod keymap;
pub mod lesson;
pub mod link;
pub mod look;
pub mod model;
pub mod msg;
pub mod notice;
pub mod opening;
pub mod part;
pub mod parts;
pub mod ports;
pub(crate) mod quota;
pub mod read;
pub mod report;
pub mod runtime;
pub mod screen;
pub mod shared;
pub mod storage;
pub mod strings;
pub mod timer;
pub mod update;
pub mod view;
pub(crate) mod when;
pub mod whose;

/// The program as files name it.
pub const APP: &str = concat!("Postil ", env!("CARGO_PKG_VERSION"));

#[cfg(test)]
mod tests;
