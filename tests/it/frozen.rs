//! The frozen files of version 1 in `tests/fixtures/v1`: what was written once must open in ten years, and say the same.
//!
//! A frozen file never changes, nor does what stands beside it of how it is read: a new field gets a new file. Only what a new
//! file says is written by the tests, with `FREEZE=1 cargo test -p postil --test it frozen`; without that they write nothing.

mod known;
mod said;

use crate::{
    made::{snapshots, stamp},
    source,
};
use postil_core::{
    codebook::book::Book,
    exchange::{
        bundle::{Bundle, read::read_at, remembered, write},
        codebook::{self, Format},
        import::{Answer, Guard, Report, State, Verdict, merge},
    },
    keep::{
        ledger::Ledger,
        operation::{Operation, decode, encode},
        startup::{Pair, start},
        store::Store,
    },
};
use serde_json::Value;
use std::{collections::BTreeSet, env, fs, path::Path, sync::Arc};

const FOLDER: &str = "tests/fixtures/v1";
const SCHEMA: &str = include_str!("../../static/schema/bundle-1.json");
const DOCUMENT: &str = include_str!("../../docs/bundle.md");
/// The program that wrote them.
const APP: &str = "Postil 0.1.0";
/// When they are read: a day after the last thing that was written in them.
const NOW: u64 = 1_767_312_000_000;
const YEAR: u64 = 365 * 86_400_000;

/// The names and the texts of all bundles that are frozen.
fn bundles() -> Vec<(String, String)> {
    let found = source::files(FOLDER, &[".postil.json"]);
    let named = found.into_iter().map(|(path, text)| {
        let name = path.rsplit('/').next().and_then(|name| name.strip_suffix(".postil.json"));
        (name.expect("is a bundle").to_owned(), text)
    });
    named.collect()
}

/// The same of codebook files.
fn codebooks() -> Vec<(String, String)> {
    source::files(FOLDER, &[".postil-codebook.json"])
}

fn opened(text: &str) -> Bundle {
    read_at(text, None, NOW).expect("is ours").0
}

/// Fails where a file is read otherwise than it was when it was frozen.
fn check(path: &str, said: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os("FREEZE").is_some() && !path.exists() {
        fs::write(&path, said).expect("there is room");
    }
    let frozen = fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}: FREEZE=1 writes it", path.display()));
    let frozen = frozen.replace("\r\n", "\n");
    let other = frozen.lines().zip(said.lines()).find(|(frozen, said)| frozen != said);
    assert_eq!(other, None, "{}: the first line that is read otherwise", path.display());
    assert_eq!(said.len(), frozen.len(), "{}", path.display());
}

/// Takes a file into an empty browser, and answers whatever it asks with yes.
fn taken(bundle: &Bundle, delta: &mut Store) -> (Report, Report) {
    let mut state = Store::default();
    let asked = merge("file", bundle, &mut state, delta, Guard { now: NOW, here: &|_| false, cache: None });
    let mut report = asked.clone();
    for at in 0..report.shares.len() {
        if matches!(report.shares[at].state, State::Held(_)) {
            let stamp = stamp(NOW, "me");
            report.answered(at, Answer::Take, bundle.article.id(), &stamp, &mut state, delta);
        }
    }
    (asked, report)
}

/// What goes out again of a store that a file came into. Article, versions and kind stand beside the store.
fn given(bundle: &Bundle, store: &Store) -> Bundle {
    let id = bundle.article.id();
    let facts = store.articles.get(id).cloned().unwrap_or_default();
    let mut unplaced = facts.quotes;
    unplaced.retain(|paragraph, _| bundle.article.index_of(paragraph).is_none());
    let book = store.books[id][&bundle.book.id].clone();
    Bundle {
        kind: bundle.kind.clone(),
        assignment: bundle.assignment.as_ref().and_then(|rules| remembered::recalled(&remembered::text(rules))),
        versions: bundle.versions.clone(),
        maps: store.maps.get(id).cloned().unwrap_or_default(),
        people: store.people.clone(),
        layers: store.layers.get(id).cloned().unwrap_or_default(),
        classes: store.classes.get(id).cloned().unwrap_or_default(),
        unplaced,
        // A file of which nothing comes in leaves nothing of its root behind.
        extra: if bundle.is_bare() { bundle.extra.clone() } else { facts.extra },
        ..Bundle::bare(bundle.article.clone(), book)
    }
}

#[test]
fn each_frozen_file_says_what_it_said() {
    for (name, text) in bundles() {
        let (bundle, problems) = read_at(&text, None, NOW).expect("is ours");
        let (asked, report) = taken(&bundle, &mut Store::default());
        check(&format!("{FOLDER}/{name}.expected.txt"), &said::of(&bundle, &problems, &asked, &report));
    }
}

#[test]
fn each_frozen_file_is_written_byte_for_byte_as_it_was() {
    for (name, text) in bundles() {
        let again = write(&opened(&text), APP);
        let other = text.lines().zip(again.lines()).find(|(before, after)| before != after);
        assert_eq!(other, None, "{name}");
        assert_eq!(again.len(), text.len(), "{name}");
    }
}

#[test]
fn each_frozen_file_fits_the_schema() {
    for (_, text) in bundles() {
        crate::bundle::valid(&text);
    }
}

/// As in a browser: it is imported, written to the journal, read after a reload, folded into snapshots in a year, read again,
/// and handed out.
#[test]
fn each_frozen_file_comes_through_the_journal_and_its_compaction_whole() {
    for (name, text) in bundles() {
        let bundle = opened(&text);
        let mut delta = Store::default();
        let (_, report) = taken(&bundle, &mut delta);
        assert_ne!(report.verdict, Verdict::Asks, "{name}");
        let id = bundle.article.id();
        // What belongs to the browser alone is stored apart.
        let here = Store { here: std::mem::take(&mut delta.here), ..Store::default() };
        let mut books = Store::default();
        books.books.entry(id.clone()).or_default().insert(bundle.book.id.clone(), bundle.book.clone());
        books.maps.insert(id.clone(), bundle.maps.clone());
        let keys: [Arc<str>; 3] = ["op/tab/1", "op/tab/2", "here/tab/1"].map(|key| format!("postil/1/{key}").into());
        let operations = [
            Operation::Import { parts: 0, made: NOW, delta },
            Operation::Change(books),
            Operation::Here { import: Some((&*keys[0]).into()), delta: here.here },
        ];
        let mut journal: Vec<Pair> = Vec::new();
        for (key, operation) in keys.iter().zip(&operations) {
            let stored = encode(operation);
            assert!(decode(&stored).as_ref() == Ok(operation), "{name}: {key}");
            journal.push((Arc::clone(key), stored.into()));
        }
        let ledger = begun(&journal);
        assert_eq!(write(&given(&bundle, ledger.state()), APP), text, "{name}, after a reload");
        let compacted = snapshots(&ledger, &keys, NOW + YEAR);
        assert!(!compacted.is_empty(), "{name}");
        let later = begun(&compacted);
        assert_eq!(write(&given(&bundle, later.state()), APP), text, "{name}, after a compaction");
        let mut both = later.state().clone();
        assert!(!both.join(ledger.state()), "{name}: what is read again changes nothing");
    }
}

/// What a browser finds in its stores when it opens.
fn begun(stored: &[Pair]) -> Ledger {
    let start = start(stored, Some(stored), NOW + YEAR);
    assert!(start.flaws.is_empty() && !start.newer, "{:?}", start.flaws);
    start.ledger
}

#[test]
fn each_frozen_codebook_file_says_what_it_said_and_is_written_as_it_was() {
    for (path, text) in codebooks() {
        let (codebook, problems) = codebook::read("A title", &text).expect("is a codebook");
        assert_eq!(problems, [], "{path}");
        assert_eq!(codebook::write(&codebook, Format::Postil).as_deref(), Ok(&*text), "{path}");
        let said = said::codebook(&codebook);
        check(&path.replace(".json", ".expected.txt"), &said);
        // Edited, it is the same still.
        assert_eq!(said::codebook(&Book::of(&codebook, &stamp(NOW, "me")).settle()), said, "{path}");
    }
}

#[test]
fn there_is_a_frozen_file_of_every_kind() {
    let kinds: BTreeSet<String> = bundles().iter().map(|(_, text)| opened(text).kind.word().to_owned()).collect();
    let table = DOCUMENT.split_once("| `kind` | carries |").expect("is there").1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let named: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert!(named.len() >= 7);
    let missing: Vec<&&str> = named.iter().filter(|kind| !kinds.contains(**kind)).collect();
    assert_eq!(missing, [&""; 0]);
}

#[test]
fn every_field_of_the_schema_stands_in_a_frozen_file() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("is JSON");
    let mut met = BTreeSet::new();
    for (name, text) in bundles() {
        // What a newer program wrote is no example of what this one writes.
        if name != "future" {
            let file: Value = serde_json::from_str(&text).expect("is JSON");
            known::meet(&schema, "", &file, &mut met);
        }
    }
    let missing: Vec<String> = known::fields(&schema).into_iter().filter(|field| !met.contains(field)).collect();
    assert_eq!(missing, [""; 0], "a new field needs a new frozen file: those that are here stay as they are");
}

#[test]
fn the_file_of_a_newer_program_has_something_unknown_wherever_it_is_kept() {
    let (_, text) = bundles().into_iter().find(|(name, _)| name == "future").expect("is there");
    let schema: Value = serde_json::from_str(SCHEMA).expect("is JSON");
    let file: Value = serde_json::from_str(&text).expect("is JSON");
    let mut with = BTreeSet::new();
    known::unknown(&schema, "", &file, &mut with);
    let closed = ["/$defs/exported", "/$defs/reference"];
    let objects = known::objects(&schema);
    let missing: Vec<&String> =
        objects.iter().filter(|object| !closed.contains(&object.as_str()) && !with.contains(*object)).collect();
    assert!(missing.is_empty(), "objects that say nothing unknown: {missing:?}");
}
