//! What can happen on the Discuss screen.

use super::{place::Step, plan::Order};
use postil_core::base::id::OptionId;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The next step (true) of the discussion, or the one before.
    Stepped(bool),
    /// A step of the discussion was chosen.
    StepChosen(Step),
    /// The order of the agenda.
    OrderChosen(Order),
    /// How many minutes there are for all of it; `None` when the number was taken away.
    TimeTyped(Option<u32>),
    /// How many of them each paragraph gets; `None` when that is to follow from the others.
    EachTyped(Option<u32>),
    /// Something was typed that is no number of minutes.
    MinutesRefused,
    /// A paragraph was put on the agenda or left off it, by its index.
    AgendaSwitched(usize),
    /// A place in the agenda was chosen.
    AgendaPlace(usize),
    /// All paragraphs were put on the agenda, also those on which everybody agrees.
    AllChosen,
    /// The agenda is to be what is proposed again.
    AgendaReset,
    /// The agenda was opened or closed.
    AgendaOpened(bool),
    /// The discussion is to fill the screen, or not any more.
    FullScreenAsked,
    /// Whoever leads the discussion goes back to the rest of the app.
    LeaveAsked,
    /// The same by a key, which closes an agenda that is open first.
    Escaped,
    /// Hands were counted for an option; `None` when the number was taken away.
    HandsCounted(OptionId, Option<u32>),
    /// Something was typed that is no number of hands.
    HandsRefused,
    /// Counts of hands are to be hidden while they are counted (true), or shown.
    CountsHidden(bool),
    /// A timer of so many minutes was started for the paragraph; `None` ends it.
    TimerSet(Option<u32>),
    /// The clock ticked.
    Ticked,
}
