//! How many of a class chose what: in a feedback file these numbers stand for the class, whose layers are not in it.
//!
//! A counting is one thing, made at one time, which is the stamp of all its numbers. So a newer one takes the place of an
//! older one, and numbers that carry another stamp than that of the readers belong to a counting that was replaced.

use super::{
    Edit, Map, OptionId, QuestionId, Record,
    votes::{Hands, number, numbers, place},
};
use crate::record::Layer;

const READERS: &str = "agreed:readers";
const COUNT: &str = "agreed:count";

/// How many of a class chose each option.
#[must_use]
pub fn counts(record: &Record, question: &QuestionId) -> Hands {
    let Some(made) = record.stances.get(READERS).map(|r| &r.stamp) else { return Map::new() };
    let place = place(COUNT, question);
    numbers(record, &place).filter(|(_, _, stamp)| *stamp == made).map(|(option, count, _)| (option, count)).collect()
}

/// How many annotators there are in the class.
#[must_use]
pub fn readers(record: &Record) -> Option<u32> {
    super::said(record, READERS)?.parse().ok()
}

/// The edits that write down a counting: how many chose what, for each question that is counted, of so many readers.
#[must_use]
pub fn write_counts(questions: &[(&QuestionId, &Hands)], readers: u32) -> Vec<Edit> {
    let mut edits = vec![number(READERS.to_owned(), Some(readers))];
    for (question, counts) in questions {
        let place = place(COUNT, question);
        let count = |(option, count): (&OptionId, &u32)| number([&*place, option.as_str()].concat(), Some(*count));
        edits.extend(counts.iter().map(count));
    }
    edits
}

/// Leaves countings out that were made by a clock far ahead of the reader's: they would take the place of all that are made
/// until then. True when there were any.
pub fn leave_out_ahead(layer: &mut Layer, now: u64) -> bool {
    let mut any = false;
    for record in layer.records.values_mut() {
        let ahead = |id: &str| id == READERS || id.strip_prefix(COUNT).is_some_and(|rest| rest.starts_with(':'));
        let stances = std::mem::take(&mut record.stances);
        let before = stances.len();
        let kept = stances.into_iter().filter(|(id, r)| !r.stamp.is_from_future(now) || !ahead(id.as_str()));
        record.stances = kept.collect();
        any |= record.stances.len() != before;
    }
    any
}
