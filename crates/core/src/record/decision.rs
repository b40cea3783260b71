//! Decisions: what a class settled on, paragraph by paragraph, beside everybody's own answers.
//!
//! What a class says of a paragraph is one value, a [`Settlement`]: what became of it, the answers and themes, why people
//! had differed, in a sentence, and who recorded it. It stands in one register, so of two decisions about one paragraph the
//! later one counts as a whole, also when each knows themes and questions that the other does not. A vote is one value too:
//! all hands of one round.
//!
//! The outcome decides: only what is *decided* has answers. Where the class finds that different readings stand, or
//! leaves a paragraph open, there is nothing that anybody's answer could be compared with.
//!
//! All of it belongs to a class, which has an id and a name: two sections of one teacher on one article stay two. It is no
//! layer of answers, and nothing that counts readers meets it.

mod change;
mod counts;
mod home;
mod outcomes;
mod reply;
mod roll;
#[cfg(test)]
mod tests;
mod votes;

pub use self::{
    change::{ClassEdit, DecisionEdit, Proposal, delta},
    counts::{Counting, Counts},
    outcomes::Outcomes,
    reply::choose_reply,
    roll::RollEdit,
    votes::{Ballot, Hands, Round, Vote},
};
pub use super::words::{Outcome, Reason, Reply};
use super::{Record, Stance, Themes};
use crate::{
    base::{
        id::{AnnotatorId, OptionId, ParagraphId, QuestionId, VersionId},
        map::Map,
        order,
        register::{Register, Registers, join_option},
        stamp::Stamp,
    },
    codebook::Codebook,
    json::extra::{self, Extra},
};
use std::sync::Arc;

/// The replica under which everything of a class is written in feedback files. A replica is a tab, and whose tab it was
/// could be told from the files of that person. Of two equal times this one is the lesser, whatever the tab: so a copy that
/// comes back does not take the place of what it was made from.
const HOME: &str = "(feedback)";

/// What a class says of a paragraph, as one value. Without an outcome nothing is settled: then it holds at most the sentence
/// that is being prepared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Settlement {
    /// What became of the paragraph; `None` while nothing did, or when it was taken back.
    pub outcome: Option<Outcome>,
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
    /// The version of the codebook that answers and themes are of.
    pub under: Option<VersionId>,
    /// Fields of newer versions, as the JSON text of an object.
    pub(crate) beside: Option<Arc<str>>,
}

impl Default for Settlement {
    fn default() -> Self {
        Self {
            outcome: None,
            answers: Map::new(),
            themes: Themes::NotCoded,
            reason: None,
            sentence: "".into(),
            by: None,
            under: None,
            beside: None,
        }
    }
}

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
    /// The votes that were held on it, by question: the first and the second.
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
pub struct Adjudication<'a>(Option<(&'a Decisions, &'a ParagraphId)>);

impl<'a> Adjudication<'a> {
    fn register(self) -> Option<&'a Register<Settlement>> {
        let (class, paragraph) = self.0?;
        class.settlements.get(paragraph)
    }

    fn value(self) -> Option<&'a Settlement> {
        self.register().map(|register| &register.value)
    }

    /// The decision; `None` while there is none.
    #[must_use]
    pub fn decision(self) -> Option<Decision> {
        let Register { value, stamp, .. } = self.register()?;
        let (outcome, answered) = (value.outcome?, value.outcome == Some(Outcome::Decided));
        Some(Decision {
            outcome,
            answers: if answered { value.answers.clone() } else { Map::new() },
            themes: if answered { value.themes.clone() } else { Themes::NotCoded },
            reason: value.reason,
            sentence: Arc::clone(&value.sentence),
            by: value.by.clone(),
            at: stamp.wall,
            votes: self.hands(),
        })
    }

    /// What became of the paragraph; `None` while nothing did.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        self.value()?.outcome
    }

    /// When it was settled, or last taken back.
    #[must_use]
    pub fn settled(self) -> Option<&'a Stamp> {
        self.register().map(|register| &register.stamp)
    }

    /// The sentence that goes with the decision, or that is being prepared for one.
    #[must_use]
    pub fn sentence(self) -> Arc<str> {
        self.value().map_or_else(|| "".into(), |value| Arc::clone(&value.sentence))
    }
}

/// The answers that stand in a record.
fn answers(record: &Record) -> Map<QuestionId, OptionId> {
    record.stances.iter().filter_map(|(id, r)| Some((id.clone(), r.value.as_ref()?.option.clone()))).collect()
}

/// What one class said of one article, and who belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    /// What the class is called.
    pub name: Option<Register<Arc<str>>>,
    /// Who belongs to it. Whoever is in no class is seen in every one.
    pub members: Registers<AnnotatorId, bool>,
    /// What it settled on, by paragraph.
    pub(crate) settlements: Registers<ParagraphId, Settlement>,
    /// The votes, by paragraph and round.
    pub(crate) votes: Registers<Ballot, Vote>,
    /// How many of it answered what: only in feedback, where its layers are not.
    pub(crate) counting: Option<Counting>,
    /// Fields of newer versions.
    pub(crate) extra: Extra,
}

impl Decisions {
    /// What was said of a paragraph.
    #[must_use]
    pub fn of<'a>(&'a self, paragraph: &'a ParagraphId) -> Adjudication<'a> {
        Adjudication(Some((self, paragraph)))
    }

    /// The paragraphs of which anything was said, in the order of their ids.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<&ParagraphId> {
        let counted = self.counting.iter().flat_map(|counting| counting.paragraphs.keys());
        let voted = self.votes.keys().map(|ballot| &ballot.paragraph);
        let mut all: Vec<&ParagraphId> = self.settlements.keys().chain(voted).chain(counted).collect();
        order::long(&mut all, |a, b| a.cmp(b));
        all.dedup();
        all
    }

    /// True when anything was said of a paragraph.
    pub(crate) fn speaks_of(&self, paragraph: &ParagraphId) -> bool {
        self.settlements.contains_key(paragraph)
            || self.votes.keys().any(|ballot| ballot.paragraph == *paragraph)
            || self.counting.as_ref().is_some_and(|counting| counting.paragraphs.contains_key(paragraph))
    }

    /// All that stands of what was said of a paragraph, to be held beside another state of it; `None` where nothing stands.
    pub(crate) fn says(&self, paragraph: &ParagraphId) -> Option<impl PartialEq + use<'_>> {
        let settled = self.settlements.get(paragraph).map(|r| &r.value).filter(|v| **v != Settlement::default());
        let votes = self.votes.iter().filter(|(ballot, r)| ballot.paragraph == *paragraph && !r.value.is_empty());
        let votes: Vec<(Round, &Vote)> = votes.map(|(ballot, r)| (ballot.round, &r.value)).collect();
        let counted = self.counting.as_ref().and_then(|counting| counting.paragraphs.get(paragraph));
        (settled.is_some() || !votes.is_empty() || counted.is_some()).then_some((settled, votes, counted))
    }

    /// The versions of the codebook that decisions were made with.
    pub(crate) fn versions(&self) -> impl Iterator<Item = &VersionId> {
        self.settlements.values().filter_map(|register| register.value.under.as_ref())
    }

    /// Every paragraph of which anything was said.
    pub fn iter(&self) -> impl Iterator<Item = (&ParagraphId, Adjudication<'_>)> {
        self.paragraphs().into_iter().map(|paragraph| (paragraph, self.of(paragraph)))
    }

    /// True when it ever settled something of a paragraph.
    #[must_use]
    pub(crate) fn settles(&self, paragraph: &ParagraphId) -> bool {
        self.settlements.contains_key(paragraph)
    }

    /// True when nothing is decided, or settled in another way.
    #[must_use]
    pub fn is_undecided(&self) -> bool {
        self.settlements.values().all(|register| register.value.outcome.is_none())
    }

    /// True when nothing was ever written.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        *self == Self::default()
    }

    /// True when nothing at all stands of what a class says of the article.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        let nothing = |value: &Settlement| value.outcome.is_none() && value.sentence.is_empty();
        self.settlements.values().all(|register| nothing(&register.value))
            && self.votes.values().all(|register| register.value.is_empty())
            && self.counting.is_none()
            && self.extra.keys().all(|name| extra::is_bound(name))
    }

    /// Changes what is said of a paragraph, as one gesture.
    pub fn edit(
        &mut self,
        paragraph: &ParagraphId,
        edit: &DecisionEdit,
        under: Option<&VersionId>,
        clock: &mut crate::base::stamp::Clock,
        now: u64,
    ) {
        let edits = self.of(paragraph).edits(edit, under);
        let delta = delta(self, paragraph, &edits, clock, now);
        self.join(&delta);
    }

    /// Merges what the same class said in another store or file. True when anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = join_option(&mut self.name, other.name.as_ref());
        changed |= self.members.join(&other.members);
        changed |= self.settlements.join(&other.settlements);
        changed |= self.votes.join(&other.votes);
        if other.counting > self.counting {
            self.counting.clone_from(&other.counting);
            changed = true;
        }
        changed |= extra::join(&mut self.extra, &other.extra);
        changed
    }

    /// Lets go of what was said until then; also of unknown fields and countings, of which nobody knows.
    pub(crate) fn let_go(&mut self, until: &Stamp) {
        self.extra.clear();
        self.name.take_if(|r| r.stamp <= *until);
        self.members.retain(|_, r| r.stamp > *until);
        self.settlements.retain(|_, r| r.stamp > *until);
        self.votes.retain(|_, r| r.stamp > *until);
        self.counting.take_if(|counting| counting.made <= until.wall);
    }

    /// Calls `visit` with every stamp in it.
    pub(crate) fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.name.iter().for_each(|r| visit(&r.stamp));
        self.members.values().for_each(|r| visit(&r.stamp));
        self.settlements.values().for_each(|r| visit(&r.stamp));
        self.votes.values().for_each(|r| visit(&r.stamp));
    }
}
