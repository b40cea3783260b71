//! The browser: storage, files, tabs, time and frames, behind the traits and effects of the inner modules.
//!
//! No `JsValue` leaves this module. One module writes browser storage ([`storage`]), and the journal beside it.

pub mod dom;
pub mod engine;
pub mod file;
pub mod first;
pub mod frame;
pub mod hand_over;
pub mod host;
pub mod journal;
pub mod js;
pub mod keys;
pub mod line;
pub mod link;
pub mod lock;
pub mod panic;
pub mod png;
pub mod raw;
pub mod reading;
pub mod selection;
pub mod storage;
pub mod tab;
pub mod time;
