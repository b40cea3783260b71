//! The strings of what happens and of what the views say: a table a room, in English. See [`mod@postil_core::strings`].

pub mod class;
pub mod codebook;
pub mod compare;
pub mod decide;
pub mod discuss;
pub mod files;
pub mod keys;
pub mod lesson;
pub mod page;
pub mod ports;
pub mod read;
pub mod report;
pub mod shared;
pub mod storage;
pub mod words;
