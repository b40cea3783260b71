//! Numbers: layers side by side, how far they agree and how they differ.

pub mod agreement;
pub mod comparison;
pub mod crosstab;
pub mod difference;
pub mod division;
pub mod findings;
pub mod given;
pub mod portrait;
