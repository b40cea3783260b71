//! The strings of what is drawn: a table a room, in English. See [`mod@postil_core::strings`].

pub mod bar;
pub mod changed;
pub mod class;
pub mod codebook;
pub mod compare;
pub mod decide;
pub mod dialog;
pub mod discuss;
pub mod inspector;
pub mod lesson;
pub mod page;
pub mod reader;
pub mod report;
pub mod web;
