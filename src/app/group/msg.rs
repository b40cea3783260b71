//! What can happen on the group's screens.

use std::rc::Rc;

use crate::core::{
    agreement::measure::Measure,
    id::{AnnotatorId, OptionId, ThemeId},
};

/// The parts of Compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Paragraphs by annotators.
    #[default]
    Board,
    /// Coefficients of agreement.
    Numbers,
    /// Kinds of disagreement.
    Kinds,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Board, Self::Numbers, Self::Kinds];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Numbers => "Numbers",
            Self::Kinds => "Differences",
        }
    }
}

/// Which paragraphs the board shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those that annotators differ on.
    Differing,
    /// Those that not everybody has coded.
    Unfinished,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The other program told something: what kind, and a text.
    Told(Rc<str>, Rc<str>),
    /// A wait is over.
    TimePassed(u64),
    /// Another part of Compare was chosen.
    TabChosen(Tab),
    /// Another stance question was chosen, by its place.
    QuestionChosen(usize),
    /// A annotator was taken in or left out.
    AnnotatorSwitched(AnnotatorId),
    /// All annotators were taken in again.
    AllAnnotatorsChosen,
    /// Names were shown (true) or hidden.
    NamesSwitched(bool),
    /// The board was sorted by disagreement (true) or in reading order.
    Sorted(bool),
    /// The board shows only these paragraphs.
    OnlyChosen(Only),
    /// The board shows only paragraphs to which somebody gave this theme.
    ThemeChosen(Option<ThemeId>),
    /// The board shows only paragraphs to which somebody gave this answer.
    StanceChosen(Option<OptionId>),
    /// The end of what is drawn of the board came into sight.
    EndSeen,
    /// Only paragraphs coded by all count for the numbers (true), or all do.
    CompleteChosen(bool),
    /// The explanation of a number was opened, or closed.
    NumberOpened(Option<Measure>),
    /// A paragraph was opened (by its index from 0), or closed.
    ParagraphOpened(Option<usize>),
    /// Files of others are to be brought in.
    ImportAsked,
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
