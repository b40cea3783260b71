//! How an import is stored: as one operation, or in pieces with a last one that counts them.

use crate::{
    base::{
        id::{ArticleId, ImportId, ParagraphId},
        map::Map,
    },
    json::extra,
    keep::{
        here::Here,
        operation::{Operation, encode},
        store::Store,
    },
    record::{
        Layer, LayerKey, Record,
        decision::{Decisions, Settlement, Vote},
    },
};
use std::{collections::BTreeMap, sync::Arc};

/// A stored import longer than about this, in UTF-16 units, is split: 1 MB.
pub const SPLIT_UNITS: usize = 1_000_000;

/// The stored operations of an import: one, or parts and a last one that counts them. Each comes with the number it adds to
/// the first free number of its session; the last is the import's id. What it brings that belongs to this browser alone is
/// an operation under a key of its own and stands first: what counts with an import is never missed, and waits for it.
#[must_use]
pub fn operations(
    delta: &Store,
    made: u64,
    key: impl Fn(u64) -> Arc<str>,
    here: impl Fn() -> Arc<str>,
) -> (ImportId, Vec<(Arc<str>, Operation, String)>) {
    let (import, mut operations) = shared(delta, made, key);
    if !delta.here.is_empty() {
        let operation = Operation::Here { import: Some(import.clone()), delta: delta.here.clone() };
        let text = encode(&operation);
        operations.insert(0, (here(), operation, text));
    }
    (import, operations)
}

/// Those that may be carried anywhere.
fn shared(delta: &Store, made: u64, key: impl Fn(u64) -> Arc<str>) -> (ImportId, Vec<(Arc<str>, Operation, String)>) {
    if length(delta) <= SPLIT_UNITS {
        let delta = Store { here: Here::default(), ..delta.clone() };
        let single = Operation::Import { parts: 0, made, delta };
        let text = encode(&single);
        return (ImportId::new(key(0)), vec![(key(0), single, text)]);
    }
    let mut pieces = Pieces::default();
    for (article, layers) in &delta.layers {
        for (key, layer) in layers {
            pieces.layer(article, key, layer);
        }
    }
    let mut rest = Store { layers: Map::new(), here: Here::default(), ..delta.clone() };
    for (article, facts) in rest.articles.iter_mut() {
        pieces.quotes(article, std::mem::take(&mut facts.quotes));
    }
    let parts = pieces.0.len();
    let import = ImportId::new(key(parts as u64));
    let mut operations = Vec::with_capacity(parts + 1);
    for (n, (delta, _)) in pieces.0.into_iter().enumerate() {
        let index = u32::try_from(n).unwrap_or(u32::MAX - 1);
        let operation = Operation::Part { import: import.clone(), index, delta };
        let text = encode(&operation);
        operations.push((key(n as u64), operation, text));
    }
    let last = Operation::Import { parts: u32::try_from(parts).unwrap_or(u32::MAX - 1), made, delta: rest };
    let text = encode(&last);
    operations.push((key(parts as u64), last, text));
    (import, operations)
}

/// The parts of a large import, with the length of each.
#[derive(Default)]
struct Pieces(Vec<(Store, usize)>);

impl Pieces {
    /// A part with room for so many units. Layers of a class are small: several share one part.
    fn room(&mut self, units: usize) -> &mut Store {
        if self.0.last().is_none_or(|(_, held)| held + units > SPLIT_UNITS) {
            self.0.push((Store::default(), 0));
        }
        let last = self.0.len() - 1;
        self.0[last].1 += units;
        &mut self.0[last].0
    }

    fn layer(&mut self, article: &ArticleId, key: &LayerKey, layer: &Layer) {
        let units = layer_length(layer);
        let middle = layer.records.keys().nth(layer.records.len() / 2).filter(|_| layer.records.len() > 1);
        match middle {
            Some(middle) if units > SPLIT_UNITS => {
                let mut left = layer.clone();
                let right = Layer { records: left.records.split_off(middle), ..Layer::default() };
                self.layer(article, key, &left);
                self.layer(article, key, &right);
            }
            // A single record cannot be split, however long its note is.
            _ => {
                let layers = self.room(units).layers.entry(article.clone()).or_default();
                layers.entry(key.clone()).or_default().join(layer);
            }
        }
    }

    fn quotes(&mut self, article: &ArticleId, quotes: BTreeMap<ParagraphId, Arc<str>>) {
        // A quote has at most 48 characters, some 400 units at worst.
        let quotes: Vec<_> = quotes.into_iter().collect();
        for piece in quotes.chunks(2_000) {
            let units = 200 + piece.iter().map(|(_, quote)| quote.len() + 30).sum::<usize>();
            let place = self.room(units).articles.entry(article.clone()).or_default();
            for (paragraph, quote) in piece {
                place.quotes.insert(paragraph.clone(), Arc::clone(quote));
            }
        }
    }
}

/// How long a change is when it is stored, roughly and rather too much: writing it out only to measure it would take as
/// long as storing it.
fn length(store: &Store) -> usize {
    let facts = store.articles.values().map(|facts| {
        let extra = extra::size(&facts.extra);
        facts.quotes.values().map(|quote| quote.len() + 30).sum::<usize>() + extra + 200
    });
    let layers = store.layers.values().flat_map(Map::values).map(layer_length);
    let classes = store.classes.values().flat_map(Map::values).map(class_length);
    let people = store.people.values().map(|p| 200 + 40 * (p.replicas.len() + p.same_as.len()) + extra::size(&p.extra));
    200 + facts.chain(layers).chain(classes).chain(people).sum::<usize>()
}

/// How long what is stored about an article is, just as roughly.
#[must_use]
pub fn article_length(store: &Store, article: &ArticleId) -> usize {
    let quotes = store.articles.get(article).map_or(0, |facts| facts.quotes.values().map(|q| q.len() + 30).sum());
    let layers = store.layers.get(article).into_iter().flat_map(Map::values).map(layer_length);
    let classes = store.classes.get(article).into_iter().flat_map(Map::values).map(class_length);
    quotes + layers.chain(classes).sum::<usize>()
}

fn layer_length(layer: &Layer) -> usize {
    let record = |record: &Record| {
        let registers = record.stances.len() + record.themes.len() + record.note.seen.len();
        let texts: usize = record.note.texts.iter().map(|t| t.text.len() + 30).sum();
        let spans: usize = record.evidence.values().map(|r| r.value.as_ref().map_or(50, |e| e.quote.len() + 300)).sum();
        30 + 25 * registers + texts + spans + extra::size(&record.extra)
    };
    150 + extra::size(&layer.extra) + layer.records.values().map(record).sum::<usize>()
}

fn class_length(class: &Decisions) -> usize {
    let settled =
        |value: &Settlement| 120 + value.sentence.len() + 40 * (value.answers.len() + value.themes.set().len());
    let hands = |vote: &Vote| 30 + vote.values().map(|hands| 30 + 20 * hands.len()).sum::<usize>();
    let counted = class.counting.iter().flat_map(|counting| counting.paragraphs.values()).map(hands);
    200 + extra::size(&class.extra)
        + 40 * class.members.len()
        + class.settlements.values().map(|r| settled(&r.value)).sum::<usize>()
        + class.votes.values().map(|r| hands(&r.value)).chain(counted).sum::<usize>()
}
