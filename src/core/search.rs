//! Finding words in an article.

use super::article::Article;

/// The words as they are compared: without regard to case, and to the form that a Greek sigma takes at the end of a word.
#[must_use]
pub fn fold(words: &str) -> String {
    words.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}

/// The indices (from 0) of the paragraphs that contain `words`, without regard to case. Blank words find nothing.
#[must_use]
pub fn find(article: &Article, words: &str) -> Vec<usize> {
    let needle = fold(words.trim());
    if needle.is_empty() {
        return Vec::new();
    }
    let count = article.paragraphs().len();
    (0..count).filter(|&n| fold(&article.text(n)).contains(&needle)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::article::{Block, BlockKind, Masthead};

    #[test]
    fn finds_without_regard_to_case_and_skips_headings() {
        let block = |kind, text: &str| Block::new(kind, text);
        let article = Article::new(
            Masthead::titled("T"),
            vec![
                block(BlockKind::Heading(2), "Éclair"),
                block(BlockKind::Paragraph, "one ÉCLAIR"),
                block(BlockKind::Paragraph, "ΟΔΟΣ"),
            ],
        );
        assert_eq!(find(&article, " éclair "), [0]);
        assert_eq!(find(&article, "οδος"), [1]);
        assert_eq!(find(&article, "  "), Vec::<usize>::new());
    }
}
