//! Deciding a paragraph: who said what, and the answer that the class records. It is a part of Compare, and the last step of
//! a discussion.

mod choices;
pub(crate) mod model;
pub mod msg;
#[cfg(test)]
mod tests;
pub(crate) mod update;
pub mod view;
