//! What can happen on the Discuss screen.

use super::place::Step;
use postil_core::base::id::OptionId;

/// In which order paragraphs come up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Agenda {
    /// Those that divide most first.
    #[default]
    ByDisagreement,
    /// As they stand in the article.
    InOrder,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
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
    /// The agenda was opened or closed.
    AgendaOpened(bool),
    /// The discussion is to fill the screen, or not any more.
    FullScreenAsked,
    /// Hands were counted for an option; `None` when the number was taken away.
    HandsCounted(OptionId, Option<u32>),
    /// Something was typed that is no number of hands.
    HandsRefused,
    /// A timer of so many minutes was started; `None` ends it.
    TimerSet(Option<u32>),
    /// The clock ticked.
    Ticked,
}
