//! The source of the house, as the rules about it read it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// All files below a folder of the repository whose names end so.
pub(crate) fn files(folder: &str, ends: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(root.join(folder).is_dir(), "{folder} is not there");
    let mut found = Vec::new();
    let mut folders: Vec<PathBuf> = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                folders.push(path);
            } else if ends.iter().any(|end| name.ends_with(end))
                && let Ok(text) = fs::read_to_string(&path)
            {
                found.push((name, text));
            }
        }
    }
    found.sort();
    found
}

/// All folders below a folder of the repository that hold more than tests of what stands beside them, and it itself.
pub(crate) fn folders(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        let entries: Vec<_> = fs::read_dir(root.join(&folder)).expect("is there").flatten().map(|e| e.path()).collect();
        let name = |path: &PathBuf| path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        open.extend(entries.iter().filter(|path| path.is_dir()).map(name));
        if !entries.iter().all(|path| is_test(&name(path)) || is_test(&format!("{}/", name(path)))) {
            found.push(folder);
        }
    }
    found
}

/// True when there is a file or folder of this path in the repository.
pub(crate) fn is_there(path: &str) -> bool {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path).exists()
}

/// A file of the repository.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("the file is there")
}

/// The page.
pub(crate) fn index() -> String {
    text("index.html")
}

/// The code of a Rust file: without comments and without the tests at its end. Good enough for names; a string that holds
/// two slashes is cut.
pub(crate) fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Rust without what stands in comments, strings and characters.
pub(crate) fn blanked(text: &str) -> String {
    read(text, |_, _| ())
}

/// The strings of a Rust file, each with the code before it.
pub(crate) fn literals(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    read(text, |at, string| {
        let string = string.trim_matches(['r', '#']);
        found.push((&text[..at], &string[1..string.len() - 1]));
    });
    found
}

/// Reads Rust, tells where which strings stand, with their quotation marks, and returns the rest without comments and
/// characters.
fn read<'a>(text: &'a str, mut string: impl FnMut(usize, &'a str)) -> String {
    let (mut blank, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(next) = rest.chars().next() {
        let hashes = rest.strip_prefix('r').map_or(0, |raw| raw.len() - raw.trim_start_matches('#').len());
        let is_raw = next == 'r' && rest[1 + hashes..].starts_with('"') && !blank.ends_with(is_part);
        let end = match next {
            '/' if rest.starts_with("//") => rest.find('\n'),
            '"' => ended(&rest[1..]).map(|at| at + 2),
            _ if is_raw => {
                let close = format!("\"{}", "#".repeat(hashes));
                rest[hashes + 2..].find(&close).map(|at| at + 2 * hashes + 3)
            }
            // A character, and not a lifetime.
            '\'' if rest.starts_with("'\\") => rest[2..].find('\'').map(|at| if at == 0 { 4 } else { at + 3 }),
            '\'' => rest.char_indices().nth(2).filter(|(_, c)| *c == '\'').map(|(at, _)| at + 1),
            _ => None,
        };
        if let Some(end) = end.filter(|_| next == '"' || is_raw) {
            string(text.len() - rest.len(), &rest[..end]);
        }
        blank.extend(end.is_none().then_some(next));
        rest = &rest[end.unwrap_or(next.len_utf8())..];
    }
    blank
}

/// Where a string ends.
fn ended(text: &str) -> Option<usize> {
    let mut skip = false;
    text.find(|c| {
        let here = !skip && c == '"';
        skip = !skip && c == '\\';
        here
    })
}

/// The patterns of each `match` in a blanked code.
pub(crate) fn arms(code: &str) -> Vec<Vec<String>> {
    let starts = code.match_indices("match ").filter(|(at, _)| !code[..*at].ends_with(is_part));
    let bodies = starts.filter_map(|(at, _)| Some(&code[at + code[at..].find('{')? + 1..]));
    bodies.map(patterns).collect()
}

/// The patterns of a `match` whose arms begin here.
fn patterns(body: &str) -> Vec<String> {
    let (mut found, mut pattern, mut depth, mut is_pattern) = (Vec::new(), String::new(), 0, true);
    let mut chars = body.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '=' if is_pattern && depth == 0 && chars.next_if_eq(&'>').is_some() => {
                let words: Vec<&str> = pattern.split_whitespace().collect();
                found.push(words.join(" ").trim_start_matches(['|', ',', ' ']).to_owned());
                pattern.clear();
                is_pattern = false;
                continue;
            }
            '(' | '[' | '{' => depth += 1,
            '}' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
        // An arm ends with a comma, or with its block: what follows that may be a comma, or the rest of an expression.
        let is_over = depth == 0 && (c == ',' || (c == '}' && !matches!(after(&chars), Some('.' | '?' | ','))));
        if is_pattern {
            pattern.push(c);
        } else if is_over {
            is_pattern = true;
        }
    }
    found
}

/// The next sign that is no space.
fn after(chars: &std::iter::Peekable<std::str::Chars<'_>>) -> Option<char> {
    chars.clone().find(|c| !c.is_whitespace())
}

/// The words that a name is made of, in small letters: `is_record`, `RecordView`, `IDS`.
pub(crate) fn parts(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = '_';
    for c in name.chars() {
        if c == '_' || (c.is_uppercase() && before.is_lowercase()) {
            words.push(String::new());
        }
        if c != '_'
            && let Some(last) = words.last_mut()
        {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    words
}

/// True for signs that names are made of.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// True when the word stands in the code by itself, not as a part of a longer name.
pub(crate) fn names(code: &str, word: &str) -> bool {
    code.match_indices(word)
        .any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

/// True for files of tests.
pub(crate) fn is_test(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.ends_with("/testing.rs") || name.contains("/tests/")
}

/// Fails with the rule and what breaks it.
#[track_caller]
pub(crate) fn none(found: &[String], rule: &str) {
    assert!(found.is_empty(), "{rule}\n{}", found.join("\n"));
}

/// The Rust code of the three crates.
pub(crate) fn rust() -> Vec<(String, String)> {
    ["crates/core/src", "crates/app/src", "src"].map(|folder| files(folder, &[".rs"])).concat()
}

#[test]
fn matches_and_names_are_read_as_they_stand() {
    let code = r##"fn f<'a>(c: char) { match c { '{' | '\'' => "}", A { b, .. } if b => { x } C(_) | D => match d { _ => 1 }.e(), // _ =>
        r#"_ => ""# => y({ 1 }, 2), other => {} } }"##;
    assert_eq!(arms(&blanked(code)), [&["", "A { b, .. } if b", "C(_) | D", "", "other"][..], &["_"]]);
    assert_eq!(parts("is_recordedRecord"), ["is", "recorded", "record"]);
    assert!(folders("crates/core/src").iter().all(|name| name != "crates/core/src/codebook/hue"), "it holds tests");
}
