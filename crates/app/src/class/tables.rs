//! The tables that all measures of agreement are made of, kept while nothing changes: what is computed from them goes
//! through all records once.

use postil_core::{
    base::id::QuestionId,
    measure::{
        agreement::measure::{Gathering, Source},
        comparison::Comparison,
    },
};
use std::sync::Arc;

/// How much is done in one go, in steps of a loop: some 15 ms in wasm.
pub(crate) const SLICE: usize = 1_000_000;
/// What it takes to look one record up, in the same.
const CELL: usize = 100;

/// The tables as of a revision, or as far as they have been looked up.
#[derive(Default)]
pub(crate) struct Tables {
    gathering: Option<(u64, Gathering)>,
    source: Option<(u64, Arc<Source>)>,
}

impl Tables {
    /// The tables of a question: looked up once, until something changes or another question is asked. For themes any
    /// question will do; they are asked for with an empty one. `None` while there is more to look up: ask again.
    pub(crate) fn of<'a>(
        &mut self,
        revision: u64,
        question: &QuestionId,
        comparison: impl FnOnce() -> Comparison<'a>,
    ) -> Option<Arc<Source>> {
        let fits = |asked: &QuestionId| asked == question || question.as_str().is_empty();
        if let Some((then, source)) = &self.source
            && *then == revision
            && fits(&source.question)
        {
            return Some(Arc::clone(source));
        }
        let begun = self.gathering.take().filter(|(then, begun)| *then == revision && fits(begun.question()));
        let comparison = comparison();
        let mut gathering = begun.map_or_else(|| Gathering::new(&comparison, question), |(_, begun)| begun);
        let some = (SLICE / CELL / comparison.annotators().max(1)).max(1);
        if !gathering.step(&comparison, some) {
            self.gathering = Some((revision, gathering));
            return None;
        }
        let source = Arc::new(gathering.finish());
        self.source = Some((revision, Arc::clone(&source)));
        Some(source)
    }

    /// On how many paragraphs everybody has answered, as far as that is known.
    #[must_use]
    pub(crate) fn complete(&self) -> usize {
        self.source.as_ref().map_or(0, |(_, source)| source.complete)
    }
}
