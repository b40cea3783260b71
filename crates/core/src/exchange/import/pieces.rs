//! How an import is stored: as one operation, or in pieces with a last one that counts them.

use crate::{
    base::id::{ArticleId, ImportId, ParagraphId},
    json::extra,
    keep::{
        here::Here,
        operation::{Operation, encode},
        store::Store,
    },
    record::{Layer, Record, whose::Whose},
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
    for article in delta.spoken_of() {
        for (id, layer) in delta.stored_layers(article) {
            pieces.layer(article, &Whose::from(id), layer);
        }
    }
    let mut rest = Store {
        annotators: delta.annotators.clone(),
        articles: delta.articles.clone(),
        decisions_name: delta.decisions_name.clone(),
        ..Store::default()
    };
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

    fn layer(&mut self, article: &ArticleId, whose: &Whose, layer: &Layer) {
        let units = layer_length(layer);
        let middle = layer.records.keys().nth(layer.records.len() / 2).filter(|_| layer.records.len() > 1);
        match middle {
            Some(middle) if units > SPLIT_UNITS => {
                let mut left = layer.clone();
                let right = Layer { records: left.records.split_off(middle), ..Layer::default() };
                self.layer(article, whose, &left);
                self.layer(article, whose, &right);
            }
            // A single record cannot be split, however long its note is.
            _ => _ = self.room(units).stored_layer_mut(article, whose).join(layer),
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
    let layers = store.spoken_of().flat_map(|article| store.stored_layers(article));
    let layers = layers.map(|(_, layer)| layer_length(layer));
    200 * (1 + store.stored_names().count()) + facts.chain(layers).sum::<usize>()
}

/// How long what is stored about an article is, just as roughly.
#[must_use]
pub fn article_length(store: &Store, article: &ArticleId) -> usize {
    let quotes = store.articles.get(article).map_or(0, |facts| facts.quotes.values().map(|q| q.len() + 30).sum());
    quotes + store.stored_layers(article).into_iter().map(|(_, layer)| layer_length(layer)).sum::<usize>()
}

fn layer_length(layer: &Layer) -> usize {
    let record = |record: &Record| {
        let registers = record.stored_answers().count() + record.themes.values().count() + record.note.seen.len();
        let texts: usize = record.note.texts.iter().map(|t| t.text.len() + 30).sum();
        let spans: usize = record.evidence.values().map(|r| r.value.as_ref().map_or(50, |e| e.quote.len() + 300)).sum();
        30 + 25 * registers + texts + spans + extra::size(&record.extra)
    };
    150 + extra::size(&layer.extra) + layer.records.values().map(record).sum::<usize>()
}
