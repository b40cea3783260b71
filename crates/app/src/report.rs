//! The report: the article with what the class made of it, to be printed or saved.

pub mod blocks;
pub mod model;
pub mod msg;
#[cfg(test)]
mod tests;
pub(crate) mod update;
pub mod view;
