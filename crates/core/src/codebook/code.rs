//! Codes: what people choose from a codebook, whatever it is, by the id that it keeps for ever.

use crate::base::id::{OptionId, QuestionId, ThemeId};

/// A question, one of its options, or a theme.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A stance question.
    Question(QuestionId),
    /// An option of a stance question.
    Option(QuestionId, OptionId),
    /// A theme.
    Theme(ThemeId),
}

/// The longest id of a code, in bytes.
const LONGEST: usize = 64;

/// True for what may be the id of a code. Ids stand in lists of words, in keys with a colon between them, and beside the ids
/// that decisions once had, so they can be none of these.
#[must_use]
pub(crate) fn is_id(id: &str) -> bool {
    let is_word = !id.chars().any(|c| c.is_whitespace() || c.is_control() || c == ':');
    (1..=LONGEST).contains(&id.len()) && is_word && !id.starts_with("agreed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_short_words_without_colons() {
        assert!(is_id("t") && is_id(&"é".repeat(32)) && is_id("disagreed"));
        for id in ["", "two words", "a:b", "agreed", "agreed-stance", "a\u{0}b", &"é".repeat(33)] {
            assert!(!is_id(id), "{id}");
        }
    }
}
