//! The stores: what they hold is taken in at the start, what they answer, what other tabs write, and how full they are.

pub(crate) mod arriving;
pub mod boot;
pub mod model;
pub mod msg;
pub(crate) mod reading;
pub mod room;
pub mod update;

pub use self::msg::Msg;
