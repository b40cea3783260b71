//! How many of a class chose what: in a feedback file these numbers stand for the class, whose layers are not in it.
//!
//! A counting is one thing, made at one time: a newer one takes the place of an older one as a whole.

use super::{Adjudication, Decisions, Map, ParagraphId, QuestionId, votes::Hands};
use crate::base::stamp::FUTURE_MS;

/// A counting of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many annotators there are in the class.
    pub readers: u32,
    /// How many chose each option, for each question that is counted.
    pub questions: Map<QuestionId, Hands>,
}

/// A counting of an article. Of two the later one is the greater.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counting {
    /// When it was made, in milliseconds since 1970, by the clock of whoever counted.
    pub made: u64,
    /// How many annotators there are in the class.
    pub readers: u32,
    /// How many chose each option, by paragraph and question, where enough have answered.
    pub paragraphs: Map<ParagraphId, Map<QuestionId, Hands>>,
}

impl Adjudication<'_> {
    /// How many of a class chose each option.
    #[must_use]
    pub fn counts(self, question: &QuestionId) -> Hands {
        let Some((Decisions { counting: Some(counting), .. }, paragraph)) = self.0 else { return Map::new() };
        counting.paragraphs.get(paragraph).and_then(|questions| questions.get(question)).cloned().unwrap_or_default()
    }

    /// How many annotators there are in the class, where it was counted on this paragraph.
    #[must_use]
    pub fn readers(self) -> Option<u32> {
        let (class, paragraph) = self.0?;
        let counting = class.counting.as_ref()?;
        counting.paragraphs.contains_key(paragraph).then_some(counting.readers)
    }
}

impl Decisions {
    /// How many readers there were when the class was counted, if it was.
    #[must_use]
    pub fn counted(&self) -> Option<u32> {
        self.counting.as_ref().map(|counting| counting.readers)
    }

    /// Puts a counting in the place of whichever is here.
    pub fn count(&mut self, made: u64, readers: u32, paragraphs: impl Iterator<Item = (ParagraphId, Counts)>) {
        let paragraphs = paragraphs.map(|(paragraph, counts)| (paragraph, counts.questions)).collect();
        self.counting = Some(Counting { made, readers, paragraphs });
    }

    /// Leaves a counting out that was made by a clock far ahead of the reader's: it would take the place of all that are
    /// made until then. True when there was one.
    pub(crate) fn leave_out_ahead(&mut self, now: u64) -> bool {
        self.counting.take_if(|counting| counting.made > now.saturating_add(FUTURE_MS)).is_some()
    }
}
