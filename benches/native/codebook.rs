//! A codebook as large as it may well get: three questions and 200 themes in four levels, with 10,000 paragraphs tagged by it.

use criterion::{BatchSize, Criterion};
use postil_core::{
    base::{
        id::{ParagraphId, ThemeId},
        map::Map,
        register::Register,
        stamp::Clock,
    },
    codebook::{
        Codebook,
        book::{Book, Item, Value, edit::Edit as Change, field},
        code::Code,
        mapping::{Maps, To, suggestions},
        resolve::Resolver,
        sample,
        sense::Sense,
    },
    record::{
        Layer, Record, Stance,
        edit::{Edit, delta_under},
        stale::Earlier,
    },
};
use std::hint::black_box;

const NOW: u64 = 1_700_000_000_000;
const THEMES: usize = 200;
const PARAGRAPHS: usize = 10_000;

fn theme(n: usize) -> ThemeId {
    format!("t{n}").as_str().into()
}

/// The codebook, with the clock of whoever made it.
fn book(id: &str) -> (Book, Clock) {
    let mut clock = Clock::new("r".into());
    let mut book = Book::new(id.into());
    let mut write = |book: &mut Book, edits: Vec<Change>| {
        let delta = book.delta(&edits, &mut clock, NOW);
        book.join(&delta);
    };
    for question in ["first", "second", "third"] {
        let edits = book.add_question(&question.into(), "the author", "the plan");
        write(&mut book, edits);
        for (option, sense) in [("for", Sense::For), ("against", Sense::Against), ("none", Sense::None)] {
            let edits = book.add_option(&question.into(), &option.into(), option, Some(sense));
            write(&mut book, edits);
        }
    }
    for n in 0..THEMES {
        // Four levels, then the next one begins.
        let parent = (n % 4 > 0).then(|| theme(n - 1));
        let edits = book.add_theme(&theme(n), &format!("Theme {n}"), parent.as_ref());
        write(&mut book, edits);
        let words = Value::Text(format!("What theme {n} means, in a sentence or two.").as_str().into());
        let edits = book.set(&Item::Theme(theme(n)), field::DEFINITION, words);
        write(&mut book, edits);
    }
    (book, clock)
}

/// An answer to each question and two themes on every paragraph, given under the codebook as it stands.
fn layer(codebook: &Codebook) -> Layer {
    let (version, mut clock) = (codebook.version(), Clock::new("tab".into()));
    let mut layer = Layer::default();
    for n in 0..PARAGRAPHS {
        let answer = |question: &str| {
            let stance = Stance { option: ["for", "against", "none"][n % 3].into(), confidence: None };
            Edit::Stance(question.into(), Some(stance))
        };
        let themes = [n % THEMES, (n + 7) % THEMES].map(|n| Edit::Theme(theme(n), true));
        let edits: Vec<Edit> = ["first", "second", "third"].map(answer).into_iter().chain(themes).collect();
        let record = delta_under(&Record::default(), &edits, &|_| Some(&version), &mut clock, NOW);
        layer.records.insert(ParagraphId::from(&*format!("{n:016x}")), record);
    }
    layer
}

pub(crate) fn coding(c: &mut Criterion) {
    let (book, clock) = book("bees");
    let before = book.settle();
    assert_eq!((before.questions.len(), before.themes.len()), (3, THEMES));
    c.bench_function("codebook/settle 200 themes", |b| b.iter(|| black_box(&book).settle()));
    c.bench_function("codebook/version of 200 themes", |b| b.iter(|| black_box(&before).version()));
    let changed = |edits: &dyn Fn(&Book) -> Vec<Change>| {
        let (mut book, mut clock) = (book.clone(), clock.clone());
        let delta = book.delta(&edits(&book), &mut clock, NOW + 1);
        book.join(&delta);
        let codebook = book.settle();
        let version = codebook.version();
        (codebook, version)
    };
    let rename = |book: &Book| book.set(&Item::Theme(theme(9)), field::LABEL, Value::of("Another"));
    c.bench_function("codebook/rename a theme of 200", |b| b.iter(|| changed(&rename)));
    let merge = |book: &Book| book.merge(&theme(9), &theme(20));
    c.bench_function("codebook/merge a theme of 200", |b| b.iter(|| changed(&merge)));

    let layer = layer(&before);
    let (after, _) = changed(&|book| book.set(&Item::Theme(theme(9)), field::DEFINITION, Value::of("A sharper rule.")));
    let version = before.version();
    c.bench_function("codebook/worklist of 10,000 paragraphs", |b| {
        b.iter(|| {
            let earlier = Earlier::new(&after, [(&version, &before)].into_iter());
            layer.records.values().filter(|record| earlier.is_stale(record)).count()
        });
    });
    let (merged, _) = changed(&merge);
    let none = Maps::new();
    c.bench_function("codebook/10,000 paragraphs after a merge", |b| {
        let resolver = Resolver::new(&merged, &[], &Map::new(), &none);
        b.iter_batched(|| (), |()| layer.resolved(black_box(&resolver)), BatchSize::PerIteration);
    });

    let ours = sample::codebook();
    let mut maps = Maps::new();
    let stamp = Clock::new("r".into()).tick(NOW, None);
    for n in 0..THEMES {
        let to = To::Ours(Code::Theme(ours.themes[n % ours.themes.len()].id.clone()));
        maps.insert((before.id.clone(), Code::Theme(theme(n))), Register::new(Some(to), stamp.clone()));
    }
    let versions: Map<_, _> = [(version.clone(), before.id.clone())].into_iter().collect();
    c.bench_function("codebook/10,000 paragraphs of another codebook by a map", |b| {
        let resolver = Resolver::new(&ours, &[], &versions, &maps);
        b.iter_batched(|| (), |()| layer.resolved(black_box(&resolver)), BatchSize::PerIteration);
    });
    c.bench_function("codebook/proposals for 200 themes", |b| b.iter(|| suggestions(&before, &after, &none)));
}
