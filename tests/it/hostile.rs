//! Files that somebody made to do harm, or that a disk made. Whatever is in them: no panic, nothing changed, a sentence.

use crate::made::{APP, Desk, article, book, codebook, listed, reader};
use postil_core::{
    article::{
        Article,
        read::text::{Draft, decode as decode_text},
    },
    base::problem::Place,
    exchange::{
        bundle::{
            read::{Refusal, clean_name, read},
            write,
        },
        import::{Verdict, merge, take},
    },
    json::tree::{Json, MAX_DEPTH},
    keep::{
        operation::{Operation, decode, encode},
        store::Store,
    },
};
use proptest::{collection::vec, prelude::*, sample::Index};

const GOLDEN: &str = include_str!("../fixtures/bundle-1.postil.json");

/// Takes a file as the app does; whatever it is, the verdict has words, and a refusal changes nothing.
fn taken(text: &str, article: &Article) -> Verdict {
    let (mut state, mut delta) = (Store::default(), Store::default());
    let report = take("file", text, article, (&book(), &codebook()), &mut state, &mut delta, reader());
    for problem in &report.problems {
        assert!(problem.sentence.ends_with(['.', '…']) && problem.to_string().chars().count() < 1000, "{problem}");
    }
    match &report.verdict {
        Verdict::Merged { .. } | Verdict::AlreadyHere | Verdict::Older | Verdict::NoLayers => {
            // What was taken can be stored, read back, and written.
            let operation = Operation::Import { parts: 0, made: 0, delta };
            assert_eq!(decode(&encode(&operation)), Ok(operation));
            let (bundle, _) = read(text).expect("was read");
            assert!(read(&write(&bundle, APP)).is_ok());
        }
        Verdict::OtherArticle(bundle) => _ = write(bundle, APP),
        Verdict::NotOurs(None) => assert_eq!((state, delta), Default::default()),
        Verdict::NotOurs(Some(problem)) | Verdict::Damaged(problem) => {
            assert!(problem.sentence.ends_with(['.', '…']) && problem.sentence.len() > 8, "{problem:?}");
            assert!(problem.to_string().chars().count() < 1000, "{problem}");
            assert_eq!((state, delta), Default::default());
        }
        Verdict::Asks | Verdict::LeftOut | Verdict::NoRoom | Verdict::Twice | Verdict::Newer => {
            assert_eq!((state, delta), Default::default());
        }
    }
    report.verdict
}

fn golden_article() -> Article {
    read(GOLDEN).expect("is ours").0.article
}

/// What it says of itself is not believed: a file of this kind is read by what is in it.
#[test]
fn a_file_that_says_it_has_no_names_is_read_by_what_is_in_it() {
    let forged = GOLDEN.replacen("\"kind\": \"all\"", "\"kind\": \"pseudonymous\"", 1);
    assert_ne!(forged, GOLDEN);
    let article = golden_article();
    assert_eq!(taken(&forged, &article), taken(GOLDEN, &article));
}

/// Stamps of pseudonyms with the times of a whole layer: beside it they are refused, and nothing is taken.
#[test]
fn stamps_that_were_copied_do_not_make_anybody_count_twice() {
    let (mut state, mut delta) = (Store::default(), Store::default());
    let article = golden_article();
    let mut import = |text: &str, state: &mut Store| {
        take("file", text, &article, (&book(), &codebook()), state, &mut delta, reader()).verdict
    };
    import(GOLDEN, &mut state);
    let before = state.clone();
    let mut file = read(GOLDEN).expect("is ours").0;
    let keys: Vec<_> = file.layers.keys().cloned().collect();
    for (at, key) in keys.into_iter().enumerate() {
        let mut layer = file.layers.remove(&key).expect("is there");
        for record in layer.records.values_mut() {
            record.stances.values_mut().for_each(|register| register.stamp.replica = "(pseudonym)0".into());
            record.themes.values_mut().for_each(|register| register.stamp.replica = "(pseudonym)0".into());
        }
        let key = postil_core::record::LayerKey { annotator: format!("forged{at}").as_str().into(), ..key };
        file.layers.insert(key, layer);
    }
    assert_eq!(import(&write(&file, APP), &mut state), Verdict::Twice);
    assert_eq!(state, before);
}

#[test]
fn cut_at_every_byte_a_good_file_is_damaged_or_not_ours() {
    let article = golden_article();
    for at in 0..GOLDEN.len() - 1 {
        let cut = String::from_utf8_lossy(&GOLDEN.as_bytes()[..at]);
        match taken(&cut, &article) {
            Verdict::Damaged(problem) => {
                let Place::Line(line, _) = problem.place else { panic!("no line at byte {at}") };
                assert!(line <= 1 + cut.matches('\n').count(), "byte {at}: {problem}");
                assert_eq!(problem.sentence, "The file ends too early here: part of it is missing.", "byte {at}");
            }
            Verdict::NotOurs(_) => assert!(at < 24, "byte {at}"),
            other => panic!("byte {at}: {other:?}"),
        }
    }
    // Only the last line feed may go.
    assert!(matches!(taken(GOLDEN.trim_end(), &article), Verdict::Merged { .. }));
}

#[test]
fn nesting_is_bounded_wherever_it_is() {
    let article = article(&["One."]);
    let good = Desk::new("ann", &article).stance(1, "supports").file();
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    for place in [
        "\"format\": \"postil\",",
        "\"direction\": \"auto\",",
        "\"quote\": \"One.\",",
        "\"records\": [",
        "\"sovereignty\": {",
        "\"supports\": {",
    ] {
        let with = |levels: usize| {
            let field = format!("\"new\": {},", nested(levels));
            let text = if place.ends_with('[') { format!("{field} {place}") } else { format!("{place} {field}") };
            good.replacen(place, &text, 1)
        };
        assert!(matches!(taken(&with(50), &article), Verdict::Merged { .. }), "{place}");
        for levels in [MAX_DEPTH, 127, 128, 10_000, 1_000_000] {
            let Verdict::Damaged(problem) = taken(&with(levels), &article) else { panic!("{place} {levels}") };
            assert_eq!(problem.sentence, "It is nested more deeply than any Postil file.");
        }
    }
    for open in ["[", "{\"a\":", "[{\"format\": \"postil\", \"a\":"] {
        assert!(matches!(taken(&open.repeat(10_000), &article), Verdict::NotOurs(_) | Verdict::Damaged(_)));
    }
}

/// The deepest unknown field that is read must be readable again wherever it is stored, or a file could make a browser's
/// whole snapshot unreadable.
#[test]
fn the_deepest_that_is_read_can_be_stored_in_a_snapshot() {
    let article = article(&["One."]);
    let mut deep = String::new();
    for levels in (1..MAX_DEPTH).rev() {
        let field = format!("\"quote\": \"One.\", \"new\": {}{},", "[".repeat(levels), "]".repeat(levels));
        deep = Desk::new("ann", &article).stance(1, "supports").file().replacen("\"quote\": \"One.\",", &field, 1);
        if Json::parse(&deep).is_ok() {
            break;
        }
    }
    let (bundle, _) = read(&deep).expect("is ours");
    let mut delta = Store::default();
    merge("file", &bundle, &mut Store::default(), &mut delta, reader());
    let mut ledger = postil_core::keep::ledger::Ledger::default();
    ledger.take("postil/1/op/s/1", Operation::Import { parts: 1, made: 0, delta });
    let snapshots = ledger.snapshots(&["postil/1/op/s/1".into()], 0, false);
    assert!(!snapshots.is_empty() && snapshots.iter().all(|snapshot| snapshot.imports.len() == 1));
    assert!(snapshots.iter().all(|snapshot| postil_core::keep::operation::encode_snapshot(snapshot).is_some()));
}

#[test]
fn hostile_words_stay_words() {
    let words = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "\u{202E}txet desrever\u{202C}",
        "nul \u{0} and bell \u{7}",
        "__proto__",
        "constructor",
        "\u{FEFF}\u{FFFF}\u{10FFFF}",
        "line\u{2028}separator",
        "a\u{301}\u{301}\u{301}\u{301}",
    ];
    for word in words {
        let article = article(&[word]);
        let mut desk = Desk::new("ann", &article);
        desk.note(1, word).codebook.themes[0].label = word.into();
        let file = desk.file();
        assert!(matches!(taken(&file, &article), Verdict::Merged { new: 1, .. }), "{word:?}");
        let (bundle, problems) = read(&file).expect("is ours");
        assert_eq!((problems.len(), &*bundle.article.text(0)), (0, word));
        assert_eq!(&*bundle.codebook.themes[0].label, word);
        assert_eq!(bundle.reading("ann"), Some(&desk.layer));
    }
}

#[test]
fn hostile_ids_are_left_out_or_refused() {
    let article = article(&["One."]);
    let good = Desk::new("ann", &article).stance(1, "supports").file();
    let long = "x".repeat(201);
    for id in ["", "two words", "tab\\t", "nul\\u0000", "\\u0085", "nbsp\\u00a0", long.as_str()] {
        let file = good.replace("{\"stance\": {\"option\"", &format!("{{\"{id}\": {{\"option\""));
        assert_ne!(file, good);
        let (bundle, problems) = read(&file).expect("is ours");
        assert_eq!(problems.len(), 1, "{id}");
        assert!(bundle.reading("ann").expect("is there").records.values().all(|r| r.stances.is_empty()), "{id}");
        for code in ["\"sovereignty\": {", "\"supports\": {", "\"stance\": {\n"] {
            let name = code.split_once(':').expect("is a field").0;
            let file = good.replacen(code, &code.replace(name, &format!("\"{id}\"")), 1);
            assert_ne!(file, good);
            assert!(matches!(read(&file), Err(Refusal::Damaged(_))), "{id} for {code}");
        }
        let mut codebook = codebook();
        codebook.themes[0].id = serde_json::from_str::<String>(&format!("\"{id}\"")).expect("is JSON").as_str().into();
        assert!(matches!(read(&listed(&good, &codebook)), Err(Refusal::Damaged(_))), "{id} in a list");
        let file = good.replace("\"annotator\": \"ann\"", &format!("\"annotator\": \"{id}\""));
        assert!(matches!(read(&file), Err(Refusal::Damaged(_))), "{id}");
    }
    // Names that mean something to JavaScript are ids like any other.
    for id in ["__proto__", "constructor", "toString", "<b>", "\\ud83d\\ude00"] {
        let file = good.replace("{\"stance\": {\"option\"", &format!("{{\"{id}\": {{\"option\""));
        let (bundle, problems) = read(&file).expect("is ours");
        assert_eq!(problems, [], "{id}");
        assert!(
            bundle.reading("ann").expect("is there").records.values().all(|r| r.stances.iter().count() == 1),
            "{id}"
        );
    }
}

#[test]
fn lone_surrogates_huge_numbers_and_things_like_nan_get_their_line() {
    let article = article(&["One."]);
    let good = Desk::new("ann", &article).file();
    let with = |value: &str| {
        good.replacen("\"format\": \"postil\",", &format!("\"format\": \"postil\", \"new\": {value},"), 1)
    };
    for value in [
        "\"\\ud800\"",
        "\"\\udc00\\ud800\"",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x1",
        "01",
        "+1",
        ".5",
        "'a'",
        "\"\\x\"",
        "undefined",
        "\"\u{1}\"",
        "[1,]",
    ] {
        let Verdict::Damaged(problem) = taken(&with(value), &article) else { panic!("{value}") };
        assert!(matches!(problem.place, Place::Line(2, _)), "{value}: {problem}");
    }
    for value in [
        "1e308",
        "1e999",
        "-1e999",
        "-0.0",
        "18446744073709551615",
        "123456789012345678901234567890",
        "0.1",
        "5e-324",
        "\"\\ud83d\\ude00\"",
    ] {
        let (bundle, _) = read(&with(value)).expect("is ours");
        let written = write(&bundle, APP);
        assert_eq!(read(&written).expect("is ours").0, bundle, "{value}");
        assert_eq!(write(&read(&written).expect("is ours").0, APP), written, "{value}");
    }
}

#[test]
fn spans_numbers_and_stamps_out_of_bounds_are_left_out() {
    let article = article(&["One."]);
    let record = |inner: &str| {
        let bundle = Desk::new("ann", &article).stance(1, "supports").file();
        bundle.replacen("\"quote\": \"One.\",", &format!("\"quote\": \"One.\", {inner},"), 1)
    };
    let span = |span: &str| format!("\"evidence\": {{\"e\": {{\"span\": {span}, \"stamp\": \"5-0-r\"}}}}");
    for inner in [
        span(
            "{\"start\": 4294967296, \"end\": 4294967297, \"quote\": \"\", \"prefix\": \"\", \"suffix\": \"\", \"theme\": \"t\"}",
        ),
        span("{\"start\": 2, \"end\": 1, \"quote\": \"\", \"prefix\": \"\", \"suffix\": \"\", \"theme\": \"t\"}"),
        span("{\"start\": 1.5, \"end\": 2, \"quote\": \"\", \"prefix\": \"\", \"suffix\": \"\", \"theme\": \"t\"}"),
        span(
            "{\"start\": 0, \"end\": 1, \"quote\": \"\", \"prefix\": \"\", \"suffix\": \"\", \"theme\": \"t\", \"question\": \"q\"}",
        ),
        span("{\"start\": 0, \"end\": 1}"),
        span("[]"),
        "\"themes\": {\"t\": {\"applies\": true, \"stamp\": \"99999999999999999-0-r\"}}".into(),
        "\"themes\": {\"t\": {\"applies\": true, \"stamp\": \"-5-0-r\"}}".into(),
        "\"themes\": []".into(),
        "\"none_applies\": true".into(),
        "\"note\": {\"texts\": [{\"text\": \"a\", \"stamp\": 5}], \"seen\": {}}".into(),
        "\"note\": {\"texts\": [], \"seen\": {\"r\": \"99999999999-99999999999\"}}".into(),
        "\"note\": \"words\"".into(),
    ] {
        let (bundle, problems) = read(&record(&inner)).expect("is ours");
        assert_eq!(problems.len(), 1, "{inner}");
        let record = bundle.reading("ann").expect("is there").records.values().next().expect("is there");
        assert!(record.evidence.is_empty() && record.themes.is_empty() && record.note.is_untouched(), "{inner}");
        assert!(!record.stances.is_empty(), "the rest of the record stays");
    }
}

#[test]
fn a_note_with_the_same_text_twice_is_one_text() {
    let article = article(&["One."]);
    let mut desk = Desk::new("ann", &article);
    let good = desk.note(1, "words").file();
    let text = good.split_once("\"texts\": [").and_then(|(_, rest)| rest.split_once(']')).expect("is there").0;
    let twice = good.replacen(text, &format!("{text}, {text}"), 1);
    assert_eq!(read(&twice).expect("is ours").0.reading("ann"), Some(&desk.layer));
}

#[test]
fn themes_that_are_their_own_parents_are_refused_or_settled() {
    let article = article(&["One."]);
    let mut desk = Desk::new("ann", &article);
    desk.codebook.themes[0].parent = Some("governance".into());
    assert!(read(&listed(&desk.file(), &desk.codebook)).is_ok());
    desk.codebook.themes[1].parent = Some("sovereignty".into());
    let Err(Refusal::Damaged(problem)) = read(&listed(&desk.file(), &desk.codebook)) else { panic!("was taken") };
    assert!(problem.sentence.contains("its own parent"), "{problem}");
    // Two that edit a book can make a circle between them, so there it is settled.
    let (bundle, problems) = read(&desk.file()).expect("is ours");
    assert_eq!(problems, []);
    let parent = |id: &str| bundle.codebook.theme(&id.into()).expect("is there").parent.clone();
    assert_eq!((parent("governance"), parent("sovereignty")), (None, Some("governance".into())));
}

#[test]
fn names_are_one_short_line_that_turns_nothing_around() {
    for (name, want) in [
        ("  Ann \t", "Ann"),
        ("Ann\nBob\u{0}\u{2028}Eve", "Ann Bob  Eve"),
        ("\u{202E}nnA\u{202C} \u{2066}x", "⟨U+202E⟩nnA⟨U+202C⟩ ⟨U+2066⟩x"),
        ("\u{7}bell", "␇bell"),
        ("\u{0}", ""),
        ("محمد\u{200C}رضا", "محمد\u{200C}رضا"),
        ("👩\u{200D}🔬", "👩\u{200D}🔬"),
    ] {
        assert_eq!(&*clean_name(name), want, "{name:?}");
    }
    assert_eq!(clean_name(&" x".repeat(200)).chars().count(), 79);
}

#[test]
fn a_hostile_book_in_one_name_makes_no_book_of_a_message() {
    let article = article(&["One."]);
    let book = "x".repeat(1_000_000);
    let good = Desk::new("ann", &article).stance(1, "supports").file();
    for file in [
        good.replace("{\"stance\": {\"option\"", &format!("{{\"{book}\": {{\"option\"")),
        good.replace("\"questions\": {", &format!("\"questions\": \"{book}\", \"was\": {{")),
        good.replace("\"sovereignty\": {", &format!("\"{book}\": {{")),
        good.replace("\"format\"", &format!("\"format\": \"postil\", \"{book}\": 1, \"{book}\": 2, \"x\"")),
    ] {
        taken(&file, &article);
    }
}

fn hostile_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just("null".to_owned()),
        Just("\"\\ud800\"".to_owned()),
        Just("1e999".to_owned()),
        Just("{}".to_owned()),
        Just("[[[[".to_owned()),
        Just("\",".to_owned()),
        Just("\u{0}".to_owned()),
        "[ -~]{1,6}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mutated_files_never_panic(cuts in vec((any::<Index>(), any::<Index>(), hostile_text()), 1..4)) {
        let mut text = GOLDEN.to_owned();
        for (at, length, with) in cuts {
            let (from, length) = (at.index(text.len() + 1), length.index(12));
            let bound = |at: usize| (at..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
            let (from, to) = (bound(from), bound((from + length).min(text.len())));
            text.replace_range(from..to, &with);
        }
        taken(&text, &golden_article());
    }

    #[test]
    fn swapped_values_never_panic(at in any::<Index>(), with in hostile_text()) {
        // One value of the outline, line by line, so that the file stays JSON more often.
        let lines: Vec<&str> = GOLDEN.lines().collect();
        let at = at.index(lines.len());
        let changed = lines[at].split_once(": ").map_or_else(String::new, |(name, _)| format!("{name}: {with},"));
        let text: Vec<&str> = lines.iter().enumerate().map(|(n, line)| if n == at { changed.as_str() } else { line }).collect();
        taken(&text.join("\n"), &golden_article());
    }

    #[test]
    fn any_text_is_read_without_panic(text in any::<String>()) {
        taken(&text, &golden_article());
        taken(&format!("{{\"format\": \"postil\", \"version\": 1, {text}"), &golden_article());
        prop_assert!(decode(&text).is_err());
    }

    #[test]
    fn any_bytes_become_a_draft_or_a_sentence(bytes in vec(any::<u8>(), 0..200)) {
        match decode_text(&bytes) {
            Ok(text) => _ = Draft::find(&text, Some("x.txt")).article(),
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }

    #[test]
    fn any_words_become_a_draft(text in "([ -~é字\u{301}\u{A0}]{0,9}[\n\r\t\u{2029}]{0,3}){0,12}") {
        let draft = Draft::find(&text, None);
        prop_assert!(!draft.title.is_empty());
        prop_assert!(draft.blocks.iter().all(|b| !b.text.trim().is_empty() && !b.text.contains(['\n', '\r'])));
        _ = draft.article();
    }
}
