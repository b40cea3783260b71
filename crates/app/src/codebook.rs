//! The Codebook screen: what is asked and what the answers mean, read and edited in place.

mod arrange;
pub(crate) mod foreign;
pub mod ids;
pub mod model;
pub mod msg;
pub(crate) mod update;
pub mod view;
