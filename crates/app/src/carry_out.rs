//! What pages ask for is carried out here, and nowhere else.

use crate::{
    env::Env,
    intent::Intent,
    lazy,
    model::{Model, OpenNote},
    msg::Msg,
    note, tagging, update,
};
use postil_core::{
    base::id::{ImportId, ParagraphId},
    keep::{ledger::EXAMPLE, operation::Entry, store::Store},
    record::{decision::DecisionEdit, whose::Whose},
};
use std::sync::Arc;

/// Carries out what a page asks for, in order.
pub fn carry_out(model: &mut Model, intents: Vec<Intent>, env: &Env<'_>) {
    for intent in intents {
        match intent {
            Intent::Edit { annotator, paragraph, edits, word } => {
                note::keep(model, env);
                tagging::edit_record(model, &annotator.into(), &paragraph, &edits, &word, env);
            }
            Intent::Decide { paragraph, edit, word } => decide(model, &paragraph, &edit, &word, env),
            Intent::SentenceTyped(paragraph, text) => {
                name_decisions(model, env);
                typing(model, paragraph, text, env);
            }
            Intent::KeepWords => note::keep(model, env),
            Intent::Open(kind) => update::open_dialog(model, kind),
            Intent::BringExample(text) => lazy::pass(model, Msg::ExampleWanted(text), env),
            Intent::RemoveExample => remove_example(model, env),
            Intent::Do(effect) => model.shared.effects.push(effect),
        }
    }
}

/// The class's sentence on a paragraph is being typed: a draft like any other note.
fn typing(model: &mut Model, paragraph: ParagraphId, text: Arc<str>, env: &Env<'_>) {
    let article = model.shared.article_id().clone();
    note::typed(model, OpenNote { whose: Whose::Class, article, paragraph, text }, env);
}

/// A class decides something. Its sentence is kept first: it is part of what is recorded.
fn decide(model: &mut Model, paragraph: &ParagraphId, edit: &DecisionEdit, word: &str, env: &Env<'_>) {
    note::keep(model, env);
    name_decisions(model, env);
    let shared = &model.shared;
    let said = shared.store().adjudication(shared.article_id(), paragraph);
    let edits = said.edits(edit, &shared.codebook);
    if !edits.is_empty() {
        tagging::edit_record(model, &Whose::Class, paragraph, &edits, word, env);
    }
}

/// In files decisions go by a name, as every layer does.
fn name_decisions(model: &mut Model, env: &Env<'_>) {
    if model.shared.may_write() && model.shared.store().decisions_name.is_none() {
        let stamp = model.shared.tick(env, None);
        model.shared.keep(Entry::Change(Store::naming_decisions(stamp)));
    }
}

fn remove_example(model: &mut Model, env: &Env<'_>) {
    let import = model.shared.store().setting(EXAMPLE).cloned().map(ImportId::new);
    let Some(import) = import.filter(|import| model.shared.ledger.import_counts(import) == Some(true)) else {
        model.shared.toast("The example class came in a file with others. Undo that import to be rid of it.", None);
        return;
    };
    tagging::switch_import(model, &import, false, "the example class", env);
    model.shared.toast("The example class is gone. Undo brings it back.", None);
}
