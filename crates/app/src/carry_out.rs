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
    record::{
        Record,
        edit::{Edit, delta},
        stamp::Clock,
        whose::Whose,
    },
};
use std::sync::Arc;

/// Carries out what a page asks for, in order.
pub fn carry_out(model: &mut Model, intents: Vec<Intent>, env: &Env<'_>) {
    for intent in intents {
        match intent {
            Intent::Edit { whose, paragraph, edits, word } => edit(model, &whose, &paragraph, edits, &word, env),
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

fn edit(model: &mut Model, whose: &Whose, paragraph: &ParagraphId, mut edits: Vec<Edit>, word: &str, env: &Env<'_>) {
    note::keep(model, env);
    if *whose == Whose::Class {
        name_decisions(model, env);
        let change = delta(&Record::default(), &edits, &mut Clock::new("class".into()), 1);
        let shared = &model.shared;
        edits = shared.store().adjudication(shared.article_id(), paragraph).edits_again(&change);
    }
    tagging::edit_record(model, whose, paragraph, &edits, word, env);
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
