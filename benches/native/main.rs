//! Native benches of what a person waits for: opening, importing, starting, saving, numbers, and a large codebook.
//!
//! `cargo bench --bench native`; one group with `-- import`. In a browser, WebAssembly takes
//! longer: see the browser bench.

#![allow(clippy::expect_used, reason = "a bench whose input is wrong has nothing to measure")]

mod codebook;

use criterion::{BatchSize, Criterion};
use postil_core::{
    article::{
        Article,
        read::text::{Draft, decode as decode_text},
    },
    base::{id::AnnotatorId, register::Register, stamp::Clock},
    codebook::sample,
    exchange::{
        bundle::{Bundle, read::read, write},
        import,
    },
    keep::{
        operation::{Operation, decode, encode, encode_snapshot, here_key, op_key},
        startup::{Pair, start},
        store::Store,
    },
    measure::agreement::{
        Coefficient, Distance, Ratings,
        alpha::Parts,
        cohen::{cohen, pairs},
        distance::masi,
        fleiss::fleiss_weighed,
        interval::interval,
        percent::percent_weighed,
    },
    record::{
        Confidence, LayerKey, Stance,
        edit::{Edit, delta, toggle_theme},
        person::Person,
    },
};
use std::{hint::black_box, sync::Arc};

const NOW: u64 = 1_700_000_000_000;
const WORDS: &str =
    "Paper alone will not settle the matter, since both texts continue debates that nobody has ended yet. ";

/// Somebody who only reads, on a day in 2023.
const READER: import::Guard<'static> = import::Guard { now: 1_700_000_000_000, here: &|_| false, cache: None };

/// A plain text of `count` paragraphs of about 500 characters.
fn text(count: usize) -> String {
    (1..=count).map(|n| format!("Paragraph {n}. {}\n\n", WORDS.repeat(5).trim_end())).collect()
}

fn article(count: usize) -> Article {
    Draft::find(&text(count), Some("long.txt")).article()
}

/// One stance and two themes on every paragraph, and a note on every fifth.
fn annotate(article: &Article, annotator: &AnnotatorId, mut each: impl FnMut(&Store)) -> Store {
    let mut clock = Clock::new(annotator.as_str().into());
    let key = LayerKey::reading(annotator.clone(), 1);
    let mut store = Store::default();
    for (n, paragraph) in article.paragraphs().iter().enumerate() {
        let stance = Stance { option: "supports".into(), confidence: Some(Confidence::High) };
        let mut gestures = vec![vec![Edit::Stance("stance".into(), Some(stance))]];
        gestures.push(vec![Edit::Theme("governance".into(), true)]);
        gestures.push(vec![Edit::Theme("openness".into(), true)]);
        if n % 5 == 0 {
            gestures.push(vec![Edit::Note(vec![format!("A thought about paragraph {}.", n + 1).as_str().into()])]);
        }
        for edits in gestures {
            let none = Default::default();
            let record = store.record(article.id(), &key, &paragraph.id).unwrap_or(&none);
            let change = delta(record, &edits, &mut clock, NOW + n as u64);
            let mut one = Store::default();
            one.put_record(article.id(), &key, &paragraph.id, &change);
            each(&one);
            store.join(&one);
        }
    }
    store
}

fn bundle(article: &Article, annotator: &AnnotatorId) -> Bundle {
    let store = annotate(article, annotator, |_| {});
    let name = Register::new(Arc::from("Somebody"), Clock::new("r".into()).tick(NOW, None));
    Bundle {
        people: [(annotator.clone(), Person { name: Some(name), ..Person::default() })].into(),
        layers: store.layers.get(article.id()).cloned().unwrap_or_default(),
        ..Bundle::bare(article.clone(), sample::book())
    }
}

fn annotator(n: usize) -> AnnotatorId {
    format!("{n:032x}").as_str().into()
}

fn opening(c: &mut Criterion) {
    for count in [10, 2_000, 10_000] {
        let text = text(count);
        c.bench_function(&format!("open/{count} paragraphs"), |b| {
            b.iter(|| {
                let text = decode_text(black_box(text.as_bytes())).expect("is text");
                Draft::find(&text, Some("long.txt")).article()
            });
        });
    }
}

/// A file with a note of so many texts by as many writers, the latest first: what is worst for putting them in order.
fn crowded(count: usize) -> String {
    let texts: Vec<String> =
        (0..count).rev().map(|n| format!(r#"{{"text":"x","stamp":"{}-0-r{n:06}"}}"#, 1_000_000 + n)).collect();
    let seen: Vec<String> = (0..count).rev().map(|n| format!(r#""r{n:06}":"{}-0""#, 1_000_000 + n)).collect();
    let file = write(&bundle(&article(1), &annotator(0)), "Postil");
    let file = file.replacen(r#""texts": ["#, &format!(r#""texts": [{},"#, texts.join(",")), 1);
    file.replacen(r#""seen": {"#, &format!(r#""seen": {{{},"#, seen.join(",")), 1)
}

fn importing(c: &mut Criterion) {
    let article = article(200);
    let files: Vec<String> = (0..200).map(|n| write(&bundle(&article, &annotator(n)), "Postil")).collect();
    let (book, codebook) = (sample::book(), sample::codebook());
    c.bench_function("import/read one of 200 paragraphs", |b| b.iter(|| read(black_box(&files[0]))));
    c.bench_function("import/write one of 200 paragraphs", |b| {
        let bundle = bundle(&article, &annotator(0));
        b.iter(|| write(black_box(&bundle), "Postil"));
    });
    c.bench_function("import/200 bundles of 200 paragraphs", |b| {
        b.iter_batched(
            || (Store::default(), Store::default()),
            |(mut state, mut delta)| {
                for file in &files {
                    black_box(import::take("a", file, &article, (&book, &codebook), &mut state, &mut delta, READER));
                }
                (state, delta)
            },
            BatchSize::PerIteration,
        );
    });
    let crowded = crowded(200_000);
    assert_eq!(read(&crowded).expect("is ours").1.len(), 1, "what is not read of the note is listed");
    c.bench_function("import/read one note of 200,000 texts", |b| b.iter(|| read(black_box(&crowded))));
    let (mut state, mut change) = (Store::default(), Store::default());
    for file in &files {
        import::take("a", file, &article, (&book, &codebook), &mut state, &mut change, READER);
    }
    c.bench_function("import/stored operations of that", |b| {
        b.iter(|| import::operations(black_box(&change), 0, |n| op_key(&"s".into(), n), || here_key(&"s".into(), 1)));
    });
}

fn starting(c: &mut Criterion) {
    let article = article(3_125);
    let mut pairs: Vec<Pair> = Vec::new();
    annotate(&article, &annotator(1), |change| {
        let value = encode(&Operation::Change(change.clone()));
        pairs.push((op_key(&"0123456789abcdef0123456789abcdef".into(), pairs.len() as u64 + 1), value.into()));
    });
    assert_eq!(pairs.len(), 10_000);
    c.bench_function("start/10,000 operations in both stores", |b| {
        b.iter(|| start(black_box(&pairs), Some(black_box(&pairs)), NOW));
    });
    let started = start(&pairs, None, NOW);
    let known: Vec<Arc<str>> = started.known.iter().cloned().collect();
    c.bench_function("start/snapshot of 10,000 operations", |b| {
        b.iter(|| started.ledger.snapshots(&known, NOW, true).iter().map(encode_snapshot).collect::<Vec<_>>());
    });
    let (key, value) = &pairs[5_000];
    c.bench_function("save/encode one", |b| {
        let operation = decode(value).expect("is ours");
        b.iter(|| encode(black_box(&operation)));
    });
    c.bench_function("save/decode one", |b| b.iter(|| decode(black_box(value))));
    let mut ledger = started.ledger.clone();
    c.bench_function("save/tag", |b| {
        let mut clock = Clock::new("tab".into());
        let (key_of, paragraph) = (LayerKey::reading(annotator(1), 1), &article.paragraphs()[5_000 / 3].id);
        b.iter(|| {
            let none = Default::default();
            let record = ledger.state().record(article.id(), &key_of, paragraph).unwrap_or(&none);
            let change = delta(record, &toggle_theme(record, &"image".into()), &mut clock, NOW);
            let mut one = Store::default();
            one.put_record(article.id(), &key_of, paragraph, &change);
            let operation = Operation::Change(one);
            let value = encode(&operation);
            ledger.take(key, operation);
            value
        });
    });
}

/// A table of stances and one of theme sets, as a class would fill them: drawn by a fixed rule.
fn class(coders: usize, items: usize) -> (Ratings, Ratings, Distance) {
    let mut state = 7_u64;
    let mut below = move |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u16::try_from((state >> 33) % bound).expect("is small")
    };
    let mut table = |labels: u64| {
        let rows = (0..items).map(|_| (0..coders).map(|_| Some(below(labels))).collect());
        Ratings::new(rows.collect())
    };
    // Sets of three themes out of nine, as binary digits.
    let members = |label: usize| -> Vec<usize> { (0..9).filter(|bit| (label >> bit) & 1 == 1).collect() };
    let (stances, sets) = (table(5), table(512));
    let known: Vec<Vec<usize>> = (0..512).map(members).collect();
    let distance = Distance::between(move |a, b| masi(&known[a], &known[b]));
    (stances, sets, distance)
}

/// Every coefficient that Compare shows, with or without its interval.
fn coefficients((stances, sets, distance): &(Ratings, Ratings, Distance), intervals: bool) -> f64 {
    let mut sum = 0.0;
    let mut add = |items: usize, coefficient: &mut dyn FnMut(&[f64]) -> Coefficient| {
        sum += coefficient(&vec![1.0; items]).unwrap_or_default();
        if intervals {
            sum += interval(items, &mut *coefficient).map_or(0.0, |interval| interval.width());
        }
    };
    let (counts, labels, n) = (stances.counts(), stances.labels(), stances.items().len());
    add(n, &mut |weights| percent_weighed(&counts, weights));
    add(n, &mut |weights| fleiss_weighed(&counts, labels, weights));
    let parts = Parts::new(&counts, labels, &Distance::Nominal);
    add(n, &mut |weights| parts.alpha(weights));
    let set_counts = sets.counts();
    let parts = Parts::new(&set_counts, sets.labels(), distance);
    add(n, &mut |weights| parts.alpha(weights));
    for theme in 0..9 {
        let cell = |cell: &Option<u16>| cell.map(|set| (set >> theme) & 1);
        let table = Ratings::new(sets.items().iter().map(|row| row.iter().map(cell).collect()).collect());
        let counts = table.counts();
        let parts = Parts::new(&counts, 2, &Distance::Nominal);
        add(n, &mut |weights| parts.alpha(weights));
    }
    for one in 0..stances.coders() {
        for other in one + 1..stances.coders() {
            let both = pairs(stances.items(), one, other);
            sum += cohen(&both).unwrap_or_default();
        }
    }
    sum
}

fn agreeing(c: &mut Criterion) {
    let small = class(30, 10);
    c.bench_function("agreement/30 annotators, 10 paragraphs, all intervals", |b| {
        b.iter(|| coefficients(black_box(&small), true));
    });
    let large = class(100, 1_000);
    c.bench_function("agreement/100 annotators, 1,000 paragraphs, no intervals", |b| {
        b.iter(|| coefficients(black_box(&large), false));
    });
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    opening(&mut criterion);
    importing(&mut criterion);
    starting(&mut criterion);
    agreeing(&mut criterion);
    codebook::coding(&mut criterion);
    criterion.final_summary();
}
