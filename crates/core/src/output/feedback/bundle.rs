//! The feedback file: a bundle for one annotator.

use super::Feedback;
use crate::{
    base::{
        id::{AnnotatorId, ParagraphId},
        map::Map,
    },
    exchange::bundle::{Bundle, NamedLayer},
    json::extra::Extra,
    record::{Layer, agreed, register::Register, stamp::Stamp},
};
use std::sync::Arc;

/// The annotator's own layer and the agreed reading with the counts of the class, and nothing else of other people.
#[must_use]
pub fn bundle(feedback: &Feedback<'_>) -> Bundle {
    let own = NamedLayer { name: feedback.name.cloned(), layer: feedback.own.clone() };
    let agreed = NamedLayer { name: Some(name()), layer: agreed_for(feedback) };
    let layers = Map::from([(AnnotatorId::from(agreed::AGREED), agreed), (feedback.annotator.clone(), own)]);
    let kept = |id: &ParagraphId| layers.values().any(|named: &NamedLayer| named.layer.records.contains_key(id));
    let quotes = feedback.quotes.iter().filter(|(id, _)| kept(id));
    Bundle {
        article: feedback.article.clone(),
        codebook: feedback.codebook.clone(),
        quotes: quotes.map(|(id, quote)| (id.clone(), Arc::clone(quote))).collect(),
        layers,
        // Unknown fields of the files that came in could say anything of anybody.
        extra: Extra::new(),
    }
}

/// The name of the agreed reading, under the oldest stamp there is: any other name outdoes it.
fn name() -> Register<Arc<str>> {
    Register::new(agreed::NAME.into(), Stamp { wall: 0, counter: 0, replica: agreed::AGREED.into() })
}

fn agreed_for(feedback: &Feedback<'_>) -> Layer {
    let mut layer = Layer::default();
    for (id, record) in &feedback.agreed.records {
        let Some(mut home) = agreed::for_one(record, feedback.annotator) else { continue };
        // Where nothing is decided, what the others answered is still theirs to discuss.
        if agreed::decision(&home).is_some()
            && let Some(at) = feedback.article.index_of(id)
        {
            home.join(&feedback.class.counts(at, feedback.made));
        }
        layer.records.insert(id.clone(), home);
    }
    layer
}
