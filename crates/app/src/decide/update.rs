//! Where everything that happens to the paragraph that is decided goes through.

use super::{
    choices::{records, themes_of},
    model::{Decide, Draft},
    msg::Msg,
};
use crate::{
    class::{self, annotators::everybody, context::Context, edits, lens::Inputs},
    effect::{Effect, Focus},
    intent::Intent,
    notice::action,
    strings::decide as strings,
};
use postil_core::record::{
    Themes,
    decision::{DecisionEdit, Outcome, Proposal},
};

/// Changes the page by what happened to the paragraph with this index.
#[must_use]
pub(crate) fn update(page: &mut Decide, inputs: Inputs<'_>, index: usize, msg: Msg) -> Vec<Intent> {
    let context = inputs.context;
    match msg {
        Msg::ParagraphStepped(forward) => {
            let to = if forward { page.index + 1 } else { page.index.saturating_sub(1) };
            return open(page, context, to, None);
        }
        Msg::AnswerTaken(annotator) => {
            let mut taken = Proposal::like(&context.record(&annotator, index), context.annotator);
            // An answer to what nobody asks here can neither be seen nor be dropped.
            taken.answers.retain(|question, _| context.codebook.question(question).is_some());
            let draft = page.draft(context, index);
            (draft.answers, draft.themes) = (taken.answers, taken.themes);
            draft.outcome = Some(Outcome::Decided);
            draft.changed = true;
        }
        Msg::AnswerAccepted(question, option) => {
            let all = everybody(inputs);
            let themes = themes_of(inputs, &records(inputs, &all, index), &question, &option);
            let draft = page.draft(context, index);
            draft.answers.insert(question, option);
            draft.outcome = Some(Outcome::Decided);
            // What was chosen by hand stays.
            if draft.themes == Themes::NotCoded {
                draft.themes = themes;
            }
            draft.changed = true;
        }
        Msg::AgreedStance(question, option) => {
            let draft = page.draft(context, index);
            if draft.answers.get(&question) == Some(&option) {
                draft.answers.remove(&question);
            } else {
                draft.answers.insert(question, option);
            }
            draft.compose();
        }
        Msg::AgreedTheme(theme) => {
            let draft = page.draft(context, index);
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
            draft.compose();
        }
        Msg::AgreedNone => {
            let draft = page.draft(context, index);
            draft.themes = if draft.themes == Themes::NoneApplies { Themes::NotCoded } else { Themes::NoneApplies };
            draft.compose();
        }
        Msg::OutcomeChosen(outcome) => {
            let draft = page.draft(context, index);
            draft.outcome = Some(outcome);
            draft.changed = true;
        }
        Msg::ReasonChosen(reason) => {
            let draft = page.draft(context, index);
            draft.reason = (draft.reason != Some(reason)).then_some(reason);
            draft.changed = true;
        }
        Msg::DecisionRecorded => return record(page, context, index).into_iter().chain([form()]).collect(),
        // The one that is shown keeps the focus.
        Msg::DraftRecorded(index) => return record(page, context, index).into_iter().collect(),
        Msg::DecisionTakenBack => {
            page.drafts.remove(&index);
            let asked = edits::decide(context, index, DecisionEdit::TakeBack, strings::decision_removed());
            return asked.into_iter().chain([form()]).collect();
        }
        Msg::SentenceTyped(index, text) => {
            let paragraph = context.paragraph(index).cloned();
            return paragraph.map(|paragraph| Intent::SentenceTyped(paragraph, text)).into_iter().collect();
        }
        Msg::SentenceLeft => return vec![Intent::KeepWords],
    }
    Vec::new()
}

/// Another paragraph is decided on its page, which is visited first where it is not the one that is shown. What is being
/// written about the paragraph before is kept.
#[must_use]
pub(crate) fn open(page: &mut Decide, context: Context<'_>, index: usize, visit: Option<Intent>) -> Vec<Intent> {
    page.index = index.min(context.article.paragraphs().len().saturating_sub(1));
    // What was typed is kept before its field goes, and the page is drawn before the focus can go to it.
    let focus = Intent::Do(Effect::Focus(Focus::Element("deciding".into())));
    std::iter::once(Intent::KeepWords).chain(visit).chain([focus]).collect()
}

/// Somebody turned from this paragraph to something else: what they decided there is not recorded by that.
#[must_use]
pub(crate) fn left(page: &Decide, index: usize) -> Option<Intent> {
    let record = || action(strings::record_it(), class::msg::Msg::from(Msg::DraftRecorded(index)));
    page.waits(index).then(|| Intent::Toast(strings::not_recorded(index + 1).into(), Some(record())))
}

fn record(page: &mut Decide, context: Context<'_>, index: usize) -> Option<Intent> {
    page.drafts.get(&index).filter(|draft| draft.missing().is_empty() && !context.locked)?;
    let Draft { answers, themes, outcome: Some(outcome), reason, .. } = page.drafts.remove(&index)? else {
        return None;
    };
    let proposal = Proposal { outcome, answers, themes, reason, by: context.annotator.clone() };
    let word = strings::decision(&outcome.label().to_lowercase());
    edits::decide(context, index, DecisionEdit::Record(proposal), word)
}

/// The focus goes to the form, whose button may be gone. The paragraph stays where it is.
fn form() -> Intent {
    Intent::Do(Effect::Focus(Focus::Still("decide-form".into())))
}
