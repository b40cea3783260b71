//! What the agreed reading changes for one annotator: for a screen ([`changes`]), for a file that they import
//! ([`bundle()`]), and for a page that they read anywhere ([`page()`]).
//!
//! A feedback file holds what its annotator said, what the class agreed on, and counts of the class where enough of it
//! answered. Nothing else of other people is in it: no id, no name, no note, no tab. The page is made from the file and the
//! name of whom it is for, so it cannot hold more than that.

mod bundle;
mod class;
pub(crate) mod html;
pub(crate) mod page;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::Arc};

pub use self::{
    bundle::bundle,
    class::{Class, TOO_FEW},
    page::page,
};
use super::file_name::file_names;
use crate::{
    article::Article,
    base::id::{AnnotatorId, ClassId, OptionId, ParagraphId, QuestionId},
    codebook::{Codebook, StanceQuestion, book::Book},
    exchange::bundle::write,
    measure::difference::{Kind, between},
    record::{
        Layer, Record,
        answer::{Answer, Said},
        decision::{Adjudication, Decision, Decisions, Hands, Outcome, Outcomes, Reply},
        person::Persons,
    },
    strings::output::{feedback as strings, feedback_of, unnamed_annotator},
};

/// How an annotator's own answer stands to the agreed reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both say the same.
    Same,
    /// They differ in this way; with several questions, the gravest.
    Differs(Kind),
    /// The annotator has not answered all that the agreed reading answers, and differs in nothing else.
    NotCoded,
    /// The class gives no answer to compare with, since this became of the paragraph.
    NoAnswer(Outcome),
}

impl Verdict {
    /// The word for stylesheets and tests.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Differs(_) => "differs",
            Self::NotCoded => "not-coded",
            Self::NoAnswer(_) => "no-answer",
        }
    }

    /// In words.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Same => strings::same_answer().into(),
            Self::Differs(Kind::OtherAnswers) => strings::different_answer().into(),
            Self::Differs(kind) => strings::different_in(kind.name()),
            Self::NotCoded => strings::not_fully_answered().into(),
            Self::NoAnswer(Outcome::Decided) => strings::no_agreed_reading().into(),
            Self::NoAnswer(outcome) => outcome.label().into(),
        }
    }
}

/// One question, as the annotator and the class answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Which question.
    pub question: QuestionId,
    /// Its words.
    pub prompt: Arc<str>,
    /// The annotator's own answer.
    pub own: Option<Answer>,
    /// The class's answer.
    pub agreed: Option<Answer>,
    /// How many of the class chose each option, in the order of the codebook; empty when that is not known or not told.
    pub counts: Vec<(Answer, u32)>,
    /// How many of the class have not answered.
    pub not_coded: u32,
}

/// What the agreed reading says of one paragraph, beside the annotator's own answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The paragraph's index, from 0.
    pub paragraph: usize,
    /// Its id.
    pub id: ParagraphId,
    /// Its text.
    pub text: Arc<str>,
    /// The questions of the codebook.
    pub asked: Vec<Asked>,
    /// The annotator's own themes.
    pub own_themes: Said,
    /// The themes of the agreed reading.
    pub agreed_themes: Said,
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// What became of the paragraph, and why people had differed.
    pub decision: Decision,
    /// What the annotator replied.
    pub reply: Option<Reply>,
    /// How many annotators stand behind the counts, if there are any.
    pub readers: Option<u32>,
}

impl Change {
    /// True when the class was counted, and how it answered here is not told.
    #[must_use]
    pub fn is_untold(&self) -> bool {
        self.readers.is_some() && self.asked.iter().any(|asked| asked.counts.is_empty())
    }
}

/// Every paragraph that the class has settled in one way or another, in reading order.
#[must_use]
pub fn changes(
    article: &Article,
    codebook: &Codebook,
    own: &Layer,
    class: Option<(&ClassId, &Decisions)>,
) -> Vec<Change> {
    let nothing = Record::default();
    let mut changes = Vec::new();
    for (at, paragraph) in article.paragraphs().iter().enumerate() {
        let settled = class.map(|(_, decisions)| decisions.of(&paragraph.id)).unwrap_or_default();
        let Some(decision) = settled.decision() else { continue };
        let own = own.records.get(&paragraph.id).unwrap_or(&nothing);
        let reading = decision.reading();
        changes.push(Change {
            paragraph: at,
            id: paragraph.id.clone(),
            text: article.text(at),
            asked: codebook.questions.iter().map(|question| asked(question, own, &decision, settled)).collect(),
            own_themes: Said::of(own, codebook),
            agreed_themes: Said::of(&reading, codebook),
            verdict: verdict(own, &reading, decision.outcome, codebook),
            decision,
            reply: class.and_then(|(id, _)| own.reply(id)),
            readers: settled.readers(),
        });
    }
    changes
}

fn asked(question: &StanceQuestion, own: &Record, decision: &Decision, settled: Adjudication<'_>) -> Asked {
    let counted = settled.counts(&question.id);
    let (counts, not_coded) = match settled.readers().filter(|_| !counted.is_empty()) {
        Some(readers) => {
            let answered = counted.values().fold(0, |sum: u32, count| sum.saturating_add(*count));
            (in_order(question, &counted), readers.saturating_sub(answered))
        }
        None => (Vec::new(), 0),
    };
    Asked {
        question: question.id.clone(),
        prompt: Arc::clone(&question.prompt),
        own: own.stance(&question.id).map(|stance| Answer::of(question, &stance.option)),
        agreed: decision.answers.get(&question.id).map(|option| Answer::of(question, option)),
        counts,
        not_coded,
    }
}

/// The options of the codebook in their order, then whatever else was chosen.
fn in_order(question: &StanceQuestion, counts: &Hands) -> Vec<(Answer, u32)> {
    let mut listed: Vec<(Answer, u32)> = Answer::all(question)
        .into_iter()
        .map(|answer| {
            let count = counts.get(&answer.id).copied().unwrap_or(0);
            (answer, count)
        })
        .collect();
    let known = |id: &OptionId| question.options.iter().any(|option| option.id == *id);
    let others = counts.iter().filter(|(id, count)| **count > 0 && !known(id));
    listed.extend(others.map(|(id, count)| (Answer::of(question, id), *count)));
    listed
}

fn verdict(own: &Record, agreed: &Record, outcome: Outcome, codebook: &Codebook) -> Verdict {
    if !agreed.is_coded() {
        return Verdict::NoAnswer(outcome);
    }
    if !own.is_coded() {
        return Verdict::NotCoded;
    }
    // A codebook without questions still has themes to differ in.
    let themes_only = [QuestionId::from("")];
    let questions: Vec<&QuestionId> = match &codebook.questions[..] {
        [] => themes_only.iter().collect(),
        questions => questions.iter().map(|question| &question.id).collect(),
    };
    if let Some(kind) = questions.iter().filter_map(|question| between(own, agreed, question, codebook)).min() {
        return Verdict::Differs(kind);
    }
    let open = |question: &&QuestionId| agreed.stance(question).is_some() && own.stance(question).is_none();
    let themes = (Said::of(agreed, codebook), Said::of(own, codebook));
    let open_themes = themes.0 != Said::NotCoded && themes.1 == Said::NotCoded;
    if open_themes || questions.iter().any(open) { Verdict::NotCoded } else { Verdict::Same }
}

/// How many paragraphs stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// What became of them.
    pub outcomes: Outcomes,
    /// Those on which both say the same.
    pub same: usize,
    /// Those on which they differ.
    pub differ: usize,
    /// Those that the annotator has not coded, or not all of.
    pub(crate) not_coded: usize,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn of(changes: &[Change]) -> Self {
        let outcomes = Outcomes::of(changes.iter().map(|change| change.decision.outcome));
        let mut summary = Self { outcomes, ..Self::default() };
        for change in changes {
            match change.verdict {
                Verdict::Same => summary.same += 1,
                Verdict::Differs(_) => summary.differ += 1,
                Verdict::NotCoded => summary.not_coded += 1,
                Verdict::NoAnswer(_) => {}
            }
        }
        summary
    }

    /// In a sentence or two.
    #[must_use]
    pub fn words(&self) -> String {
        let [decided, differences, open] = self.outcomes.counts();
        let mut words = match decided {
            0 => strings::nothing_decided().into(),
            decided => strings::agree(decided, self.same),
        };
        if self.differ > 0 {
            words += &strings::and_differ(self.differ);
        }
        if decided > 0 {
            words.push('.');
        }
        if self.not_coded > 0 {
            words += &strings::not_answered_of_them(self.not_coded);
        }
        words += &match (differences, open) {
            (0, 0) => String::new(),
            (n, 0) => strings::accepts_different(n),
            (0, open) => strings::left_open(open),
            (n, open) => strings::accepts_different_and_left_open(n, open),
        };
        words
    }
}

/// What a feedback file is made of.
#[derive(Clone, Copy)]
pub struct Feedback<'a> {
    /// The article.
    pub article: &'a Article,
    /// The codebook.
    pub codebook: &'a Codebook,
    /// The same as it is edited.
    pub book: &'a Book,
    /// Whom it is for.
    pub annotator: &'a AnnotatorId,
    /// What is known of people: theirs goes with the file, under each of their ids.
    pub people: &'a Persons,
    /// The name they go by where they are handed the files; empty when there is none.
    pub called: &'a str,
    /// By what they are told from others of that name; empty where nobody else has it.
    pub known_by: &'a str,
    /// What they said.
    pub own: &'a Layer,
    /// In which round.
    pub round: u32,
    /// Which class it is.
    pub class_id: &'a ClassId,
    /// What the class decided.
    pub decisions: &'a Decisions,
    /// The counts of the class.
    pub class: &'a Class,
    /// When the file is made, in milliseconds since 1970.
    pub made: u64,
    /// The text of paragraphs that are not in the article any more.
    pub quotes: &'a BTreeMap<ParagraphId, Arc<str>>,
}

/// The files of a class, name and text: for each annotator a folder with one to import and one to read, by the folders' names.
/// `app` names the program and its version.
#[must_use]
pub fn files(class: &[Feedback<'_>], app: &str) -> Vec<(String, String)> {
    let called = |one: &Feedback<'_>| {
        let called = if one.called.is_empty() { unnamed_annotator() } else { one.called };
        if one.known_by.is_empty() { called.to_owned() } else { [called, " - ", one.known_by].concat() }
    };
    let called: Vec<String> = class.iter().map(called).collect();
    let mut named: Vec<(String, &Feedback<'_>)> =
        file_names(called.iter().map(String::as_str)).into_iter().zip(class).collect();
    named.sort_by_cached_key(|(name, _)| name.to_lowercase());
    let mut files = Vec::with_capacity(class.len() * 2);
    for (name, one) in named {
        let feedback = feedback_of(&name);
        let (bundle, file) = (bundle(one), format!("{feedback}.postil.json"));
        let page = page(&bundle, one.annotator, one.called, &file, app);
        files.push((format!("{name}/{feedback}.html"), page));
        files.push((format!("{name}/{file}"), write(&bundle, app)));
    }
    files
}
