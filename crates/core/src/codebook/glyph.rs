//! The glyphs of the answers to a question.

use super::StanceQuestion;
use crate::base::id::OptionId;

/// The glyphs of options that somebody made, in turn: as many as are told apart at a glance.
pub const MADE: [&str; 5] = ["■", "✚", "▬", "★", "▮"];
/// The glyph of an answer that the question does not offer.
pub const UNKNOWN: &str = "□";

/// The glyph that stands beside an answer's word, so that colour is never alone. An option that somebody made has that of
/// its place among those of its question, which is the same wherever it is shown.
#[must_use]
pub fn glyph(option: &OptionId, question: Option<&StanceQuestion>) -> &'static str {
    if let Some(ours) = ours(option) {
        return ours;
    }
    let mut made = question.into_iter().flat_map(|question| &question.options).filter(|made| ours(&made.id).is_none());
    made.position(|made| made.id == *option).map_or(UNKNOWN, |at| MADE[at % MADE.len()])
}

/// The glyph of an option whose meaning we know, from its id.
#[must_use]
pub fn ours(option: &OptionId) -> Option<&'static str> {
    Some(match option.as_str() {
        "supports" => "▲",
        "opposes" => "▼",
        "neutral" => "●",
        "mixed" => "◆",
        "no-stance" => "○",
        _ => return None,
    })
}
