//! Names of files that any system takes.

use crate::strings::output as strings;

/// The longest part of a name, in characters: what people still read.
const CHARACTERS: usize = 60;
/// And in bytes: with two parts and an ending a name stays below the 255 bytes that Linux allows.
const BYTES: usize = 116;

/// A text as part of a file's name on any system: letters with their marks, digits, spaces and hyphens.
#[must_use]
pub fn file_name(text: &str) -> String {
    let text: String = text.chars().map(|c| if is_safe(c) { c } else { ' ' }).collect();
    let words = text.split_whitespace().collect::<Vec<&str>>().join(" ");
    let mut name = String::new();
    for c in words.chars().take(CHARACTERS) {
        if name.len() + c.len_utf8() > BYTES {
            break;
        }
        name.push(c);
    }
    if name.trim().is_empty() { strings::unnamed_article().into() } else { name.trim().into() }
}

/// The names of several files that are to stand in one folder: a text that comes a second time gets a 2 behind it. Names
/// that differ only in capitals count as the same, as they do on Windows and on a Mac.
#[must_use]
pub(crate) fn file_names<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken: Vec<String> = Vec::new();
    let mut names = Vec::new();
    for text in texts {
        let plain = file_name(text);
        let mut name = plain.clone();
        let mut ordinal = 1_u32;
        while taken.contains(&name.to_lowercase()) {
            ordinal += 1;
            name = format!("{plain} {ordinal}");
        }
        taken.push(name.to_lowercase());
        names.push(name);
    }
    names
}

/// Marks belong to the letters of most scripts, and some systems take accents apart into such marks. What turns the
/// direction of text could make a name end otherwise than it seems to.
fn is_safe(c: char) -> bool {
    let mark = matches!(c, '\u{300}'..='\u{1FFF}' | '\u{3099}' | '\u{309A}') && !matches!(c, '\u{61C}' | '\u{180E}');
    c.is_alphanumeric() || mark || "-_ ".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_safe_and_keeps_its_script() {
        for (text, name) in [
            ("Whose shared future?", "Whose shared future"),
            ("../a\\b:c*?\"<>|\n\u{202E}gpj", "a b c gpj"),
            ("Ame\u{301}lie", "Ame\u{301}lie"),
            ("हिन्दी", "हिन्दी"),
            ("نور الدين", "نور الدين"),
            ("…", "article"),
            ("", "article"),
        ] {
            assert_eq!(file_name(text), name);
        }
        assert_eq!(file_name(&"long ".repeat(40)).chars().count(), 59);
        assert!(file_name(&"网".repeat(80)).len() <= BYTES);
    }

    #[test]
    fn two_people_of_one_name_get_two_files() {
        let names = ["Ann", "Ben", "ann", "Ann", "Ann 2", "?"];
        assert_eq!(file_names(names.into_iter()), ["Ann", "Ben", "ann 2", "Ann 3", "Ann 2 2", "article"]);
    }
}
