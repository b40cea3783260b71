//! What leaves as something to look at: pictures, the report, feedback, and several files as one.

pub mod feedback;
pub mod file_name;
pub mod findings;
pub mod picture;
pub mod report;
pub mod zip;
