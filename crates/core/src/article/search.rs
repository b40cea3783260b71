//! Finding words in a text.

use std::sync::Arc;

/// How many characters of a text are shown before and after what was found in it.
const AROUND: (usize, usize) = (24, 60);

/// The words as they are compared: without regard to case, and to the form that a Greek sigma takes at the end of a word.
#[must_use]
pub fn fold(words: &str) -> String {
    words.chars().flat_map(folded).collect()
}

fn folded(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().map(|c| if c == 'ς' { 'σ' } else { c })
}

/// Words to look for. Blank ones find nothing.
pub struct Needle(String);

/// What was found, with a few words around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// The words before it.
    pub before: Arc<str>,
    /// The words found, as they are written there.
    pub found: Arc<str>,
    /// The words after it.
    pub after: Arc<str>,
}

impl Needle {
    /// Makes words ready to be looked for.
    #[must_use]
    pub fn new(words: &str) -> Self {
        Self(fold(words.trim()))
    }

    /// True when the text contains the words.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        !self.0.is_empty() && fold(text).contains(&self.0)
    }

    /// The first place of the words in a text, with what stands around it.
    #[must_use]
    pub fn excerpt(&self, text: &str) -> Option<Excerpt> {
        let at = fold(text).find(&self.0).filter(|_| !self.0.is_empty())?;
        // A letter may be longer or shorter when it is folded, so the place in the text itself is counted out.
        let (mut length, mut start, mut end) = (0, text.len(), text.len());
        for (place, c) in text.char_indices() {
            if length >= at + self.0.len() {
                end = place;
                break;
            }
            length += folded(c).map(char::len_utf8).sum::<usize>();
            if length > at {
                start = start.min(place);
            }
        }
        let (before, after) = (&text[..start], &text[end..]);
        let from =
            before.char_indices().rev().nth(AROUND.0).map_or(0, |(place, c)| next_word(before, place + c.len_utf8()));
        let to = after.char_indices().nth(AROUND.1).map_or(after.len(), |(place, _)| place);
        Some(Excerpt {
            before: [if from > 0 { "…" } else { "" }, &before[from..]].concat().into(),
            found: text[start..end].into(),
            after: [&after[..to], if to < after.len() { "…" } else { "" }].concat().into(),
        })
    }
}

/// Where the next word begins, if one does: a text without spaces is cut where it is.
fn next_word(text: &str, from: usize) -> usize {
    text[from..].find(' ').map_or(from, |space| from + space + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, words: &str, expected: &str) {
        let found = Needle::new(words).excerpt(text);
        let shown = found.map_or_else(|| "-".to_owned(), |e| format!("{}[{}]{}", e.before, e.found, e.after));
        assert_eq!(shown, expected);
        assert_eq!(Needle::new(words).is_in(text), expected != "-");
    }

    #[test]
    fn finds_without_regard_to_case() {
        check("one ÉCLAIR more", " éclair ", "one [ÉCLAIR] more");
        check("ΟΔΟΣ", "οδος", "[ΟΔΟΣ]");
        check("anything", "  ", "-");
        check("anything", "else", "-");
    }

    #[test]
    fn shows_the_place_in_the_text_itself_and_a_few_words_around_it() {
        check("İİİ and İstanbul", "stanbul", "İİİ and İ[stanbul]");
        let long =
            "There is a good deal to be said of the vision, and much more of it than anybody has time to read today.";
        check(
            long,
            "VISION",
            "…deal to be said of the [vision], and much more of it than anybody has time to read today.",
        );
        check(&"主权".repeat(40), "权主", &format!("主[权主]{}…", "权主".repeat(30)));
    }
}
