//! The names of the fields of a book.

pub(super) const ARCHIVED: &str = "archived";
pub(super) const COLOUR: &str = "colour";
pub(super) const DEFINITION: &str = "definition";
pub(super) const EXAMPLE: &str = "example";
pub(super) const EXCLUDE: &str = "exclude";
pub(super) const FROM: &str = "from";
pub(super) const GLYPH: &str = "glyph";
pub(super) const HOLDER: &str = "holder";
pub(super) const INCLUDE: &str = "include";
pub(super) const KEY: &str = "key";
pub(super) const LABEL: &str = "label";
pub(super) const MERGED_INTO: &str = "merged_into";
pub(super) const ORDER: &str = "order";
pub(super) const PARENT: &str = "parent";
pub(super) const PROMPT: &str = "prompt";
pub(super) const SENSE: &str = "sense";
pub(super) const SPLIT_FROM: &str = "split_from";
pub(super) const TARGET: &str = "target";
pub(super) const TITLE: &str = "title";

/// The longest name, in bytes.
const LONGEST: usize = 64;

/// True for what may be the name of a field.
pub(super) fn is_name(name: &str) -> bool {
    (1..=LONGEST).contains(&name.len()) && !name.chars().any(|c| c.is_control() || c.is_whitespace())
}
