//! What can happen on the group's screens.

use super::place::Step;
use crate::timer::Timer;
use postil_core::{
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    measure::agreement::measure::Measure,
    record::decision::{Outcome, Reason, Reply},
};
use std::sync::Arc;

/// The parts of Compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Paragraphs by annotators.
    #[default]
    Board,
    /// Counts of themes.
    Themes,
    /// The article as a row of paragraphs.
    Portrait,
    /// Coefficients of agreement.
    Numbers,
    /// Kinds of disagreement.
    Kinds,
    /// What the group decides, paragraph by paragraph.
    Decide,
    /// What the agreed reading changes for whoever tags here, and feedback for everybody.
    Changed,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 7] =
        [Self::Board, Self::Themes, Self::Portrait, Self::Numbers, Self::Kinds, Self::Decide, Self::Changed];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Board => "Board",
            Self::Themes => "Themes",
            Self::Portrait => "Portrait",
            Self::Numbers => "Numbers",
            Self::Kinds => "Differences",
            Self::Decide => "Decide",
            Self::Changed => "What changed",
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

/// In which order paragraphs come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agenda {
    /// Those that divide most first.
    #[default]
    ByDisagreement,
    /// As they stand in the article.
    InOrder,
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

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// A wait is over.
    TimePassed(Timer),
    /// A picture could not be drawn as PNG.
    PictureFailed,
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
    /// Only paragraphs answered by all count for the numbers (true), or all do.
    CompleteChosen(bool),
    /// The explanation of a number was opened, or closed.
    NumberOpened(Option<Measure>),
    /// A picture is to be saved: as PNG (true) or as SVG.
    PictureAsked(Drawing, bool),
    /// A paragraph is to be decided: its index, from 0.
    ParagraphOpened(usize),
    /// The next (true) or previous paragraph is to be decided.
    ParagraphStepped(bool),

    /// An annotator's answer was taken as the group's.
    AnswerTaken(AnnotatorId),
    /// An option was chosen for the group's answer; the same again takes it back.
    AgreedStance(QuestionId, OptionId),
    /// A theme of the group's answer was switched.
    AgreedTheme(ThemeId),
    /// "No theme applies" of the group's answer was switched.
    AgreedNone,
    /// What becomes of the paragraph.
    OutcomeChosen(Outcome),
    /// Why people differed; the same again takes it back.
    ReasonChosen(Reason),
    /// The decision is to be recorded.
    DecisionRecorded,
    /// A recorded decision is to be taken back.
    DecisionTakenBack,
    /// Words were typed into the group's sentence on the paragraph with this index.
    SentenceTyped(usize, Arc<str>),
    /// The field of the group's sentence was left.
    SentenceLeft,

    /// The next step (true) of the discussion, or the one before.
    Stepped(bool),
    /// A step of the discussion was chosen.
    StepChosen(Step),
    /// The order of the agenda.
    AgendaChosen(Agenda),
    /// A paragraph was put on the agenda or left off it, by its index.
    AgendaSwitched(usize),
    /// A place in the agenda was chosen.
    AgendaPlace(usize),
    /// Everything was put back on the agenda.
    AgendaReset,
    /// The discussion is to fill the screen, or not any more.
    FullScreenAsked,
    /// The agenda was opened or closed.
    AgendaOpened(bool),
    /// Hands were counted for an option; `None` when the number was taken away.
    HandsCounted(OptionId, Option<u32>),
    /// Something was typed that is no number of hands.
    HandsRefused,
    /// A timer of so many minutes was started; `None` ends it.
    TimerSet(Option<u32>),
    /// All decided paragraphs are listed (true), or those where the own answer differs.
    ChangesChosen(bool),
    /// A reply to the agreed reading of the paragraph with this index; the same again takes it back.
    ReplyChosen(usize, Reply),
    /// The feedback files were asked for.
    FeedbackAsked,
    /// The report is to be printed.
    PrintAsked,
    /// The report is to be saved as a page.
    ReportAsked,
    /// Files of others are to be brought in.
    ImportAsked,
    /// The example class was asked for.
    ExampleAsked,
    /// The example class is to go.
    ExampleLeft,
}
