//! When two names are likely to mean the same: case, accents and spaces aside. It is enough to suggest something to people, and
//! never to do it.

use crate::article::search;

/// Letters with a mark as one sign, and the letters that they are without it.
const MARKED: [(&str, &str); 23] = [
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ďđð", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
    ("\u{200B}\u{200C}\u{200D}\u{FEFF}", ""),
];

/// A name as it is compared.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for c in search::fold(name).chars() {
        match MARKED.iter().find(|(marked, _)| marked.contains(c)) {
            Some((_, letters)) => plain.push_str(letters),
            None if c.is_whitespace() || ('\u{300}'..='\u{36F}').contains(&c) => {}
            None => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_spaces_are_no_difference() {
        for (one, two) in [
            ("Souveräne  Straße", "SOUVERA\u{308}NE strasse"),
            ("É lan", "élan"),
            ("data\u{A0}security", "Data Security"),
            ("Ἀγορά", "ἀγορά"),
        ] {
            assert_eq!(plain(one), plain(two));
        }
        assert_ne!(plain("data"), plain("date"));
        assert_ne!(plain("主权"), plain("主義"));
    }
}
