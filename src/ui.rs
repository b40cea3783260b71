//! The interface: functions, and a few Yew components, that render view models and send messages.
//!
//! It does not parse, validate, sort or count, and it does not import `web`: only [`shell`] knows both
//! (`ui_does_not_import_web`). Rules that keep Yew 0.23.0 fast and safe are in ARCHITECTURE.md.

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
pub mod notices;
pub mod part;
pub mod reader;
pub mod report;
pub mod shell;
