//! The compact form of a [`super::store::Store`] in browser storage: short names, one table of replicas and one of ids, and walls
//! counted from the earliest. A class of 200 readers and 200 paragraphs must fit into local storage's 5 MB.
//!
//! `docs/storage-format.md` gives the form in words. What stands here is written by
//! Postil alone, so a text that does not fit is corrupt as a whole; the bundle's reader is the lenient one.

use crate::strings::keep as strings;
mod pack;
mod unpack;

pub use self::{pack::pack, unpack::unpack};
pub(crate) use self::{
    pack::{pack_here, pack_steps, pack_tags},
    unpack::{unpack_here, unpack_steps},
};

/// A stored operation that does not have the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", strings::no_operation())]
pub struct Malformed;
