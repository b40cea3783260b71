//! The names of the fields of a book.

/// It is not offered any more: yes or no.
pub(super) const ARCHIVED: &str = "archived";
/// A colour as `#rrggbb`.
pub const COLOUR: &str = "colour";
/// What it is, or when to choose it.
pub const DEFINITION: &str = "definition";
/// A sentence that a theme fits.
pub const EXAMPLE: &str = "example";
/// What does not count.
pub const EXCLUDE: &str = "exclude";
/// The codebook that this one was copied from.
pub(super) const FROM: &str = "from";
/// The sign of an option.
pub(super) const GLYPH: &str = "glyph";
/// Whose stance is asked for.
pub const HOLDER: &str = "holder";
/// What counts.
pub const INCLUDE: &str = "include";
/// The key that chooses it.
pub const KEY: &str = "key";
/// Its name.
pub const LABEL: &str = "label";
/// The theme that this one went into.
pub(super) const MERGED_INTO: &str = "merged_into";
/// Its rank among its like.
pub(super) const ORDER: &str = "order";
/// The theme that holds this one.
pub(super) const PARENT: &str = "parent";
/// How a question is put, in somebody’s own words.
pub const PROMPT: &str = "prompt";
/// What an option means.
pub const SENSE: &str = "sense";
/// The theme that this one was a part of.
pub(super) const SPLIT_FROM: &str = "split_from";
/// Toward what a stance is asked for.
pub const TARGET: &str = "target";
/// The name of the codebook.
pub const TITLE: &str = "title";

/// The longest name, in bytes.
const LONGEST: usize = 64;

/// True for what may be the name of a field.
pub(super) fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len()) && !name.chars().any(|c| c.is_control() || c.is_whitespace())
}
