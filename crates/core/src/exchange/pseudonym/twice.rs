//! Whether a file brings what is here already, once under names and once without them.

use super::cache::{KindCache, is_pseudonymous};
use crate::{
    article::Article,
    base::{id::ParagraphId, map::Map, order},
    exchange::bundle::Bundle,
    keep::store::Store,
    record::{Layer, LayerKey},
};

/// So many values that were given in the same moment make two layers one work; of a short one, all of it.
const ENOUGH: usize = 3;

/// When something was said of a paragraph: two people do not often say something of one in the same millisecond.
type Moment<'a> = (&'a ParagraphId, u64, u32);

/// What is looked at of a layer.
struct Work<'a> {
    /// True when any of it was written under a pseudonym.
    pseudonymous: bool,
    /// When something was said in it, in order.
    moments: Vec<Moment<'a>>,
}

/// True when taking a file in would count people twice: it has the layers of somebody with names that are here without, or the
/// other way round.
pub(crate) fn counts_twice(bundle: &Bundle, state: &Store, cache: Option<&KindCache>) -> bool {
    let article: &Article = &bundle.article;
    let theirs: Vec<Work<'_>> = works(bundle.layers.iter(), |_, layer| Some(is_pseudonymous(layer)));
    let any = |kind: bool| theirs.iter().any(|work| work.pseudonymous == kind);
    let (named, pseudonymous) = (any(false), any(true));
    // Only what is here in the other way can be the same work, and usually nobody is here under a pseudonym.
    let other = |key: &LayerKey, layer: &Layer| {
        let kind = match cache {
            Some(cache) => cache.is_pseudonymous(article.id(), key, layer),
            None => is_pseudonymous(layer),
        };
        (if kind { named } else { pseudonymous }).then_some(kind)
    };
    let here = works(state.layers.get(article.id()).into_iter().flatten(), other);
    if let Some(cache) = cache {
        cache.forget(article.id(), bundle.layers.keys());
    }
    let mut places: Vec<(Moment<'_>, usize)> = Vec::new();
    for (at, work) in here.iter().enumerate() {
        places.extend(work.moments.iter().map(|moment| (*moment, at)));
    }
    order::long(&mut places, |a, b| a.cmp(b));
    theirs.iter().any(|work| {
        let mut common: Map<usize, usize> = Map::new();
        for moment in &work.moments {
            let first = places.partition_point(|(other, _)| other < moment);
            let same = places[first..].iter().take_while(|(other, _)| other == moment);
            same.for_each(|(_, at)| *common.entry(*at).or_default() += 1);
        }
        common.iter().any(|(at, count)| {
            here.get(*at).is_some_and(|other| {
                other.pseudonymous != work.pseudonymous
                    && *count >= ENOUGH.min(work.moments.len()).min(other.moments.len())
            })
        })
    })
}

/// What is looked at of the layers for which it is said whether they were written under a pseudonym.
fn works<'a>(
    layers: impl Iterator<Item = (&'a LayerKey, &'a Layer)>,
    kind: impl Fn(&LayerKey, &Layer) -> Option<bool>,
) -> Vec<Work<'a>> {
    let readings = layers.filter(|(key, _)| key.is_reading());
    let wanted = readings.filter_map(|(key, layer)| Some((layer, kind(key, layer)?)));
    wanted.map(|(layer, pseudonymous)| Work { pseudonymous, moments: moments(layer) }).collect()
}

fn moments(layer: &Layer) -> Vec<Moment<'_>> {
    let mut moments = Vec::new();
    for (paragraph, record) in &layer.records {
        record.each_stamp(|stamp| moments.push((paragraph, stamp.wall, stamp.counter)));
    }
    order::long(&mut moments, |a, b| a.cmp(b));
    moments.dedup();
    moments
}
