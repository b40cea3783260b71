//! The feedback file: a bundle for one annotator.

use super::Feedback;
use crate::{
    base::{id::ParagraphId, map::Map},
    exchange::bundle::{Bundle, Kind},
    record::{LayerKey, decision::Decisions, person::Persons},
};
use std::sync::Arc;

/// The annotator's own layer and the decisions with the counts of the class, and nothing else of other people. Unknown fields of
/// the files that came in could say anything of anybody, so they are not in it.
#[must_use]
pub fn bundle(feedback: &Feedback<'_>) -> Bundle {
    let (id, own) = (feedback.annotator, feedback.own.for_others());
    let decisions = decisions(feedback);
    let spoken = |paragraph: &ParagraphId| own.records.contains_key(paragraph) || decisions.settles(paragraph);
    let lost = feedback.quotes.iter().filter(|(id, _)| feedback.article.index_of(id).is_none() && spoken(id));
    let unplaced = lost.map(|(id, text)| (id.clone(), Arc::clone(text))).collect();
    Bundle {
        kind: Kind::Feedback,
        people: people(feedback),
        layers: Map::from([(LayerKey::reading(id.clone(), feedback.round), own)]),
        classes: Map::from([(feedback.class_id.clone(), decisions)]),
        unplaced,
        ..Bundle::bare(feedback.article.clone(), feedback.book.clone())
    }
}

/// What is known of the one whom it is for. Who is somebody else than they are is nothing to hand out.
fn people(feedback: &Feedback<'_>) -> Persons {
    let ids = feedback.people.ids(feedback.annotator);
    let known = ids.iter().filter_map(|id| Some((id.clone(), feedback.people.get(id)?.clone())));
    let mut known: Persons = known.collect();
    known.values_mut().for_each(|person| person.same_as.retain(|other, _| ids.contains(other)));
    known
}

fn decisions(feedback: &Feedback<'_>) -> Decisions {
    let mut home = feedback.decisions.for_one(feedback.annotator);
    // Where nothing is decided, what the others answered is still theirs to discuss.
    let settled = home.iter().filter(|(_, said)| said.outcome().is_some());
    let counted =
        settled.filter_map(|(id, _)| Some((id.clone(), feedback.class.counts(feedback.article.index_of(id)?))));
    let counted: Vec<_> = counted.collect();
    home.count(feedback.made, feedback.class.readers(), counted.into_iter());
    home
}
