//! Words in pictures: what XML allows of them, how wide they are, and that their direction stays their own.

use crate::base::script::isolated;

/// The text without what XML forbids or what would turn the words beside it around, in one line.
pub(super) fn clean(text: &str) -> String {
    let line = text.chars().map(|c| if matches!(c, '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}') { ' ' } else { c });
    line.filter(|c| !c.is_control() && !is_embedding(*c) && (*c as u32) & 0xFFFE != 0xFFFE).collect()
}

/// Embeddings, overrides and isolates: cut in half, they would reach beyond their text.
fn is_embedding(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Cleans the text and, if it holds letters that run from right to left, sets it apart from what stands beside it. Other
/// texts stay as they are: some programs draw the isolates as boxes.
pub(super) fn isolate(text: &str) -> String {
    isolated(&clean(text))
}

/// How wide a text is at a size in pixels, rather too wide than too narrow.
pub(super) fn width(text: &str, size: u32) -> u32 {
    let widths: u32 = text.chars().fold(0, |sum, c| sum.saturating_add(thousandths(c)));
    widths.saturating_mul(size) / 1000 + 1
}

/// The text if it fits, otherwise its beginning and an ellipsis.
pub(super) fn shorten(text: &str, room: u32, size: u32) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut end = 0;
    let mut taken = thousandths('…');
    for (at, c) in text.char_indices() {
        taken = taken.saturating_add(thousandths(c));
        if taken.saturating_mul(size) / 1000 >= room {
            break;
        }
        end = at + c.len_utf8();
    }
    // A sign that joins two others must not be left without the second.
    let start = text.get(..end).unwrap_or_default().trim_end().trim_end_matches('\u{200D}');
    format!("{start}…")
}

/// The usual width of a character in thousandths of the size, over the sans-serif faces that systems have.
fn thousandths(c: char) -> u32 {
    match c {
        ' ' => 300,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | '·' => 310,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '-' | '/' | '“' | '”' | '"' => 420,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' | '&' => 940,
        'A'..='Z' => 700,
        ' '..='~' => 600,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}' | '\u{200B}'..='\u{200F}' => 0,
        '\u{FE00}'..='\u{FE0F}' | '\u{20D0}'..='\u{20FF}' | '\u{2060}'..='\u{206F}' => 0,
        '\u{900}'..='\u{DFF}' => 800,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' => 1000,
        '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF60}' => 1000,
        '\u{1F000}'..='\u{1FAFF}' => 1400,
        '\u{20000}'..='\u{3FFFD}' => 1000,
        '\u{4E0}'..='\u{52F}' | '\u{400}'..='\u{42F}' => 700,
        _ => 640,
    }
}

/// Breaks words of ours into lines that fit.
pub(super) fn lines(text: &str, room: u32, size: u32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if width(line, size) + width(word, size) + size / 2 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forbidden_signs_go_and_directions_stay_inside() {
        assert_eq!(clean("a\u{0}\u{1B}b\tc\u{FFFE}\u{1FFFF}\u{202E}d\u{2029}é"), "ab cd é");
        assert_eq!(isolate("ریاست"), "\u{2068}ریاست\u{2069}");
        assert_eq!(isolate("\u{2067}état"), "état");
    }

    #[test]
    fn what_is_too_long_is_cut_before_the_room_ends() {
        assert_eq!(shorten("Sovereignty", 100, 12), "Sovereignty");
        let short = shorten("Sovereignty over information networks", 100, 12);
        assert_eq!(short, "Sovereignty o…");
        assert!(width(&short, 12) <= 100);
        assert_eq!(shorten("主权主权主权主权主权", 60, 12), "主权主权…");
        assert_eq!(shorten("word", 0, 12), "…");
        assert_eq!(lines("one two three", 60, 12), ["one two", "three"]);
    }
}
