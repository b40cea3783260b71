//! The domain: articles, codebooks, what people said of paragraphs, and how that is kept, merges, travels and is counted.
//!
//! Each room leans only on those that stand before it in this list (`the_rooms_of_the_domain_build_on_each_other` in `tests/it/imports.rs`).
//!
//! - No browser: this crate depends on none (`core_and_app_name_no_browser_type`). No clock and no chance: times and ids come
//!   in as arguments (`core_and_app_read_no_clock_and_draw_no_chance`).
//! - Readers never panic: they return what they could read and a list of [`base::problem::Problem`]s.

pub mod strings;

pub mod base;
pub mod json;

pub mod article;
pub mod codebook;
pub mod record;

pub mod keep;

pub mod exchange;
pub mod measure;
pub mod output;
