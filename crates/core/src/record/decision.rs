//! Decisions: what a class settled on, paragraph by paragraph, beside everybody's own answers.
//!
//! A [`Decision`] is one value: what became of the paragraph, the answers and themes, why people had differed, in a sentence,
//! who recorded it, and the votes before it. Of two decisions about one paragraph the later one counts as a whole, also when
//! each knows themes and questions that the other does not.
//!
//! The outcome decides: only what is *decided* has answers. Where the class finds that different readings stand, or
//! leaves a paragraph open, there is nothing that anybody's answer could be compared with.
//!
//! How decisions are written is known in this room, where they are stored (`keep`) and in files (`exchange`), and nowhere
//! else: as a layer like those of annotators, under an id of its own, so that two classes' decisions about one article meet
//! register by register. A decision writes every register it is made of with one stamp, and only what carries the stamp of
//! its outcome is read. What is about the decision itself stands among the answers there, under ids that
//! `docs/bundle.md` lists, and apart from them here (`about`).

mod change;
mod counts;
mod home;
mod outcomes;
mod reply;
#[cfg(test)]
mod tests;
mod votes;
mod words;

use std::sync::Arc;

pub use self::{
    change::{DecisionEdit, Proposal},
    counts::Counts,
    outcomes::Outcomes,
    reply::{choose_reply, reply},
    votes::{Hands, Round, Votes},
    words::{Outcome, Reason, Reply},
};
use super::{Layer, Record, Stance, Themes, about::Stored, edit::delta};
use crate::{
    base::{
        id::{AnnotatorId, OptionId, ParagraphId, QuestionId},
        map::Map,
        register::Register,
        stamp::{Clock, Stamp},
    },
    codebook::Codebook,
};

/// The name that the decisions of a class carry in files.
pub const NAME: &str = "Agreed reading";

const OUTCOME: &str = "agreed:outcome";
const REASON: &str = "agreed:reason";
const BY: &str = "agreed:by";
/// The replica under which everything of a class is written in feedback files. A replica is a tab, and whose tab it was
/// could be told from the files of that person. Of two equal times this one is the lesser, whatever the tab: so a copy that
/// comes back does not take the place of what it was made from.
const HOME: &str = "(feedback)";

/// What a class settled on for a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What became of it.
    pub outcome: Outcome,
    /// The answers to questions; none unless the outcome is *decided*.
    pub answers: Map<QuestionId, OptionId>,
    /// The themes; not coded unless the outcome is *decided*.
    pub themes: Themes,
    /// Why people had differed, if that was said.
    pub reason: Option<Reason>,
    /// The sentence that goes with it; may be empty.
    pub sentence: Arc<str>,
    /// Who recorded it.
    pub by: Option<AnnotatorId>,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The shows of hands that were held on it.
    pub votes: Map<QuestionId, [Hands; 2]>,
}

impl Decision {
    /// Its answers and themes as a record, to be held beside those of annotators.
    #[must_use]
    pub fn reading(&self) -> Record {
        let mut reading = Record::default();
        let stamp = Stamp { wall: self.at, counter: 0, replica: HOME.into() };
        for (question, option) in &self.answers {
            let stance = Stance { option: option.clone(), confidence: None };
            reading.stances.insert(question.clone(), Register::new(Some(stance), stamp.clone()));
        }
        let themes = self.themes.set().iter();
        reading.themes = themes.map(|id| (id.clone(), Register::new(true, stamp.clone()))).collect();
        reading.none_applies = (self.themes == Themes::NoneApplies).then(|| Register::new(true, stamp));
        reading
    }
}

/// All that a class said of one paragraph: its votes, its decision, and what goes with it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Adjudication<'a>(Option<&'a Record>);

impl<'a> Adjudication<'a> {
    /// What a class said, as it is stored.
    pub(crate) fn from_stored(record: &'a Record) -> Self {
        Self(Some(record))
    }

    /// The decision; `None` while there is none.
    #[must_use]
    pub fn decision(self) -> Option<Decision> {
        let outcome = self.outcome()?;
        let (record, at) = (self.0?, self.settled()?);
        let mut reading = Record::default();
        if outcome == Outcome::Decided {
            let answers = record.stances.iter().filter(|(_, r)| r.stamp == *at);
            reading.stances = answers.map(|(id, r)| (id.clone(), r.clone())).collect();
            let themes = record.themes.iter().filter(|(_, r)| r.stamp == *at);
            reading.themes = themes.map(|(id, r)| (id.clone(), r.clone())).collect();
            reading.none_applies = record.none_applies.clone().filter(|r| r.stamp == *at);
        }
        Some(Decision {
            outcome,
            answers: answers(&reading),
            themes: reading.themes(),
            reason: self.with_it(REASON).and_then(Reason::from_id),
            sentence: self.sentence(),
            by: self.with_it(BY).map(AnnotatorId::from),
            at: at.wall,
            votes: self.hands(),
        })
    }

    /// What became of the paragraph; `None` while nothing did.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        Outcome::from_id(self.0?.about.said(OUTCOME)?)
    }

    /// When it was settled, or last taken back: the stamp of everything that was written together.
    #[must_use]
    pub fn settled(self) -> Option<&'a Stamp> {
        self.0?.about.get(OUTCOME).map(|register| &register.stamp)
    }

    /// The sentence that goes with the decision: the text that was written last. While nothing is decided, all that was
    /// written.
    #[must_use]
    pub fn sentence(self) -> Arc<str> {
        let Some(record) = self.0 else { return "".into() };
        if self.outcome().is_some() {
            return record.note.texts.last().map_or_else(|| "".into(), |last| Arc::clone(&last.text));
        }
        let texts: Vec<&str> = record.note.spoken().map(|text| &**text).collect();
        texts.join("\n\n").into()
    }

    /// What stands there of what was written together with the outcome.
    fn with_it(self, id: &str) -> Option<&'a str> {
        let about = &self.0?.about;
        about.get(id).filter(|register| Some(&register.stamp) == self.settled())?;
        about.said(id)
    }

    /// What is said about the decision, as it is stored.
    fn about(self) -> impl Iterator<Item = (&'a QuestionId, &'a Stored)> {
        self.0.into_iter().flat_map(|record| record.about.iter())
    }
}

/// The answers that stand in a record.
fn answers(record: &Record) -> Map<QuestionId, OptionId> {
    record.stances.iter().filter_map(|(id, r)| Some((id.clone(), r.value.as_ref()?.option.clone()))).collect()
}

/// What a class settled on in one article, by paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(Layer);

impl Decisions {
    /// What was said of a paragraph.
    #[must_use]
    pub fn of(&self, paragraph: &ParagraphId) -> Adjudication<'_> {
        Adjudication(self.0.records.get(paragraph))
    }

    /// Every paragraph of which anything was said.
    pub fn iter(&self) -> impl Iterator<Item = (&ParagraphId, Adjudication<'_>)> {
        self.0.records.iter().map(|(paragraph, record)| (paragraph, Adjudication(Some(record))))
    }

    /// True when nothing is decided, or settled in another way.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.iter().all(|(_, adjudication)| adjudication.outcome().is_none())
    }

    /// True when nothing was ever written.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.0.records.is_empty() && self.0.extra.is_empty()
    }

    /// True when nothing at all stands.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.0.is_silent()
    }

    /// Changes what is said of a paragraph, as one gesture.
    pub fn edit(
        &mut self,
        paragraph: &ParagraphId,
        edit: &DecisionEdit,
        codebook: &Codebook,
        clock: &mut Clock,
        now: u64,
    ) {
        let edits = self.of(paragraph).edits(edit, codebook);
        let record = self.0.records.entry(paragraph.clone()).or_default();
        let delta = delta(record, &edits, clock, now);
        record.join(&delta);
    }

    /// Merges the decisions of another store or file. True when anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        self.0.join(&other.0)
    }

    /// The layer as which they are stored.
    pub(crate) fn stored(&self) -> &Layer {
        &self.0
    }

    /// The same, to be changed.
    pub(crate) fn stored_mut(&mut self) -> &mut Layer {
        &mut self.0
    }

    /// What is stored as this layer.
    pub(crate) fn from_stored(layer: Layer) -> Self {
        Self(layer)
    }
}
