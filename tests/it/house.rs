//! What is written about the house, held against the house: the map, the invariants and the words.

use crate::source::{arms, blanked, code, files, folders, is_test, is_there, names, none, parts, rust, text};
use std::collections::BTreeSet;

/// What the map has to name all folders in.
const ROOTS: [&str; 10] = [
    "crates/core/src",
    "crates/app/src",
    "crates/screen/src",
    "src",
    "static",
    "tests",
    "scripts",
    "docs",
    "benches",
    "examples",
];
/// Of these, each module that stands at the top, too.
const TOPS: [&str; 2] = ["crates/core/src", "crates/app/src"];

/// A part of a document: what stands below a heading until the next one.
fn section(document: &str, heading: &str) -> String {
    let whole = text(document);
    let (_, rest) = whole.split_once(&format!("\n## {heading}\n")).expect("the heading is there");
    rest.split("\n## ").next().unwrap_or_default().to_owned()
}

/// What stands in backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The rows of the tables in a text, as cells.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    let lines = text.lines().filter(|line| line.starts_with('|') && !line.starts_with("|---"));
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
}

/// The file or folder that a word of the map means: a path from here, with or without the end of its name.
fn place(from: &str, word: &str) -> Option<String> {
    let path = [from, word].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join("/");
    let ends = ["", ".rs", ".mjs", ".js"].map(|end| format!("{path}{end}"));
    let all = path.strip_suffix(".*").map(|stem| format!("{stem}.html"));
    ends.into_iter().chain(all).find(|path| is_there(path)).map(|found| found.trim_end_matches('/').to_owned())
}

/// Every place that the map names, and every word in it that names none. Words are paths from the folder that stands first in
/// the line before the table, or from the top; in a row also from what its first cell names, and from beside that.
fn mapped() -> (BTreeSet<String>, Vec<String>) {
    let (mut places, mut lost) = (BTreeSet::new(), Vec::new());
    let map = section("ARCHITECTURE.md", "Map");
    let mut root = String::new();
    for line in map.lines() {
        if !line.starts_with('|') {
            root = quoted(line).next().map_or(root, ToOwned::to_owned);
            continue;
        }
        for cells in rows(line) {
            let mut within = vec![root.clone(), String::new()];
            for (at, cell) in cells.iter().enumerate() {
                for word in quoted(cell).filter(|word| !word.contains(' ')) {
                    match within.iter().find_map(|from| place(from, word)) {
                        Some(place) if at == 0 => {
                            let beside = place.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
                            let inside = place.split('.').next().unwrap_or_default().to_owned();
                            within.splice(0..0, [inside, beside]);
                            places.insert(place);
                        }
                        Some(place) => _ = places.insert(place),
                        None => lost.push(format!("{word}, in “{line}”")),
                    }
                }
            }
        }
    }
    (places, lost)
}

#[test]
fn the_map_names_every_folder_and_nothing_that_is_not_there() {
    let (places, lost) = mapped();
    none(&lost, "the map in ARCHITECTURE.md names what is not there");
    // A module with a folder is named by either.
    let named = |path: &str| places.contains(path) || places.contains(&format!("{path}.rs"));
    let all = ROOTS.into_iter().flat_map(folders);
    let tops = TOPS.iter().flat_map(|root| files(root, &[".rs"]).into_iter().map(move |(name, _)| (root, name)));
    let tops = tops.filter(|(root, name)| !name[root.len() + 1..].contains('/')).map(|(_, name)| name);
    let module = |name: String| name.trim_end_matches(".rs").to_owned();
    let tops = tops.map(module).filter(|name| !name.ends_with("/lib") && !is_test(&format!("{name}.rs")));
    let missing: BTreeSet<String> = all.chain(tops).filter(|path| !ROOTS.contains(&&**path) && !named(path)).collect();
    none(&Vec::from_iter(missing), "name these in the map in ARCHITECTURE.md");
}

/// The names of all tests in Rust.
fn tests() -> BTreeSet<String> {
    let all = ["crates", "src", "tests", "examples"].map(|folder| files(folder, &[".rs"])).concat();
    let mut found = BTreeSet::new();
    for (_, text) in all {
        let mut marked = false;
        for line in text.lines().map(str::trim) {
            let name = line.split_once("fn ").and_then(|(_, rest)| rest.split(['(', '<']).next());
            found.extend(name.filter(|_| marked).map(ToOwned::to_owned));
            marked = line.starts_with("#[test]")
                || line.starts_with("#[wasm_bindgen_test")
                || (marked && line.starts_with("#["));
        }
    }
    found
}

#[test]
fn each_invariant_names_the_tests_that_hold_it() {
    let invariants = section("ARCHITECTURE.md", "Invariants");
    let mut each: Vec<String> = Vec::new();
    for line in invariants.lines() {
        let number = line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok());
        match each.last_mut() {
            _ if number => each.push(line.to_owned()),
            Some(last) if line.starts_with("   ") => last.push_str(&line[2..]),
            _ => {}
        }
    }
    assert!(each.len() >= 9, "the invariants are a list of numbers");
    let (tests, mut found) = (tests(), Vec::new());
    for invariant in &each {
        let held =
            invariant.rsplit_once("Held by ").map(|(_, held)| quoted(held).collect::<Vec<_>>()).unwrap_or_default();
        found.extend(held.is_empty().then(|| format!("{invariant}: ends with no “Held by `a_test`.”")));
        found
            .extend(held.iter().filter(|name| !tests.contains(**name)).map(|name| format!("no test is called {name}")));
    }
    none(&found, "each invariant in ARCHITECTURE.md ends with the tests that hold it");
}

#[test]
fn a_message_that_nobody_handles_does_not_compile() {
    let told = |pattern: &str| ["Msg", "Own", "Effect", "Intent"].iter().any(|word| names(pattern, word));
    let rest = |pattern: &str| {
        pattern.split(" if ").next().is_some_and(|name| {
            name.chars().all(|c| c.is_lowercase() || c == '_') && !["true", "false"].contains(&name)
        })
    };
    let mut found = Vec::new();
    for (name, text) in rust().into_iter().filter(|(name, _)| !is_test(name)) {
        for arms in arms(&blanked(&code(&text))) {
            if arms.iter().any(|arm| told(arm)) && arms.iter().any(|arm| rest(arm)) {
                found.push(format!("{name}: {}", arms.join(" | ")));
            }
        }
    }
    none(&found, "name every message, so that the compiler names the ones to come");
}

/// Names that browsers give.
const OF_BROWSERS: [&str; 4] = ["document", "Document", "document_element", "owner_document"];

/// Where the words of the table hold.
const WORDED: [&str; 3] = ["crates/core/src", "crates/app/src", "src"];

#[test]
fn each_idea_goes_by_its_one_word() {
    let contributing = text("CONTRIBUTING.md");
    let mut banned: Vec<(&str, bool, &str)> = Vec::new();
    for cells in rows(&contributing).filter(|cells| cells.len() == 3 && cells[0] != "word") {
        for reason in cells[2].split(',') {
            let mut words = quoted(reason);
            let Some(word) = words.next() else { continue };
            // “`word` in `keep/`” and “`word` but in `output/`”: elsewhere, or there, it means something else.
            banned.push((word, reason.contains(" but in "), words.next().unwrap_or_default()));
        }
    }
    assert!(!banned.is_empty(), "the table of words has a column of those that we do not use");
    let mut found = Vec::new();
    for (name, text) in WORDED.map(|root| files(root, &[".rs"])).concat().into_iter().filter(|(name, _)| !is_test(name))
    {
        let code = blanked(&code(&text));
        let identifiers: BTreeSet<&str> = code.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
        for (word, ..) in banned.iter().filter(|(_, but, within)| name.contains(within) != *but) {
            let plural = format!("{word}s");
            let met = |name: &&&str| *name == word || parts(name).iter().any(|part| part == word || *part == plural);
            let ours = identifiers.iter().filter(|identifier| !OF_BROWSERS.contains(identifier));
            found.extend(ours.filter(met).map(|identifier| format!("{name}: {identifier}")));
        }
    }
    none(&found, "the table in CONTRIBUTING.md has another word for these");
}

#[test]
fn no_test_looks_at_the_clock() {
    let mut found = Vec::new();
    for (name, text) in ["crates", "src", "tests"].map(|folder| files(folder, &[".rs"])).concat() {
        let code = blanked(&text);
        let words = ["Instant", "SystemTime", "elapsed"];
        found.extend(words.iter().filter(|word| names(&code, word)).map(|word| format!("{name}: {word}")));
    }
    none(&found, "what something costs is measured by benches; a test counts the work");
}

#[test]
fn nothing_is_looked_for_in_the_whole_page() {
    let mut found = Vec::new();
    for (name, text) in files("src", &[".rs"]) {
        let calls = code(&text).replace(char::is_whitespace, "");
        let ways = ["document.query_selector", "document()?.query_selector", "get_elements_by_"];
        found.extend(ways.iter().filter(|way| calls.contains(**way)).map(|way| format!("{name}: {way}")));
    }
    none(&found, "a selector goes through ten thousand paragraphs to find that there is none; an id does not");
}

/// What nobody names who gets it from something else: the type of a field, of an item or of an error.
const REACHED: [&str; 11] = [
    "Ballot",
    "Changes",
    "Counting",
    "DraftBlock",
    "Iter",
    "Missing",
    "Persons",
    "Remark",
    "Settlement",
    "Standing",
    "StampError",
];

#[test]
fn the_domain_shows_only_what_other_crates_name() {
    let words = |code: &str| -> BTreeSet<String> {
        code.split(|c: char| !(c.is_alphanumeric() || c == '_')).map(ToOwned::to_owned).collect()
    };
    let others = ["crates/app", "crates/screen", "src", "tests", "benches", "examples"];
    let texts = others.map(|folder| files(folder, &[".rs"])).concat();
    let named: BTreeSet<String> = texts.iter().flat_map(|(_, text)| words(&blanked(text))).collect();
    let mut found = Vec::new();
    for (name, text) in files("crates/core/src", &[".rs"]).into_iter().filter(|(name, _)| !is_test(name)) {
        for line in blanked(&code(&text)).lines().filter_map(|line| line.trim().strip_prefix("pub ")) {
            let item = line.split(['(', '<', ':', ';', '=', '{']).next().unwrap_or_default();
            let item = item.split_whitespace().last().unwrap_or_default();
            // Macros write names for which there is no word here.
            let counts = !["use", "", "$name"].contains(&item);
            found.extend(
                (counts && !named.contains(item) && !REACHED.contains(&item)).then(|| format!("{name}: {item}")),
            );
        }
    }
    none(&found, "no other crate names these: pub(crate), and gone if nothing uses them then");
}
