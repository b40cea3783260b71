//! The bundle as a file: byte for byte what `docs/bundle.md` and the JSON Schema say.

use crate::made::{APP, Desk, NOW, reader, stamp};
use expect_test::expect_file;
use postil_core::{
    article::{Article, Block, BlockKind, Masthead, masthead::Described},
    base::{
        id::{AnnotatorId, ClassId, VersionId},
        map::Map,
        register::Register,
        script::Direction,
    },
    codebook::{
        Codebook, StanceOption, StanceQuestion, Theme,
        book::{Item, Place, Value as Said},
        code::Code,
        mapping::To,
        sample,
    },
    exchange::{
        bundle::{Bundle, read::read, write},
        import::{Answer, merge},
    },
    json::extra::Extra,
    keep::{
        operation::{Operation, decode, encode},
        store::Store,
    },
    record::{
        Confidence, Evidence, Layer, LayerKey, LayerKind, Record, Stance, Supports, Themes,
        decision::{Counts, DecisionEdit, Decisions, Outcome, Proposal, Reason, Reply, Round},
        edit::{Edit, delta_under, toggle_none, toggle_theme},
        note::Words,
        person::{Kind, Person},
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
        elsewhere: Map::new(),
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
        described: Described::new(),
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
    ann.edit(
        2,
        &[Edit::Evidence("e1".into(), Some(evidence(Supports::Stance("stance".into(), Some("opposes".into())))))],
    );
    ann.edit(2, &[Edit::Evidence("e2".into(), Some(evidence(Supports::Theme("rivalry".into()))))]);
    ann.edit(3, &toggle_none(&Default::default()));
    ann.edit(4, &[Edit::Stance("stance".into(), stance("supports", None))]);
    ann.edit(4, &[Edit::Stance("stance".into(), None), Edit::Theme("rivalry".into(), false)]);
    ann.edit(4, &[Edit::Evidence("e3".into(), None), Edit::NoneApplies(false), Edit::Note(Vec::new())]);
    ann.edit(5, &[Edit::Note(vec![Words { text: "For me alone".into(), private: true }])]);
    let mut bundle = ann.bundle();
    with_codebooks(&mut bundle, ann.now);
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
    bundle.unplaced.insert("ffffffffffffffff".into(), "Words that were here once".into());
    bundle.layers.insert(LayerKey::reading("fedcba9876543210".into(), 1), layer);
    // The first one read once more, under a known version of the codebook but for one answer, and replied to a class.
    let (class, version) = (ClassId::from("00112233445566778899aabbccddeeff"), small_codebook().version());
    let mut clock = postil_core::base::stamp::Clock::new("third tab".into());
    let mut again = Layer::default();
    for (number, under) in [(0, true), (1, true), (2, false)] {
        let edits =
            [Edit::Stance("stance".into(), stance("opposes", None)), Edit::Reply(class.clone(), Some(Reply::Agrees))];
        let version = under.then_some(&version);
        let record = delta_under(&Record::default(), &edits, &|_| version, &mut clock, ann.now);
        again.records.insert(article.paragraphs()[number].id.clone(), record);
    }
    bundle.layers.insert(LayerKey::reading(ann.annotator.clone(), 2), again);
    let other = LayerKey { annotator: ann.annotator.clone(), kind: LayerKind::Other("sketch".into()), round: 1 };
    bundle.layers.insert(other, Layer::default());
    let machine = Kind::Machine { maker: "A maker".into(), model: "A model 1".into(), date: "2026-01".into() };
    let same = Register::new(false, clock.tick(ann.now, None));
    let person = Person {
        kind: Some(Register::new(machine, clock.tick(ann.now, None))),
        same_as: [(ann.annotator.clone(), same)].into(),
        replicas: ["tab-of-fedcba9876543210".into(), "other tab".into()].map(|id| (id, ())).into(),
        ..Person::default()
    };
    bundle.people.insert("fedcba9876543210".into(), person);
    bundle.classes.insert(class, small_class(&article, &ann.annotator, &version, ann.now));
    bundle
}

/// A codebook that was edited since it was tagged with, the version that it was tagged with, and what codes of another are.
fn with_codebooks(bundle: &mut Bundle, now: u64) {
    let before = small_codebook();
    bundle.versions.insert(before.version(), before.content().into());
    let mut clock = postil_core::base::stamp::Clock::new("desk".into());
    let edits = [
        (Place::new(Item::Theme("openness".into()), "definition"), Said::of("What it is by now")),
        (Place::new(Item::Question("stance".into()), "prompt"), Said::Null),
        (Place::new(Item::Option("stance".into(), "opposes".into()), "sense"), Said::Whole(3)),
        (Place::new(Item::Theme("taken-back".into()), "label"), Said::Null),
    ];
    let edited = bundle.book.delta(&edits, &mut clock, now);
    bundle.book.join(&edited);
    bundle.codebook = bundle.book.settle();
    let (question, theme) = (|id: &str| Code::Question(id.into()), |id: &str| Code::Theme(id.into()));
    let option = |of: &str, id: &str| Code::Option(of.into(), id.into());
    let ours = |code| Some(To::Ours(code));
    let codes = [
        (question("attitude"), ours(question("stance"))),
        (option("attitude", "for"), ours(option("stance", "supports"))),
        (theme("free"), ours(theme("openness"))),
        (theme("money"), Some(To::LeaveAlone)),
        (theme("power"), None),
    ];
    for (from, to) in codes {
        bundle.maps.insert(("theirs".into(), from), Register::new(to, clock.tick(now, None)));
    }
    let last = Register::new(Some(To::LeaveAlone), clock.tick(now, None));
    bundle.maps.insert(("others".into(), theme("t")), last);
}

/// A class that settled paragraphs in every way, with votes, members and counts.
fn small_class(article: &Article, by: &AnnotatorId, version: &VersionId, now: u64) -> Decisions {
    let mut clock = postil_core::base::stamp::Clock::new("hall".into());
    let mut class = Decisions::default();
    for (number, outcome) in Outcome::ALL.iter().enumerate() {
        let proposal = Proposal {
            outcome: *outcome,
            answers: [("stance".into(), "opposes".into())].into(),
            themes: Themes::Set(vec!["rivalry".into(), "openness".into()]),
            reason: (number > 0).then_some(Reason::Slip),
            by: by.clone(),
        };
        let (round, question, option) = (Round::SECOND, "stance".into(), "supports".into());
        let hands = DecisionEdit::Count { round, question, option, hands: Some(7) };
        for edit in [DecisionEdit::Sentence("So “be” it.".into()), DecisionEdit::Record(proposal), hands] {
            class.edit(&article.paragraphs()[number].id, &edit, Some(version), &mut clock, now);
        }
    }
    class.edit(&article.paragraphs()[2].id, &DecisionEdit::TakeBack, None, &mut clock, now);
    let hands = [("supports".into(), 9), ("opposes".into(), 0)].into();
    let counts = Counts { readers: 12, questions: [("stance".into(), hands)].into() };
    class.count(now, 12, [(article.paragraphs()[0].id.clone(), counts)].into_iter());
    class.name = Some(Register::new("Tuesdays".into(), clock.tick(now, None)));
    class.members = [(by.clone(), Register::new(true, clock.tick(now, None)))].into();
    class
}

/// Puts an unknown field into every object that can have one.
fn with_unknown_fields(value: &mut Value, path: &str, count: &mut usize) {
    // Fields of these are ids, not names; `exported` is made anew by whoever writes.
    let by_id = ["people", "same_as", "decisions", "members", "paragraphs", "votes", "answers", "unplaced"];
    let of_record = ["stances", "themes", "evidence", "seen", "replies"];
    let is_map = by_id.iter().chain(&of_record).any(|end| path.ends_with(&format!("/{end}")))
        || ["/hands", "/counts/paragraphs"].iter().any(|numbers| path.contains(numbers));
    let of_codebook = ["/codebook/questions", "/codebook/themes", "/options", "/maps"];
    let is_map = is_map || of_codebook.iter().any(|end| path.ends_with(end));
    // What a version is the hash of; and what a code is.
    if ["/codebooks", "/from", "/to"].iter().any(|end| path.ends_with(end)) {
        return;
    }
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
    // Unknown fields of a codebook make another version of it.
    value["codebook"].as_object_mut().expect("is an object").remove("version");
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
    for (key, layer) in &known.layers {
        for (paragraph, record) in &layer.records {
            let read = &bundle.layers[key].records[paragraph];
            assert_eq!((&read.stances, &read.themes, &read.note), (&record.stances, &record.themes, &record.note));
            assert_eq!((&read.evidence, &read.none_applies), (&record.evidence, &record.none_applies));
            assert_eq!(read.replies, record.replies);
        }
    }
    assert_eq!(bundle.unplaced, known.unplaced);
    assert_eq!((&bundle.versions, &bundle.maps), (&known.versions, &known.maps));
    for (place, register) in known.book.fields() {
        let read = (bundle.book.value(place).text(), bundle.book.stamp_in(place));
        assert_eq!(read, (register.value.text(), Some(&register.stamp)), "{place:?}");
    }
    let (class, read) =
        (&known.classes["00112233445566778899aabbccddeeff"], &bundle.classes["00112233445566778899aabbccddeeff"]);
    assert_eq!((&read.name, &read.members), (&class.name, &class.members));
    for (paragraph, said) in class.iter() {
        assert_eq!(read.of(paragraph).decision(), said.decision());
        assert_eq!(read.of(paragraph).counts(&"stance".into()), said.counts(&"stance".into()));
    }
}

/// export → import → storage → export, as a browser does it.
#[test]
fn a_file_survives_import_and_storage_byte_for_byte() {
    let (bundle, _) = read(GOLDEN).expect("is ours");
    let (mut state, mut delta) = (Store::default(), Store::default());
    let mut report = merge("file", &bundle, &mut state, &mut delta, reader());
    let waits =
        report.shares.iter().position(|share| share.whose.annotator().is_none()).expect("a class is asked about");
    report.answered(waits, Answer::Take, bundle.article.id(), &stamp(NOW, "me"), &mut state, &mut delta);
    let id = bundle.article.id();
    delta.books.entry(id.clone()).or_default().insert(bundle.book.id.clone(), bundle.book.clone());
    delta.maps.insert(id.clone(), bundle.maps.clone());
    let Ok(Operation::Import { delta, .. }) = decode(&encode(&Operation::Import { parts: 0, made: 0, delta })) else {
        panic!("unread")
    };
    let facts = &delta.articles[id];
    let (people, layers, classes) = (delta.people.clone(), delta.layers[id].clone(), delta.classes[id].clone());
    let (mut unplaced, extra) = (facts.quotes.clone(), facts.extra.clone());
    unplaced.retain(|paragraph, _| bundle.article.index_of(paragraph).is_none());
    let (book, maps) = (delta.books[id][&bundle.book.id].clone(), delta.maps[id].clone());
    let out = Bundle { book, maps, people, layers, classes, unplaced, extra, ..bundle.clone() };
    assert_eq!(write(&out, APP), GOLDEN);
}

#[test]
fn the_same_state_gives_the_same_bytes_whatever_happened_on_the_way() {
    let (bundle, _) = read(GOLDEN).expect("is ours");
    let mut halves = [Store::default(), Store::default()];
    for (n, (annotator, layer)) in bundle.layers.iter().enumerate() {
        let one = Bundle { layers: Map::from([(annotator.clone(), layer.clone())]), ..bundle.clone() };
        merge("file", &one, &mut Store::default(), &mut halves[n % 2], reader());
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
    desk.layer = bundle.reading(desk.annotator.as_str()).expect("is there").clone();
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
    let class = "/decisions/00112233445566778899aabbccddeeff";
    let other = serde_json::from_str::<Value>(&small_codebook().content()).expect("is JSON");
    let cases: [(&str, Value); 50] = [
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
        ("/codebook/themes", json!([{"id": "t", "label": "Theme t"}])),
        ("/codebook/themes", json!({"two words": {}})),
        ("/codebook/themes", json!({"a:b": {}})),
        ("/codebook/themes", json!({"agreed": {}})),
        ("/codebook/themes", json!({"t": "Theme t"})),
        ("/codebook/id", json!("two words")),
        ("/codebook/stamp", json!("yesterday")),
        ("/codebook/questions/stance/options/supports/label", json!(7)),
        ("/codebook/questions/stance/options/supports/label", json!({"value": 7, "stamp": "5-0-a"})),
        ("/codebook/questions/stance/options/supports/label", json!({"value": "so", "stamp": 5})),
        ("/codebook/questions/stance/options/opposes/sense", json!({"value": 256, "stamp": "5-0-a"})),
        ("/codebook/themes/openness/order", json!("i0")),
        ("/codebook/themes/rivalry/parent", json!("a:b")),
        ("/codebook/themes/rivalry/archived", json!("yes")),
        ("/codebooks", json!({"first": other})),
        ("/codebooks", json!({"c73fd67913d13bd1dfc1cad12b0351a3": {"id": "c", "title": "", "themes": []}})),
        ("/maps/theirs", json!({})),
        ("/maps/theirs/0/from", json!({"option": "for"})),
        ("/maps/theirs/0/to", json!(true)),
        ("/maps/theirs/0/stamp", json!(null)),
        ("/layers", json!({})),
        ("/layers/0/annotator", json!("")),
        ("/layers/0/annotator", json!({"id": "ann"})),
        ("/layers/1/round", json!(0)),
        ("/people", json!([])),
        ("/people/0123456789abcdef0123456789abcdef/name/stamp", json!("yesterday")),
        (&format!("{class}/paragraphs"), json!([])),
        (&format!("{class}/members/0123456789abcdef0123456789abcdef/value"), json!(1)),
        (&format!("{class}/counts/readers"), json!(-1)),
        (&format!("{class}/name/stamp"), json!(null)),
        ("/unplaced/ffffffffffffffff", json!(null)),
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
    for name in ["format", "version", "article", "codebook", "people", "layers", "decisions", "exported"] {
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
    let bobs = bob.bundle();
    bundle.layers.extend(bobs.layers);
    bundle.people.extend(bobs.people);
    let value: Value = serde_json::from_str(&write(&bundle, APP)).expect("is JSON");
    assert_eq!(value["exported"]["at"], "2023-11-14T22:14:20Z");
    assert_eq!(value["exported"]["by"], "bob");
    assert_eq!(value["exported"]["app"], APP);
    // A stamp beyond the calendar leaves the time out and nothing else.
    let far = Register::new(None, stamp(1 << 53, "r"));
    let records = &mut bundle.layers.get_mut(&LayerKey::reading("ann".into(), 1)).expect("is there").records;
    records.values_mut().for_each(|record| drop(record.stances.insert("stance".into(), far.clone())));
    let value: Value = serde_json::from_str(&write(&bundle, APP)).expect("is JSON");
    assert_eq!((&value["exported"]["at"], &value["exported"]["by"]), (&Value::Null, &json!("ann")));
    let _: Arc<str> = APP.into();
}
