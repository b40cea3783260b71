//! What the fields of a book belong to.

use super::field::{
    ARCHIVED, COLOUR, DEFINITION, EXAMPLE, EXCLUDE, FROM, GLYPH, HOLDER, INCLUDE, KEY, LABEL, MERGED_INTO, ORDER,
    PARENT, PROMPT, SENSE, SPLIT_FROM, TARGET, TITLE,
};
use crate::{
    base::id::{OptionId, QuestionId, ThemeId},
    codebook::code,
};

/// What a field belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The codebook itself.
    Book,
    /// A stance question.
    Question(QuestionId),
    /// An option of a stance question.
    Option(QuestionId, OptionId),
    /// A theme.
    Theme(ThemeId),
}

impl Item {
    /// True when there may be such an item.
    pub(super) fn may_be(&self) -> bool {
        match self {
            Self::Book => true,
            Self::Question(id) => code::is_id(id.as_str()),
            Self::Option(question, id) => code::is_id(question.as_str()) && code::is_id(id.as_str()),
            Self::Theme(id) => code::is_id(id.as_str()),
        }
    }

    /// The fields that this program knows.
    pub(super) fn known(&self) -> &'static [&'static str] {
        match self {
            Self::Book => &[TITLE, FROM],
            Self::Question(_) => &[HOLDER, TARGET, PROMPT, ORDER, ARCHIVED],
            Self::Option(..) => &[LABEL, DEFINITION, SENSE, GLYPH, KEY, ORDER, ARCHIVED],
            Self::Theme(_) => &[
                LABEL,
                PARENT,
                COLOUR,
                KEY,
                DEFINITION,
                INCLUDE,
                EXCLUDE,
                EXAMPLE,
                ORDER,
                ARCHIVED,
                MERGED_INTO,
                SPLIT_FROM,
            ],
        }
    }

    /// Names that are no fields: something else goes by them where the item is written.
    pub(super) fn taken(&self) -> &'static [&'static str] {
        match self {
            Self::Book => &["id", "version", "stamp", "questions", "themes"],
            Self::Question(_) => &["id", "options"],
            Self::Option(..) | Self::Theme(_) => &["id"],
        }
    }
}
