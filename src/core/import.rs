//! Importing bundles: what each file brings, said as a verdict, and the change that a whole batch makes.

use std::rc::Rc;

use super::{
    annotation::{Layer, Record},
    article::{Article, opening},
    codebook::Codebook,
    format::{
        bundle::Bundle,
        entry::{Entry, encode},
        read::{Refusal, read},
    },
    id::{AnnotatorId, ArticleId, ImportId},
    problem::Problem,
    store::Store,
};

/// A stored import longer than this, in UTF-16 units, is split: 1 MB.
pub const SPLIT_UNITS: usize = 1_000_000;

/// What became of one imported file.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Something came in: paragraphs newly annotated, and paragraphs whose annotations changed.
    Merged {
        /// Records that were not here.
        new: usize,
        /// Records that were here and changed.
        updated: usize,
    },
    /// Everything in it is here, exactly so.
    AlreadyHere,
    /// Everything in it is here, and some of it has changed since.
    Older,
    /// It has no layers: an article to annotate, nothing to merge.
    NoLayers,
    /// It is about another article than the one that is open.
    OtherArticle(Box<Bundle>),
    /// It is no Postil file.
    NotOurs(Problem),
    /// A newer Postil wrote it.
    Newer,
    /// It is damaged.
    Damaged(Problem),
}

/// A file's verdict with what else is to be said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The file's name.
    pub name: Rc<str>,
    /// What became of it.
    pub verdict: Verdict,
    /// What differs in its codebook, in words.
    pub codebook: Vec<String>,
    /// Parts that were left out.
    pub problems: Vec<Problem>,
}

/// Reads one file against the open article and the state, and adds what it brings to `delta`. `state` is joined too, so
/// that a second file with the same content is found to be already here.
pub fn take(name: &str, text: &str, article: &Article, codebook: &Codebook, state: &mut Store, delta: &mut Store) -> Report {
    let mut report = Report { name: name.into(), verdict: Verdict::NoLayers, codebook: Vec::new(), problems: Vec::new() };
    match read(text) {
        Err(Refusal::NotOurs(problem)) => report.verdict = Verdict::NotOurs(problem),
        Err(Refusal::Newer(_)) => report.verdict = Verdict::Newer,
        Err(Refusal::Damaged(problem)) => report.verdict = Verdict::Damaged(problem),
        Ok((bundle, problems)) => {
            report.problems = problems;
            if bundle.article.id() == article.id() {
                report.codebook = codebook.differences(&bundle.codebook);
                report.verdict = merge(&bundle, state, delta);
            } else {
                report.verdict = Verdict::OtherArticle(Box::new(bundle));
            }
        }
    }
    report
}

/// Merges a bundle's layers into `state` and `delta`, and says what that did. The article is taken from the bundle.
pub fn merge(bundle: &Bundle, state: &mut Store, delta: &mut Store) -> Verdict {
    let article = bundle.article.id();
    let (mut new, mut updated, mut older) = (0, 0, false);
    for (annotator, named) in &bundle.layers {
        let mut brought = Layer { extra: named.layer.extra.clone(), ..Layer::default() };
        for (paragraph, record) in &named.layer.records {
            let before = state.record(article, annotator, paragraph);
            let mut after = before.cloned().unwrap_or_default();
            let changed = after.join(record);
            older |= after != *record && !changed;
            if changed {
                if before.is_none_or(Record::is_silent) { new += 1 } else { updated += 1 }
                brought.records.insert(paragraph.clone(), record.clone());
            }
        }
        let known = state.layer(article, annotator).is_some();
        if !brought.records.is_empty() || !known {
            put_layer(delta, bundle, annotator, &brought);
            put_layer(state, bundle, annotator, &brought);
        }
        if let Some(name) = &named.name
            && state.annotators.get(annotator).is_none_or(|here| name.stamp > here.stamp)
        {
            state.annotators.insert(annotator.clone(), name.clone());
            delta.annotators.insert(annotator.clone(), name.clone());
        }
    }
    if !bundle.extra.is_empty() {
        let facts = delta.articles.entry(article.clone()).or_default();
        super::extra::join(&mut facts.extra, &bundle.extra);
    }
    match (bundle.layers.is_empty(), new + updated, older) {
        (true, ..) => Verdict::NoLayers,
        (_, 1.., _) => Verdict::Merged { new, updated },
        (_, 0, true) => Verdict::Older,
        (_, 0, false) => Verdict::AlreadyHere,
    }
}

fn put_layer(store: &mut Store, bundle: &Bundle, annotator: &AnnotatorId, layer: &Layer) {
    let article = bundle.article.id();
    let quotes = &mut store.articles.entry(article.clone()).or_default().quotes;
    for paragraph in layer.records.keys() {
        let quote = match bundle.article.index_of(paragraph) {
            Some(at) => Some(opening(&bundle.article.text(at))),
            None => bundle.quotes.get(paragraph).cloned(),
        };
        if let Some(quote) = quote {
            quotes.entry(paragraph.clone()).or_insert(quote);
        }
    }
    store.layers.entry(article.clone()).or_default().entry(annotator.clone()).or_default().join(layer);
}

/// The stored records of an import: one, or parts and a last one that counts them. Each comes with the number it adds to
/// the first free number of its session; the last is the import's id.
#[must_use]
pub fn entries(delta: &Store, key: impl Fn(u64) -> Rc<str>) -> (ImportId, Vec<(Rc<str>, Entry, String)>) {
    let single = Entry::Import { parts: 0, delta: delta.clone() };
    let text = encode(&single);
    if text.len() <= SPLIT_UNITS {
        return (ImportId::new(key(0)), vec![(key(0), single, text)]);
    }
    let mut pieces = Vec::new();
    for (article, layers) in &delta.layers {
        for (annotator, layer) in layers {
            split(article, annotator, layer, &mut pieces);
        }
    }
    let parts = pieces.len();
    let import = ImportId::new(key(parts as u64));
    let mut entries = Vec::with_capacity(parts + 1);
    for (n, (delta, _)) in pieces.into_iter().enumerate() {
        let index = u32::try_from(n).unwrap_or(u32::MAX - 1);
        let entry = Entry::Part { import: import.clone(), index, delta };
        let text = encode(&entry);
        entries.push((key(n as u64), entry, text));
    }
    let rest = Store { layers: std::collections::BTreeMap::new(), ..delta.clone() };
    let last = Entry::Import { parts: u32::try_from(parts).unwrap_or(u32::MAX - 1), delta: rest };
    let text = encode(&last);
    entries.push((key(parts as u64), last, text));
    (import, entries)
}

fn split(article: &ArticleId, annotator: &AnnotatorId, layer: &Layer, pieces: &mut Vec<(Store, usize)>) {
    let mut store = Store::default();
    store.layers.entry(article.clone()).or_default().insert(annotator.clone(), layer.clone());
    let units = encode(&Entry::Change(store.clone())).len();
    let half = layer.records.len() / 2;
    if units <= SPLIT_UNITS || half == 0 {
        // Layers of a class are small: several share one record.
        if let Some((last, held)) = pieces.last_mut()
            && *held + units <= SPLIT_UNITS
        {
            last.join(&store);
            *held += units;
        } else {
            pieces.push((store, units));
        }
        return;
    }
    let mut left = layer.clone();
    let Some(middle) = layer.records.keys().nth(half).cloned() else { return };
    let right = Layer { records: left.records.split_off(&middle), ..Layer::default() };
    split(article, annotator, &left, pieces);
    split(article, annotator, &right, pieces);
}
