//! What is kept in this browser: stored operations, the state that they add up to, and how it is found again.

pub mod here;
pub mod ledger;
pub mod operation;
pub mod startup;
pub mod store;
pub mod wire;
