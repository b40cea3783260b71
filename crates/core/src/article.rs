//! Articles: a title and ordered blocks, with ids that are the same on every machine.
//!
//! The canonical text of an article is its blocks, each as `kind`, a tab and the text (heading kinds carry their level),
//! ended by a line feed; a line feed inside a text is followed by a tab. Its SHA-256, shortened to 32 hex digits, is the article's id. The title is not part of it, so
//! an article keeps its annotations when it is renamed. Text is never Unicode-normalised.

pub mod masthead;
pub mod read;
pub mod search;

pub use self::masthead::Masthead;
use crate::{
    base::{
        digest,
        id::{ArticleId, ParagraphId},
        script::{self, Direction},
    },
    json::extra::Extra,
};
use std::{collections::HashMap, sync::Arc};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BlockKind {
    /// A section heading with its level, 2 to 6. The title is level 1 and no block.
    Heading(u8),
    /// A paragraph of running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set apart.
    Quotation,
}

impl BlockKind {
    /// The word used in files; a heading's level stands beside it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Heading(_) => "heading",
            Self::Paragraph => "paragraph",
            Self::ListItem => "list-item",
            Self::Quotation => "quotation",
        }
    }

    /// True for the units of annotation: everything but headings.
    #[must_use]
    pub fn is_annotated(self) -> bool {
        !matches!(self, Self::Heading(_))
    }
}

/// One block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its text: one line, LF never inside a paragraph that Postil made, never empty.
    pub text: Arc<str>,
    /// Fields of newer versions, inline marks for example.
    pub(crate) extra: Extra,
}

impl Block {
    /// A block without unknown fields.
    pub fn new(kind: BlockKind, text: impl Into<Arc<str>>) -> Self {
        Self { kind, text: text.into(), extra: Extra::new() }
    }
}

/// A unit of annotation: every block but headings, numbered from 1 in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its id, derived from its own text.
    pub id: ParagraphId,
    /// Its index among the article's blocks, from 0.
    pub block: usize,
}

/// An article. Made by [`Article::new`], which derives the ids, so they always fit the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    id: ArticleId,
    /// Title and provenance.
    pub masthead: Masthead,
    blocks: Vec<Block>,
    paragraphs: Vec<Paragraph>,
    by_id: HashMap<ParagraphId, usize>,
    script: (Arc<str>, Direction),
}

impl Article {
    /// Makes an article and derives its ids.
    #[must_use]
    pub fn new(masthead: Masthead, blocks: Vec<Block>) -> Self {
        let paragraphs = number(&blocks);
        let by_id = paragraphs.iter().enumerate().map(|(n, p)| (p.id.clone(), n)).collect();
        let script = script::find(&blocks.iter().map(|b| &*b.text).collect::<Vec<_>>());
        Self { id: article_id(&blocks), masthead, blocks, paragraphs, by_id, script }
    }

    /// The same text under another masthead.
    #[must_use]
    pub fn with_masthead(&self, masthead: Masthead) -> Self {
        Self { masthead, ..self.clone() }
    }

    /// The id: 32 hex digits of the SHA-256 of the canonical text.
    #[must_use]
    pub fn id(&self) -> &ArticleId {
        &self.id
    }

    /// The language, for `lang`: what the masthead says, else what the letters of the whole text do; empty when neither.
    #[must_use]
    pub fn language(&self) -> &Arc<str> {
        if self.masthead.language.is_empty() { &self.script.0 } else { &self.masthead.language }
    }

    /// Which way the text runs, for `dir`: what the masthead says, else what most letters of the whole text do.
    #[must_use]
    pub fn direction(&self) -> Direction {
        if self.masthead.direction == Direction::Auto { self.script.1 } else { self.masthead.direction }
    }

    /// All blocks in reading order.
    #[must_use]
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The units of annotation in reading order; number N stands at index N - 1.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The text of the paragraph at `index` (from 0); empty when there is none.
    #[must_use]
    pub fn text(&self, index: usize) -> Arc<str> {
        let block = self.paragraphs.get(index).and_then(|p| self.blocks.get(p.block));
        block.map_or_else(|| Arc::from(""), |b| Arc::clone(&b.text))
    }

    /// The paragraph with this id, if there is one.
    #[must_use]
    pub(crate) fn paragraph(&self, id: &str) -> Option<&Paragraph> {
        self.by_id.get(id).and_then(|at| self.paragraphs.get(*at))
    }

    /// The index (from 0) of the paragraph with this id.
    #[must_use]
    pub fn index_of(&self, paragraph: &ParagraphId) -> Option<usize> {
        self.by_id.get(paragraph).copied()
    }
}

/// The first words of a paragraph, at most 48 code points, kept beside annotations.
#[must_use]
pub fn opening(text: &str) -> Arc<str> {
    text.chars().take(48).collect::<String>().into()
}

/// The first words of a text as a list shows them: where there are more, whole words and an ellipsis.
#[must_use]
pub fn beginning(text: &str) -> Arc<str> {
    let opening = opening(text);
    if opening.len() == text.len() {
        return opening;
    }
    // Some scripts have no spaces; their words are cut anywhere.
    let whole = match text[opening.len()..].starts_with(' ') {
        true => &*opening,
        false => opening.rsplit_once(' ').map_or(&*opening, |(whole, _)| whole),
    };
    [whole.trim_end(), "…"].concat().into()
}

fn article_id(blocks: &[Block]) -> ArticleId {
    let mut canonical = String::with_capacity(blocks.iter().map(|b| b.text.len() + 12).sum());
    for block in blocks {
        canonical.push_str(block.kind.word());
        if let BlockKind::Heading(level) = block.kind {
            canonical.push(char::from(b'0' + level.min(9)));
        }
        canonical.push('\t');
        // A line feed inside a block gets a tab, which begins no kind: so no block can pass for two.
        let mut lines = block.text.split('\n');
        canonical.push_str(lines.next().unwrap_or(""));
        for line in lines {
            canonical.push_str("\n\t");
            canonical.push_str(line);
        }
        canonical.push('\n');
    }
    digest::hex(&canonical, 16).as_str().into()
}

/// Numbers the paragraphs. Ids come from each one's own text, plus an ordinal among equal texts, so that an edit
/// elsewhere leaves them be.
fn number(blocks: &[Block]) -> Vec<Paragraph> {
    // The same type of map as `by_id`: each type costs more than a kilobyte.
    let mut seen: HashMap<ParagraphId, usize> = HashMap::new();
    let mut paragraphs = Vec::with_capacity(blocks.len());
    for (block, b) in blocks.iter().enumerate().filter(|(_, b)| b.kind.is_annotated()) {
        let hash = digest::hex(&b.text, 8);
        let id: ParagraphId = hash.as_str().into();
        let earlier = seen.get(&id).copied().unwrap_or(0);
        seen.insert(id.clone(), earlier + 1);
        let id = if earlier == 0 { id } else { format!("{hash}-{}", earlier + 1).as_str().into() };
        paragraphs.push(Paragraph { id, block });
    }
    paragraphs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(texts: &[&str]) -> Article {
        let blocks = texts.iter().map(|t| Block::new(BlockKind::Paragraph, *t)).collect();
        Article::new(Masthead::titled("T"), blocks)
    }

    #[test]
    fn a_list_shows_whole_words_and_says_that_there_are_more() {
        assert_eq!(&*beginning("A short one."), "A short one.");
        let long = "Twice in 2022, governments set out to tell the world how to run it.";
        assert_eq!(&*opening(long), "Twice in 2022, governments set out to tell the w");
        assert_eq!(&*beginning(long), "Twice in 2022, governments set out to tell the…");
        let even = ["aaa ", &"x".repeat(44)].concat();
        assert_eq!(*beginning(&[&even, " more"].concat()), [&even, "…"].concat(), "cut between two words");
        let one = "字".repeat(60);
        assert_eq!(&*beginning(&one), format!("{}…", "字".repeat(48)));
    }

    #[test]
    fn equal_texts_have_ordinals_and_edits_elsewhere_leave_ids_be() {
        let one = article(&["a", "b", "a"]);
        let two = article(&["x", "b", "a"]);
        assert_ne!(one.id(), two.id());
        let ids: Vec<&str> = one.paragraphs().iter().map(|p| p.id.as_str()).collect();
        assert_eq!(ids[2], format!("{}-2", ids[0]));
        assert_eq!(two.index_of(&one.paragraphs()[1].id), Some(1));
    }

    #[test]
    fn the_title_is_no_part_of_identity_but_kinds_are() {
        let blocks = vec![Block::new(BlockKind::Paragraph, "a")];
        let one = Article::new(Masthead::titled("One"), blocks.clone());
        let two = Article::new(Masthead::titled("Two"), blocks);
        assert_eq!(one.id(), two.id());
        let heading = Article::new(Masthead::titled("One"), vec![Block::new(BlockKind::Heading(2), "a")]);
        assert_ne!(one.id(), heading.id());
        assert!(heading.paragraphs().is_empty());
    }
}
