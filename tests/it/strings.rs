//! What people read stands in the tables of strings, so that other languages can follow.

use crate::source::{blanked, is_test, literals, none, rust};
use std::collections::{BTreeMap, BTreeSet};

/// Content and formats: what is stored, compared or written into files is not translated with the interface.
const CONTENT: [&str; 6] = [
    // A codebook belongs to whoever begins with it, and its words are part of its version.
    "crates/core/src/codebook/beginnings.rs",
    "crates/core/src/codebook/sample",
    "crates/core/src/codebook/prompt.rs",
    // Names in other programs' formats.
    "crates/core/src/exchange/codebook/description.rs",
    "crates/core/src/exchange/codebook/refi",
    "crates/core/src/exchange/codebook/tags.rs",
];

/// Names of keys as a browser gives them.
const KEYS: [&str; 12] =
    ["Home", "End", "Escape", "Enter", "Tab", "Shift", "Control", "Alt", "Meta", "Dead", "Arrow", "Key"];

/// Values that look like words: what others say and is compared, keys of lists, names of a browser, and what is only seen
/// while one looks for mistakes.
const VALUES: [(&str, &str); 19] = [
    ("src/web/js.rs", "too late"),
    ("crates/core/src/exchange/bundle/read.rs", "recursion limit"),
    ("crates/core/src/exchange/bundle/read.rs", " at line "),
    ("crates/core/src/measure/agreement/distance.rs", "Nominal"),
    ("crates/core/src/measure/agreement/distance.rs", "Ordinal"),
    ("crates/core/src/measure/agreement/distance.rs", "Between"),
    ("crates/app/src/class.rs", "Shown"),
    ("crates/app/src/opening.rs", "Form"),
    ("crates/app/src/part.rs", "Table"),
    ("crates/app/src/compare/portrait.rs", "none applies"),
    ("crates/app/src/compare/portrait.rs", "not answered"),
    ("src/ui/dialog/annotators.rs", "not asked"),
    ("src/ui/dialog/drop.rs", "Files"),
    ("src/ui/inspector.rs", ".prompt-head, .confidence, .themes, .rival, .note, .going-on"),
    ("src/ui/reader/article.rs", "noopener noreferrer"),
    ("src/web/dom.rs", ".inspector, dialog"),
    ("src/web/hand_over.rs", "File"),
    ("src/web/host.rs", "Mac"),
    ("src/web/link.rs", "Blob"),
];

/// What a developer reads, and nobody else.
const FOR_DEVELOPERS: [&str; 8] =
    ["expect(", "panic!(", "unreachable!(", "assert!(", "reason = ", "feature = ", "debug_struct(", "debug_tuple("];

/// What takes names of classes.
const CLASSES: [&str; 6] = ["div(", "span(", "button(", "link(", "\"class\",", "classed("];

/// True for a string that people could read: two words or more, or a word that begins as a sentence does.
fn is_text(string: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0;
    for c in string.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            c if depth <= 0 => plain.push(c),
            _ => {}
        }
    }
    let is_markup = string.trim_start().starts_with('<') || string.contains("=\\\"") || string.contains("=\"");
    let is_word = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || c == '’');
    let words: Vec<&str> =
        plain.split(' ').map(|word| word.trim_matches(['.', ',', ':', ';', '…', '?', '!'])).collect();
    let pair = words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]));
    let begins = |word: &str| word.starts_with(char::is_uppercase) && !word.chars().skip(1).any(char::is_uppercase);
    let alone = words.len() == 1 && is_word(words[0]) && words[0].len() > 2 && begins(words[0]);
    !is_markup && (pair || alone)
}

/// True where a string is no text for people because of what it is given to.
fn is_given_elsewhere(before: &str, string: &str) -> bool {
    let before = before.trim_end();
    let one_before = before.trim_end_matches(|c: char| c != '(').trim_end();
    let is_class = string.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | ' '));
    FOR_DEVELOPERS.iter().any(|call| before.ends_with(call.trim_end()))
        || is_class && CLASSES.iter().any(|call| before.ends_with(call) || one_before.ends_with(call))
}

#[test]
fn text_is_told_from_values() {
    for text in ["Not saved.", "{n} of them", "Close", "not answered", "“{title}” is here", "Opening…"] {
        assert!(is_text(text), "{text}");
    }
    for value in
        ["btn-primary", "M{} {}h{width}v1z", "text/plain;charset=utf-8", "aria-label", "{one} {other}", "<p class"]
    {
        assert!(!is_text(value), "{value}");
    }
    assert!(is_given_elsewhere("button(", "btn btn-line"));
    assert!(!is_given_elsewhere("text(", "not answered"));
}

#[test]
fn interface_text_stands_in_the_tables() {
    let mut found = Vec::new();
    for (name, text) in rust() {
        let is_table = name.contains("/strings/") || name.ends_with("/strings.rs");
        if is_table || is_test(&name) || CONTENT.iter().any(|content| name.starts_with(content)) {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (before, string) in literals(code) {
            let is_value = KEYS.contains(&string) || VALUES.contains(&(&*name, string));
            if is_text(string) && !is_value && !is_given_elsewhere(before, string) {
                found.push(format!("{name}:{}: {string}", before.lines().count()));
            }
        }
    }
    none(&found, "put these into the table of their room, in `strings`");
}

#[test]
fn each_row_is_used() {
    let is_table = |name: &str| name.contains("/strings/");
    let (tables, others): (Vec<_>, Vec<_>) = rust().into_iter().partition(|(name, _)| is_table(name));
    let code: Vec<String> = others.iter().map(|(_, text)| blanked(text)).collect();
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let named: BTreeSet<&str> = code.iter().flat_map(|code| code.split(|c| !is_part(c))).collect();
    let (mut rows, mut found) = (0, Vec::new());
    for (name, text) in &tables {
        // A row begins a line of its table: `name = …` or `name(…) = …`.
        let begins = text
            .lines()
            .filter_map(|line| line.strip_prefix("    "))
            .filter(|line| line.contains(" =") && !line.starts_with(' '));
        for row in begins
            .map(|line| line.split(|c| !is_part(c)).next().unwrap_or_default())
            .filter(|row| row.starts_with(|c: char| c.is_ascii_lowercase()) && *row != "let")
        {
            rows += 1;
            if !named.contains(row) {
                found.push(format!("{name}: {row}"));
            }
        }
    }
    assert!(rows > 1_500, "the tables are where they were: {rows}");
    none(&found, "take these out");
}

/// The rows of a table: the name of each, and what it says as it is written, with its line breaks joined.
fn rows(text: &str) -> Vec<(String, String)> {
    let text = text.split("#[cfg(test)]").next().unwrap_or_default().replace("\\\n", "");
    let begins = |line: &str| line.starts_with("    ") && !line.starts_with("     ");
    let mut found = Vec::new();
    for part in text.split(";\n") {
        // What stands before the row on lines of its own (comments, the head of the table) is none of it.
        let lines: Vec<&str> = part.lines().collect();
        let Some(at) = lines.iter().position(|line| begins(line)) else { continue };
        if let Some((name, said)) = lines[at..].join(" ").split_once(" =") {
            let name = name.trim().split('(').next().unwrap_or_default().to_owned();
            found.push((name, said.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }
    found
}

#[test]
fn a_sentence_stands_once() {
    let mut stands: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in rust().into_iter().filter(|(name, _)| name.contains("/strings/")) {
        for (row, said) in rows(&text).into_iter().filter(|(_, said)| said.len() > 20) {
            stands.entry(said).or_default().push(format!("{name}: {row}"));
        }
    }
    assert!(stands.len() > 1_000, "the tables are where they were: {}", stands.len());
    let twice = stands.into_iter().filter(|(_, where_)| where_.len() > 1);
    let twice: Vec<String> = twice.map(|(said, where_)| format!("{said}: {}", where_.join(", "))).collect();
    none(&twice, "let one table have it, and the others show it (pub use)");
}
