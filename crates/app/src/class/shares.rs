//! How a paragraph divides people, in words.

use crate::strings::class as strings;
use postil_core::measure::division::Division;
use std::sync::Arc;

/// "58 %", or a dash for a part of nothing.
#[must_use]
pub(crate) fn percent(part: usize, whole: usize) -> Arc<str> {
    (part * 100 + whole / 2).checked_div(whole).map_or_else(|| "–".into(), |n| strings::percent(n).into())
}

/// The same of pairs of people.
fn of_pairs(part: u32, division: &Division) -> Arc<str> {
    percent(part as usize, division.pairs as usize)
}

/// How a paragraph divides: "58 %" of the pairs who both answered, or "themes differ" where only those do.
#[must_use]
pub(crate) fn differing(division: &Division) -> Arc<str> {
    match division.differing {
        0 if division.themes > 0 => strings::themes_differ().into(),
        // Of thirty people one pair is one of 435.
        1.. if u64::from(division.differing) * 200 < u64::from(division.pairs) => strings::under_one_percent().into(),
        differing => of_pairs(differing, division),
    }
}

/// The same with what it is a share of: "58 % differ"; where people are for and against, "58 % differ, 20 % opposite". Both
/// decide in which order paragraphs are discussed.
#[must_use]
pub(crate) fn apart(division: &Division) -> Arc<str> {
    let words = differing(division);
    if !words.ends_with('%') {
        return words;
    }
    match division.opposite {
        0 => strings::differ(&words).into(),
        opposite => strings::differ_and_opposite(&words, &of_pairs(opposite, division)).into(),
    }
}

/// "12 answered".
#[must_use]
pub(crate) fn answered(division: &Division) -> Arc<str> {
    strings::answered(&division.answered.to_string()).into()
}
