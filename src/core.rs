//! The domain: articles, codebooks, what people said of paragraphs, and how that merges and travels.
//!
//! Invariants, each kept by a test of the same name in `tests/it/tidy.rs`:
//! - `core_names_no_browser_type`: nothing here names yew, web-sys, js-sys, wasm-bindgen or gloo.
//! - `core_reads_no_clock_and_draws_no_chance`: times and ids come in as arguments, so every test repeats.
//! - Readers never panic: they return what they could read and a list of [`problem::Problem`]s.

pub mod agreed;
pub mod agreement;
pub mod annotation;
pub mod answer;
pub mod article;
pub mod codebook;
pub mod comparison;
pub mod crosstab;
pub mod difference;
pub mod digest;
pub mod division;
pub mod edit;
pub mod example;
pub mod extra;
pub mod feedback;
pub mod file_name;
pub mod format;
pub mod glyph;
pub mod id;
pub mod import;
pub mod ledger;
pub mod map;
pub mod note;
pub mod order;
pub mod picture;
pub mod portrait;
pub mod problem;
pub mod progress;
pub mod readers;
pub mod register;
pub mod report;
pub mod sample;
pub mod script;
pub mod search;
pub mod signs;
pub mod stamp;
pub mod startup;
pub mod store;
pub mod text;
