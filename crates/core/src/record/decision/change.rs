//! What changes in a decision, and the edits that write it.

use super::{Adjudication, BY, Codebook, Map, OUTCOME, Outcome, REASON, Reason, Round, answers, votes};
use crate::{
    base::id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    record::{Record, Stance, Themes, about::Remark, edit::Edit},
};

/// A decision to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What becomes of the paragraph.
    pub outcome: Outcome,
    /// The answers to questions; what is not in it is not answered. Recorded only if the outcome is *decided*, like the
    /// themes.
    pub answers: Map<QuestionId, OptionId>,
    /// The themes.
    pub themes: Themes,
    /// Why people had differed.
    pub reason: Option<Reason>,
    /// Who records it.
    pub by: AnnotatorId,
}

impl Proposal {
    /// What a record says, as a decision: somebody's answer that the class takes over.
    #[must_use]
    pub fn like(record: &Record, by: &AnnotatorId) -> Self {
        let (answers, themes) = (answers(record), record.themes());
        Self { outcome: Outcome::Decided, answers, themes, reason: None, by: by.clone() }
    }
}

/// One gesture that changes what a class says of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecisionEdit {
    /// Records a decision, with the sentence that stands there.
    Record(Proposal),
    /// Takes the decision back.
    TakeBack,
    /// Writes down how many hands were counted for an answer; `None` takes the number away.
    Count {
        /// In which show of hands.
        round: Round,
        /// On which question.
        question: QuestionId,
        /// For which answer.
        option: OptionId,
        /// How many.
        hands: Option<u32>,
    },
}

impl Adjudication<'_> {
    /// The edits of a gesture, in what is said here.
    #[must_use]
    pub fn edits(self, edit: &DecisionEdit, codebook: &Codebook) -> Vec<Edit> {
        match edit {
            DecisionEdit::Record(proposal) => self.record(proposal, codebook),
            DecisionEdit::TakeBack => self.take_back(),
            DecisionEdit::Count { round, question, option, hands } => {
                vec![votes::count_hands(*round, question, option, *hands)]
            }
        }
    }

    /// Everything is written, also what stays as it is, so that of two decisions one counts as a whole.
    fn record(self, proposal: &Proposal, codebook: &Codebook) -> Vec<Edit> {
        let nothing = Record::default();
        let record = self.0.unwrap_or(&nothing);
        // What is recorded or chosen may be unknown to the codebook.
        let mut questions: Vec<&QuestionId> = codebook.questions.iter().map(|question| &question.id).collect();
        for id in record.stances.keys().chain(proposal.answers.keys()) {
            if !questions.contains(&id) {
                questions.push(id);
            }
        }
        let decided = proposal.outcome == Outcome::Decided;
        let given = |id: &QuestionId| proposal.answers.get(id).filter(|_| decided).cloned();
        let mut edits: Vec<Edit> = questions.into_iter().map(|id| answer(id, given(id))).collect();
        let mut themes: Vec<&ThemeId> = codebook.themes.iter().map(|theme| &theme.id).collect();
        let set = proposal.themes.set();
        for id in record.themes.keys().chain(set) {
            if !themes.contains(&id) {
                themes.push(id);
            }
        }
        edits.push(Edit::NoneApplies(decided && proposal.themes == Themes::NoneApplies));
        edits.extend(themes.into_iter().map(|id| Edit::Theme(id.clone(), decided && set.contains(id))));
        edits.push(about(OUTCOME, Some(proposal.outcome.id())));
        edits.push(about(REASON, proposal.reason.map(Reason::id)));
        edits.push(about(BY, Some(proposal.by.as_str())));
        edits.push(self.sentence_anew());
        edits
    }

    /// The sentence as part of a decision that is being recorded: written anew with it, even if there is none, so that no
    /// sentence of another decision is taken for its own.
    fn sentence_anew(self) -> Edit {
        let sentence = self.sentence();
        Edit::Note(if sentence.is_empty() { Vec::new() } else { vec![sentence] })
    }

    /// Answers, sentence and all: no file is to hold the words of something that does not stand any more.
    fn take_back(self) -> Vec<Edit> {
        let Some(record) = self.0 else { return Vec::new() };
        let given = record.stances.iter().filter(|(_, r)| r.value.is_some());
        let mut edits: Vec<Edit> = given.map(|(id, _)| answer(id, None)).collect();
        let standing = [BY, OUTCOME, REASON].into_iter().filter(|id| record.about.said(id).is_some());
        edits.extend(standing.map(|id| about(id, None)));
        edits.extend(record.themes.iter().filter(|(_, r)| r.value).map(|(id, _)| Edit::Theme(id.clone(), false)));
        edits.extend(record.none_applies.as_ref().filter(|r| r.value).map(|_| Edit::NoneApplies(false)));
        edits.extend(record.note.spoken().next().map(|_| Edit::Note(Vec::new())));
        edits
    }
}

fn answer(question: &QuestionId, option: Option<OptionId>) -> Edit {
    Edit::Stance(question.clone(), option.map(|option| Stance { option, confidence: None }))
}

fn about(id: &str, word: Option<&str>) -> Edit {
    Edit::About(Remark::new(id, word))
}
