//! Our numbers beside published ones, and our files beside other programs’: `make conformance`. Tables and files are not ours to ship, so their folder is named by
//! `REFERENCE`; without it these tests fail.

#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed, in its helpers too")]

mod agreement;
mod codebooks;

use serde_json::Value;
use std::{env, fs, path::PathBuf};

/// The folder with the published tables and the files of others.
fn folder() -> PathBuf {
    let folder = env::var("REFERENCE").expect("REFERENCE names the folder with the published tables");
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// A published table.
fn reference(name: &str) -> Value {
    let path = folder().join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("is JSON")
}
