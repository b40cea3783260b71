//! Importing bundles: what each file brings, said as a verdict, and the change that a whole batch makes.

use std::{collections::BTreeMap, rc::Rc};

use super::{
    annotation::{Layer, Record},
    article::{Article, opening},
    codebook::Codebook,
    extra,
    format::{
        bundle::Bundle,
        entry::{Entry, encode},
        read::{Refusal, read_beside},
    },
    id::{AnnotatorId, ArticleId, ImportId, ParagraphId},
    map::Map,
    problem::Problem,
    register::Register,
    store::Store,
};

/// A stored import longer than about this, in UTF-16 units, is split: 1 MB.
pub const SPLIT_UNITS: usize = 1_000_000;

/// What became of one imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    OtherArticle(Rc<Bundle>),
    /// It is no Postil file.
    NotOurs(Problem),
    /// A newer Postil wrote it.
    Newer,
    /// It is damaged.
    Damaged(Problem),
}

/// A file's verdict with what else is to be said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
pub fn take(
    name: &str,
    text: &str,
    article: &Article,
    codebook: &Codebook,
    state: &mut Store,
    delta: &mut Store,
) -> Report {
    let mut report =
        Report { name: name.into(), verdict: Verdict::NoLayers, codebook: Vec::new(), problems: Vec::new() };
    match read_beside(text, Some(article)) {
        Err(Refusal::NotOurs(problem)) => report.verdict = Verdict::NotOurs(problem),
        Err(Refusal::Newer(_)) => report.verdict = Verdict::Newer,
        Err(Refusal::Damaged(problem)) => report.verdict = Verdict::Damaged(problem),
        Ok((bundle, problems)) => {
            report.problems = problems;
            if bundle.article.id() == article.id() {
                report.codebook = codebook.differences(&bundle.codebook);
                report.verdict = merge(&bundle, state, delta);
            } else {
                report.verdict = Verdict::OtherArticle(Rc::new(bundle));
            }
        }
    }
    report
}

/// Merges a bundle's layers into `state` and `delta`, and says what that did. The article is taken from the bundle.
///
/// What people cannot see is brought along as well, a later stamp under the same value for example: without it, another
/// file would merge otherwise here than where this one came from.
pub fn merge(bundle: &Bundle, state: &mut Store, delta: &mut Store) -> Verdict {
    let article = bundle.article.id();
    let (mut new, mut updated, mut older) = (0, 0, false);
    for (annotator, named) in &bundle.layers {
        let here = state.layers.entry(article.clone()).or_default().entry(annotator.clone()).or_default();
        let mut brought = Layer::default();
        for (paragraph, record) in &named.layer.records {
            match here.records.get_mut(paragraph) {
                None => {
                    new += usize::from(!record.is_silent());
                    here.records.insert(paragraph.clone(), record.clone());
                }
                Some(before) => {
                    let was_silent = before.is_silent();
                    let mut after = before.clone();
                    match (after.join(record), was_silent) {
                        (true, true) => new += usize::from(!after.is_silent()),
                        (true, false) => updated += 1,
                        (false, _) => older |= after != *record,
                    }
                    if after == *before {
                        continue;
                    }
                    *before = after;
                }
            }
            brought.records.insert(paragraph.clone(), record.clone());
        }
        let mut extra = here.extra.clone();
        if extra::join(&mut extra, &named.layer.extra) {
            here.extra = extra;
            brought.extra.clone_from(&named.layer.extra);
        }
        if !brought.records.is_empty() || !brought.extra.is_empty() {
            keep_quotes(bundle, &brought, state, delta);
            let layers = delta.layers.entry(article.clone()).or_default();
            match layers.get_mut(annotator) {
                Some(layer) => _ = layer.join(&brought),
                None => _ = layers.insert(annotator.clone(), brought),
            }
        }
        if let Some(name) = &named.name {
            bring_name(annotator, name, state, delta);
        }
    }
    let unknown = !bundle.extra.is_empty();
    if unknown && extra::join(&mut state.articles.entry(article.clone()).or_default().extra, &bundle.extra) {
        extra::join(&mut delta.articles.entry(article.clone()).or_default().extra, &bundle.extra);
    }
    match (bundle.layers.is_empty(), new + updated, older) {
        (true, ..) => Verdict::NoLayers,
        (_, 1.., _) => Verdict::Merged { new, updated },
        (_, 0, true) => Verdict::Older,
        (_, 0, false) => Verdict::AlreadyHere,
    }
}

fn bring_name(annotator: &AnnotatorId, name: &Register<Rc<str>>, state: &mut Store, delta: &mut Store) {
    let before = state.annotators.get(annotator).cloned();
    let after = match before.clone() {
        Some(mut here) => {
            here.join(name);
            here
        }
        None => name.clone(),
    };
    if before.as_ref() != Some(&after) {
        state.annotators.insert(annotator.clone(), after.clone());
        delta.annotators.insert(annotator.clone(), after);
    }
}

/// Keeps the first words of the paragraphs that a layer speaks of, unless they are kept already.
fn keep_quotes(bundle: &Bundle, layer: &Layer, state: &mut Store, delta: &mut Store) {
    let article = bundle.article.id();
    let here = &mut state.articles.entry(article.clone()).or_default().quotes;
    for paragraph in layer.records.keys().filter(|paragraph| !here.contains_key(*paragraph)).collect::<Vec<_>>() {
        let quote = match bundle.article.index_of(paragraph) {
            Some(at) => Some(opening(&bundle.article.text(at))),
            None => bundle.quotes.get(paragraph).cloned(),
        };
        if let Some(quote) = quote {
            here.insert(paragraph.clone(), Rc::clone(&quote));
            delta.articles.entry(article.clone()).or_default().quotes.insert(paragraph.clone(), quote);
        }
    }
}

/// The stored records of an import: one, or parts and a last one that counts them. Each comes with the number it adds to
/// the first free number of its session; the last is the import's id.
#[must_use]
pub fn entries(delta: &Store, key: impl Fn(u64) -> Rc<str>) -> (ImportId, Vec<(Rc<str>, Entry, String)>) {
    if length(delta) <= SPLIT_UNITS {
        let single = Entry::Import { parts: 0, delta: delta.clone() };
        let text = encode(&single);
        return (ImportId::new(key(0)), vec![(key(0), single, text)]);
    }
    let mut pieces = Pieces::default();
    for (article, layers) in &delta.layers {
        for (annotator, layer) in layers {
            pieces.layer(article, annotator, layer);
        }
    }
    let (annotators, articles) = (delta.annotators.clone(), delta.articles.clone());
    let mut rest = Store { annotators, articles, layers: Map::new(), settings: delta.settings.clone() };
    for (article, facts) in rest.articles.iter_mut() {
        pieces.quotes(article, std::mem::take(&mut facts.quotes));
    }
    let parts = pieces.0.len();
    let import = ImportId::new(key(parts as u64));
    let mut entries = Vec::with_capacity(parts + 1);
    for (n, (delta, _)) in pieces.0.into_iter().enumerate() {
        let index = u32::try_from(n).unwrap_or(u32::MAX - 1);
        let entry = Entry::Part { import: import.clone(), index, delta };
        let text = encode(&entry);
        entries.push((key(n as u64), entry, text));
    }
    let last = Entry::Import { parts: u32::try_from(parts).unwrap_or(u32::MAX - 1), delta: rest };
    let text = encode(&last);
    entries.push((key(parts as u64), last, text));
    (import, entries)
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

    fn layer(&mut self, article: &ArticleId, annotator: &AnnotatorId, layer: &Layer) {
        let units = layer_length(layer);
        let middle = layer.records.keys().nth(layer.records.len() / 2).filter(|_| layer.records.len() > 1);
        match middle {
            Some(middle) if units > SPLIT_UNITS => {
                let mut left = layer.clone();
                let right = Layer { records: left.records.split_off(middle), ..Layer::default() };
                self.layer(article, annotator, &left);
                self.layer(article, annotator, &right);
            }
            // A single record cannot be split, however long its note is.
            _ => {
                let layers = self.room(units).layers.entry(article.clone()).or_default();
                layers.entry(annotator.clone()).or_default().join(layer);
            }
        }
    }

    fn quotes(&mut self, article: &ArticleId, quotes: BTreeMap<ParagraphId, Rc<str>>) {
        // A quote has at most 48 characters, some 400 units at worst.
        let quotes: Vec<_> = quotes.into_iter().collect();
        for piece in quotes.chunks(2_000) {
            let units = 200 + piece.iter().map(|(_, quote)| quote.len() + 30).sum::<usize>();
            let place = self.room(units).articles.entry(article.clone()).or_default();
            for (paragraph, quote) in piece {
                place.quotes.insert(paragraph.clone(), Rc::clone(quote));
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
    200 * (1 + store.annotators.len() + store.settings.len()) + facts.chain(layers).sum::<usize>()
}

/// How long what is stored about an article is, just as roughly.
#[must_use]
pub fn article_length(store: &Store, article: &ArticleId) -> usize {
    let quotes = store.articles.get(article).map_or(0, |facts| facts.quotes.values().map(|q| q.len() + 30).sum());
    let layers = store.layers.get(article).into_iter().flat_map(Map::values);
    quotes + layers.map(layer_length).sum::<usize>()
}

fn layer_length(layer: &Layer) -> usize {
    let record = |record: &Record| {
        let registers = record.stances.values().count() + record.themes.values().count() + record.note.seen.len();
        let texts: usize = record.note.texts.iter().map(|t| t.text.len() + 30).sum();
        let spans: usize = record.evidence.values().map(|r| r.value.as_ref().map_or(50, |e| e.quote.len() + 300)).sum();
        30 + 25 * registers + texts + spans + extra::size(&record.extra)
    };
    150 + extra::size(&layer.extra) + layer.records.values().map(record).sum::<usize>()
}
