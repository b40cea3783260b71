//! What can happen on the class's screens: on all of them, or on one.

use super::roll;
use crate::{codebook, compare, decide, discuss, lesson, report};
use postil_core::base::id::AnnotatorId;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// Another stance question was chosen, by its place.
    QuestionChosen(usize),
    /// An annotator was taken in or left out.
    AnnotatorSwitched(AnnotatorId),
    /// All annotators were taken in again.
    AllAnnotatorsChosen,
    /// Names were shown (true) or hidden.
    NamesSwitched(bool),
    /// A paragraph is to be decided on its page: its index, from 0.
    ParagraphOpened(usize),
    /// Something was said of people, or of classes.
    Roll(roll::msg::Msg),
    /// Something happened in Compare.
    Compare(compare::msg::Msg),
    /// Something was done about the paragraph that is decided, on its page or at the end of a discussion.
    Decide(decide::msg::Msg),
    /// Something happened on the Discuss screen.
    Discuss(discuss::msg::Msg),
    /// Something happened on the report.
    Report(report::msg::Msg),
    /// Something happened on the codebook.
    Codebook(codebook::msg::Msg),
    /// Something happened on Class.
    Lesson(lesson::msg::Msg),
}

impl From<codebook::msg::Msg> for Msg {
    fn from(msg: codebook::msg::Msg) -> Self {
        Self::Codebook(msg)
    }
}

impl From<lesson::msg::Msg> for Msg {
    fn from(msg: lesson::msg::Msg) -> Self {
        Self::Lesson(msg)
    }
}

impl From<roll::msg::Msg> for Msg {
    fn from(msg: roll::msg::Msg) -> Self {
        Self::Roll(msg)
    }
}

impl From<compare::msg::Msg> for Msg {
    fn from(msg: compare::msg::Msg) -> Self {
        Self::Compare(msg)
    }
}

impl From<decide::msg::Msg> for Msg {
    fn from(msg: decide::msg::Msg) -> Self {
        Self::Decide(msg)
    }
}

impl From<discuss::msg::Msg> for Msg {
    fn from(msg: discuss::msg::Msg) -> Self {
        Self::Discuss(msg)
    }
}

impl From<report::msg::Msg> for Msg {
    fn from(msg: report::msg::Msg) -> Self {
        Self::Report(msg)
    }
}
