//! Words that all sentences are made of.

/// "1 change", "3 changes".
#[must_use]
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}
