//! The domain: articles, codebooks, what people said of paragraphs, and how that is kept, merges, travels and is counted.
//!
//! Each room leans only on those that stand before it in this list (`no_import_circles` in `tests/it/tidy.rs`).
//!
//! - No browser: this crate depends on none. No clock and no chance: times and ids come in as arguments.
//! - Readers never panic: they return what they could read and a list of [`base::problem::Problem`]s.

pub mod base;
pub mod json;

pub mod article;
pub mod codebook;
pub mod record;

pub mod keep;

pub mod exchange;
pub mod measure;
pub mod output;
