//! The sample article and its codebook, embedded so that the first visit needs no file.

mod words;

use super::{Codebook, book::Book};
use crate::{
    article::{Article, Block, BlockKind, Masthead, masthead::Described},
    base::{
        id::{ArticleId, CodebookId, VersionId},
        script::Direction,
        stamp::Stamp,
    },
    json::extra::Extra,
};
use std::sync::Arc;

const ARTICLE: &str = include_str!("../../../../static/sample/article.txt");

/// The sample article.
#[must_use]
pub fn article() -> Article {
    parse(ARTICLE)
}

/// The id of the sample article. It is said, and not worked out: it is asked for whenever anything is drawn, and takes a digest of
/// the whole text. A test does.
const ID: &str = "a5937c75bb37e2be6373991655e3d09c";

/// The same as an id.
#[must_use]
pub fn id() -> ArticleId {
    ID.into()
}

/// True for the id of the sample article.
#[must_use]
pub fn is_sample(id: &ArticleId) -> bool {
    id.as_str() == ID
}

/// The version of the codebook of the sample article. It is said, and not worked out, since a first visit needs nothing else
/// that works it out; a test does.
const VERSION: &str = "2ce05b57db5a6f9a4047144605833141";

/// The same as an id.
#[must_use]
pub fn version() -> VersionId {
    VERSION.into()
}

/// The codebook of the sample article.
#[must_use]
pub fn codebook() -> Codebook {
    words::CODEBOOK.codebook()
}

/// What the ids of codebooks begin with that everybody starts from. They are written by nobody: before the first edit each
/// becomes somebody's own, under another id.
pub const OURS: &str = "postil-";

/// True for the id of a codebook to begin with, which is made for no article; that of the sample is made for the sample.
#[must_use]
pub(crate) fn is_beginning(id: &CodebookId) -> bool {
    id.as_str().starts_with(OURS) && id.as_str() != words::CODEBOOK.id
}

/// The stamp of what stands in codebooks that everybody starts from: the least there is, so that any edit counts more.
#[must_use]
pub fn stamp() -> Stamp {
    Stamp { wall: 0, counter: 0, replica: "postil".into() }
}

/// The codebook of the sample article, as it is edited.
#[must_use]
pub fn book() -> Book {
    Book::of(&codebook(), &stamp())
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
        described: Described::new(),
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
        assert_eq!(*article.id(), id());
    }

    #[test]
    fn its_codebook_has_the_fixed_ids_keys_and_full_definitions() {
        let codebook = codebook();
        let options: Vec<&str> = codebook.questions[0].options.iter().map(|o| o.id.as_str()).collect();
        assert_eq!(options, ["supports", "opposes", "mixed", "neutral", "no-stance"]);
        assert_eq!(codebook.flaw(), None);
        assert_eq!(codebook.version(), version());
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
