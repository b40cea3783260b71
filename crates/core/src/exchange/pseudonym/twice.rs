//! Whether a file brings what is here already, once under names and once without them.

use crate::{
    article::Article,
    base::{id::ParagraphId, map::Map, order, stamp::Stamp},
    exchange::bundle::Bundle,
    keep::store::Store,
    record::{Layer, LayerKey},
};

/// How the replicas begin under which everything without names is written: it is told by that, wherever it comes.
pub(super) const REPLICA: &str = "(pseudonym)";

/// So many values that were given in the same moment make two layers one work; of a short one, all of it.
const ENOUGH: usize = 3;

/// When something was said of a paragraph: two people do not often say something of one in the same millisecond.
type Moment<'a> = (&'a ParagraphId, u64, u32);

/// True when taking a file in would count people twice: it has the layers of somebody with names that are here without, or the
/// other way round.
pub(crate) fn counts_twice(bundle: &Bundle, state: &Store) -> bool {
    let article: &Article = &bundle.article;
    let here: Vec<(Vec<Moment<'_>>, bool)> = moments(state.layers.get(article.id()).into_iter().flatten());
    let theirs = moments(bundle.layers.iter());
    // Usually nobody is here under a pseudonym.
    let any = |side: &[(Vec<Moment<'_>>, bool)]| side.iter().any(|(_, pseudonymous)| *pseudonymous);
    if !any(&here) && !any(&theirs) {
        return false;
    }
    let mut places: Vec<(Moment<'_>, usize)> = Vec::new();
    for (at, (moments, _)) in here.iter().enumerate() {
        places.extend(moments.iter().map(|moment| (*moment, at)));
    }
    order::long(&mut places, |a, b| a.cmp(b));
    theirs.iter().any(|(moments, pseudonymous)| {
        let mut common: Map<usize, usize> = Map::new();
        for moment in moments {
            let first = places.partition_point(|(other, _)| other < moment);
            let same = places[first..].iter().take_while(|(other, _)| other == moment);
            same.for_each(|(_, at)| *common.entry(*at).or_default() += 1);
        }
        common.iter().any(|(at, count)| {
            here.get(*at).is_some_and(|(other, named)| {
                named != pseudonymous && *count >= ENOUGH.min(moments.len()).min(other.len())
            })
        })
    })
}

/// When something was said in each layer, in order, and whether that was under a pseudonym.
fn moments<'a>(layers: impl Iterator<Item = (&'a LayerKey, &'a Layer)>) -> Vec<(Vec<Moment<'a>>, bool)> {
    let layers = layers.filter(|(key, _)| key.is_reading()).map(|(_, layer)| {
        let (mut moments, mut pseudonymous) = (Vec::new(), false);
        for (paragraph, record) in &layer.records {
            record.each_stamp(|stamp| {
                moments.push((paragraph, stamp.wall, stamp.counter));
                pseudonymous |= is_pseudonymous(stamp);
            });
        }
        order::long(&mut moments, |a, b| a.cmp(b));
        moments.dedup();
        (moments, pseudonymous)
    });
    layers.collect()
}

/// True for what was written under a pseudonym.
fn is_pseudonymous(stamp: &Stamp) -> bool {
    stamp.replica.as_str().starts_with(REPLICA)
}
