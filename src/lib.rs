//! Postil: an article annotator that runs in a browser tab with nothing behind it.
//!
//! Start at `ARCHITECTURE.md`; it draws the house that these modules are the rooms of.

pub mod app;
pub mod core;
pub mod ports;
#[cfg(feature = "web")]
pub mod ui;
#[cfg(feature = "web")]
pub mod web;
