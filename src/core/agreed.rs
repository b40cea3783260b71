//! The agreed reading: what a group settled on, paragraph by paragraph, beside everybody's own answers.
//!
//! It is a layer like any other, under the fixed id [`AGREED`], so it is stored, exported and merged like one, and two
//! groups' decisions about one article meet register by register. A decision writes every register it is made of with one
//! stamp, so that of two decisions about one paragraph the later one counts as a whole.
//!
//! Beside the codebook's questions its records answer some that are about the decision itself. Their ids begin with
//! [`ABOUT`], and no count of what is coded includes them ([`Record::is_coded`]). `docs/bundle.md` lists them.

use std::rc::Rc;

use super::{
    annotation::{Record, Stance, Themes},
    codebook::Codebook,
    edit::Edit,
    id::{AnnotatorId, OptionId, QuestionId, ThemeId},
    map::Map,
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
const READERS: &str = "agreed:readers";

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
    /// The answers to questions; what is not in it is not answered.
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
        let mut questions: Vec<&QuestionId> = codebook.questions.iter().map(|question| &question.id).collect();
        questions.extend(record.stances.keys().filter(|id| !is_about(id) && codebook.question(id).is_none()));
        let mut edits: Vec<Edit> =
            questions.into_iter().map(|id| answer(id.clone(), self.stances.get(id).cloned())).collect();
        let chosen = |id: &ThemeId| matches!(&self.themes, Themes::Set(set) if set.contains(id));
        let mut themes: Vec<&ThemeId> = codebook.themes.iter().map(|theme| &theme.id).collect();
        themes.extend(record.themes.keys().filter(|id| codebook.theme(id).is_none()));
        edits.push(Edit::NoneApplies(self.themes == Themes::NoneApplies));
        edits.extend(themes.into_iter().map(|id| Edit::Theme(id.clone(), chosen(id))));
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
    let reason = said(record, REASON).and_then(Reason::from_id);
    let by = said(record, BY).map(AnnotatorId::from);
    Some(Decision { outcome, reason, by, at: register.stamp.wall })
}

/// The edits that take a decision back, its answers and all.
#[must_use]
pub fn take_back(record: &Record) -> Vec<Edit> {
    let answers = record
        .stances
        .iter()
        .filter(|(id, r)| r.value.is_some() && (!is_about(id) || [OUTCOME, REASON, BY].contains(&id.as_str())));
    let mut edits: Vec<Edit> = answers.map(|(id, _)| answer(id.clone(), None)).collect();
    edits.extend(record.themes.iter().filter(|(_, r)| r.value).map(|(id, _)| Edit::Theme(id.clone(), false)));
    edits.extend(record.none_applies.as_ref().filter(|r| r.value).map(|_| Edit::NoneApplies(false)));
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

/// A show of hands: how many for each option.
pub type Hands = Map<OptionId, u32>;

/// Which show of hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Round {
    /// Before the answers are shown.
    First,
    /// After the discussion.
    Second,
}

impl Round {
    fn place(self) -> &'static str {
        match self {
            Self::First => "agreed:vote-1",
            Self::Second => "agreed:vote-2",
        }
    }
}

/// The hands that were counted in a round; empty when there was none.
#[must_use]
pub fn hands(record: &Record, round: Round, question: &QuestionId) -> Hands {
    numbers(record, &place(round.place(), question))
}

/// The edit that writes down the hands for one option; `None` takes the number away.
#[must_use]
pub fn count_hands(round: Round, question: &QuestionId, option: &OptionId, hands: Option<u32>) -> Edit {
    number(place(round.place(), question) + option.as_str(), hands)
}

/// How many of a class chose each option: in a feedback file they stand for the class, whose layers are not in it.
#[must_use]
pub fn counts(record: &Record, question: &QuestionId) -> Hands {
    numbers(record, &place("agreed:count", question))
}

/// How many annotators stand behind [`counts`].
#[must_use]
pub fn readers(record: &Record) -> Option<u32> {
    said(record, READERS)?.parse().ok()
}

/// The edits that write down the counts of a class.
#[must_use]
pub fn write_counts(question: &QuestionId, counts: &Hands, readers: u32) -> Vec<Edit> {
    let place = place("agreed:count", question);
    let counts = counts.iter().map(|(option, count)| number(place.clone() + option.as_str(), Some(*count)));
    counts.chain([number(READERS.to_owned(), Some(readers))]).collect()
}

/// The record without what names people: of who decided only this annotator stays, counts are made anew, and unknown
/// things go, since they could say anything of anybody. The hands stay; they are numbers.
#[must_use]
pub fn for_one(record: &Record, annotator: &AnnotatorId) -> Record {
    let mut record = record.clone();
    let votes = [Round::First, Round::Second].map(Round::place);
    let hands = |id: &str| votes.iter().any(|place| id.strip_prefix(place).is_some_and(|rest| rest.starts_with(':')));
    let own = |option: Option<&Stance>| option.is_none_or(|by| by.option.as_str() == annotator.as_str());
    record.stances = record
        .stances
        .into_iter()
        .filter(|(id, register)| match id.as_str() {
            OUTCOME | REASON => true,
            BY => own(register.value.as_ref()),
            other => !is_about(id) || hands(other),
        })
        .collect();
    record.extra.clear();
    record
}

fn place(what: &str, question: &QuestionId) -> String {
    format!("{what}:{question}:")
}

fn numbers(record: &Record, place: &str) -> Hands {
    let hands = record.stances.iter().filter_map(|(id, r)| {
        let option = id.as_str().strip_prefix(place)?;
        Some((OptionId::from(option), r.value.as_ref()?.option.as_str().parse().ok()?))
    });
    hands.collect()
}

fn number(question: String, value: Option<u32>) -> Edit {
    answer(QuestionId::new(question), value.map(|value| OptionId::new(value.to_string())))
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

/// The sentence that goes with a decision: its note.
#[must_use]
pub fn sentence(record: &Record) -> Rc<str> {
    let texts: Vec<&str> = record.note.spoken().map(|text| &**text).collect();
    texts.join("\n\n").into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{edit::delta, sample, stamp::Clock};

    fn proposal(option: &str, themes: Themes) -> Proposal {
        Proposal {
            outcome: Outcome::Decided,
            stances: Map::from([("stance".into(), option.into())]),
            themes,
            reason: Some(Reason::Rule),
            by: "ann".into(),
        }
    }

    fn write(record: &mut Record, clock: &mut Clock, now: u64, edits: &[Edit]) {
        let change = delta(record, edits, clock, now);
        record.join(&change);
    }

    #[test]
    fn of_two_decisions_the_later_counts_as_a_whole() {
        let codebook = sample::codebook();
        let (mut one, mut two) = (Record::default(), Record::default());
        let edits = proposal("supports", Themes::Set(vec!["image".into()])).edits(&one, &codebook);
        write(&mut one, &mut Clock::new("a".into()), 5, &edits);
        let mut later = proposal("opposes", Themes::NoneApplies);
        (later.outcome, later.reason) = (Outcome::Difference, None);
        write(&mut two, &mut Clock::new("b".into()), 6, &later.edits(&Record::default(), &codebook));
        for (mut here, there) in [(one.clone(), &two), (two.clone(), &one)] {
            here.join(there);
            assert_eq!(here.stance(&"stance".into()).map(|s| s.option.as_str()), Some("opposes"));
            assert_eq!(here.themes(), Themes::NoneApplies);
            let decision = decision(&here).expect("is decided");
            assert_eq!((decision.outcome, decision.reason, decision.at), (Outcome::Difference, None, 6));
        }
    }

    #[test]
    fn what_is_said_about_a_decision_is_no_coding() {
        let mut record = Record::default();
        let mut clock = Clock::new("a".into());
        let question = QuestionId::from("stance");
        let edits = [
            count_hands(Round::First, &question, &"supports".into(), Some(7)),
            count_hands(Round::Second, &question, &"supports".into(), Some(3)),
            choose_reply(&record, Reply::Differs),
        ];
        write(&mut record, &mut clock, 5, &edits);
        assert!(!record.is_coded() && !record.is_silent());
        assert_eq!(hands(&record, Round::First, &question), Map::from([("supports".into(), 7)]));
        assert_eq!(hands(&record, Round::Second, &question), Map::from([("supports".into(), 3)]));
        assert_eq!(reply(&record), Some(Reply::Differs));
        let again = choose_reply(&record, Reply::Differs);
        write(&mut record, &mut clock, 6, &[again]);
        assert_eq!(reply(&record), None);
    }

    #[test]
    fn taking_a_decision_back_leaves_the_hands() {
        let codebook = sample::codebook();
        let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
        let question = QuestionId::from("stance");
        write(&mut record, &mut clock, 4, &[count_hands(Round::First, &question, &"mixed".into(), Some(2))]);
        let edits = proposal("mixed", Themes::Set(vec!["image".into()])).edits(&record, &codebook);
        write(&mut record, &mut clock, 5, &edits);
        let back = take_back(&record);
        write(&mut record, &mut clock, 6, &back);
        assert_eq!((decision(&record), record.is_coded()), (None, false));
        assert_eq!(hands(&record, Round::First, &question).len(), 1);
    }

    #[test]
    fn an_answer_is_taken_over_without_what_it_says_about_decisions() {
        let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
        let answer = Edit::Stance("stance".into(), Some(Stance { option: "neutral".into(), confidence: None }));
        let reply = choose_reply(&record, Reply::Agrees);
        write(&mut record, &mut clock, 4, &[answer, reply, Edit::Theme("image".into(), true)]);
        let taken = Proposal::like(&record, &"ben".into());
        assert_eq!(taken.stances, Map::from([("stance".into(), "neutral".into())]));
        assert_eq!(taken.themes, Themes::Set(vec!["image".into()]));
    }

    #[test]
    fn counts_of_a_class_travel_without_the_class() {
        let (mut record, mut clock) = (Record::default(), Clock::new("a".into()));
        let class = Map::from([("supports".into(), 7), ("opposes".into(), 4)]);
        write(&mut record, &mut clock, 4, &write_counts(&"stance".into(), &class, 12));
        assert_eq!((counts(&record, &"stance".into()), readers(&record)), (class, Some(12)));
    }
}
