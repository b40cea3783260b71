//! The sample article and its codebook, embedded so that the first visit needs no file.

mod words;

use super::Codebook;
use crate::{
    article::{Article, Block, BlockKind, Masthead},
    base::script::Direction,
    json::extra::Extra,
};
use std::sync::Arc;

const ARTICLE: &str = include_str!("../../../../static/sample/article.txt");

/// The sample article.
#[must_use]
pub fn article() -> Article {
    parse(ARTICLE)
}

/// The codebook of the sample article.
#[must_use]
pub fn codebook() -> Codebook {
    words::CODEBOOK.codebook()
}

/// Reads our own sample format: `Name: value` lines, a blank line, then one block a line; `## ` begins a heading and
/// `> ` a quotation.
fn parse(text: &str) -> Article {
    let (head, body) = text.split_once("\n\n").unwrap_or(("", text));
    let field = |name: &str| -> Option<Arc<str>> {
        head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(|v| v.trim().into())
    };
    let masthead = Masthead {
        title: field("Title").unwrap_or_else(|| "Untitled".into()),
        byline: field("Byline"),
        source: field("Source"),
        date: field("Date"),
        language: field("Language").unwrap_or_else(|| "en".into()),
        direction: Direction::Ltr,
        extra: Extra::new(),
    };
    let blocks = body.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        if let Some(heading) = line.strip_prefix("## ") {
            Block::new(BlockKind::Heading(2), heading)
        } else if let Some(quotation) = line.strip_prefix("> ") {
            Block::new(BlockKind::Quotation, quotation)
        } else {
            Block::new(BlockKind::Paragraph, line)
        }
    });
    Article::new(masthead, blocks.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_as_the_readme_says() {
        let article = article();
        assert_eq!(article.paragraphs().len(), 10);
        let kinds = |kind: fn(BlockKind) -> bool| article.blocks().iter().filter(|b| kind(b.kind)).count();
        assert!((2..=3).contains(&kinds(|k| !k.is_annotated())));
        assert_eq!(kinds(|k| k == BlockKind::Quotation), 1);
        let words: usize = article.blocks().iter().map(|b| b.text.split_whitespace().count()).sum();
        assert!((900..=1200).contains(&words), "{words} words");
        assert!(article.masthead.title.len() > 5);
    }

    #[test]
    fn its_codebook_has_the_fixed_ids_keys_and_full_definitions() {
        let codebook = codebook();
        let options: Vec<&str> = codebook.questions[0].options.iter().map(|o| o.id.as_str()).collect();
        assert_eq!(options, ["supports", "opposes", "mixed", "neutral", "no-stance"]);
        assert_eq!(codebook.flaw(), None);
        let themes: Vec<(&str, &str)> =
            codebook.themes.iter().map(|t| (t.id.as_str(), t.key.as_deref().unwrap_or(""))).collect();
        assert_eq!(
            themes,
            [
                ("sovereignty", "1"),
                ("governance", "2"),
                ("data-security", "3"),
                ("digital-economy", "4"),
                ("rivalry", "5"),
                ("cooperation", "6"),
                ("espionage", "7"),
                ("openness", "8"),
                ("image", "9")
            ]
        );
        for theme in &codebook.themes {
            for text in [&theme.definition, &theme.include, &theme.exclude, &theme.example] {
                assert!(text.len() > 10, "{} lacks a text", theme.id);
            }
        }
    }
}
