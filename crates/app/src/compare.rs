//! Compare: where the annotators of an article agree and where they do not, looked at in several ways.

pub mod board;
pub mod head;
pub mod kinds;
pub(crate) mod model;
pub mod msg;
pub mod numbers;
pub mod overview;
pub mod pictures;
pub mod portrait;
pub(crate) mod sheets;
pub mod themes;
pub(crate) mod update;
pub mod view;
