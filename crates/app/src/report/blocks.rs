//! The article in the report, with what the class made of each paragraph.

use crate::{class::bar::Bar, strings::class as say};
use postil_core::{
    article::{Article, Block, BlockKind},
    output::report::{self, Report},
};
use std::sync::Arc;

/// A heading or a paragraph of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockView {
    /// What it is.
    pub kind: BlockKind,
    /// Its words.
    pub text: Arc<str>,
    /// The article's language.
    pub lang: Arc<str>,
    /// The article's direction.
    pub dir: &'static str,
    /// What the class made of it; none beside a heading.
    pub row: Option<RowView>,
}

/// What the class made of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// The report's row.
    pub row: report::Row,
    /// The answers to each question.
    pub bars: Vec<Bar>,
    /// "Decided: ▲ supports", or what else became of it; empty when nothing did.
    pub settled: Arc<str>,
}

/// The article as a report on it shows it.
#[must_use]
pub(crate) fn blocks(article: &Article, base: &Report) -> Arc<[Arc<BlockView>]> {
    let mut rows = base.rows.iter();
    let block = |block: &Block| {
        let row = if block.kind.is_annotated() { rows.next() } else { None };
        Arc::new(BlockView {
            kind: block.kind,
            text: Arc::clone(&block.text),
            lang: Arc::clone(article.language()),
            dir: article.direction().word(),
            row: row.map(|row| RowView {
                bars: bars(base, row),
                settled: row.settled.as_ref().map_or_else(|| "".into(), report::Settled::words),
                row: row.clone(),
            }),
        })
    };
    article.blocks().iter().map(block).collect()
}

fn bars(base: &Report, row: &report::Row) -> Vec<Bar> {
    let bar = |(question, tally): (&report::Question, &report::Tally)| {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let answers = question.options.iter().zip(&tally.counts);
        let answers = answers.map(|(answer, n)| (Some(answer.sense), Arc::clone(&answer.label), number(*n)));
        Bar::of(answers.chain([(None, say::not_answered().into(), number(tally.not_coded))]))
    };
    base.questions.iter().zip(&row.tallies).map(bar).collect()
}
