//! The agreed reading: what a group settled on, paragraph by paragraph, beside everybody's own answers.
//!
//! It is a layer like any other, under the fixed id [`AGREED`], so it is stored, exported and merged like one, and two
//! groups' decisions about one article meet register by register. A decision writes every register it is made of with one
//! stamp, and of a record only what carries the stamp of its outcome is read ([`reading`]). So of two decisions about one
//! paragraph the later one counts as a whole, also when each knows themes and questions that the other does not.
//!
//! The outcome decides: only what is *decided* has answers. Where the group finds that different readings stand, or
//! leaves a paragraph open, there is nothing that anybody's answer could be compared with.
//!
//! Beside the codebook's questions its records answer some that are about the decision itself. Their ids begin with
//! [`ABOUT`], and no count of what is coded includes them ([`Record::is_coded`]). `docs/bundle.md` lists them.

mod counts;
mod home;
mod outcomes;
#[cfg(test)]
mod tests;
mod votes;

use std::sync::Arc;

pub use self::{
    counts::{counts, leave_out_ahead, readers, write_counts},
    home::{HOME, for_one},
    outcomes::Outcomes,
    votes::{Hands, Round, Votes, count_hands, hands},
};
use super::{Record, Stance, Themes, edit::Edit, stamp::Stamp};
use crate::{
    base::{
        id::{AnnotatorId, OptionId, QuestionId, ThemeId},
        map::Map,
    },
    codebook::Codebook,
};

/// The annotator under which the agreed reading is kept.
pub const AGREED: &str = "agreed";
/// The name that its layer carries in files.
pub const NAME: &str = "Agreed reading";
/// What the ids of questions about a decision begin with.
pub const ABOUT: &str = "agreed:";

const OUTCOME: &str = "agreed:outcome";
const REASON: &str = "agreed:reason";
const BY: &str = "agreed:by";
const REPLY: &str = "agreed:reply";

/// A list of words that are stored by their ids.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $id:literal, $label:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$of])* $variant,)* }

        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The id under which it is stored.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }

            /// The words that people see.
            #[must_use]
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label,)* }
            }

            /// The one with this id.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|word| word.id() == id)
            }
        }
    };
}

words! {
    /// What became of a paragraph.
    Outcome {
        /// The group gives this answer.
        Decided = "decided", "Decided";
        /// The group finds that both readings stand.
        Difference = "difference", "A real difference of reading";
        /// The group leaves it open on purpose.
        Open = "open", "Left open";
    }
}

impl Outcome {
    /// The sign that stands for it where there is little room.
    #[must_use]
    pub fn glyph(self) -> &'static str {
        match self {
            Self::Decided => "✓",
            Self::Difference => "≠",
            Self::Open => "…",
        }
    }
}

words! {
    /// Why people had read it differently.
    Reason {
        /// The text itself allows both.
        Text = "ambiguous-text", "The text is ambiguous";
        /// The codebook does not say.
        Rule = "unclear-rule", "The rule is unclear";
        /// Somebody chose what they did not mean.
        Slip = "slip", "A slip";
        /// People read it differently.
        Reading = "different-reading", "Different readings";
    }
}

words! {
    /// What an annotator says to the agreed reading of a paragraph.
    Reply {
        /// They now read it so too.
        Agrees = "agrees", "I read it so too now";
        /// They do not.
        Differs = "differs", "I still read it differently";
    }
}

/// What a group said of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What became of it.
    pub outcome: Outcome,
    /// Why people had differed, if that was said.
    pub reason: Option<Reason>,
    /// Who recorded it.
    pub by: Option<AnnotatorId>,
    /// When, in milliseconds since 1970.
    pub at: u64,
}

/// A decision to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What becomes of the paragraph.
    pub outcome: Outcome,
    /// The answers to questions; what is not in it is not answered. Recorded only if the outcome is *decided*, like the
    /// themes.
    pub stances: Map<QuestionId, OptionId>,
    /// The themes.
    pub themes: Themes,
    /// Why people had differed.
    pub reason: Option<Reason>,
    /// Who records it.
    pub by: AnnotatorId,
}

impl Proposal {
    /// What a record says, as a decision: somebody's answer that the group takes over.
    #[must_use]
    pub fn like(record: &Record, by: &AnnotatorId) -> Self {
        let answers = record.stances.iter().filter(|(id, _)| !is_about(id));
        let stances = answers.filter_map(|(id, r)| Some((id.clone(), r.value.as_ref()?.option.clone()))).collect();
        Self { outcome: Outcome::Decided, stances, themes: record.themes(), reason: None, by: by.clone() }
    }

    /// The edits that record it in the agreed reading: everything is written, also what stays as it is, so that of two
    /// decisions one counts as a whole.
    #[must_use]
    pub fn edits(&self, record: &Record, codebook: &Codebook) -> Vec<Edit> {
        // What is recorded or chosen may be unknown to the codebook.
        let mut questions: Vec<&QuestionId> = codebook.questions.iter().map(|question| &question.id).collect();
        for id in record.stances.keys().chain(self.stances.keys()).filter(|id| !is_about(id)) {
            if !questions.contains(&id) {
                questions.push(id);
            }
        }
        let decided = self.outcome == Outcome::Decided;
        let given = |id: &QuestionId| self.stances.get(id).filter(|_| decided).cloned();
        let mut edits: Vec<Edit> = questions.into_iter().map(|id| answer(id.clone(), given(id))).collect();
        let mut themes: Vec<&ThemeId> = codebook.themes.iter().map(|theme| &theme.id).collect();
        let set = self.themes.set();
        for id in record.themes.keys().chain(set) {
            if !themes.contains(&id) {
                themes.push(id);
            }
        }
        edits.push(Edit::NoneApplies(decided && self.themes == Themes::NoneApplies));
        edits.extend(themes.into_iter().map(|id| Edit::Theme(id.clone(), decided && set.contains(id))));
        edits.push(about(OUTCOME, Some(self.outcome.id())));
        edits.push(about(REASON, self.reason.map(Reason::id)));
        edits.push(about(BY, Some(self.by.as_str())));
        edits
    }
}

/// True for the annotator under which a group's decisions are kept: nobody, when people are counted.
#[must_use]
pub fn is_agreed(annotator: &AnnotatorId) -> bool {
    annotator.as_str() == AGREED
}

/// True for the questions that are about a decision and not about the text.
#[must_use]
pub fn is_about(question: &QuestionId) -> bool {
    question.as_str().starts_with(ABOUT)
}

/// What the group said of the paragraph of this record; `None` while it has said nothing.
#[must_use]
pub fn decision(record: &Record) -> Option<Decision> {
    let register = record.stances.get(OUTCOME)?;
    let outcome = Outcome::from_id(register.value.as_ref()?.option.as_str())?;
    let with =
        |question| record.stances.get(question).filter(|r| r.stamp == register.stamp).and(said(record, question));
    let reason = with(REASON).and_then(Reason::from_id);
    let by = with(BY).map(AnnotatorId::from);
    Some(Decision { outcome, reason, by, at: register.stamp.wall })
}

/// The answers and themes that the group decided on, as a record; an empty one where it decided on none.
#[must_use]
pub fn reading(record: &Record) -> Record {
    let mut reading = Record::default();
    let Some(stamp) = decision(record).filter(|d| d.outcome == Outcome::Decided).and(stamp(record)) else {
        return reading;
    };
    let answers = record.stances.iter().filter(|(id, r)| !is_about(id) && r.stamp == *stamp);
    reading.stances = answers.map(|(id, r)| (id.clone(), r.clone())).collect();
    let themes = record.themes.iter().filter(|(_, r)| r.stamp == *stamp);
    reading.themes = themes.map(|(id, r)| (id.clone(), r.clone())).collect();
    reading.none_applies = record.none_applies.clone().filter(|r| r.stamp == *stamp);
    reading
}

/// The stamp of everything that was recorded together, or taken back.
#[must_use]
pub fn stamp(record: &Record) -> Option<&Stamp> {
    record.stances.get(OUTCOME).map(|register| &register.stamp)
}

/// The edits that take a decision back, its answers, its sentence and all: no file is to hold the words of something that
/// does not stand any more.
#[must_use]
pub fn take_back(record: &Record) -> Vec<Edit> {
    let answers = record
        .stances
        .iter()
        .filter(|(id, r)| r.value.is_some() && (!is_about(id) || [OUTCOME, REASON, BY].contains(&id.as_str())));
    let mut edits: Vec<Edit> = answers.map(|(id, _)| answer(id.clone(), None)).collect();
    edits.extend(record.themes.iter().filter(|(_, r)| r.value).map(|(id, _)| Edit::Theme(id.clone(), false)));
    edits.extend(record.none_applies.as_ref().filter(|r| r.value).map(|_| Edit::NoneApplies(false)));
    edits.extend(record.note.spoken().next().map(|_| Edit::Note(Vec::new())));
    edits
}

/// What an annotator replied, in their own record.
#[must_use]
pub fn reply(record: &Record) -> Option<Reply> {
    said(record, REPLY).and_then(Reply::from_id)
}

/// The edit of a reply; the same again takes it back.
#[must_use]
pub fn choose_reply(record: &Record, chosen: Reply) -> Edit {
    about(REPLY, (reply(record) != Some(chosen)).then(|| chosen.id()))
}

fn about(question: &str, value: Option<&str>) -> Edit {
    answer(question.into(), value.map(OptionId::from))
}

fn answer(question: QuestionId, option: Option<OptionId>) -> Edit {
    Edit::Stance(question, option.map(|option| Stance { option, confidence: None }))
}

fn said<'a>(record: &'a Record, question: &str) -> Option<&'a str> {
    record.stances.get(question)?.value.as_ref().map(|stance| stance.option.as_str())
}

/// The sentence that goes with a decision: the text that was written last. While nothing is decided, all that was written.
#[must_use]
pub fn sentence(record: &Record) -> Arc<str> {
    if decision(record).is_some() {
        return record.note.texts.last().map_or_else(|| "".into(), |last| Arc::clone(&last.text));
    }
    let texts: Vec<&str> = record.note.spoken().map(|text| &**text).collect();
    texts.join("\n\n").into()
}

/// The sentence as part of a decision that is being recorded (`change`) over what was said before (`record`): written
/// anew with it, even if there is none, so that no sentence of another decision is taken for its own.
#[must_use]
pub fn sentence_with(change: &Record, record: &Record) -> Option<Edit> {
    decision(change)?;
    let sentence = sentence(record);
    Some(Edit::Note(if sentence.is_empty() { Vec::new() } else { vec![sentence] }))
}
