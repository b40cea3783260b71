//! Small pieces that every screen shares.

pub mod choice;
pub mod dom;
#[cfg(test)]
pub(crate) mod drawn;
pub mod field;
pub mod icon;
pub mod kbd;
pub mod sprite;
pub mod tag;

pub use crate::ui::kit::{icon::icon, kbd::kbd, sprite::sprite};
