//! The feedback file: a bundle for one annotator.

use super::Feedback;
use crate::{
    base::{id::ParagraphId, map::Map},
    exchange::bundle::{Bundle, NamedDecisions, NamedLayer},
    json::extra::Extra,
    record::decision::Decisions,
};
use std::sync::Arc;

/// The annotator's own layer and the decisions with the counts of the class, and nothing else of other people.
#[must_use]
pub fn bundle(feedback: &Feedback<'_>) -> Bundle {
    let own = NamedLayer { name: feedback.name.cloned(), layer: feedback.own.clone() };
    let decisions = decisions(feedback);
    let kept = |id: &ParagraphId| own.layer.records.contains_key(id) || decisions.iter().any(|(kept, _)| kept == id);
    let quotes = feedback.quotes.iter().filter(|(id, _)| kept(id));
    Bundle {
        article: feedback.article.clone(),
        codebook: feedback.codebook.clone(),
        quotes: quotes.map(|(id, quote)| (id.clone(), Arc::clone(quote))).collect(),
        layers: Map::from([(feedback.annotator.clone(), own)]),
        decisions: Some(NamedDecisions::going_home(decisions)),
        // Unknown fields of the files that came in could say anything of anybody.
        extra: Extra::new(),
    }
}

fn decisions(feedback: &Feedback<'_>) -> Decisions {
    let mut home = feedback.decisions.for_one(feedback.annotator);
    // Where nothing is decided, what the others answered is still theirs to discuss.
    let decided = home.iter().filter(|(_, adjudication)| adjudication.outcome().is_some());
    let decided: Vec<ParagraphId> = decided.map(|(id, _)| id.clone()).collect();
    for id in decided {
        if let Some(at) = feedback.article.index_of(&id) {
            home.count(&id, &feedback.class.counts(at), feedback.made);
        }
    }
    home
}
