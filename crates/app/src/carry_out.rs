//! What pages ask for is carried out here, and nowhere else.

use crate::{
    effect::Effect,
    env::Env,
    files,
    intent::Intent,
    model::Model,
    parts,
    screen::DialogKind,
    shared::{assignment, editing, note, roster, route, seek::Seek, writing::OpenNote},
};
use postil_core::{
    base::id::ParagraphId,
    keep::rewrite::{Rewrite, Target},
    record::{decision::DecisionEdit, whose::Whose},
};

/// Carries out what a page asks for, in order.
pub(crate) fn carry_out(model: &mut Model, intents: Vec<Intent>, env: &Env<'_>) {
    for intent in intents {
        let shared = &mut model.shared;
        match intent {
            Intent::Edit { annotator, paragraph, edits, word } => {
                note::keep(shared, env);
                editing::edit_record(shared, &annotator, &paragraph, &edits, &word, env);
            }
            Intent::Decide { paragraph, edit, word } => decide(model, &paragraph, &edit, &word, env),
            Intent::Tag { paragraph, edits, word } => {
                let annotator = shared.annotator.clone();
                editing::edit_record(shared, &annotator, &paragraph, &edits, &word, env);
            }
            Intent::Codebook(gesture) => parts::dialogs::tell(model, files::Msg::Codebook(gesture), env),
            Intent::SaveCodebook(format) => parts::dialogs::tell(model, files::Msg::CodebookSaved(format), env),
            Intent::Typed(note) => note::typed(shared, note, env),
            Intent::SentenceTyped(paragraph, text) => {
                let (whose, article) = (Whose::Class(shared.class_or_first()), shared.article_id().clone());
                note::typed(shared, OpenNote { whose, article, paragraph, text, private: false }, env);
            }
            Intent::Rewrite { target, rewrites, word } => {
                note::keep(shared, env);
                editing::rewrite(shared, target, &rewrites, &word, env);
            }
            Intent::Set(name, value) => {
                note::keep(shared, env);
                shared.set(&name, &value, env);
                shared.touched.all = true;
            }
            Intent::Files(msg) => parts::dialogs::tell(model, msg, env),
            Intent::KeepRoster(names) => roster::keep(shared, &names, env),
            Intent::ShowTask(shown) => assignment::show(shared, shown, env),
            Intent::KeepWords => note::keep(shared, env),
            Intent::Toast(sentence, action) => shared.toast(sentence, action),
            Intent::LookAgain => shared.seeks.push(Seek::Again),
            Intent::Show(screen) => {
                shared.screen = screen;
                shared.effects.push(Effect::Navigate(screen.route().into()));
                shared.effects.push(Effect::AwaitIdle);
            }
            Intent::Visit(address) => {
                route::changed(shared, address, env);
                shared.effects.push(Effect::Navigate(address.into()));
            }
            Intent::TakeIn => parts::dialogs::take_in(model, env),
            Intent::Compact(keys) => parts::dialogs::compact(model, &keys, env),
            Intent::ImportRefused => {
                model.files.imported.refused();
                // Whatever was said of it meanwhile gives way to this.
                model.files.open = Some(DialogKind::Import);
            }
            Intent::Open(kind) => open_dialog(model, kind),
            Intent::BringExample(text) => parts::dialogs::tell(model, files::Msg::ExampleWanted(text), env),
            Intent::RemoveExample => parts::dialogs::tell(model, files::Msg::ExampleUnwanted, env),
            Intent::Do(effect) => shared.effects.push(effect),
        }
    }
}

/// Opens a dialog.
pub(crate) fn open_dialog(model: &mut Model, kind: DialogKind) {
    parts::dialogs::want(model);
    model.files.open(kind);
}

/// A class decides something. Its sentence is kept first: it is part of what is recorded.
fn decide(model: &mut Model, paragraph: &ParagraphId, edit: &DecisionEdit, word: &str, env: &Env<'_>) {
    let Model { shared, class: Some(pages), .. } = model else { return };
    note::keep(shared, env);
    let class = shared.class_or_first();
    let edits: Vec<Rewrite> = pages.edits(shared, &class, paragraph, edit).into_iter().map(Rewrite::Class).collect();
    if !edits.is_empty() {
        editing::rewrite(shared, Target::Class(class, paragraph.clone()), &edits, word, env);
    }
}
