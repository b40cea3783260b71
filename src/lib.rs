//! The page of Postil: what is drawn (`ui`) and what the browser is asked for (`web`).
//!
//! Start at `ARCHITECTURE.md`; it draws the house that these modules are the rooms of.

pub mod strings;
pub mod ui;
pub mod web;
