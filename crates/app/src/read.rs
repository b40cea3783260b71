//! The Read page: the article with its marks, the inspector, and the search.

pub(crate) mod again;
mod explain;
pub mod gesture;
mod holding;
pub(crate) mod lookup;
pub(crate) mod margin;
mod meaning;
pub mod model;
pub mod msg;
pub mod place;
pub mod search;
pub mod update;
pub mod view;

pub use self::msg::Msg;
