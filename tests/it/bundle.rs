//! The bundle as a file: byte for byte what `docs/bundle.md` and the JSON Schema say.

use crate::made::{APP, Desk, reader, stamp};
use expect_test::expect_file;
use postil_core::{
    article::{Article, Block, BlockKind, Masthead},
    base::{map::Map, register::Register, script::Direction},
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, sample},
    exchange::{
        bundle::{Bundle, NamedLayer, read::read, write},
        import::merge,
    },
    json::extra::Extra,
    keep::{
        operation::{Operation, decode, encode},
        store::Store,
    },
    record::{
        Confidence, Evidence, Stance, Supports,
        edit::{Edit, toggle_none, toggle_theme},
    },
};
use serde_json::{Value, json};
use std::sync::Arc;

const GOLDEN: &str = include_str!("../fixtures/bundle-1.postil.json");
const SCHEMA: &str = include_str!("../../static/schema/bundle-1.json");

fn small_codebook() -> Codebook {
    let option = |id: &str, key: &str| StanceOption {
        id: id.into(),
        label: id.into(),
        key: (!key.is_empty()).then(|| key.into()),
        definition: "".into(),
        sense: None,
        glyph: None,
        archived: false,
        extra: Extra::new(),
    };
    let theme = |id: &str, parent: Option<&str>| Theme {
        id: id.into(),
        label: format!("Theme {id}").as_str().into(),
        parent: parent.map(Into::into),
        colour: parent.map(|_| "#336699".into()),
        key: Some("1".into()),
        definition: "What it is".into(),
        include: "".into(),
        exclude: "".into(),
        example: "A sentence with “quotes”".into(),
        archived: parent.is_some(),
        merged_into: None,
        split_from: None,
        extra: Extra::new(),
    };
    Codebook {
        id: "small".into(),
        title: "A small codebook".into(),
        questions: vec![StanceQuestion {
            id: "stance".into(),
            holder: "the author".into(),
            target: "the main claim".into(),
            prompt: "What stance?".into(),
            options: vec![option("supports", "s"), option("opposes", "")],
            archived: false,
            extra: Extra::new(),
        }],
        themes: vec![theme("openness", None), theme("rivalry", Some("openness"))],
        extra: Extra::new(),
    }
}

fn small_article() -> Article {
    let block = Block::new;
    let masthead = Masthead {
        title: "Whose net? 谁的网络 🕸\u{FE0F}".into(),
        byline: Some("A. Author".into()),
        source: Some("A paper".into()),
        date: Some("November 2022".into()),
        language: "en".into(),
        direction: Direction::Auto,
        extra: Extra::new(),
    };
    Article::new(
        masthead,
        vec![
            block(BlockKind::Heading(2), "Part <one> & \"two\""),
            block(BlockKind::Paragraph, "Plain words, de\u{301}compose\u{301}d, and a tab\there."),
            block(BlockKind::Paragraph, "“网络空间命运共同体” 是一个口号。"),
            block(BlockKind::Paragraph, "الفضاء السيبراني مشترك بين الجميع."),
            block(BlockKind::Heading(3), "तीसरा भाग"),
            block(BlockKind::Quotation, "जाल सबका है। \u{1F469}\u{200D}\u{1F52C}\u{1F1EA}\u{1F1FA}"),
            block(BlockKind::ListItem, "The same twice."),
            block(BlockKind::Paragraph, "The same twice."),
            block(BlockKind::Paragraph, "Odd ones: \u{0}\u{7F}\u{2028}\u{202E}\\/\u{FEFF} and 𝒳."),
        ],
    )
}

/// Two annotators, and every kind of register in every state.
fn small_bundle() -> Bundle {
    let article = small_article();
    let mut ann = Desk::new("0123456789abcdef0123456789abcdef", &article);
    ann.codebook = small_codebook();
    let stance = |option: &str, confidence| Some(Stance { option: option.into(), confidence });
    let evidence = |supports| Evidence {
        start: 1,
        end: 5,
        quote: "网络空间".into(),
        prefix: "“".into(),
        suffix: "命运共同体” 是一个口号。".into(),
        supports,
    };
    ann.edit(1, &[Edit::Stance("stance".into(), stance("supports", Some(Confidence::High)))]);
    ann.edit(1, &toggle_theme(&Default::default(), &"openness".into()));
    ann.note(1, "A note\nof two lines, <script>alert(1)</script> 👍🏽");
    ann.edit(2, &[Edit::Stance("stance".into(), stance("opposes", None))]);
    ann.edit(2, &[Edit::Evidence("e1".into(), Some(evidence(Supports::Stance("stance".into()))))]);
    ann.edit(2, &[Edit::Evidence("e2".into(), Some(evidence(Supports::Theme("rivalry".into()))))]);
    ann.edit(3, &toggle_none(&Default::default()));
    ann.edit(4, &[Edit::Stance("stance".into(), stance("supports", None))]);
    ann.edit(4, &[Edit::Stance("stance".into(), None), Edit::Theme("rivalry".into(), false)]);
    ann.edit(4, &[Edit::Evidence("e3".into(), None), Edit::NoneApplies(false), Edit::Note(Vec::new())]);
    let mut bundle = ann.bundle();
    // The second reader has no name, wrote one note at two tabs at once, and spoke of a paragraph that is gone.
    let mut left = Desk::new("fedcba9876543210", &article);
    left.note(6, "from one tab").stance(5, "supports");
    let mut right = Desk::new("fedcba9876543210", &article);
    right.clock = postil_core::base::stamp::Clock::new("other tab".into());
    right.note(6, "from the other");
    let mut layer = left.layer.clone();
    layer.join(&right.layer);
    let gone = layer.records.values().next().cloned().unwrap_or_default();
    layer.records.insert("ffffffffffffffff".into(), gone);
    bundle.quotes.insert("ffffffffffffffff".into(), "Words that were here once".into());
    bundle.layers.insert("fedcba9876543210".into(), NamedLayer { name: None, layer });
    bundle
}

/// Puts an unknown field into every object that can have one.
fn with_unknown_fields(value: &mut Value, path: &str, count: &mut usize) {
    // Fields of these are ids, not names; `exported` is made anew by whoever writes.
    let is_map = ["/stances", "/themes", "/evidence", "/seen"].iter().any(|end| path.ends_with(end))
        && !path.contains("codebook");
    match value {
        Value::Object(fields) => {
            for (name, field) in fields.iter_mut().filter(|(name, _)| *name != "exported") {
                with_unknown_fields(field, &format!("{path}/{name}"), count);
            }
            if !is_map {
                *count += 1;
                fields.insert(format!("new-{count}"), json!({"b": [1, -0.5, 1e300, null], "a": "π"}));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| with_unknown_fields(item, path, count)),
        _ => {}
    }
}

fn schema() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is a schema");
    jsonschema::draft202012::new(&schema).expect("the schema can be used")
}

fn violations(text: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(text).expect("is JSON");
    schema().iter_errors(&value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// Fails where the schema does not allow a file.
#[track_caller]
pub(crate) fn valid(text: &str) {
    assert_eq!(violations(text), [""; 0]);
}

#[test]
fn the_golden_file_is_what_we_write() {
    let mut value: Value = serde_json::from_str(&write(&small_bundle(), APP)).expect("is JSON");
    let mut count = 0;
    with_unknown_fields(&mut value, "", &mut count);
    let (bundle, problems) = read(&value.to_string()).expect("is ours");
    assert_eq!(problems, []);
    let text = write(&bundle, APP);
    let kept = (1..=count).filter(|n| text.contains(&format!("\"new-{n}\""))).count();
    assert_eq!(kept, count, "unknown fields were dropped");
    expect_file!["../fixtures/bundle-1.postil.json"].assert_eq(&text);
}

#[test]
fn the_golden_file_reads_back_byte_for_byte() {
    let (bundle, problems) = read(GOLDEN).expect("is ours");
    assert_eq!(problems, []);
    assert_eq!(write(&bundle, APP), GOLDEN);
    assert_eq!(bundle.article, {
        let mut article = small_article();
        article.masthead.extra.clone_from(&bundle.article.masthead.extra);
        Article::new(article.masthead, bundle.article.blocks().to_vec())
    });
    // What is known is what was put in.
    let known = small_bundle();
    for (id, layer) in &known.layers {
        for (paragraph, record) in &layer.layer.records {
            let read = &bundle.layers[id].layer.records[paragraph];
            assert_eq!((&read.stances, &read.themes, &read.note), (&record.stances, &record.themes, &record.note));
            assert_eq!((&read.evidence, &read.none_applies), (&record.evidence, &record.none_applies));
        }
    }
}

/// export → import → storage → export, as a browser does it.
#[test]
fn a_file_survives_import_and_storage_byte_for_byte() {
    let (bundle, _) = read(GOLDEN).expect("is ours");
    let mut delta = Store::default();
    merge("file", &bundle, &mut Store::default(), &mut delta, reader());
    let Ok(Operation::Import { delta, .. }) = decode(&encode(&Operation::Import { parts: 0, made: 0, delta })) else {
        panic!("unread")
    };
    let id = bundle.article.id();
    let layers = delta.layers[id].iter().map(|(annotator, layer)| {
        (annotator.clone(), NamedLayer { name: delta.annotators.get(annotator).cloned(), layer: layer.clone() })
    });
    let facts = &delta.articles[id];
    let out =
        Bundle { layers: layers.collect(), quotes: facts.quotes.clone(), extra: facts.extra.clone(), ..bundle.clone() };
    assert_eq!(write(&out, APP), GOLDEN);
}

#[test]
fn the_same_state_gives_the_same_bytes_whatever_happened_on_the_way() {
    let (bundle, _) = read(GOLDEN).expect("is ours");
    let mut halves = [Store::default(), Store::default()];
    for (n, (annotator, layer)) in bundle.layers.iter().enumerate() {
        let one = Bundle { layers: Map::from([(annotator.clone(), layer.clone())]), ..bundle.clone() };
        merge("file", &one, &mut Store::default(), &mut halves[n], reader());
    }
    let [mut one, mut two] = halves.clone();
    one.join(&halves[1]);
    one.join(&halves[1]);
    two.join(&halves[0]);
    assert_eq!(encode(&Operation::Change(one)), encode(&Operation::Change(two)));
}

#[test]
fn a_register_that_changes_does_not_inherit_the_unknown_fields_of_the_old_value() {
    let article = small_article();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports");
    let mut value: Value = serde_json::from_str(&desk.file()).expect("is JSON");
    value["layers"][0]["records"][0]["stances"]["stance"]["reason"] = json!("why");
    let (bundle, _) = read(&value.to_string()).expect("is ours");
    desk.layer = bundle.layers[&desk.annotator].layer.clone();
    assert!(desk.file().contains("why"));
    desk.stance(1, "opposes");
    assert!(!desk.file().contains("why"));
}

#[test]
fn what_we_write_is_valid() {
    assert_eq!(violations(GOLDEN), [""; 0]);
    assert_eq!(violations(&write(&small_bundle(), APP)), [""; 0]);
    let empty = Bundle { layers: Map::new(), ..small_bundle() };
    assert_eq!(violations(&write(&empty, APP)), [""; 0]);
    let article = sample::article();
    let mut desk = Desk::new("ann", &article);
    desk.codebook = sample::codebook();
    desk.stance(3, "supports").note(10, "a note");
    assert_eq!(violations(&desk.file()), [""; 0]);
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let good: Value = serde_json::from_str(&write(&small_bundle(), APP)).expect("is JSON");
    let record = "/layers/0/records/1";
    let cases: [(&str, Value); 24] = [
        ("/format", json!("hypothesis")),
        ("/version", json!(2)),
        ("/version", json!("1")),
        ("/article/id", json!("not hex")),
        ("/article/direction", json!("down")),
        ("/article/blocks", json!([])),
        ("/article/blocks", json!([{"kind": "heading", "level": 2, "text": "Only a heading"}])),
        ("/article/blocks/0/level", json!(1)),
        ("/article/blocks/1/kind", json!("table")),
        ("/article/blocks/1/text", json!(null)),
        ("/codebook/themes", json!("none")),
        ("/codebook/themes/0/id", json!("two words")),
        ("/codebook/questions/0/options/0/label", json!(7)),
        ("/layers", json!({})),
        ("/layers/0/annotator/id", json!("")),
        ("/layers/0/annotator/named", json!("yesterday")),
        (&format!("{record}/quote"), json!(null)),
        (&format!("{record}/stances/stance/option"), json!(1)),
        ("/layers/0/records/0/stances/stance/confidence", json!("very")),
        (&format!("{record}/stances/stance/stamp"), json!("+1-0-a")),
        (&format!("{record}/evidence/e1/span/start"), json!(-1)),
        (&format!("{record}/evidence/e1/span"), json!({"start": 0, "end": 1, "quote": "", "prefix": "", "suffix": ""})),
        ("/layers/0/records/0/note/seen", json!({"r": "5"})),
        ("/exported/at", json!("yesterday")),
    ];
    for (pointer, wrong) in cases {
        let mut value = good.clone();
        *value.pointer_mut(pointer).unwrap_or_else(|| panic!("nothing at {pointer}")) = wrong.clone();
        assert_ne!(violations(&value.to_string()), [""; 0], "{pointer} = {wrong}");
    }
    for name in ["format", "version", "article", "codebook", "layers", "exported"] {
        let mut value = good.clone();
        value.as_object_mut().expect("is an object").remove(name);
        assert_ne!(violations(&value.to_string()), [""; 0], "without {name}");
    }
}

#[test]
fn exported_names_the_newest_change_and_its_author() {
    let article = small_article();
    let (mut ann, mut bob) = (Desk::new("ann", &article), Desk::new("bob", &article));
    ann.stance(1, "supports");
    bob.now += 60_000;
    bob.stance(2, "opposes");
    let mut bundle = ann.bundle();
    bundle.layers.extend(bob.bundle().layers);
    let value: Value = serde_json::from_str(&write(&bundle, APP)).expect("is JSON");
    assert_eq!(value["exported"]["at"], "2023-11-14T22:14:20Z");
    assert_eq!(value["exported"]["by"]["name"], "Reader bob");
    assert_eq!(value["exported"]["app"], APP);
    // A stamp beyond the calendar leaves the time out and nothing else.
    let far = Register::new(None, stamp(1 << 53, "r"));
    let records = &mut bundle.layers.get_mut("ann").expect("is there").layer.records;
    records.values_mut().for_each(|record| drop(record.stances.insert("stance".into(), far.clone())));
    let value: Value = serde_json::from_str(&write(&bundle, APP)).expect("is JSON");
    assert_eq!((&value["exported"]["at"], &value["exported"]["by"]["name"]), (&Value::Null, &json!("Reader ann")));
    let _: Arc<str> = APP.into();
}
