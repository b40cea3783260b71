//! How a paragraph divides people, in words.

use postil_core::measure::division::Division;
use std::sync::Arc;

/// "58 %" of thousandths, or a dash.
#[must_use]
pub(crate) fn percent(share: Option<u32>) -> Arc<str> {
    share.map_or_else(|| "–".into(), |share| format!("{}\u{a0}%", (share + 5) / 10).into())
}

/// How a paragraph divides: "58 %" of the pairs who both answered, or "themes differ" where only those do.
#[must_use]
pub(crate) fn differing(division: &Division) -> Arc<str> {
    match division.share() {
        // Of thirty people one pair is one of 435.
        Some(0..5) if division.differing > 0 => "under 1\u{a0}%".into(),
        _ if division.differing == 0 && division.themes > 0 => "themes differ".into(),
        share => percent(share),
    }
}

/// "12 answered".
#[must_use]
pub(crate) fn answered(division: &Division) -> Arc<str> {
    [&division.answered.to_string(), " answered"].concat().into()
}
