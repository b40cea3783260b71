//! Codebooks, their versions and maps in files that somebody made to do harm: in both forms of a codebook the same bounds hold,
//! and whatever is left out is told.

use crate::made::{APP, Desk, article, listed, reader};
use postil_core::{
    base::{
        map::Map,
        problem::{Place, Problem},
    },
    codebook::{Codebook, Theme, code::Code, mapping::To},
    exchange::{
        bundle::{
            Bundle,
            read::{Refusal, read},
            write,
        },
        import::merge,
    },
    json::extra::Extra,
    keep::{
        ledger::Ledger,
        operation::{Operation, decode, encode, encode_snapshot},
        store::Store,
    },
};

fn desk() -> Desk {
    let mut desk = Desk::new("ann", &article(&["One."]));
    desk.stance(1, "supports");
    desk
}

fn theme(id: &str) -> Theme {
    Theme {
        id: id.into(),
        label: id.into(),
        parent: None,
        colour: None,
        key: None,
        definition: "".into(),
        include: "".into(),
        exclude: "".into(),
        example: "".into(),
        archived: false,
        merged_into: None,
        split_from: None,
        extra: Extra::new(),
    }
}

/// The codebook in both forms.
fn both(codebook: &Codebook) -> [String; 2] {
    let mut desk = desk();
    desk.codebook = codebook.clone();
    let file = desk.file();
    [listed(&file, codebook), file]
}

fn refused(file: &str) -> Problem {
    match read(file) {
        Err(Refusal::Damaged(problem)) => problem,
        other => panic!("{:?}", other.map(|(_, problems)| problems)),
    }
}

/// Reads it, and reads what is written of it: nothing may be said of that any more.
fn around(file: &str) -> (Bundle, Vec<Problem>) {
    let (bundle, problems) = read(file).expect("is ours");
    let (again, said) = read(&write(&bundle, APP)).expect("what we write is read");
    assert_eq!((&again, said), (&bundle, Vec::new()));
    (bundle, problems)
}

/// A file that says something more at its root.
fn with(more: &str) -> String {
    desk().file().replacen("  \"people\": {", &format!("  {more},\n  \"people\": {{"), 1)
}

#[test]
fn more_than_five_questions_are_read_and_five_are_asked() {
    let mut codebook = desk().codebook;
    let first = codebook.questions[0].clone();
    for n in 1..8 {
        let mut another = first.clone();
        another.id = format!("q{n}").as_str().into();
        codebook.questions.push(another);
    }
    for file in both(&codebook) {
        let (bundle, problems) = around(&file);
        assert_eq!(problems, []);
        let asked = bundle.codebook.questions.iter().filter(|question| !question.archived);
        assert_eq!((asked.count(), bundle.codebook.questions.len()), (5, 8));
    }
}

#[test]
fn more_codes_than_anybody_can_keep_apart_are_refused() {
    let mut codebook = desk().codebook;
    codebook.themes = (0..5_001).map(|n| theme(&format!("t{n}"))).collect();
    for file in both(&codebook) {
        let problem = refused(&file);
        assert_eq!(problem.sentence, "The codebook has more than 5,000 questions, options and themes.");
    }
    let fields: Vec<String> = (0..100_001).map(|n| format!("\"f{n}\": 1")).collect();
    let file = desk().file().replacen("\"sovereignty\": {", &format!("\"sovereignty\": {{{},", fields.join(",")), 1);
    assert_eq!(refused(&file).sentence, "The codebook has more than 100,000 fields.");
}

#[test]
fn a_text_that_is_too_long_is_left_out_of_a_book_and_no_part_of_a_list() {
    let long = "x".repeat(100_001);
    let mut codebook = desk().codebook;
    codebook.themes[0].definition = long.as_str().into();
    let [list, book] = both(&codebook);
    assert_eq!(refused(&list).sentence, "This text is longer than 100,000 bytes.");
    let (bundle, problems) = around(&book);
    assert_eq!(&*bundle.codebook.themes[0].definition, "");
    let said: Vec<(&Place, &str)> = problems.iter().map(|problem| (&problem.place, &*problem.sentence)).collect();
    let line = book.lines().position(|line| line.contains(&long)).map(|at| at + 1);
    let places = [
        (Place::Path("codebook.themes.sovereignty.definition".into(), line), "This text is longer than 100,000 bytes."),
        (
            Place::Path(
                "codebook.version".into(),
                Some(1 + book.lines().take_while(|line| !line.contains("    \"version\"")).count()),
            ),
            "The codebook was changed outside Postil; its version was made anew.",
        ),
    ];
    assert_eq!(said, places.each_ref().map(|(place, sentence)| (place, *sentence)));
}

/// An object in the place of a plain value is written with its stamp, one level further down.
#[test]
fn the_deepest_value_of_a_codebook_can_be_written_stored_and_read_again() {
    for (at, code) in ["\"sovereignty\": {", "\"supports\": {"].into_iter().enumerate() {
        let mut kept = Vec::new();
        for levels in 40..64 {
            let deep = format!("{}1{}", "{\"a\": ".repeat(levels), "}".repeat(levels));
            let fields = [
                format!("\"new\": {deep},"),
                format!("\"new\": {{\"value\": {deep}, \"stamp\": \"5-0-a\"}},"),
                format!("\"new\": {{\"value\": 1, \"why\": {deep}, \"stamp\": \"5-0-a\"}},"),
            ];
            for (n, field) in fields.iter().enumerate() {
                let file = desk().file().replacen(code, &format!("{code} {field}"), 1);
                let Ok((bundle, problems)) = read(&file) else { continue };
                around(&file);
                let is_kept = write(&bundle, APP).contains("\"new\"");
                let told = problems.iter().any(|problem| problem.sentence.ends_with("more deeply than 50 levels."));
                assert_ne!(is_kept, told, "{code} {n} {levels}");
                if is_kept {
                    kept.push((n, levels));
                }
                let mut delta = Store::default();
                merge("file", &bundle, &mut Store::default(), &mut delta, reader());
                let books = delta.books.entry(bundle.article.id().clone()).or_default();
                books.insert(bundle.book.id.clone(), bundle.book.clone());
                let operation = Operation::Import { parts: 0, made: 0, delta };
                assert_eq!(decode(&encode(&operation)).as_ref(), Ok(&operation), "{code} {n} {levels}");
                let mut ledger = Ledger::default();
                ledger.take("postil/1/op/s/1", operation);
                let snapshots = ledger.snapshots(&["postil/1/op/s/1".into()], 0, false);
                assert!(snapshots.iter().all(|snapshot| encode_snapshot(snapshot).is_some()), "{code} {n} {levels}");
            }
        }
        let deepest = |n: usize| kept.iter().filter(|(kind, _)| *kind == n).map(|(_, levels)| *levels).max();
        assert_eq!([deepest(0), deepest(1), deepest(2)], [Some(50), Some(50), Some(49)], "{at}");
    }
}

#[test]
fn a_codebook_of_other_kinds_of_values_says_nothing_where_they_stand() {
    let file = desk().file();
    for (from, to, place) in [
        ("\"questions\": {", "\"questions\": 7, \"was\": {", "codebook.questions"),
        ("\"themes\": {\n", "\"themes\": [], \"were\": {\n", "codebook.themes"),
        ("\"sovereignty\": {", "\"sovereignty\": [], \"was\": {", "codebook.themes.sovereignty"),
    ] {
        let bad = file.replacen(from, to, 1);
        assert_ne!(bad, file);
        let (_, problems) = around(&bad);
        let told = |problem: &Problem| matches!(&problem.place, Place::Path(path, Some(_)) if path == place);
        assert!(problems.iter().any(told), "{place}: {problems:?}");
    }
    for bad in ["null", "7", "[]", "{}", "{\"questions\": []}"] {
        let (head, rest) = file.split_once("\"codebook\": ").expect("is there");
        refused(&format!("{head}\"codebook\": {bad}, \"was\": {rest}"));
    }
}

#[test]
fn versions_that_are_not_what_they_are_kept_as_are_left_out() {
    let codebook = desk().codebook;
    let (version, content) = (codebook.version(), codebook.content());
    let (bundle, problems) = around(&with(&format!("\"codebooks\": {{\"{version}\": {content}}}")));
    assert_eq!((bundle.versions.len(), problems.len()), (1, 0));
    let kept = |change: fn(&mut Codebook)| {
        let mut codebook = codebook.clone();
        change(&mut codebook);
        format!("{{\"{}\": {}}}", codebook.version(), codebook.content())
    };
    let cases = [
        "7".to_owned(),
        "[]".to_owned(),
        format!("{{\"{version}\": {}}}", content.replacen("Visions", "Visiona", 1)),
        format!("{{\"{version}\": {{}}}}"),
        format!("{{\"__proto__\": {content}}}"),
        // Right by their hash, and no codebooks.
        kept(|codebook| codebook.themes[0].id = "a:b".into()),
        kept(|codebook| codebook.id = "two words".into()),
        kept(|codebook| codebook.themes[0].parent = Some(codebook.themes[0].id.clone())),
        kept(|codebook| codebook.themes = (0..5_001).map(|n| theme(&format!("t{n}"))).collect()),
    ];
    for versions in cases {
        let (bundle, problems) = around(&with(&format!("\"codebooks\": {versions}")));
        assert!(bundle.versions.is_empty(), "{versions}");
        assert_eq!(problems.len(), 1, "{versions}");
        assert!(problems[0].sentence.ends_with('.') && !problems[0].sentence.contains(".."), "{}", problems[0]);
    }
    let many: Map<_, _> = (0..1_001)
        .map(|n| {
            let mut codebook = codebook.clone();
            codebook.title = format!("Number {n}").as_str().into();
            (codebook.version(), codebook.content())
        })
        .collect();
    let many: Vec<String> = many.iter().map(|(version, content)| format!("\"{version}\": {content}")).collect();
    let (bundle, problems) = around(&with(&format!("\"codebooks\": {{{}}}", many.join(","))));
    assert_eq!((bundle.versions.len(), problems.len()), (1_000, 1));
}

#[test]
fn maps_hold_codes_that_may_be_and_of_two_the_later() {
    let entry =
        |from: &str, to: &str, stamp: &str| format!("{{\"from\": {from}, \"to\": {to}, \"stamp\": \"{stamp}\"}}");
    let maps = |entries: &[String]| with(&format!("\"maps\": {{\"theirs\": [{}]}}", entries.join(",")));
    let t = "{\"theme\": \"t\"}";
    // In whatever order they stand.
    let two = [entry(t, "false", "6-0-a"), entry(t, "{\"theme\": \"u\"}", "5-0-a")];
    let turned = [two[1].clone(), two[0].clone()];
    for entries in [two, turned] {
        let (bundle, problems) = around(&maps(&entries));
        assert_eq!(problems, []);
        let stands: Vec<_> =
            bundle.maps.iter().map(|((codebook, from), to)| (codebook.as_str(), from, &to.value)).collect();
        assert_eq!(stands, [("theirs", &Code::Theme("t".into()), &Some(To::LeaveAlone))]);
    }
    let long = format!("{{\"theme\": \"{}\"}}", "x".repeat(65));
    for from in [
        "null",
        "{}",
        "{\"theme\": \"a:b\"}",
        "{\"theme\": \"agreed\"}",
        "{\"theme\": \"\"}",
        &long,
        "{\"option\": \"o\"}",
        "{\"question\": \"q\", \"theme\": \"t\"}",
        "{\"theme\": 1}",
    ] {
        for bad in [entry(from, "null", "5-0-a"), entry(t, from, "5-0-a")] {
            // Taken back, which is no fault.
            if bad.contains("\"to\": null") && from == "null" && bad.starts_with("{\"from\": {") {
                continue;
            }
            let (bundle, problems) = around(&maps(std::slice::from_ref(&bad)));
            assert_eq!((bundle.maps.len(), problems.len()), (0, 1), "{bad}");
            let told = matches!(&problems[0].place, Place::Path(path, Some(_)) if path == "maps.theirs[0]");
            assert!(told, "{}", problems[0]);
        }
    }
    for stamp in ["", "5", "99999999999999999-0-a"] {
        let (bundle, problems) = around(&maps(&[entry(t, "false", stamp)]));
        assert_eq!((bundle.maps.len(), problems.len()), (0, 1), "{stamp}");
    }
    for bad in ["7", "[]", "{\"theirs\": {}}", "{\"two words\": []}", "{\"\": []}"] {
        let (bundle, problems) = around(&with(&format!("\"maps\": {bad}")));
        assert_eq!((bundle.maps.len(), problems.len()), (0, 1), "{bad}");
    }
}
