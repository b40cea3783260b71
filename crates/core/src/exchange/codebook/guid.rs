//! The ids that other programs know codes by: UUIDs, the same whenever the same codebook is written.

use crate::base::digest;

/// The kinds of things that get one; an id may stand for one of each.
#[derive(Clone, Copy)]
pub(super) enum Kind<'a> {
    Question,
    Answer(&'a str),
    Theme,
    Set,
}

/// The UUID of something in a codebook. What came with one keeps it. All others are the head of a SHA-256 in the form that
/// RFC 9562 has for this, version 8.
pub(super) fn of(codebook: &str, kind: Kind<'_>, id: &str) -> String {
    if let Some(own) = read(id).filter(|_| !matches!(kind, Kind::Set)) {
        return own.to_ascii_uppercase();
    }
    let kind = match kind {
        Kind::Question => "question",
        // Ids hold no colons.
        Kind::Answer(question) => &format!("answer:{question}"),
        Kind::Theme => "theme",
        Kind::Set => "set",
    };
    let hash = digest::hex(&format!("{codebook}:{kind}:{id}"), 16).to_ascii_uppercase();
    let variant =
        hash.chars().nth(16).and_then(|c| c.to_digit(4)).map_or('8', |two| ['8', '9', 'A', 'B'][two as usize]);
    format!("{}-{}-8{}-{variant}{}-{}", &hash[..8], &hash[8..12], &hash[13..16], &hash[17..20], &hash[20..])
}

/// A UUID as an id of ours, in small letters and without brackets, if it is one.
pub(super) fn read(text: &str) -> Option<String> {
    let text = text.trim();
    let plain = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let parts: Vec<usize> = plain.split('-').map(str::len).collect();
    let digits = plain.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
    (digits && parts == [8, 4, 4, 4, 12]).then(|| plain.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_thing_has_the_same_one_and_others_have_others() {
        let all = [
            of("c", Kind::Theme, "a"),
            of("d", Kind::Theme, "a"),
            of("c", Kind::Question, "a"),
            of("c", Kind::Answer("q"), "a"),
            of("c", Kind::Answer("r"), "a"),
            of("c", Kind::Set, "a"),
            of("c", Kind::Theme, "b"),
        ];
        for (at, guid) in all.iter().enumerate() {
            let id = read(guid).expect("is one");
            assert!(id.as_bytes()[14] == b'8' && b"89ab".contains(&id.as_bytes()[19]), "{id}");
            assert!(!all[..at].contains(guid));
            assert_eq!(of("other", Kind::Theme, &id), *guid, "what came with one keeps it");
        }
        assert_eq!(all[0], of("c", Kind::Theme, "a"));
    }

    #[test]
    fn brackets_and_large_letters_are_the_same_id() {
        let id = "1ff58b12-6f6f-4b0c-8be5-bbdc91f55294";
        assert_eq!(read("{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294}").as_deref(), Some(id));
        for text in ["", "1FF58B12", "{1FF58B12-6F6F-4B0C-8BE5-BBDC91F55294", "1FF58B12-6F6F-4B0C-8BE5-BBDC91F5529G"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
