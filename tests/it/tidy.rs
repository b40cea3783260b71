//! The house rules that a compiler does not keep.

use crate::source::{blanked, code, files, index, is_test, names, none, rust};

#[test]
fn no_file_is_longer_than_500_lines() {
    let ends = [".rs", ".css", ".js", ".mjs", ".html", ".ts", ".md", ".json", ".txt"];
    let all = ["src", "crates", "static", "tests", "scripts", "benches"].map(|folder| files(folder, &ends)).concat();
    assert!(all.len() > 30, "the folders are where they were");
    // Fixtures are data: as long as what they show.
    let code = all.iter().filter(|(name, _)| !name.starts_with("tests/fixtures/"));
    let long = code.map(|(name, text)| (name, text.lines().count())).filter(|(_, lines)| *lines > 500);
    none(&long.map(|(name, lines)| format!("{name}: {lines}")).collect::<Vec<_>>(), "split these");
}

/// What a browser is asked through.
const BROWSER: [&str; 7] =
    ["yew", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo", "wasm_split_helpers"];

#[test]
fn core_and_app_name_no_browser_type() {
    let mut found = Vec::new();
    for (name, text) in ["crates/core", "crates/app"].map(|folder| files(folder, &[".rs", "Cargo.toml"])).concat() {
        let code = code(&text).replace('-', "_");
        found.extend(BROWSER.iter().filter(|word| names(&code, word)).map(|word| format!("{name}: {word}")));
    }
    none(&found, "core and app know no browser");
}

#[test]
fn core_and_app_read_no_clock_and_draw_no_chance() {
    let mut found = Vec::new();
    for (name, text) in ["crates/core/src", "crates/app/src"].map(|folder| files(folder, &[".rs"])).concat() {
        let code = code(&text);
        let words = ["SystemTime", "Instant", "now_utc", "rand", "getrandom", "RandomState", "thread_rng"];
        found.extend(words.iter().filter(|word| names(&code, word)).map(|word| format!("{name}: {word}")));
    }
    none(&found, "times and ids come in as arguments");
}

#[test]
fn update_does_no_input_or_output() {
    let mut found = Vec::new();
    // What is asked of the stores is performed by the runtime, through the ports.
    let outside = |name: &str| is_test(name) || ["/runtime", "/ports"].iter().any(|room| name.contains(room));
    for (name, text) in files("crates/app/src", &[".rs"]).into_iter().filter(|(name, _)| !outside(name)) {
        let code = blanked(&code(&text));
        let words = ["async", "await", "Future", "fs", "net", "io", "env", "process", "thread", "println"];
        let named = |word: &&&str| match **word {
            // Words of ours, too.
            word @ ("fs" | "net" | "io" | "env" | "process" | "thread") => code.contains(&format!("std::{word}")),
            word => names(&code, word),
        };
        found.extend(words.iter().filter(named).map(|word| format!("{name}: {word}")));
    }
    none(&found, "what is to be done outside is an effect");
}

#[test]
fn ui_only_renders_and_sends() {
    let mut found = Vec::new();
    for (name, text) in files("src/ui", &[".rs"]).into_iter().filter(|(name, _)| !is_test(name)) {
        let code = blanked(&code(&text));
        let state = [
            "Shared",
            "Model",
            "Store",
            "Ledger",
            "Bundle",
            "Comparison",
            "Record",
            "Layer",
            "Effect",
            "Runtime",
            "Json",
        ];
        found.extend(state.iter().filter(|word| names(&code, word)).map(|word| format!("{name}: {word}")));
        let calls = [".sort", "order::", "localeCompare", "serde_json", "update("];
        let is_own = |call: &&&str| **call == "update(" && code.contains("fn update(");
        let met = calls.iter().filter(|call| code.contains(**call)).filter(|call| !is_own(call));
        // What was built is put in order for tests.
        found.extend(met.filter(|_| name != "src/ui/kit/drawn.rs").map(|call| format!("{name}: {call}")));
    }
    none(&found, "ui draws what a view says, and says what happened");
}

#[test]
fn how_decisions_are_written_is_known_in_three_rooms() {
    let mut found = Vec::new();
    let rooms = ["record", "keep", "exchange"].map(|room| format!("crates/core/src/{room}"));
    let knows = |name: &str| rooms.iter().any(|room| name.starts_with(room.as_str()));
    for (name, text) in rust().into_iter().filter(|(name, _)| !is_test(name) && !knows(name)) {
        let code = code(&text);
        found.extend(
            ["Settlement", ".settlements"].iter().filter(|id| code.contains(*id)).map(|id| format!("{name}: {id}")),
        );
    }
    none(&found, "read decisions by postil_core::record::decision");
}

#[test]
fn every_stylesheet_is_linked_once_and_every_link_has_its_file() {
    let index = index();
    let hrefs = index.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let linked: Vec<&str> = hrefs.filter(|href| href.starts_with("static/css/")).collect();
    let sheets: Vec<String> = files("static/css", &[".css"]).into_iter().map(|(name, _)| name).collect();
    let unlinked = sheets.iter().filter(|name| linked.iter().filter(|href| *href == name).count() != 1);
    none(&unlinked.cloned().collect::<Vec<_>>(), "link each of these once in index.html");
    let lost = linked.iter().filter(|href| !sheets.iter().any(|name| name == *href));
    none(&lost.map(|href| (*href).to_owned()).collect::<Vec<_>>(), "index.html links what is not in static/css");
}

#[test]
fn nothing_writes_markup_or_inline_styles() {
    let mut found = Vec::new();
    let sinks = [
        "from_html_unchecked",
        "innerHTML",
        "inner_html",
        "outerHTML",
        "outer_html",
        "srcdoc",
        "insertAdjacentHTML",
        "insert_adjacent_html",
        "document.write",
        " style=",
    ];
    for (name, text) in rust().into_iter().chain([("index.html".to_owned(), index())]) {
        let code = if name.ends_with(".rs") { code(&text) } else { text };
        found.extend(sinks.iter().filter(|sink| code.contains(*sink)).map(|sink| format!("{name}: {sink}")));
    }
    none(&found, "the page's policy blocks these");
}

#[test]
fn nothing_unwraps_outside_tests() {
    let mut found = Vec::new();
    for (name, text) in rust().into_iter().filter(|(name, _)| !is_test(name)) {
        let code = code(&text);
        let calls =
            [".unwrap()", ".unwrap_unchecked()", ".expect(", "panic!(", "unreachable!(", "todo!(", "unimplemented!("];
        found.extend(calls.iter().filter(|call| code.contains(*call)).map(|call| format!("{name}: {call}")));
    }
    none(&found, "a panic is the end of the page");
}

/// The composition roots.
const ROOTS: [&str; 3] = ["src/ui/shell.rs", "src/main.rs", "src/lib.rs"];

#[test]
fn only_the_roots_know_ui_and_web() {
    let mut found = Vec::new();
    for (name, text) in files("src", &[".rs"]).into_iter().filter(|(name, _)| !ROOTS.contains(&&**name)) {
        let code = blanked(&code(&text));
        let other = if name.starts_with("src/ui") { "web" } else { "ui" };
        let ways = [format!("crate::{other}"), format!("super::{other}"), format!("{other}::")];
        found.extend(
            ways.iter().filter(|way| names(&code, other) && code.contains(*way)).map(|way| format!("{name}: {way}")),
        );
    }
    none(&found, "only the roots know both");
}

#[test]
fn one_module_writes_local_storage_and_one_the_database() {
    let writers = [
        ("src/web/storage.rs", &[".set_item(", ".remove_item("][..]),
        ("src/web/journal.rs", &[".put_with_key(", ".delete(", "create_object_store(", "\"readwrite\""]),
        // Never all at once: foreign keys would go along.
        ("", &["storage.clear()", ".delete_database(", ".add_with_key(", ".clear_with"]),
    ];
    let mut found = Vec::new();
    for (writer, calls) in writers {
        for (name, text) in files("src", &[".rs"]).into_iter().filter(|(name, _)| name != writer) {
            let code = code(&text);
            found.extend(calls.iter().filter(|call| code.contains(**call)).map(|call| format!("{name}: {call}")));
        }
    }
    for (name, text) in files("static", &[".js"]) {
        let calls = ["setItem", "removeItem", "deleteDatabase", "readwrite", "localStorage.clear", "localStorage["];
        found.extend(calls.iter().filter(|call| text.contains(**call)).map(|call| format!("{name}: {call}")));
    }
    none(&found, "only src/web/storage.rs writes local storage, and only src/web/journal.rs the database");
}

#[test]
fn one_module_writes_into_text_fields() {
    let is_field = |at: &str| !["radio", "checkbox", "file"].iter().any(|kind| at.contains(&format!("\"{kind}\"")));
    let mut found = Vec::new();
    // The chooser of files is emptied, so that the same file can be chosen again.
    let may = ["src/ui/kit/field.rs", "src/ui/dialog/files.rs"];
    let concerns = |name: &str| !is_test(name) && !may.contains(&name);
    for (name, text) in files("src/ui", &[".rs"]).into_iter().filter(|(name, _)| concerns(name)) {
        let code = code(&text);
        let calls = [".set_value(", ".set_default_value(", "<textarea", "tag(\"textarea\"", "classed(\"textarea\""];
        found.extend(calls.iter().filter(|call| code.contains(*call)).map(|call| format!("{name}: {call}")));
        // The maker of inputs itself names no type.
        for made in ["<input", "tag(\"input\"", "input(\""].iter().filter(|_| name != "src/ui/kit/tag.rs") {
            let inputs = code.match_indices(made).map(|(at, _)| code[at..].lines().next().unwrap_or_default());
            found.extend(inputs.filter(|line| is_field(line)).map(|line| format!("{name}: {line}")));
        }
    }
    none(&found, "fields for words are made by src/ui/kit/field.rs, which never writes where somebody is");
}

/// What stands between double quotes or backticks in a Rust or JavaScript file, comments left out, as it is written there.
fn strings(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['"', '`', '/', '\'']) {
        let (next, tail) = (&rest[at..], &rest[at + 1..]);
        if next.starts_with("//") {
            rest = tail.split_once('\n').map_or("", |(_, after)| after);
        } else if let Some(quote) = next.chars().next().filter(|c| matches!(c, '"' | '`')) {
            let mut skip = false;
            let end = tail.find(|c| {
                !std::mem::take(&mut skip)
                    && (c == quote || {
                        skip = c == '\\';
                        false
                    })
            });
            let end = end.unwrap_or(tail.len());
            found.push(&tail[..end]);
            rest = tail.get(end + 1..).unwrap_or("");
        } else if next.starts_with("'\"'") || next.starts_with("'\\''") {
            rest = tail.trim_start_matches(['\\', '\'', '"']);
        } else {
            rest = tail;
        }
    }
    found
}

/// A string of JavaScript without the code in it.
fn without_code(string: &str) -> String {
    let mut parts = string.split("${");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |words, part| words + part.split_once('}').map_or("", |(_, after)| after))
}

/// True when a straight apostrophe or quotation mark stands where people read it. Straight ones belong to code: they stand
/// beside signs (`src='x'`, `class=\"x\"`), not beside words.
fn has_straight_quotes(words: &str) -> bool {
    let chars: Vec<char> = words.chars().collect();
    chars.windows(3).any(|three| match *three {
        [before, '\'', after] => before.is_alphabetic() && (after.is_alphabetic() || before == 's' && after == ' '),
        [' ', '"', after] => after.is_alphabetic(),
        _ => false,
    })
}

#[test]
fn quotes_and_apostrophes_are_typographic() {
    assert!(has_straight_quotes("the paper's vision") && has_straight_quotes("the states' roads"));
    assert!(has_straight_quotes(r#"he said "no" to it"#) && !has_straight_quotes("the states’ “roads”"));
    assert!(!has_straight_quotes(r#"<a class="x y" href='z'>"#));
    assert_eq!(strings(r#"f("a\"b", '"', "c") // "d""#), [r#"a\"b"#, "c"]);

    let mut found = Vec::new();
    let programs = [rust(), files("examples", &[".rs"]), files("static", &[".js"])].concat();
    for (name, text) in programs.iter().filter(|(name, _)| !is_test(name)) {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let words = strings(text).into_iter().map(|string| without_code(string).replace("\\\"", "\""));
        found.extend(words.filter(|words| has_straight_quotes(words)).map(|words| format!("{name}: {words}")));
    }
    let pages = [files("static/sample", &["article.txt"]), vec![("index.html".to_owned(), index())]].concat();
    for (name, text) in pages.iter().chain(&files("static", &[".html"])) {
        let lines = text.lines().filter(|line| has_straight_quotes(line));
        found.extend(lines.map(|line| format!("{name}: {line}")));
    }
    none(&found, "write ’ “ ”");
}

/// What stands in a string beside the places that are filled in, in small letters.
fn without_braces(string: &str) -> String {
    let mut parts = string.split('{');
    let first = parts.next().unwrap_or_default().to_lowercase();
    parts.fold(first, |words, part| words + part.split_once('}').map_or("", |(_, after)| after))
}

#[test]
fn people_meet_no_words_of_the_trade() {
    let mut found = Vec::new();
    // What is said of a damaged file goes by the names that stand in it.
    let programs = rust();
    for (name, text) in programs.iter().filter(|(name, _)| {
        !is_test(name)
            && ![
                "crates/core/src/json/",
                "crates/core/src/exchange/",
                "crates/core/src/keep/",
                "crates/core/src/codebook/json",
            ]
            .iter()
            .any(|room| name.starts_with(room))
    }) {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for string in strings(text) {
            let words = without_braces(string);
            // Ids are no words.
            let is_id = words.contains('-') && !words.contains(' ');
            let met = ["coded", "uncoded", "layer", "layers"].iter().any(|word| names(&words, word));
            found.extend((met && !is_id).then(|| format!("{name}: {string}")));
        }
    }
    none(&found, "people tag paragraphs and answer questions, and what they say is theirs");
}

/// True for the screens of a class.
fn is_of_class(name: &str) -> bool {
    let rooms = ["class", "compare", "decide", "discuss", "report", "codebook"];
    name.split(['/', '.']).any(|part| rooms.contains(&part))
}

/// One button says "Annotator: " and a name; what is said in sentences, outside the screens of a class, says "person".
#[test]
fn sentences_speak_of_people() {
    let mut found = Vec::new();
    let programs = ["src/ui", "crates/app/src"].map(|folder| files(folder, &[".rs"])).concat();
    for (name, text) in programs.iter().filter(|(name, _)| !is_test(name) && !is_of_class(name)) {
        let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        // As a word that goes with a number.
        let counted = text.contains("\"annotator\", \"annotators\"");
        found.extend(counted.then(|| format!("{name}: a number of annotators")));
        for string in strings(text).into_iter().filter(|string| string.contains(' ')) {
            let words = without_braces(string);
            // "Annotator 1" and "Annotator: " are names; what begins with a bracket finds an element.
            let met = names(&words, "annotators") || (names(&words, "annotator") && !string.starts_with("Annotator"));
            found.extend((met && !string.starts_with('[')).then(|| format!("{name}: {string}")));
        }
    }
    none(&found, "say person and people");
}
