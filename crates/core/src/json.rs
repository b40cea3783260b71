//! JSON: read as a tree that borrows its words, written piece by piece, with the fields of newer programs kept.

pub(crate) mod canonical;
pub mod extra;
pub(crate) mod place;
pub mod tree;
pub mod writer;
