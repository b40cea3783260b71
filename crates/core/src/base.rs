//! What everything else is made with: ids, order, maps, digests, colours, words and times.

pub mod colour;
pub mod digest;
pub mod id;
pub mod map;
pub(crate) mod moves;
pub mod order;
pub mod problem;
pub mod register;
pub mod script;
pub mod set;
pub mod signs;
pub mod stamp;
pub mod time;
