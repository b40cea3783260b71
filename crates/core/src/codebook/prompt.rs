//! The words in which a stance question is put, as long as nobody has written better ones.

use std::sync::Arc;

/// Whose stance it is when nobody is named.
pub(crate) const AUTHOR: &str = "the author";

/// A question made from whose stance it asks for, and toward what.
#[must_use]
pub fn made(holder: &str, target: &str) -> Arc<str> {
    let or = |words: &str, other: &'static str| {
        if words.trim().is_empty() { other.to_owned() } else { words.trim().to_owned() }
    };
    let (holder, target) = (or(holder, AUTHOR), or(target, "the main claim"));
    format!("What stance does {holder} take toward {target}?").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_somebodys_stance_toward_something() {
        assert_eq!(&*made("the minister", "the plan"), "What stance does the minister take toward the plan?");
        assert_eq!(&*made("", " "), "What stance does the author take toward the main claim?");
    }
}
