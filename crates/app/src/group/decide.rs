//! Deciding a paragraph: who said what, and the answer that the group records.

mod choices;
#[cfg(test)]
mod tests;

pub use self::choices::{OptionView, QuestionView, ThemeView};
use super::{
    annotators::Annotator,
    edits::{self, adjudication, record},
    model::{Context, Inputs, Model},
    msg::Msg,
};
use crate::{
    effect::{Effect, Focus},
    words::count,
};
use postil_core::{
    article::beginning,
    base::{
        id::{AnnotatorId, OptionId, QuestionId},
        map::Map,
        time::rfc3339,
    },
    exchange::import::share::from_file,
    record::{
        Confidence, Record, Themes,
        answer::Answer,
        decision::{Adjudication, Decision, DecisionEdit, Outcome, Outcomes, Proposal, Reason, Votes},
    },
};
use std::sync::Arc;

/// A decision in the making.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The paragraph, by its index.
    pub index: usize,
    /// The answers.
    pub answers: Map<QuestionId, OptionId>,
    /// The themes.
    pub themes: Themes,
    /// The outcome, once one is chosen.
    pub outcome: Option<Outcome>,
    /// The reason, if one is given.
    pub reason: Option<Reason>,
    /// True once something differs from what is recorded.
    pub changed: bool,
}

impl Draft {
    /// What is recorded of a paragraph, as the beginning of another decision.
    #[must_use]
    pub fn of(model: Inputs<'_>, index: usize) -> Self {
        let empty =
            Self { index, answers: Map::new(), themes: Themes::NotCoded, outcome: None, reason: None, changed: false };
        adjudication(model, index).decision().map_or(empty, |Decision { outcome, answers, themes, reason, .. }| Self {
            index,
            answers,
            themes,
            outcome: Some(outcome),
            reason,
            changed: false,
        })
    }

    /// Why it cannot be recorded yet, in a few words: nothing is decided without an answer.
    fn missing(&self) -> &'static str {
        let composed = !self.answers.is_empty() || self.themes != Themes::NotCoded;
        match self.outcome {
            None => "Choose what becomes of it.",
            Some(Outcome::Decided) if !composed => "Choose an answer first.",
            Some(_) => "",
        }
    }
}

/// The draft of a paragraph, made now if there is none.
fn draft<'a>(model: &'a mut Model, context: Context<'_>, index: usize) -> &'a mut Draft {
    if model.draft.as_ref().is_none_or(|draft| draft.index != index) {
        model.draft = Some(Draft::of(context.with(model), index));
    }
    let fresh =
        || Draft { index, answers: Map::new(), themes: Themes::NotCoded, outcome: None, reason: None, changed: false };
    model.draft.get_or_insert_with(fresh)
}

/// Something was done about the paragraph that is being decided. Other messages change nothing.
pub fn happened(model: &mut Model, context: Context<'_>, index: usize, msg: Msg) {
    match msg {
        Msg::AnswerTaken(annotator) => {
            let mut taken = Proposal::like(&record(context.with(model), &annotator, index), context.annotator);
            // An answer to what nobody asks here can neither be seen nor be dropped.
            taken.answers.retain(|question, _| context.codebook.question(question).is_some());
            let draft = draft(model, context, index);
            (draft.answers, draft.themes) = (taken.answers, taken.themes);
            draft.outcome = Some(Outcome::Decided);
            draft.changed = true;
        }
        Msg::AgreedStance(question, option) => {
            let draft = draft(model, context, index);
            if draft.answers.get(&question) == Some(&option) {
                draft.answers.remove(&question);
            } else {
                draft.answers.insert(question, option);
            }
            composed(draft);
        }
        Msg::AgreedTheme(theme) => {
            let draft = draft(model, context, index);
            let mut set = match std::mem::replace(&mut draft.themes, Themes::NotCoded) {
                Themes::Set(set) => set,
                _ => Vec::new(),
            };
            match set.iter().position(|id| *id == theme) {
                Some(at) => _ = set.remove(at),
                None => set.push(theme),
            }
            set.sort();
            draft.themes = if set.is_empty() { Themes::NotCoded } else { Themes::Set(set) };
            composed(draft);
        }
        Msg::AgreedNone => {
            let draft = draft(model, context, index);
            draft.themes = if draft.themes == Themes::NoneApplies { Themes::NotCoded } else { Themes::NoneApplies };
            composed(draft);
        }
        Msg::OutcomeChosen(outcome) => {
            let draft = draft(model, context, index);
            draft.outcome = Some(outcome);
            draft.changed = true;
        }
        Msg::ReasonChosen(reason) => {
            let draft = draft(model, context, index);
            draft.reason = (draft.reason != Some(reason)).then_some(reason);
            draft.changed = true;
        }
        Msg::DecisionRecorded => record_it(model, context, index),
        Msg::DecisionTakenBack => {
            edits::decide(model, context, index, DecisionEdit::TakeBack, "decision taken back");
            model.draft = None;
            model.act(Effect::Focus(Focus::Element("decide-form".into())));
        }
        _ => {}
    }
}

/// Whoever composes an answer means to decide.
fn composed(draft: &mut Draft) {
    draft.outcome.get_or_insert(Outcome::Decided);
    draft.changed = true;
}

fn record_it(model: &mut Model, context: Context<'_>, index: usize) {
    let by = context.annotator.clone();
    let Some(draft) = model.draft.clone().filter(|draft| draft.index == index) else { return };
    let Some(outcome) = draft.outcome.filter(|_| draft.missing().is_empty()) else { return };
    let proposal = Proposal { outcome, answers: draft.answers, themes: draft.themes, reason: draft.reason, by };
    let word = format!("agreed reading: {}", outcome.label().to_lowercase());
    edits::decide(model, context, index, DecisionEdit::Record(proposal), word);
    model.draft = None;
    model.act(Effect::Focus(Focus::Element("decide-form".into())));
}

/// What was answered before and voted, on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VotesView {
    /// The question's words; empty where there is only one.
    pub prompt: Arc<str>,
    /// An answer a row.
    pub rows: Vec<VoteRow>,
}

/// How many were for one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VoteRow {
    /// The answer.
    pub answer: Answer,
    /// How many annotators gave it before.
    pub before: usize,
    /// Hands in the first and in the second vote, where they were counted.
    pub hands: [Option<u32>; 2],
}

/// Everybody who gave one answer.
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
    /// What was voted, of each question that was voted on.
    pub votes: Vec<VotesView>,
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
    /// The group's sentence.
    pub sentence: Arc<str>,
    /// What is recorded: "Decided by Ann on 2026-11-23".
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
pub fn decide(model: Inputs<'_>, everybody: &[Annotator], index: usize) -> DecideView {
    let class = adjudication(model, index);
    let decision = class.decision();
    let draft = match &model.draft {
        Some(draft) if draft.index == index => draft.clone(),
        _ => Draft::of(model, index),
    };
    let records: Vec<(&Annotator, Record)> = everybody
        .iter()
        .filter(|annotator| !annotator.left_out)
        .map(|annotator| (annotator, record(model, &annotator.id, index)))
        .collect();
    DecideView {
        index,
        label: format!("Paragraph {}", index + 1).into(),
        text: model.context.article.text(index),
        lang: Arc::clone(model.context.article.language()),
        dir: model.context.article.direction().word(),
        has_previous: index > 0,
        has_next: index + 1 < model.context.article.paragraphs().len(),
        said: said(model, &records),
        votes: votes(model, class, &records),
        answers: matches!(draft.outcome, None | Some(Outcome::Decided)),
        asked: match &model.context.codebook.questions[..] {
            [] | [_] => "".into(),
            _ => model.prompt(),
        },
        questions: choices::questions(model, &records, decision.as_ref(), &draft),
        themes: choices::themes(model, &records, decision.as_ref(), &draft),
        none_applies: draft.themes == Themes::NoneApplies,
        outcome: draft.outcome,
        reason: draft.reason,
        sentence: class.sentence(),
        recorded: decision.map(|decision| recorded(model, index, &decision)),
        can_record: draft.changed && draft.missing().is_empty() && !model.context.locked,
        missing: draft.missing(),
        locked: model.context.locked,
    }
}

/// How many gave an answer.
fn answered(records: &[(&Annotator, Record)], question: &QuestionId, option: &OptionId) -> usize {
    let gave = |record: &Record| record.stance(question).is_some_and(|stance| stance.option == *option);
    records.iter().filter(|(_, record)| gave(record)).count()
}

fn votes(model: Inputs<'_>, class: Adjudication<'_>, records: &[(&Annotator, Record)]) -> Vec<VotesView> {
    let several = model.context.codebook.questions.len() > 1;
    let view = |votes: Votes| VotesView {
        prompt: if several { votes.prompt } else { "".into() },
        rows: votes
            .answers
            .into_iter()
            .map(|(answer, hands)| VoteRow { before: answered(records, &votes.question, &answer.id), answer, hands })
            .collect(),
    };
    class.votes(model.context.codebook).into_iter().map(view).collect()
}

fn recorded(model: Inputs<'_>, index: usize, decision: &Decision) -> Arc<str> {
    let when = rfc3339(decision.at).unwrap_or_default();
    let day = when.get(..10).unwrap_or_default();
    let name = decision.by.as_ref().map(|by| model.context.store.shown_name(by)).unwrap_or_default();
    let by = if name.is_empty() { String::new() } else { format!(" by \u{2068}{name}\u{2069}") };
    let from = if came_with_a_file(model, index) { ", according to a file" } else { "" };
    format!("{}{by} on {day}{from}.", decision.outcome.label()).into()
}

/// True when the decision on a paragraph was not recorded here: then only the file says whose it is.
fn came_with_a_file(model: Inputs<'_>, index: usize) -> bool {
    let Some(paragraph) = model.context.article.paragraphs().get(index) else { return false };
    let at = adjudication(model, index).settled().map(ToString::to_string);
    let said = model.context.store.setting(&from_file(model.context.article.id(), &paragraph.id));
    said.is_some_and(|said| at.as_deref() == Some(&**said))
}

/// Who said what: those who gave the same answer stand together, the commonest first.
fn said(model: Inputs<'_>, records: &[(&Annotator, Record)]) -> Vec<Said> {
    let question = model.question_id();
    let mut words = super::board::Words::new(model, &question);
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
    /// What became of it: the outcome's id.
    pub outcome: Option<&'static str>,
    /// True for the one that is shown.
    pub current: bool,
}

/// The part of Compare in which paragraphs are decided one after the other.
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
pub fn part(model: Inputs<'_>, everybody: &[Annotator]) -> DecidePart {
    let total = model.context.article.paragraphs().len();
    let entries: Vec<Entry> = (0..total)
        .map(|index| Entry {
            index,
            number: (index + 1).to_string().into(),
            words: beginning(&model.context.article.text(index)),
            outcome: adjudication(model, index).outcome().map(Outcome::id),
            current: index == model.deciding,
        })
        .collect();
    let outcomes = Outcomes::of(entries.iter().flat_map(|entry| entry.outcome).filter_map(Outcome::from_id));
    let settled = format!("Of {}: {}", count(total, "paragraph", "paragraphs"), outcomes.words());
    DecidePart { view: decide(model, everybody, model.deciding), entries, settled: settled.into() }
}
