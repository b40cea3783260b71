//! Files and stored records: reading and writing.

pub mod bundle;
pub mod entry;
pub mod json;
pub mod locate;
pub mod pretty;
pub mod read;
pub mod wire;
