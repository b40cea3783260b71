//! How a paragraph divides people, in words.

use crate::strings::class as strings;
use postil_core::measure::division::Division;
use std::sync::Arc;

/// "58 %" of thousandths, or a dash.
#[must_use]
pub(crate) fn percent(share: Option<u32>) -> Arc<str> {
    share.map_or_else(|| "–".into(), |share| strings::percent((share + 5) / 10).into())
}

/// How a paragraph divides: "58 %" of the pairs who both answered, or "themes differ" where only those do.
#[must_use]
pub(crate) fn differing(division: &Division) -> Arc<str> {
    match division.share() {
        // Of thirty people one pair is one of 435.
        Some(0..5) if division.differing > 0 => strings::under_one_percent().into(),
        _ if division.differing == 0 && division.themes > 0 => strings::themes_differ().into(),
        share => percent(share),
    }
}

/// The same with what it is a share of: "58 % differ"; where people are for and against, "58 % differ, 20 % opposite". Both
/// decide in which order paragraphs are discussed.
#[must_use]
pub(crate) fn apart(division: &Division) -> Arc<str> {
    let words = differing(division);
    let Some(opposite) = division.opposite_share().filter(|_| words.ends_with('%')) else { return words };
    match opposite {
        0 => strings::differ(&words).into(),
        share => strings::differ_and_opposite(&words, &percent(Some(share))).into(),
    }
}

/// "12 answered".
#[must_use]
pub(crate) fn answered(division: &Division) -> Arc<str> {
    strings::answered(&division.answered.to_string()).into()
}
