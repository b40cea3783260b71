//! Files that travel between people: one module a format, and what becomes of a file that is imported.

pub mod bundle;
pub mod codebook;
pub mod collected;
pub mod csv;
pub mod example;
pub mod import;
pub mod judgements;
pub mod pseudonym;
pub mod rescue;
pub mod unzip;

#[cfg(test)]
mod tests;
