//! Files and stored records: reading and writing.

pub mod archive;
pub mod bundle;
pub mod codebook;
pub mod entry;
pub mod json;
pub mod locate;
pub mod read;
pub mod rescue;
pub mod wire;
pub mod writer;
