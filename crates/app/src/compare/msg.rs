//! What can happen in Compare.

pub use crate::class::sheets::Way;
use crate::strings::compare as strings;
use postil_core::{
    base::id::{OptionId, ThemeId},
    measure::agreement::measure::Measure,
};

/// The parts of Compare, and the ways in which two of them are shown.
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
}

impl Tab {
    /// What Compare is made of. The board and the portrait are one part, People, which opens with the board; how much people
    /// agree and in which way they differ are another, Numbers.
    pub const PARTS: [Self; 4] = [Self::Overview, Self::Board, Self::Themes, Self::Numbers];

    /// The one of [`Self::PARTS`] that it belongs to.
    #[must_use]
    pub fn part(self) -> Self {
        match self {
            Self::Portrait => Self::Board,
            Self::Kinds => Self::Numbers,
            part => part,
        }
    }

    /// Its name among the parts.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => strings::overview(),
            Self::Board | Self::Portrait => strings::people(),
            Self::Themes => strings::themes(),
            Self::Numbers | Self::Kinds => strings::numbers(),
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
    /// How often each answer was given to each paragraph.
    Answers,
    /// How often each theme applies.
    Frequency,
    /// Who takes which stance where a theme applies.
    StanceByTheme,
    /// Which themes apply together.
    Together,
    /// The article as a row of paragraphs.
    Portrait,
    /// How Cohen’s kappa of all pairs is spread.
    Pairs,
}

impl Drawing {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Answers, Self::Frequency, Self::StanceByTheme, Self::Together, Self::Portrait, Self::Pairs];

    /// What the buttons that save it as SVG and as PNG are called, so that each has a name of its own.
    #[must_use]
    pub fn buttons(self) -> [&'static str; 2] {
        match self {
            Self::Answers => [strings::answers_as_svg(), strings::answers_as_png()],
            Self::Frequency => [strings::frequency_as_svg(), strings::frequency_as_png()],
            Self::StanceByTheme => [strings::stance_by_theme_as_svg(), strings::stance_by_theme_as_png()],
            Self::Together => [strings::together_as_svg(), strings::together_as_png()],
            Self::Portrait => [strings::portrait_as_svg(), strings::portrait_as_png()],
            Self::Pairs => [strings::pairs_as_svg(), strings::pairs_as_png()],
        }
    }
}

/// What there are tables of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// How often each answer was given to each paragraph.
    Overview,
    /// What everybody said of each paragraph.
    Board,
    /// How often each theme applies.
    Frequency,
    /// Who takes which stance where a theme applies.
    StanceByTheme,
    /// Which themes apply together.
    Together,
    /// Coefficients of agreement.
    Numbers,
    /// Cohen's kappa of each two people.
    Pairs,
    /// Kinds of disagreement.
    Kinds,
}

impl Sheet {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Board,
        Self::Frequency,
        Self::StanceByTheme,
        Self::Together,
        Self::Numbers,
        Self::Pairs,
        Self::Kinds,
    ];

    /// What the buttons that save it as CSV and copy it are called, so that each has a name of its own.
    #[must_use]
    pub fn buttons(self) -> [&'static str; 2] {
        match self {
            Self::Overview => [strings::answers_as_csv(), strings::copy_answers()],
            Self::Board => [strings::board_as_csv(), strings::copy_board()],
            Self::Frequency => [strings::frequency_as_csv(), strings::copy_frequency()],
            Self::StanceByTheme => [strings::stance_by_theme_as_csv(), strings::copy_stance_by_theme()],
            Self::Together => [strings::together_as_csv(), strings::copy_together()],
            Self::Numbers => [strings::numbers_as_csv(), strings::copy_numbers()],
            Self::Pairs => [strings::pairs_as_csv(), strings::copy_pairs()],
            Self::Kinds => [strings::kinds_as_csv(), strings::copy_kinds()],
        }
    }

    /// Its name in files.
    #[must_use]
    pub(crate) fn file(self) -> &'static str {
        match self {
            Self::Overview => "answers",
            Self::Board => "board",
            Self::Frequency => "theme-frequency",
            Self::StanceByTheme => "stance-by-theme",
            Self::Together => "theme-co-occurrence",
            Self::Numbers => "numbers",
            Self::Pairs => "pairs",
            Self::Kinds => "disagreement",
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
    /// A table is to be saved, or copied.
    SheetAsked(Sheet, Way),
    /// The table at this place of the open explanation is to be saved, or copied.
    CellsAsked(usize, Way),
    /// A picture could not be drawn as PNG.
    PictureFailed,
    /// Files of others are to be brought in.
    ImportAsked,
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
