//! Files with far more of everything than a person can say, in the order that is worst for sorting: entries are moved a few
//! times each, not once for every other. How long that takes is told by the benches.

use super::{
    bundle::{Bundle, read::read, write},
    import::{Guard, merge},
};
use crate::{
    article::{Article, Block, BlockKind, Masthead},
    base::{map::Map, moves::moves, register::Register, stamp::Stamp},
    codebook::sample,
    json::extra::Extra,
    keep::store::Store,
    record::{Layer, LayerKey, Record, person::Person},
};

/// So many entries there are of everything.
const MANY: usize = 4000;
/// A sort moves each entry some twelve times, and on its way in an entry is sorted in a handful of lists. Where each moves all
/// that come after it, it is two thousand.
const A_FEW: usize = 80;

fn few(moves: usize, entries: usize, what: &str) {
    assert!(moves < entries * A_FEW, "{what}: {moves} moves for {entries} entries");
}

/// A file of one record with these fields.
fn with(fields: &str) -> String {
    let article = Article::new(Masthead::titled("A title"), vec![Block::new(BlockKind::Paragraph, "One.")]);
    let records = [(article.paragraphs()[0].id.clone(), Record::default())].into();
    let named = Stamp { wall: 1, counter: 0, replica: "names".into() };
    let name = Some(Register::new("Ann".into(), named));
    let bundle = Bundle {
        people: [("ann".into(), Person { name, ..Person::default() })].into(),
        layers: [(LayerKey::reading("ann".into(), 1), Layer { records, extra: Extra::new() })].into(),
        ..Bundle::bare(article, sample::book())
    };
    let file = write(&bundle, "Postil");
    assert_eq!(file.matches("\"quote\"").count(), 1);
    file.replacen("\"quote\"", &format!("{fields}, \"quote\""), 1)
}

/// So many items, the last one first.
fn falling(item: impl Fn(usize) -> String) -> String {
    (0..MANY).rev().map(item).collect::<Vec<_>>().join(",")
}

fn record(bundle: &Bundle) -> &Record {
    bundle.reading("ann").and_then(|layer| layer.records.values().next()).expect("is there")
}

#[test]
fn a_note_of_thousands_of_texts_is_put_in_order_in_a_few_moves() {
    let texts = falling(|n| format!(r#"{{"text":"x","stamp":"{}-0-r","more":1}}"#, 1_000_000 + n));
    let file = with(&format!(r#""note": {{"texts": [{texts}], "seen": {{"r": "9000000-0"}}}}"#));
    let (read, moves) = moves(|| read(&file).expect("is ours").0);
    few(moves, MANY, "reading");
    assert_eq!(record(&read).note.texts.len(), 64);
}

#[test]
fn a_note_of_as_many_writers_as_texts_is_put_in_order_in_a_few_moves() {
    let texts = falling(|n| format!(r#"{{"text":"x","stamp":"{}-0-r{n:06}"}}"#, 1_000_000 + n));
    let seen = falling(|n| format!(r#""r{n:06}":"{}-0""#, 1_000_000 + n));
    let file = with(&format!(r#""note": {{"texts": [{texts}], "seen": {{{seen}}}}}"#));
    let (read, moves) = moves(|| read(&file).expect("is ours").0);
    few(moves, MANY, "reading");
    assert_eq!(record(&read).note.seen.len(), 64, "what is not read is not seen either");
}

#[test]
fn thousands_of_answers_in_falling_order_are_read_and_merged_in_a_few_moves() {
    let mut state = Store::default();
    for odd in [0, 1] {
        let themes = falling(|n| format!(r#""t{:07}":{{"applies":true,"stamp":"1-0-r","more":1}}"#, 2 * n + odd));
        let file = with(&format!(r#""themes": {{{themes}}}"#));
        let (bundle, reading) = moves(|| read(&file).expect("is ours").0);
        few(reading, MANY, "reading");
        let guard = Guard { now: 1_700_000_000_000, here: &|_| false, cache: None };
        let ((), merging) = moves(|| _ = merge("file", &bundle, &mut state, &mut Store::default(), guard));
        few(merging, 2 * MANY, "merging into as many");
    }
    let layer = state
        .layers
        .values()
        .next()
        .and_then(|layers| layers.get(&LayerKey::reading("ann".into(), 1)))
        .expect("is there");
    assert_eq!(layer.records.values().next().map(|record| record.themes.len()), Some(2 * MANY));
}

#[test]
fn one_after_another_would_be_seen() {
    let ((), moves) = moves(|| {
        let mut map = Map::new();
        (0..MANY).rev().for_each(|n| _ = map.insert(n, ()));
    });
    assert!(moves > MANY * A_FEW, "{moves}");
}
