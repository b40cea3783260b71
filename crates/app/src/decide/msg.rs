//! What can happen to the paragraph that is decided.

use postil_core::{
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    record::decision::{Outcome, Reason},
};
use std::sync::Arc;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Msg {
    /// The next (true) or previous paragraph is to be decided.
    ParagraphStepped(bool),
    /// An annotator's answer was taken as the class's.
    AnswerTaken(AnnotatorId),
    /// An answer was accepted as the class's, with the themes that most of those named who gave it.
    AnswerAccepted(QuestionId, OptionId),
    /// An option was chosen for the class's answer; the same again takes it back.
    AgreedStance(QuestionId, OptionId),
    /// A theme of the class's answer was switched.
    AgreedTheme(ThemeId),
    /// "No theme applies" of the class's answer was switched.
    AgreedNone,
    /// What becomes of the paragraph.
    OutcomeChosen(Outcome),
    /// Why people differed; the same again takes it back.
    ReasonChosen(Reason),
    /// The decision is to be recorded.
    DecisionRecorded,
    /// The one on the paragraph with this index is to be recorded, which is not shown any more.
    DraftRecorded(usize),
    /// A recorded decision is to be taken back.
    DecisionTakenBack,
    /// Words were typed into the class's sentence on the paragraph with this index.
    SentenceTyped(usize, Arc<str>),
    /// The field of the class's sentence was left.
    SentenceLeft,
}
