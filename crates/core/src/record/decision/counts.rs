//! How many of a class chose what: in a feedback file these numbers stand for the class, whose layers are not in it.
//!
//! A counting is one thing, made at one time, which is the stamp of all its numbers. So a newer one takes the place of an
//! older one, and numbers that carry another stamp than that of the readers belong to a counting that was replaced.

use super::{
    Adjudication, Decisions, HOME, Map, ParagraphId, QuestionId,
    votes::{Hands, number, place},
};
use crate::{
    base::stamp::Clock,
    record::{
        Record,
        edit::{Edit, delta},
    },
};

const READERS: &str = "agreed:readers";
const COUNT: &str = "agreed:count";

/// A counting of one paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many annotators there are in the class.
    pub readers: u32,
    /// How many chose each option, for each question that is counted.
    pub questions: Map<QuestionId, Hands>,
}

impl Counts {
    fn edits(&self) -> Vec<Edit> {
        let mut edits = vec![number(READERS, Some(self.readers))];
        for (question, counts) in &self.questions {
            let place = place(COUNT, question);
            edits.extend(counts.iter().map(|(option, n)| number(&[&*place, option.as_str()].concat(), Some(*n))));
        }
        edits
    }

    /// The change that writes it down, made at this time.
    fn delta(&self, made: u64) -> Record {
        delta(&Record::default(), &self.edits(), &mut Clock::new(HOME.into()), made)
    }
}

impl Adjudication<'_> {
    /// How many of a class chose each option.
    #[must_use]
    pub fn counts(self, question: &QuestionId) -> Hands {
        let Some(made) = self.0.and_then(|record| record.about.get(READERS)).map(|r| &r.stamp) else {
            return Map::new();
        };
        let place = place(COUNT, question);
        self.numbers(&place).filter(|(_, _, at)| *at == made).map(|(option, count, _)| (option, count)).collect()
    }

    /// How many annotators there are in the class.
    #[must_use]
    pub fn readers(self) -> Option<u32> {
        self.0?.about.said(READERS)?.parse().ok()
    }
}

impl Decisions {
    /// Writes a counting down, made at this time: a later one that is here stays.
    pub fn count(&mut self, paragraph: &ParagraphId, counts: &Counts, made: u64) {
        self.0.records.entry(paragraph.clone()).or_default().join(&counts.delta(made));
    }

    /// Puts a counting in the place of whichever is here.
    pub fn count_anew(&mut self, paragraph: &ParagraphId, counts: &Counts) {
        let record = self.0.records.entry(paragraph.clone()).or_default();
        for (id, register) in counts.delta(0).about.iter() {
            record.about.insert(id.clone(), register.clone());
        }
    }

    /// Leaves countings out that were made by a clock far ahead of the reader's: they would take the place of all that are
    /// made until then. True when there were any.
    pub(crate) fn leave_out_ahead(&mut self, now: u64) -> bool {
        let ahead = |id: &str| id == READERS || id.strip_prefix(COUNT).is_some_and(|rest| rest.starts_with(':'));
        let mut any = false;
        for record in self.0.records.values_mut() {
            let before = record.about.len();
            record.about.retain(|id, r| !r.stamp.is_from_future(now) || !ahead(id.as_str()));
            any |= record.about.len() != before;
        }
        any
    }
}
