//! What can happen on the codebook.

use postil_core::{
    base::id::{ArticleId, CodebookId, QuestionId, ThemeId},
    codebook::{
        book::{Item, Value},
        code::Code,
        mapping::To,
    },
    exchange::codebook::Format,
};
use std::sync::Arc;

/// The id of the page’s heading, where the focus goes once another codebook was chosen.
pub const HEAD: &str = "codebook-head";

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Words were typed into a field of something.
    Typed(Item, &'static str, Arc<str>),
    /// The field was left.
    Left,
    /// Something was chosen for a field.
    Chosen(Item, &'static str, Value),
    /// Another question is wanted.
    QuestionAdded,
    /// Another answer to a question is wanted.
    OptionAdded(QuestionId),
    /// It is to be saved as a file.
    Saved(Format),
    /// Another theme is wanted.
    ThemeAdded,
    /// Something goes one place up or, with `true`, down.
    Moved(Item, bool),
    /// Something was dropped right before something else or, with `true`, behind it.
    Dropped(Item, Item, bool),
    /// A theme goes into another, or out of all.
    Nested(ThemeId, Option<ThemeId>),
    /// Something more is to be said of a theme; `None` gives it up.
    Began(Option<Picking>),
    /// A theme goes into another one for good.
    MergedInto(ThemeId, ThemeId),
    /// A theme becomes several: their names, one a line.
    SplitInto(ThemeId, Arc<str>),
    /// Something is archived, or brought back.
    Archived(Item, bool),
    /// Another codebook is wanted to begin with, by its id.
    BeginningChosen(Arc<str>),
    /// The codebooks of all other articles are to be shown.
    LentAsked,
    /// The codebook of this article is wanted here too.
    TakenFrom(ArticleId),
    /// A code of another codebook is this with us; `None` takes that back.
    Mapped(CodebookId, Code, Option<To>),
    /// A theme of another codebook is to be one of ours too.
    Adopted(CodebookId, ThemeId),
    /// All that look alike are the same.
    SuggestionsTaken(CodebookId),
    /// What was tagged under an earlier rule is to be looked at again.
    AgainAsked,
    /// The page has rested: more of the themes can be drawn.
    Rested,
}

/// What is being said of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picking {
    /// Into which other one it goes.
    Merge(ThemeId),
    /// Into which new ones it falls.
    Split(ThemeId),
}

impl Picking {
    /// The theme that it is about.
    #[must_use]
    pub fn theme(&self) -> &ThemeId {
        let (Self::Merge(theme) | Self::Split(theme)) = self;
        theme
    }
}
