//! Who is taken for whom, which class is shown, and who belongs to it.

pub(crate) mod model;
pub mod msg;
pub(crate) mod update;
pub mod view;
