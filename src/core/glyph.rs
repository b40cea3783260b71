//! The glyphs of stances.

/// The glyph that stands beside a stance's word, so that colour is never alone. Options we do not know share one.
#[must_use]
pub fn glyph(option: &str) -> &'static str {
    match option {
        "supports" => "▲",
        "opposes" => "▼",
        "neutral" => "●",
        "mixed" => "◆",
        "no-stance" => "○",
        _ => "■",
    }
}
