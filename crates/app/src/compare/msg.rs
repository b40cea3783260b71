//! What can happen in Compare.

use postil_core::{
    base::id::{OptionId, ThemeId},
    measure::agreement::measure::Measure,
    record::decision::Reply,
};
use std::sync::Arc;

/// The parts of Compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// What there is to say of the class, and its answers as bars.
    #[default]
    Overview,
    /// Paragraphs by annotators.
    Board,
    /// The article as a row of paragraphs.
    Portrait,
    /// Counts of themes.
    Themes,
    /// Coefficients of agreement.
    Numbers,
    /// Kinds of disagreement.
    Kinds,
    /// What the class decides, paragraph by paragraph.
    Decide,
    /// What the agreed reading changes for whoever tags here, and feedback for everybody.
    Changed,
    /// Who has handed in.
    Handed,
}

impl Tab {
    /// What Compare itself is made of. The board and the portrait are one part, People, which opens with the board.
    pub const PARTS: [Self; 4] = [Self::Overview, Self::Board, Self::Themes, Self::Numbers];
    /// What comes when the class has talked.
    pub const AFTER: [Self; 3] = [Self::Kinds, Self::Decide, Self::Changed];

    /// The one of [`Self::PARTS`] that it belongs to, if any.
    #[must_use]
    pub fn part(self) -> Option<Self> {
        let part = if self == Self::Portrait { Self::Board } else { self };
        Self::PARTS.contains(&part).then_some(part)
    }

    /// Its name among the parts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Board | Self::Portrait => "People",
            Self::Themes => "Themes",
            Self::Numbers => "Numbers",
            Self::Kinds => "Kinds of disagreement",
            Self::Decide => "Decide",
            Self::Changed => "What changed",
            Self::Handed => "Handed in",
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
    /// Those that are not answered by all.
    Unfinished,
}

/// What there are pictures of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// How often each theme applies.
    Frequency,
    /// Who takes which stance where a theme applies.
    StanceByTheme,
    /// Which themes apply together.
    Together,
    /// The article as a row of paragraphs.
    Portrait,
}

impl Drawing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Frequency, Self::StanceByTheme, Self::Together, Self::Portrait];

    /// What the buttons that save it as SVG and as PNG are called, so that each has a name of its own.
    #[must_use]
    pub fn buttons(self) -> [&'static str; 2] {
        match self {
            Self::Frequency => ["Save as SVG: theme frequency", "Save as PNG: theme frequency"],
            Self::StanceByTheme => ["Save as SVG: stance by theme", "Save as PNG: stance by theme"],
            Self::Together => ["Save as SVG: themes that apply together", "Save as PNG: themes that apply together"],
            Self::Portrait => ["Save as SVG: portrait", "Save as PNG: portrait"],
        }
    }
}

/// How a picture is saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As it is drawn.
    Svg,
    /// In pixels.
    Png,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Another part was chosen.
    TabChosen(Tab),
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
    /// Only paragraphs answered by all count for the numbers (true), or all do.
    CompleteChosen(bool),
    /// The explanation of a number was opened, or closed.
    NumberOpened(Option<Measure>),
    /// The sentence to cite is to be copied.
    CiteCopied,
    /// The page was awake for long enough: more of the numbers can be computed.
    NumbersRested,
    /// A picture is to be saved.
    PictureAsked(Drawing, Format),
    /// A picture could not be drawn as PNG.
    PictureFailed,
    /// All decided paragraphs are listed (true), or those where the own answer differs.
    ChangesChosen(bool),
    /// A reply to the agreed reading of the paragraph with this index; the same again takes it back.
    ReplyChosen(usize, Reply),
    /// The feedback files were asked for.
    FeedbackAsked,
    /// These are the names of those who are expected to hand in.
    RosterWritten(Arc<str>),
    /// Files of others are to be brought in.
    ImportAsked,
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
