//! Characters that nobody sees and that make words look otherwise than they are: shown as signs wherever a name of a file
//! or a person is shown. A file's name that turns its end around can pose as another kind of file.

use super::script::isolated;
use std::fmt::Write as _;

/// The text with a sign for each control character and for each one that turns the direction of the words around it.
#[must_use]
pub(crate) fn signs(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|c| put(c, &mut shown));
    shown
}

/// A name that came from elsewhere, as it stands in a sentence: of a file, or what a file calls something.
#[must_use]
pub fn in_a_sentence(name: &str) -> String {
    isolated(&signs(name))
}

fn put(c: char, shown: &mut String) {
    match c {
        // Unicode has pictures for the first of them: U+2400 and on.
        '\0'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7F}' => shown.push('\u{2421}'),
        c if c.is_control() || turns(c) || matches!(c, '\u{2028}' | '\u{2029}') => {
            // Writing to a String cannot fail.
            let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
        }
        c => shown.push(c),
    }
}

/// True for characters that turn the direction of the words around them, other than the marks that stand in honest names.
fn turns(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_shown_and_what_people_write_stays() {
        for (text, shown) in [
            ("annas\u{202E}nosj.exe", "annas⟨U+202E⟩nosj.exe"),
            ("a\nb\u{0}\u{7F}\u{85}\u{2028}", "a␊b␀␡⟨U+0085⟩⟨U+2028⟩"),
            ("\u{2066}x\u{2069}", "⟨U+2066⟩x⟨U+2069⟩"),
            ("محمد\u{200C}رضا 👩\u{200D}🔬 a\u{301}", "محمد\u{200C}رضا 👩\u{200D}🔬 a\u{301}"),
        ] {
            assert_eq!(signs(text), shown);
        }
    }
}
