//! Importing: a verdict for every file, in words, and one change for a batch.

use crate::made::{APP, Desk, NOW, article, book, codebook, listed, reader, snapshots, stamp};
use postil_core::{
    article::{Article, Block, BlockKind, Masthead},
    base::{
        problem::{Place, Severity},
        register::Register,
    },
    exchange::{
        bundle::{
            read::{MAX_BYTES, Refusal, check_size, read},
            write,
        },
        import::{Report, SPLIT_UNITS, Verdict, operations, take},
    },
    keep::{
        ledger::Ledger,
        operation::{Operation, decode, here_key, op_key},
        store::Store,
    },
    record::{LayerKey, edit::Edit},
};
use std::sync::Arc;

/// A browser that imports.
#[derive(Default)]
struct Here {
    state: Store,
    delta: Store,
}

impl Here {
    fn take(&mut self, file: &str, article: &Article) -> Report {
        take("file", file, article, (&book(), &codebook()), &mut self.state, &mut self.delta, reader())
    }

    fn verdict(&mut self, file: &str, article: &Article) -> Verdict {
        let report = self.take(file, article);
        assert_eq!(report.problems, []);
        report.verdict
    }

    /// Takes a file that must change nothing.
    fn refused(&mut self, file: &str, article: &Article) -> Verdict {
        let before = (self.state.clone(), self.delta.clone());
        let verdict = self.verdict(file, article);
        assert!(before == (self.state.clone(), self.delta.clone()), "{verdict:?} changed something");
        verdict
    }
}

fn three() -> Article {
    article(&["One.", "Two.", "Three."])
}

#[test]
fn what_is_new_and_what_changed_is_counted_and_a_second_time_it_is_here() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").stance(2, "opposes");
    let first = desk.file();
    desk.stance(1, "opposes").note(3, "a note");
    let second = desk.file();
    let mut here = Here::default();
    assert_eq!(here.verdict(&first, &article), Verdict::Merged { new: 2, updated: 0 });
    assert_eq!(here.verdict(&second, &article), Verdict::Merged { new: 1, updated: 1 });
    assert_eq!(here.refused(&second, &article), Verdict::AlreadyHere);
    assert_eq!(here.refused(&first, &article), Verdict::Older);
    assert_eq!(here.state.articles[article.id()].quotes.len(), 3);
    assert_eq!(&*here.state.name(&"ann".into()), "Reader ann");
    // The batch is one change, and joining it anywhere gives the same.
    let mut elsewhere = Store::default();
    elsewhere.join(&here.delta);
    assert_eq!(elsewhere, here.state);
}

#[test]
fn two_annotators_of_one_name_stay_two() {
    let article = three();
    let (mut one, mut two) = (Desk::new("ann", &article), Desk::new("bob", &article));
    one.stance(1, "supports");
    two.stance(1, "opposes");
    let mut bundle = one.bundle();
    let other = two.bundle();
    bundle.layers.extend(other.layers);
    bundle.people.extend(other.people);
    for person in bundle.people.values_mut() {
        person.name = Some(Register::new("Sam".into(), stamp(1, "n")));
    }
    let mut here = Here::default();
    assert_eq!(here.verdict(&write(&bundle, APP), &article), Verdict::Merged { new: 2, updated: 0 });
    assert_eq!(here.state.layers[article.id()].len(), 2);
}

/// A later stamp under the same value cannot be seen, and still decides what a third file does.
#[test]
fn what_cannot_be_seen_is_brought_along_too() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    let old = desk.stance(1, "supports").file();
    let other = desk.stance(1, "opposes").file();
    let again = desk.stance(1, "supports").file();
    let mut here = Here::default();
    here.take(&old, &article);
    assert_eq!(here.verdict(&again, &article), Verdict::AlreadyHere);
    assert_eq!(here.refused(&other, &article), Verdict::Older);
    let mut desk = Desk::new("ann", &article);
    let one = desk.note(1, "one").file();
    let two = desk.note(1, "two").file();
    // Somebody who kept only the last text, but knows all that it replaced.
    let mut here = Here::default();
    assert_eq!(here.verdict(&two, &article), Verdict::Merged { new: 1, updated: 0 });
    assert_eq!(here.refused(&one, &article), Verdict::Older);
}

#[test]
fn what_was_only_taken_back_is_not_counted_as_new() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.edit(1, &[Edit::Stance("stance".into(), None)]);
    let mut here = Here::default();
    assert_eq!(here.verdict(&desk.file(), &article), Verdict::AlreadyHere);
    assert_eq!(here.state.layers[article.id()].len(), 1, "but it is kept: it outdoes older answers");
}

#[test]
fn another_article_is_handed_over_and_nothing_is_merged() {
    let (ours, theirs) = (three(), article(&["One.", "Two!", "Three."]));
    let mut desk = Desk::new("ann", &theirs);
    desk.stance(2, "supports");
    let Verdict::OtherArticle(bundle) = Here::default().refused(&desk.file(), &ours) else { panic!("wrong verdict") };
    assert_eq!(bundle.article.id(), theirs.id());
    assert_eq!(&*bundle.article.masthead.title, "A title");
    assert_eq!(*bundle, read(&desk.file()).expect("is ours").0);
}

#[test]
fn a_bundle_without_layers_is_an_article_to_annotate() {
    let article = three();
    let mut bundle = Desk::new("ann", &article).bundle();
    bundle.layers.clear();
    assert_eq!(Here::default().refused(&write(&bundle, APP), &article), Verdict::NoLayers);
}

#[test]
fn another_codebook_is_told_in_words_and_merged() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports");
    let themes = &mut desk.codebook.themes;
    themes[0].label = "Self-rule".into();
    themes[1].definition = "Something else".into();
    themes.remove(2);
    let mut new = themes[2].clone();
    new.id = "trade".into();
    new.label = "Trade".into();
    themes.push(new);
    desk.codebook.questions[0].prompt = "Another question?".into();
    let report = Here::default().take(&desk.file(), &article);
    assert_eq!(report.verdict, Verdict::Merged { new: 1, updated: 0 });
    let ours = codebook();
    let label = |n: usize| &ours.themes[n].label;
    assert_eq!(
        report.codebook,
        [
            format!("theme “{}” is named “Self-rule”", label(0)),
            format!("theme “{}” has a different description", label(1)),
            "theme “Trade” is new".to_owned(),
            format!("theme “{}” is not there", label(2)),
            "question “What stance does the author take toward the main claim?” asks “Another question?”".to_owned(),
        ]
    );
    assert_eq!(Here::default().take(&Desk::new("ann", &article).file(), &article).codebook, [""; 0]);
}

#[test]
fn what_is_not_ours_or_newer_is_refused_with_a_sentence() {
    let article = three();
    let refused = |file: &str| Here::default().refused(file, &article);
    for (file, sentence) in [
        ("", "It is empty."),
        (" \n\u{FEFF}", ""),
        ("{}", "It does not say that it is a Postil file."),
        ("[1, 2]", "It does not say that it is a Postil file."),
        ("null", "It does not say that it is a Postil file."),
        ("{\"format\": \"hypothesis\"}", "It does not say that it is a Postil file."),
        ("name,stance\nann,supports\n", ""),
        ("<!doctype html>", ""),
    ] {
        let Verdict::NotOurs(problem) = refused(file) else { panic!("{file}") };
        assert_eq!(problem.map_or_else(String::new, |problem| problem.to_string()), sentence, "{file}");
    }
    let newer = Desk::new("ann", &article).file().replacen("\"version\": 1,", "\"version\": 2,", 1);
    assert_eq!(refused(&newer), Verdict::Newer);
    for version in ["0", "\"1\"", "1.5", "-1", "null", "1e999"] {
        let file =
            Desk::new("ann", &article).file().replacen("\"version\": 1,", &format!("\"version\": {version},"), 1);
        let Verdict::Damaged(problem) = refused(&file) else { panic!("{version}") };
        assert!(problem.to_string().starts_with("Line 3, "), "{version}: {problem}");
    }
}

#[test]
fn damage_is_told_with_its_line() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").stance(2, "opposes");
    let good = desk.file();
    let refused = |file: &str| match Here::default().refused(file, &article) {
        Verdict::Damaged(problem) => problem.to_string(),
        other => panic!("{other:?}"),
    };
    let with = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        refused(&good.replacen(from, to, 1))
    };
    assert_eq!(
        with("\"blocks\": [", "\"blocks\": 7, \"was\": ["),
        "Line 10, at article.blocks: The parts of the article are missing."
    );
    assert_eq!(
        with("\"kind\": \"paragraph\"", "\"kind\": \"table\""),
        "Line 11, at article.blocks[0]: A part of the article is a heading, paragraph, list-item or quotation."
    );
    assert_eq!(
        with("\"layers\": [", "\"layers\": 7, \"was\": ["),
        format!("Line {}, at layers: The answers are missing.", line(&good, "\"layers\""))
    );
    assert_eq!(
        with("\"governance\": {\n", "\"a:b\": {\n"),
        format!(
            "Line {}, at codebook.themes.a:b: This id in the codebook is empty, too long, or has a character that is not allowed.",
            line(&good, "\"governance\": {")
        )
    );
    let mut twice = desk.codebook.clone();
    twice.themes[1].id = twice.themes[0].id.clone();
    let id = &twice.themes[0].id;
    assert_eq!(
        refused(&listed(&good, &twice)),
        format!("Line 1, at codebook: The id “{id}” appears twice in the codebook.")
    );
    // In a book that is a name that stands twice.
    let Verdict::Damaged(problem) =
        Here::default().refused(&good.replacen("\"governance\": {\n", "\"sovereignty\": {\n", 1), &article)
    else {
        panic!("was taken")
    };
    assert!(matches!(problem.place, Place::Line(..)), "{problem}");
    assert_eq!(problem.sentence, "The name “sovereignty” appears twice in one object.");
    assert_eq!(with("\"title\": ", "\"title\": tru"), "Line 7, column 17: There is a mistake in the file here.");
    assert_eq!(
        with("\"format\": \"postil\",", "\"format\": \"postil\", \"layers\": [],"),
        format!("Line {}, column 1: The name “layers” appears twice in one object.", good.lines().count())
    );
}

#[test]
fn a_paragraph_or_a_layer_that_stands_twice_is_one() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").stance(2, "opposes");
    let [first, second] = [0, 1].map(|at| format!("{{\"paragraph\": \"{}\"", article.paragraphs()[at].id));
    let twice = desk.file().replacen(&second, &first, 1);
    let mut bundle = desk.bundle();
    let mut other = Desk::new("bob", &article);
    other.now += 60_000;
    bundle.layers.extend(other.stance(1, "opposes").bundle().layers);
    let layers = write(&bundle, APP).replace("\"bob\"", "\"ann\"");
    for (file, new) in [(twice, 1), (layers, 2)] {
        let mut here = Here::default();
        let report = here.take(&file, &article);
        assert_eq!((report.verdict, report.problems), (Verdict::Merged { new, updated: 0 }, vec![]));
        let key = LayerKey::reading("ann".into(), 1);
        let record = here.state.record(article.id(), &key, &article.paragraphs()[0].id).expect("is there");
        assert_eq!(
            record.stance(&"stance".into()).map(|stance| stance.option.as_str()),
            Some("opposes"),
            "the later counts"
        );
    }
}

fn line(text: &str, part: &str) -> usize {
    1 + text[..text.find(part).expect("is in it")].matches('\n').count()
}

#[test]
fn a_record_that_cannot_be_read_is_left_out_and_listed() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports").stance(2, "opposes").edit(2, &[Edit::Theme("openness".into(), true)]);
    let good = desk.file();
    let bad = good.replacen("\"applies\": true", "\"applies\": \"yes\"", 1).replacen(
        "\"option\": \"supports\"",
        "\"option\": 7",
        1,
    );
    let mut here = Here::default();
    let report = here.take(&bad, &article);
    assert_eq!(report.verdict, Verdict::Merged { new: 1, updated: 0 });
    let first = 1 + good.lines().position(|l| l.contains("\"quote\": \"One.\"")).expect("is there");
    let problems: Vec<String> = report.problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        problems,
        [
            format!("Line {first}, at layers[0].records[0].stances.stance: An option must be an id or null."),
            format!("Line {}, at layers[0].records[1].themes.openness: “applies” must be true or false.", first + 1),
        ]
    );
    let many = good.replace(
        "\"One.\", \"stances\": {",
        &format!("\"One.\", \"stances\": {{{}", (0..99).map(|n| format!("\"x{n}\": {{}}, ")).collect::<String>()),
    );
    let problems = Here::default().take(&many, &article).problems;
    assert_eq!(problems.len(), 51);
    assert_eq!(problems[50].to_string(), "49 more problems like these were found.");
    assert!(problems.iter().all(|p| p.severity == Severity::Skipped));
}

#[test]
fn a_name_without_a_stamp_and_an_unknown_confidence_are_told() {
    let article = three();
    let mut desk = Desk::new("ann", &article);
    desk.stance(1, "supports");
    let file = desk
        .file()
        .replacen("Reader ann\",\n        \"stamp\"", "Reader ann\",\n        \"at\"", 1)
        .replace("\"supports\", \"stamp\"", "\"supports\", \"confidence\": \"very\", \"stamp\"");
    let report = Here::default().take(&file, &article);
    assert_eq!(report.verdict, Verdict::Merged { new: 1, updated: 0 });
    let sentences: Vec<&str> = report.problems.iter().map(|p| p.sentence.as_str()).collect();
    assert_eq!(
        sentences,
        [
            "The name has no valid time, so it cannot be told whether it is the newest.",
            "The confidence is not low, medium or high; it was left out, the stance was kept."
        ]
    );
}

#[test]
fn a_text_that_was_changed_outside_is_another_article_and_says_so() {
    let article = three();
    let file = Desk::new("ann", &article).file().replace("\"Two.\"", "\"Two?\"");
    let report = Here::default().take(&file, &article);
    assert!(matches!(report.verdict, Verdict::OtherArticle(_)));
    assert_eq!(
        report.problems[0].to_string(),
        "Line 6, at article.id: The article’s text was changed outside Postil; its id was made anew."
    );
    assert_eq!(report.problems[0].severity, Severity::Notice);
}

#[test]
fn an_article_cannot_pass_for_another_by_line_feeds_in_a_block() {
    let block = |text: &str| Block::new(BlockKind::Paragraph, text);
    let two = Article::new(Masthead::titled("T"), vec![block("a"), block("b")]);
    let one = Article::new(Masthead::titled("T"), vec![block("a\nparagraph\tb")]);
    assert_ne!(two.id(), one.id());
}

#[test]
fn a_file_is_refused_by_its_size_alone() {
    assert_eq!(check_size(MAX_BYTES as u64), Ok(()));
    let Err(Refusal::NotOurs(Some(problem))) = check_size(200 * 1024 * 1024) else { panic!("200 MB were taken") };
    assert_eq!(
        (problem.place, problem.sentence.as_str()),
        (Place::File, "It is larger than 64 MB, too large to be a Postil file.")
    );
    assert!(check_size(u64::MAX).is_err());
}

#[test]
fn a_small_import_is_one_record() {
    let article = three();
    let mut here = Here::default();
    here.take(Desk::new("ann", &article).stance(1, "supports").file().as_str(), &article);
    let (import, stored) = operations(&here.delta, NOW, |n| op_key(&"s".into(), 7 + n), || here_key(&"s".into(), 1));
    assert_eq!((import.as_str(), stored.len()), ("postil/1/op/s/7", 1));
    let mut ledger = Ledger::default();
    assert!(ledger.take(&stored[0].0, decode(&stored[0].2).expect("reads back")));
    assert_eq!(*ledger.state(), here.state);
}

#[test]
fn a_large_import_is_split_and_counts_only_when_it_is_whole() {
    let texts: Vec<String> = (0..400).map(|n| format!("Paragraph number {n} with some words to quote.")).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let article = article(&texts);
    let mut here = Here::default();
    for annotator in ["ann", "bob", "eve"] {
        let mut desk = Desk::new(annotator, &article);
        for number in 1..=400 {
            desk.note(number, &"a note that takes room ".repeat(if annotator == "bob" { 300 } else { 40 }));
        }
        here.take(&desk.file(), &article);
    }
    let (import, stored) = operations(&here.delta, NOW, |n| op_key(&"s".into(), n), || here_key(&"s".into(), 1));
    let last = stored.len() - 1;
    assert!(stored.len() > 4, "{} operations", stored.len());
    assert_eq!(import.as_str(), &*stored[last].0);
    for (_, operation, text) in &stored {
        assert!(text.encode_utf16().count() < SPLIT_UNITS * 11 / 10, "{} units", text.len());
        assert_eq!(decode(text).as_ref(), Ok(operation));
    }
    let take_all = |missing: Option<usize>, backwards: bool| {
        let mut ledger = Ledger::default();
        let mut order: Vec<usize> = (0..stored.len()).filter(|n| Some(*n) != missing).collect();
        if backwards {
            order.reverse();
        }
        order.iter().for_each(|n| _ = ledger.take(&stored[*n].0, stored[*n].1.clone()));
        ledger
    };
    let mut want = Store::default();
    want.join(&here.delta);
    for backwards in [false, true] {
        assert!(*take_all(None, backwards).state() == want);
    }
    for missing in [0, 1, last - 1, last] {
        let mut torn = take_all(Some(missing), missing % 2 == 0);
        assert!(*torn.state() == Store::default(), "part {missing} is missing and the rest counts");
        // Compaction neither loses nor counts what is torn; the part may still come.
        let keys: Vec<Arc<str>> = stored.iter().map(|(key, ..)| Arc::clone(key)).collect();
        let kept = keys.iter().enumerate().filter(|(n, _)| *n != missing).map(|(_, key)| key);
        let kept: Vec<Arc<str>> = kept.cloned().collect();
        let mut after = Ledger::default();
        for (key, text) in snapshots(&torn, &kept, NOW + (1 << 40)) {
            after.take(&key, decode(&text).expect("reads back"));
        }
        assert!(*after.state() == Store::default());
        for ledger in [&mut torn, &mut after] {
            ledger.take(&stored[missing].0, stored[missing].1.clone());
            assert!(*ledger.state() == want);
        }
    }
}

#[test]
fn a_part_outside_its_import_never_makes_it_count() {
    let mut ledger = Ledger::default();
    let delta = || {
        let mut delta = Store::default();
        delta.put_name(&"a".into(), Register::new("b".into(), stamp(1, "r")));
        delta
    };
    let key = "postil/1/op/s/5";
    ledger.take(key, Operation::Import { parts: 1, made: 0, delta: delta() });
    ledger.take("postil/1/op/s/6", Operation::Part { import: key.into(), index: 7, delta: delta() });
    assert_eq!((ledger.import_counts(&key.into()), ledger.state()), (Some(false), &Store::default()));
    ledger.take("postil/1/op/s/4", Operation::Part { import: key.into(), index: 0, delta: delta() });
    assert_eq!(ledger.import_counts(&key.into()), Some(true));
    ledger.take("postil/1/op/t/1", Operation::Import { parts: u32::MAX, made: 0, delta: delta() });
    assert_eq!(ledger.import_counts(&"postil/1/op/t/1".into()), Some(false));
}
