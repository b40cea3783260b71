//! What can happen on the group's screens.

use std::rc::Rc;

use crate::core::id::{AnnotatorId, OptionId, ThemeId};

/// The parts of Compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Paragraphs by readers.
    #[default]
    Board,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 1] = [Self::Board];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "Board",
        }
    }
}

/// Which paragraphs the board shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those that readers differ on.
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
    /// A reader was taken in or left out.
    ReaderSwitched(AnnotatorId),
    /// All readers were taken in again.
    AllReadersChosen,
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
    /// Files of others are to be brought in.
    ImportAsked,
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
