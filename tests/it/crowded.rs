//! Files with far more of everything than a person can say, in the order that is worst for sorting: what is read and kept of
//! them. That reading moves no entry more than a few times is counted beside the code, in `crates/core/src/exchange/tests.rs`.

use crate::made::{APP, Desk, article, reader};
use postil_core::{
    exchange::{
        bundle::{
            read::{Refusal, read},
            write,
        },
        import::merge,
    },
    keep::store::Store,
    record::LayerKey,
};
use std::fmt::Write;

/// A file of one record, with this text before its first field of answers.
fn with(fields: &str) -> String {
    let article = article(&["One."]);
    let file = Desk::new("ann", &article).stance(1, "supports").file();
    file.replacen("\"stances\"", &format!("{fields}, \"stances\""), 1)
}

fn list(count: usize, mut item: impl FnMut(usize, &mut String)) -> String {
    let mut list = String::new();
    for n in (0..count).rev() {
        item(n, &mut list);
        if n > 0 {
            list.push(',');
        }
    }
    list
}

fn texts(count: usize) -> String {
    let texts = list(count, |n, to| {
        let _ = write!(to, r#"{{"text":"x","stamp":"{}-0-r","more":1}}"#, 1_000_000 + n);
    });
    with(&format!(r#""note": {{"texts": [{texts}], "seen": {{"r": "9000000-0", "s": "5-0"}}}}"#))
}

#[test]
fn of_a_note_with_thousands_of_texts_the_first_are_read_and_all_are_kept() {
    let (bundle, problems) = read(&texts(20_000)).expect("is ours");
    assert_eq!(problems.len(), 1);
    assert!(problems[0].sentence.contains("only the first 64 are read"), "{}", problems[0]);
    let record = bundle.reading("ann").expect("is there").records.values().next().expect("is there");
    let note = &record.note;
    assert_eq!((note.texts.len(), note.texts[0].stamp.wall), (64, 1_000_000));
    let seen: Vec<_> = note.seen.iter().map(|(replica, at)| (replica.as_str(), at.0)).collect();
    assert_eq!(seen, [("r", 1_000_063), ("s", 5)], "what is not read is not seen either");
    // They leave with the note, as they came.
    let again = write(&bundle, APP);
    assert!(again.contains(r#""unread": [{"more": 1, "stamp": "1000064-0-r", "text": "x"}"#));
    assert_eq!(again.matches(r#""text": "x""#).count(), 20_000);
    assert_eq!(read(&again).expect("is ours").0.layers, bundle.layers);
}

#[test]
fn of_a_note_of_as_many_writers_the_first_are_read() {
    const WRITERS: usize = 20_000;
    let texts = list(WRITERS, |n, to| {
        let _ = write!(to, r#"{{"text":"x","stamp":"{}-0-r{n:06}"}}"#, 1_000_000 + n);
    });
    let seen = list(WRITERS, |n, to| {
        let _ = write!(to, r#""r{n:06}":"{}-0""#, 1_000_000 + n);
    });
    let file = with(&format!(r#""note": {{"texts": [{texts}], "seen": {{{seen}, "s": "5-0"}}}}"#));
    let (bundle, _) = read(&file).expect("is ours");
    let note = &bundle.reading("ann").expect("is there").records.values().next().expect("is there").note;
    let seen: Vec<&str> = note.seen.keys().map(postil_core::base::id::ReplicaId::as_str).collect();
    assert_eq!((seen.len(), seen[63], seen[64]), (65, "r000063", "s"), "what is not read is not seen either");
}

#[test]
fn sixty_four_texts_are_read_in_silence() {
    let (bundle, problems) = read(&texts(64)).expect("is ours");
    assert_eq!(problems, []);
    let record = bundle.reading("ann").expect("is there").records.values().next().expect("is there");
    assert_eq!(record.note.texts.len(), 64);
}

#[test]
fn thousands_of_answers_in_falling_order_are_read_and_merged() {
    let themes = |odd: usize| {
        list(6000, |n, to| {
            let _ = write!(to, r#""t{:07}":{{"applies":true,"stamp":"1-0-r","more":1}}"#, 2 * n + odd);
        })
    };
    let mut state = Store::default();
    for odd in [0, 1] {
        let (bundle, problems) = read(&with(&format!(r#""themes": {{{}}}"#, themes(odd)))).expect("is ours");
        assert_eq!(problems, []);
        merge("file", &bundle, &mut state, &mut Store::default(), reader());
    }
    let layer = state
        .layers
        .values()
        .next()
        .and_then(|layers| layers.get(&LayerKey::reading("ann".into(), 1)))
        .expect("is there");
    assert_eq!(layer.records.values().next().map(|record| record.themes.len()), Some(12_000));
}

#[test]
fn more_annotators_than_anybody_knows_are_refused() {
    let file = |count| {
        let layers = list(count, |n, to| {
            let _ = write!(to, r#"{{"annotator":"a{n:07}","records":[]}}"#);
        });
        let article = article(&["One."]);
        let whole = Desk::new("ann", &article).file();
        let head = whole.split_once("\"layers\": [").expect("is there").0;
        format!("{head}\"layers\": [{layers}]}}")
    };
    assert_eq!(read(&file(5000)).expect("is ours").0.layers.len(), 5000);
    let Err(Refusal::Damaged(problem)) = read(&file(5001)) else { panic!("was read") };
    assert!(problem.sentence.contains("more than 5,000 sets of answers"), "{problem}");
}
