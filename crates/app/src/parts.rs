//! How the rest of the app reaches the parts of the program that are fetched when they are first needed.

pub mod class;
pub mod dialogs;
