//! The interface: functions, and a few Yew components, that render view models and send messages.
//!
//! It does not parse, validate, sort or count, and it does not import `web`: only [`shell`] knows both
//! (`only_the_roots_know_ui_and_web`). Rules that keep Yew 0.23.0 fast and safe are in ARCHITECTURE.md.

pub mod bar;
pub mod class;
pub mod codebook;
pub mod compare;
pub mod decide;
pub mod desk;
pub mod dialog;
pub mod discuss;
pub mod inspector;
pub mod kit;
pub mod lesson;
pub mod notices;
pub mod part;
pub mod reader;
pub mod report;
pub mod shell;
