//! Stored operations as they stand in a browser: what was written once must stay readable, and `docs/storage-format.md` must
//! show what is.

use crate::made::{APP, Desk, NOW, article, snapshots, stamp};
use expect_test::{Expect, expect};
use postil_core::{
    base::{id::ArticleId, register::Register, stamp::Clock},
    codebook::{
        book::{Book, Item, Place, Value as Said},
        code::Code,
        mapping::To,
    },
    exchange::bundle::{Bundle, Kind, read::read, write},
    json::tree::Json,
    keep::{
        here::Here,
        ledger::Ledger,
        operation::{Operation, decode, encode},
        store::Store,
    },
    record::{
        Confidence, Evidence, LayerKey, Stance, Supports,
        edit::{Edit, toggle_theme},
    },
};
use std::sync::Arc;

const STORAGE: &str = include_str!("../../docs/storage-format.md");
const BUNDLE: &str = include_str!("../../docs/bundle.md");

fn check(operation: &Operation, expect: &Expect) {
    let text = encode(operation);
    assert_eq!(decode(&text).as_ref(), Ok(operation));
    expect.assert_eq(&text);
}

fn small() -> Store {
    let article = article(&["One.", "Two."]);
    let mut desk = Desk::new("ann", &article);
    let stance = Stance { option: "supports".into(), confidence: Some(Confidence::High) };
    desk.edit(1, &[Edit::Stance("stance".into(), Some(stance))]);
    let mut store = Store::default();
    store
        .layers
        .entry(article.id().clone())
        .or_default()
        .insert(LayerKey::reading(desk.annotator.clone(), 1), desk.layer);
    store
}

/// Everything that a store can hold.
fn full() -> Store {
    let article = article(&["One.", "Two."]);
    let mut desk = Desk::new("ann", &article);
    desk.edit(1, &toggle_theme(&Default::default(), &"openness".into()));
    desk.edit(1, &[Edit::Theme("image".into(), false), Edit::NoneApplies(false), Edit::Stance("stance".into(), None)]);
    desk.note(1, "first").note(1, "second");
    let supports = Supports::Theme("openness".into());
    let evidence = Evidence { start: 0, end: 3, quote: "One".into(), prefix: "".into(), suffix: ".".into(), supports };
    desk.edit(1, &[Edit::Evidence("e1".into(), Some(evidence)), Edit::Evidence("e2".into(), None)]);
    let record = desk.layer.records.values_mut().next().expect("was made");
    record.extra.insert("new".into(), Json::parse("1").expect("is JSON"));
    // A replica whose text was replaced, and which is still known.
    record.note.see(&stamp(NOW - 5, "elsewhere"));
    let mut store = Store::default();
    store.put_name(&"ann".into(), Register::new("Ann".into(), stamp(NOW, "s")));
    let facts = store.articles.entry(article.id().clone()).or_default();
    facts.title = Some("A title".into());
    facts.described.insert("language".into(), Register::new("de".into(), stamp(NOW, "s")));
    facts.quotes.insert(article.paragraphs()[0].id.clone(), "One.".into());
    store
        .layers
        .entry(article.id().clone())
        .or_default()
        .insert(LayerKey::reading(desk.annotator.clone(), 1), desk.layer);
    store
}

#[test]
fn a_change() {
    check(
        &Operation::Change(small()),
        &expect![[
            r#"1 bfb40e2059dd0575 {"change":{"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"ann":{"r":[[0,{"s":[[1,2,3,"0"]]}]]}}},"w":1700000000000,"r":["tab-of-ann"],"i":["70277bfc409b5021","stance","supports"]}}"#
        ]],
    );
}

#[test]
fn a_change_with_everything() {
    check(
        &Operation::Change(full()),
        &expect![[
            r#"1 f94509cc90e57207 {"change":{"n":{"ann":["Ann","5"]},"a":{"1eea956b42d83ab602bb0b95d2e5b936":{"t":"A title","d":{"language":["de","5"]},"q":[[0,"One."]]}},"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"ann":{"r":[[0,{"s":[[1,null,0,"3ed.0.1"]],"t":[[2,0,"3ed.0.1"],[3,1,"5.0.1"]],"o":[0,"3ed.0.1"],"m":[["second","bbd.0.1"]],"v":["0.0.2"],"e":[[4,{"s":0,"e":3,"q":"One","b":"","a":".","theme":"openness"},"fa5.0.1"],[5,null,"fa5.0.1"]],"x":{"new":1}}]]}}},"w":1699999999995,"r":["s","tab-of-ann","elsewhere"],"i":["70277bfc409b5021","stance","image","openness","e1","e2"]}}"#
        ]],
    );
}

#[test]
fn what_was_edited_in_a_codebook() {
    let mut book = Book::new("bees".into());
    let mut clock = Clock::new("s".into());
    let beside = Said::Beside(Box::new(Said::of("Harvest")), "{\"why\":\"so\"}".into());
    let edits = [
        (Place::new(Item::Theme("t".into()), "label"), beside),
        (Place::new(Item::Option("q".into(), "yes".into()), "sense"), Said::Whole(3)),
        (Place::new(Item::Question("q".into()), "archived"), Said::Flag(true)),
        (Place::new(Item::Book, "title"), Said::Null),
        (Place::new(Item::Book, "mood"), Said::Other("{\"a\":[1.5]}".into())),
    ];
    book.join(&book.delta(&edits, &mut clock, NOW));
    book.extra.insert("groups".into(), Json::parse("{}").expect("is JSON"));
    let mut store = Store::default();
    let article = ArticleId::from("1eea956b42d83ab602bb0b95d2e5b936");
    store.books.entry(article.clone()).or_default().insert(book.id.clone(), book);
    let maps = store.maps.entry(article).or_default();
    let (theme, stamp) = (|id: &str| Code::Theme(id.into()), stamp(NOW, "s"));
    let ours = Some(To::Ours(Code::Option("q".into(), "yes".into())));
    let theirs = Code::Option("a".into(), "for".into());
    for (from, to) in [(theirs, ours), (theme("u"), Some(To::LeaveAlone)), (theme("v"), None)] {
        maps.insert(("theirs".into(), from), Register::new(to, stamp.clone()));
    }
    check(
        &Operation::Change(store),
        &expect![[
            r#"1 f9e707de17419fc8 {"change":{"b":{"1eea956b42d83ab602bb0b95d2e5b936":{"bees":{"f":[[{},"mood",{"a":[1.5]},"0"],[{},"title",null,"0"],[{"q":"q"},"archived",true,"0"],[{"q":"q","o":"yes"},"sense",3,"0"],[{"t":"t"},"label","Harvest","0",{"why":"so"}]],"x":{"groups":{}}}}},"m":{"1eea956b42d83ab602bb0b95d2e5b936":[[0,{"q":"a","o":"for"},{"q":"q","o":"yes"},"0"],[0,{"t":"u"},false,"0"],[0,{"t":"v"},null,"0"]]},"w":1700000000000,"r":["s"],"i":["theirs"]}}"#
        ]],
    );
}

#[test]
fn what_belongs_to_this_browser_alone() {
    let mut here = Here::default();
    here.settings.insert("scheme".into(), Register::new("dark".into(), stamp(NOW, "s")));
    let known = here.articles.entry("1eea956b42d83ab602bb0b95d2e5b936".into()).or_default();
    known.deleted = Some(Register::new(false, stamp(NOW, "s")));
    known.gone = Some(Register::new(true, stamp(NOW, "s")));
    known.exported.insert("ann".into(), Register::new(NOW, stamp(NOW + 9, "s")));
    check(
        &Operation::Here { import: None, delta: here },
        &expect![[
            r#"1 8e4b4908aa054d92 {"here":{"d":{"s":{"scheme":["dark","0"]},"a":{"1eea956b42d83ab602bb0b95d2e5b936":{"d":[0,"0"],"g":[1,"0"],"e":{"ann":[1700000000000,"9"]}}},"w":1700000000000,"r":["s"],"i":[]}}}"#
        ]],
    );
    let import = Some("postil/1/op/s/9".into());
    check(
        &Operation::Here { import, delta: Here::default() },
        &expect![[r#"1 59062601f2f4dff6 {"here":{"of":"postil/1/op/s/9","d":{"w":0,"r":[],"i":[]}}}"#]],
    );
}

#[test]
fn an_import_its_parts_and_its_switch() {
    check(
        &Operation::Import { parts: 2, made: NOW, delta: Store::default() },
        &expect![[r#"1 6b00f4e0dbcaa0cb {"import":{"parts":2,"made":1700000000000,"d":{"w":0,"r":[],"i":[]}}}"#]],
    );
    check(
        &Operation::Part { import: "postil/1/op/s/9".into(), index: 1, delta: small() },
        &expect![[
            r#"1 2844ef4f53073869 {"part":{"of":"postil/1/op/s/9","i":1,"d":{"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"ann":{"r":[[0,{"s":[[1,2,3,"0"]]}]]}}},"w":1700000000000,"r":["tab-of-ann"],"i":["70277bfc409b5021","stance","supports"]}}}"#
        ]],
    );
    let active = Register::new(false, stamp(NOW, "s"));
    check(
        &Operation::Switch { import: "postil/1/op/s/9".into(), active },
        &expect![[r#"1 ddcd5f31d0522056 {"switch":{"of":"postil/1/op/s/9","on":false,"at":"1700000000000-0-s"}}"#]],
    );
}

#[test]
fn a_snapshot() {
    let mut ledger = Ledger::default();
    ledger.take("postil/1/op/s/1", Operation::Change(small()));
    ledger.take("postil/1/op/s/2", Operation::Import { parts: 0, made: NOW, delta: Store::default() });
    let active = Register::new(false, stamp(NOW + 1, "s"));
    ledger.take("postil/1/op/s/3", Operation::Switch { import: "postil/1/op/s/2".into(), active });
    let keys: Vec<Arc<str>> =
        ["op/s/1", "op/s/2", "op/s/3", "op/t/7", "snap/ab"].map(|k| format!("postil/1/{k}").into()).into();
    let all = snapshots(&ledger, &keys, NOW).into_iter().map(|(key, text)| format!("{key}\n{text}"));
    let all = all.collect::<Vec<_>>().join("\n");
    expect![[r#"
        postil/1/snap/6527633f27289f438f6b0e70d367a5a9
        1 cb26a9bd374be150 {"snapshot":{"shelf":"people","covers":{"operations":{"1":{"s":[2,3]}},"snapshots":[]},"made":1700000000000,"d":{"w":0,"r":[],"i":[]},"imports":{"postil/1/op/s/2":{"parts":0,"made":1700000000000,"deltas":{"4294967295":{"w":0,"r":[],"i":[]}},"on":false,"at":"1700000000001-0-s"}}}}
        postil/1/snap/7cfc2f82e8250e4370e80f47cea64976
        1 9c3011fb751d4a8b {"snapshot":{"shelf":"article","article":"1eea956b42d83ab602bb0b95d2e5b936","covers":{"operations":{"1":{"s":[1,1]}},"snapshots":[]},"made":1700000000000,"d":{"l":{"1eea956b42d83ab602bb0b95d2e5b936":{"ann":{"r":[[0,{"s":[[1,2,3,"0"]]}]]}}},"w":1700000000000,"r":["tab-of-ann"],"i":["70277bfc409b5021","stance","supports"]},"imports":{}}}"#]].assert_eq(&all);
}

/// The lines of a document's code blocks of one language.
fn examples<'a>(document: &'a str, language: &str) -> Vec<&'a str> {
    let mut parts = document.split("```");
    let mut found = Vec::new();
    while let (Some(_), Some(block)) = (parts.next(), parts.next()) {
        found.extend(block.strip_prefix(language).and_then(|rest| rest.strip_prefix('\n')));
    }
    found
}

#[test]
fn the_documents_show_what_is() {
    let mut operations = 0;
    for line in examples(STORAGE, "text").iter().flat_map(|block| block.lines()).filter(|line| line.starts_with("1 ")) {
        let operation = decode(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        assert_eq!(encode(&operation), line);
        operations += 1;
    }
    assert!(operations >= 3, "{operations} examples");
    let bundles: Vec<&str> =
        examples(BUNDLE, "json").into_iter().filter(|block| block.contains("\"format\"")).collect();
    assert_eq!(bundles.len(), 1);
    let (bundle, problems) = read(bundles[0]).expect("is ours");
    assert_eq!(problems, []);
    assert_eq!(write(&bundle, APP), bundles[0]);
    crate::bundle::valid(bundles[0]);
    // What stands in an example of its own comes into that file.
    let parts = examples(BUNDLE, "json").into_iter().filter(|block| block.starts_with("{\"maps\""));
    let maps = parts.map(|block| block.trim().trim_start_matches('{').trim_end_matches('}'));
    for maps in maps {
        let file = bundles[0].replacen("  \"exported\"", &format!("{maps}}},\n  \"exported\""), 1);
        let (bundle, problems) = read(&file).expect("is ours");
        assert_eq!((bundle.maps.len(), problems.len()), (4, 0));
        crate::bundle::valid(&file);
    }
}

#[test]
fn the_table_of_kinds_has_each_that_is_made() {
    let kinds =
        [Kind::Own, Kind::All, Kind::Backup, Kind::Chosen, Kind::Feedback, Kind::Pseudonymous, Kind::Assignment];
    let made: Vec<&str> = kinds.iter().map(Kind::word).collect();
    let table = BUNDLE.split_once("| `kind` | carries |").expect("is there").1;
    let rows = table.lines().skip(2).take_while(|line| line.starts_with("| `"));
    let named: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    assert_eq!(named, made);
    for kind in kinds.into_iter().chain([Kind::Other("of-a-newer-program".into())]) {
        let bundle = Bundle { kind: kind.clone(), ..Desk::new("ann", &article(&["One."])).bundle() };
        assert_eq!(read(&write(&bundle, APP)).expect("is ours").0.kind, kind, "a kind comes back as it left");
    }
}
