//! What is shown to decide a paragraph.

pub use super::choices::{OptionView, QuestionView, ThemeView};
use super::{
    choices,
    model::{Decide, Draft},
};
use crate::{
    class::{lens::Inputs, people::Annotator},
    strings::{class as say, decide as strings},
    when::day,
};
use postil_core::{
    article::beginning,
    base::id::{AnnotatorId, QuestionId},
    exchange::import::share::{from_file, is_automatic},
    record::{
        Confidence, Record, Themes,
        decision::{Decision, Outcome, Outcomes, Reason},
    },
};
use std::sync::Arc;

/// What one person said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The annotator.
    pub id: AnnotatorId,
    /// What they are called here.
    pub name: Arc<str>,
    /// The answer's id, where there is one.
    pub stance: Option<Arc<str>>,
    /// Its sign.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`, where there is one.
    pub sense: Option<&'static str>,
    /// The answer in words, with the themes.
    pub words: Arc<str>,
    /// How sure they were, in the word that they chose; empty when they did not say.
    pub confidence: &'static str,
    /// Their notes.
    pub notes: Vec<Arc<str>>,
    /// True when they have coded the paragraph.
    pub coded: bool,
}

/// What is shown to decide a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecideView {
    /// The paragraph's index.
    pub index: usize,
    /// "Paragraph 3".
    pub label: Arc<str>,
    /// Its text.
    pub text: Arc<str>,
    /// The language of the text.
    pub lang: Arc<str>,
    /// The direction of the text.
    pub dir: &'static str,
    /// True where there is one before it.
    pub has_previous: bool,
    /// True where there is one after it.
    pub has_next: bool,
    /// Who said what.
    pub said: Vec<Said>,
    /// "What each of 22 people said".
    pub each: Arc<str>,
    /// True where answers belong to what is chosen: only what is decided has any.
    pub answers: bool,
    /// The question that this answers, where there are several.
    pub asked: Arc<str>,
    /// Questions with what is chosen.
    pub questions: Vec<QuestionView>,
    /// Themes with what is chosen.
    pub themes: Vec<ThemeView>,
    /// True when no theme applies.
    pub none_applies: bool,
    /// The outcome chosen.
    pub outcome: Option<Outcome>,
    /// The reason chosen.
    pub reason: Option<Reason>,
    /// The class's sentence.
    pub sentence: Arc<str>,
    /// What is recorded: "Decided by Ann, 23 Nov.".
    pub recorded: Option<Arc<str>>,
    /// True when there is something to record.
    pub can_record: bool,
    /// Why nothing can be recorded yet, in a few words.
    pub missing: &'static str,
    /// True when nothing can be changed now.
    pub locked: bool,
}

/// What is shown to decide a paragraph, by its index.
#[must_use]
pub(crate) fn decide(page: &Decide, inputs: Inputs<'_>, everybody: &[Annotator], index: usize) -> DecideView {
    let class = inputs.context.adjudication(index);
    let decision = class.decision();
    let draft = page.drafts.get(&index).cloned().unwrap_or_else(|| Draft::of(inputs.context, index));
    let records = choices::records(inputs, everybody, index);
    let said = said(inputs, &records);
    DecideView {
        index,
        label: strings::paragraph(index + 1).into(),
        text: inputs.context.article.text(index),
        lang: Arc::clone(inputs.context.article.language()),
        dir: inputs.context.article.direction().word(),
        has_previous: index > 0,
        has_next: index + 1 < inputs.context.article.paragraphs().len(),
        each: each(&said),
        said,
        answers: matches!(draft.outcome, None | Some(Outcome::Decided)),
        asked: match &inputs.context.codebook.questions[..] {
            [] | [_] => "".into(),
            _ => inputs.prompt(),
        },
        questions: choices::questions(inputs, &records, class, &draft),
        themes: choices::themes(inputs, &records, decision.as_ref(), &draft),
        none_applies: draft.themes == Themes::NoneApplies,
        outcome: draft.outcome,
        reason: draft.reason,
        sentence: class.sentence(),
        recorded: decision.map(|decision| recorded(inputs, index, &decision)),
        can_record: draft.changed && draft.missing().is_empty() && !inputs.context.locked,
        missing: draft.missing(),
        locked: inputs.context.locked,
    }
}

/// How many have said something, as the name of the list.
fn each(said: &[Said]) -> Arc<str> {
    match said.iter().filter(|said| said.is_heard()).count() {
        0 => strings::nobody_tagged().into(),
        n => strings::each_said(n).into(),
    }
}

impl Said {
    /// True when they have said anything of the paragraph.
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.coded || !self.notes.is_empty()
    }
}

fn recorded(inputs: Inputs<'_>, index: usize, decision: &Decision) -> Arc<str> {
    let day = day(inputs.context.clock(), decision.at);
    let name = decision.by.as_ref().map(|by| inputs.context.store.shown_name(by)).unwrap_or_default();
    // What the program calls somebody who gave no name tells nobody who it was.
    let by = if is_automatic(&name) { String::new() } else { strings::by(&name) };
    let from = if came_with_a_file(inputs, index) { strings::according_to_file() } else { "" };
    let recorded = if decision.outcome == Outcome::Difference { strings::is_recorded() } else { "" };
    strings::recorded(decision.outcome.label(), recorded, &by, &day, from).into()
}

/// True when the decision on a paragraph was not recorded here: then only the file says whose it is.
fn came_with_a_file(inputs: Inputs<'_>, index: usize) -> bool {
    let Some(paragraph) = inputs.context.article.paragraphs().get(index) else { return false };
    let at = inputs.context.adjudication(index).settled().map(ToString::to_string);
    let said = inputs.context.store.setting(&from_file(inputs.context.article.id(), &paragraph.id));
    said.is_some_and(|said| at.as_deref() == Some(&**said))
}

/// Who said what: those who gave the same answer stand together, the commonest first.
fn said(inputs: Inputs<'_>, records: &[(&Annotator, Record)]) -> Vec<Said> {
    let question = inputs.question_id();
    let mut words = crate::class::cells::Words::new(inputs.context.codebook, &question);
    let mut said: Vec<Said> = records
        .iter()
        .map(|(annotator, record)| {
            let cell = words.cell(Some(record));
            let stance = record.stance(&question);
            Said {
                id: annotator.id.clone(),
                name: Arc::clone(&annotator.name),
                stance: cell.stance.clone(),
                glyph: cell.glyph,
                sense: cell.sense,
                words: Arc::clone(&cell.words),
                confidence: stance.and_then(|stance| stance.confidence).map_or("", Confidence::word),
                notes: record.note.spoken().cloned().collect(),
                coded: record.is_coded(),
            }
        })
        .collect();
    let often = |stance: &Option<Arc<str>>| records_with(records, &question, stance.as_deref());
    said.sort_by(|a, b| {
        let rank = |said: &Said| (!said.coded, std::cmp::Reverse(often(&said.stance)), said.stance.clone());
        rank(a).cmp(&rank(b))
    });
    said
}

fn records_with(records: &[(&Annotator, Record)], question: &QuestionId, stance: Option<&str>) -> usize {
    let answer = |record: &Record| record.stance(question).map(|stance| stance.option.as_str().to_owned());
    records.iter().filter(|(_, record)| answer(record).as_deref() == stance).count()
}

/// A paragraph in the list of those to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its index.
    pub index: usize,
    /// Its number.
    pub number: Arc<str>,
    /// Its first words.
    pub words: Arc<str>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// True when a decision on it was made and not recorded.
    pub waits: bool,
    /// True for the one that is shown.
    pub current: bool,
}

/// The page of Class on which paragraphs are decided one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidePart {
    /// The paragraph that is decided.
    pub view: DecideView,
    /// All paragraphs with what became of them.
    pub entries: Vec<Entry>,
    /// "Of 10 paragraphs: 3 decided, 1 left open".
    pub settled: Arc<str>,
}

/// That part as it is now.
#[must_use]
pub(crate) fn part(page: &Decide, inputs: Inputs<'_>, everybody: &[Annotator]) -> DecidePart {
    let total = inputs.context.article.paragraphs().len();
    let entries: Vec<Entry> = (0..total)
        .map(|index| Entry {
            index,
            number: (index + 1).to_string().into(),
            words: beginning(&inputs.context.article.text(index)),
            outcome: inputs.context.adjudication(index).outcome(),
            waits: page.waits(index),
            current: index == page.index,
        })
        .collect();
    let outcomes = Outcomes::of(entries.iter().filter_map(|entry| entry.outcome));
    let settled = strings::of_paragraphs(&say::paragraphs(total), &outcomes.words());
    DecidePart { view: decide(page, inputs, everybody, page.index), entries, settled: settled.into() }
}
