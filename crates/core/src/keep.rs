//! What is kept in this browser: stored operations, the state that they add up to, and how it is found again.

pub mod beside;
pub(crate) mod covers;
pub mod here;
pub mod history;
pub(crate) mod key;
pub mod ledger;
pub mod operation;
pub mod rewrite;
pub(crate) mod shelf;
pub(crate) mod snapshot;
pub mod startup;
pub mod step;
pub mod store;
pub mod wire;
