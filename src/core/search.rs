//! Finding words in an article.

use super::article::Article;

/// The indices (from 0) of the paragraphs that contain `words`, without regard to case. Blank words find nothing.
#[must_use]
pub fn find(article: &Article, words: &str) -> Vec<usize> {
    let needle = words.trim().to_lowercase();
    if needle.is_empty() {
        return Vec::new();
    }
    let count = article.paragraphs().len();
    (0..count).filter(|&n| article.text(n).to_lowercase().contains(&needle)).collect()
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
                block(BlockKind::Paragraph, "two"),
            ],
        );
        assert_eq!(find(&article, " éclair "), [0]);
        assert_eq!(find(&article, "  "), Vec::<usize>::new());
    }
}
