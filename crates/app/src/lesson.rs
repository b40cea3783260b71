//! Class: a lesson from giving an article out to giving back what the class made of it, a step after the other.

pub mod back;
pub mod changed;
pub(crate) mod feedback;
pub mod give;
pub mod handed;
pub(crate) mod model;
pub mod msg;
pub mod problems;
pub mod qr;
mod sheets;
pub mod subpage;
pub(crate) mod update;
pub mod view;
