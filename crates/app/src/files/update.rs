//! What follows from what happens in the dialogs.

use super::{arrival, compaction, dialogs, model::Files, msg::Msg, removal, rescue, table::Dialogs, view::DialogView};
use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{
        articles, asked, codebooks, collecting, export, giving, hand_in, import, people, preview, verdicts, zipped,
    },
    keymap::{self, Keymap},
    screen::{CHANGED, DialogKind, Screen},
    shared::{Shared, gesture, lending, library, serve::SERVICES},
    storage::reading,
    strings::files as strings,
};
use std::sync::Arc;

/// The table.
pub static DIALOGS: Dialogs =
    Dialogs { update, view, take_in: reading::take_in, compact: compaction::compact, services: &SERVICES };

fn view(files: &Files, shared: &Shared, kind: DialogKind, before: Option<&DialogView>) -> DialogView {
    match kind {
        DialogKind::Open => DialogView::Open(dialogs::open(files, shared, before)),
        DialogKind::Import => DialogView::Import(Arc::new(verdicts::import_view(files, shared))),
        DialogKind::Export => DialogView::Export(Arc::new(dialogs::export(files, shared))),
        DialogKind::Help => DialogView::Help(Arc::new(dialogs::keys(files, shared))),
        DialogKind::Room => DialogView::Room(Arc::new(removal::view(files, shared))),
        DialogKind::Annotators => DialogView::Annotators(Arc::new(dialogs::annotators(shared, before))),
    }
}

fn update(files: &mut Files, shared: &mut Shared, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::ArticleLoaded(id, text) => {
            let found = text.and_then(|text| articles::read_stored(&text));
            lending::read(shared, &id, found.as_ref().map(|(_, book)| book));
            if files.leaving.as_ref() == Some(&id) {
                removal::text_found(files, shared, &id, found, env);
            } else {
                arrival::loaded(files, shared, &id, found, env);
            }
        }
        Msg::ArticleFileRead(file) => preview::file_read(files, shared, &file, env),
        Msg::ArticlePasted(text) => preview::pasted(files, shared, &text),
        Msg::PreviewTitled(title) => preview::preview_changed(files, |draft| draft.title = title),
        Msg::PreviewLanguage(tag) => preview::preview_changed(files, |draft| draft.language = tag),
        Msg::PreviewDirected(direction) => preview::preview_changed(files, |draft| draft.direction = direction),
        Msg::PreviewSwitched(index, choice) => {
            preview::preview_changed(files, |draft| {
                draft.blocks.get_mut(index).into_iter().for_each(|b| b.choice = choice);
            });
        }
        Msg::PreviewLeft => files.left = files.preview.take(),
        Msg::PasteKept(text) => files.pasted = text,
        Msg::PreviewOpened => preview::preview_opened(files, shared, env),
        Msg::DifferenceSettled(theirs) => arrival::settled(files, shared, theirs, env),
        Msg::DescriptionPutBack => arrival::put_back(files, shared, env),
        Msg::OfferedRead(file) => import::offered_read(files, shared, file, env),
        Msg::LibraryOpened(id) => {
            files.open = None;
            library::open(shared, &id, env);
        }
        Msg::ArticleDescribed(id, name, value) => articles::described(shared, &id, &[(name, value)], env),
        Msg::LibraryRenamed(id, title) => articles::renamed(shared, &id, &title, env),
        Msg::LibraryDeleted(id) => articles::deleted(shared, &id, true, env),
        Msg::RemovalAsked(id) => files.to_remove = id,
        Msg::RemovalConfirmed(id) => removal::confirmed(files, shared, &id, env),
        Msg::RemovedAnyway(id) => removal::remove(shared, &id, env),
        Msg::LibraryRestored(id) => articles::deleted(shared, &id, false, env),
        Msg::ImportBegun => import::begun(files, shared),
        Msg::FilesRead(read) => zipped::came(files, shared, &read, false, env),
        Msg::CollectingBegun => collecting::begun(files, shared),
        Msg::Collected(read) => zipped::came(files, shared, &read, true, env),
        Msg::Inflated(unpacked) => zipped::inflated(files, shared, unpacked, env),
        Msg::VerdictsShown => files.open = Some(DialogKind::Import),
        Msg::RescueWanted => rescue::restored(files, shared, env),
        Msg::ImportGivenUp => import::given_up(files, shared),
        Msg::PartAnswered(at, share, answer) => import::answered(files, shared, (at, share), answer, env),
        Msg::Codebook(gesture) => gesture::carry_out(shared, gesture, env),
        Msg::ExampleUnwanted => import::example_removed(shared, env),
        Msg::CodebookRead(file) => codebooks::taken(shared, &file, env),
        Msg::CodebookSaved(format) => codebooks::save(shared, format),
        Msg::DescriptionTaken(at) => import::description_taken(files, shared, at, env),
        Msg::MapsTaken(at) => import::maps_taken(files, shared, at, env),
        Msg::BookTaken(at) => import::book_taken(files, shared, at, env),
        Msg::CodesWanted => {
            files.close();
            shared.effects.push(Effect::Navigate(Screen::Codebook.route().into()));
        }
        Msg::ChangedWanted => {
            files.close();
            shared.effects.push(Effect::Navigate(CHANGED.into()));
        }
        Msg::WentOn(id) => import::went_on(files, shared, &id, env),
        Msg::ImportUndone => import::undo(files, shared, env),
        Msg::VerdictsWanted(copied) => {
            let text = verdicts::text(files, shared).into();
            shared.effects.push(if copied {
                Effect::Copy(text)
            } else {
                Effect::Download { name: strings::import::file_name().into(), mime: "text/plain", text }
            });
        }
        Msg::TextCopied(copied) if giving::copied(files, shared, copied) => {}
        // From a page, where no dialog says what became of it.
        Msg::TextCopied(copied) if files.open.is_none() => {
            shared.toast(if copied { strings::copied() } else { strings::import::not_copied() }, None);
        }
        Msg::TextCopied(copied) => files.imported.copied = Some(copied),
        Msg::ImportedArticleOpened(at) => import::open_imported(files, shared, at, env),
        Msg::FilesDropped(dropped) => files_dropped(files, shared, &dropped, env),
        Msg::ExportScoped(scope) => files.scope = scope,
        Msg::Exported(format) => export::export(files, shared, format, env),
        Msg::GivingBegun(directly) => giving::begun(files, shared, directly),
        Msg::GivingLeft => giving::left(files),
        Msg::GivingTyped(field, text) => giving::typed(files, field, text),
        Msg::GivingAsked(question, asked) => giving::question_switched(files, question, asked),
        Msg::GivingNamed(named) => giving::named(files, named),
        Msg::Given => giving::file_wanted(files, shared, env),
        Msg::LinkWanted => giving::link_wanted(files, shared, env),
        Msg::GivenAgain => giving::file_again(shared, env),
        Msg::LinkAgain => giving::link_again(shared),
        Msg::LinkPacked(address) => giving::packed(files, shared, address.as_deref()),
        Msg::LinkCopied => giving::copy_wanted(files, shared),
        Msg::LinkUnpacked(text) => asked::unpacked(files, shared, text.as_deref(), env),
        Msg::AskedOpened => asked::opened(files, shared, env),
        Msg::HandInBegun => files.handing = true,
        Msg::HandInWanted => hand_in::wanted(files, shared, env),
        Msg::HandedIn(handed) => hand_in::done(files, shared, handed, env),
        Msg::AnnotatorChosen(id) => people::annotator_chosen(files, shared, id, env),
        Msg::AnnotatorRenamed(id, name) => people::annotator_renamed(shared, &id, &name, env),
        Msg::AnnotatorAliased(id, name) => people::annotator_aliased(shared, &id, &name, env),
        Msg::OwnNameTyped(name) => {
            files.own_name = Some(name);
            files.nameless = false;
        }
        Msg::AnnotatorAdded(name) => people::annotator_added(files, shared, &name, env),
        Msg::SingleKeysSwitched(on) => {
            shared.set("single-keys", if on { "on" } else { "off" }, env);
            shared.rebuild_keymap();
        }
        Msg::KeyAwaited(id) => {
            files.awaiting = id;
            files.key_problem = None;
        }
        Msg::KeyReset(id) => {
            shared.set(&Keymap::setting(&id), "", env);
            shared.rebuild_keymap();
        }
        Msg::LookChosen(look, chosen) => {
            shared.set(look.setting(), chosen, env);
            shared.show_appearance();
        }
        Msg::KeyPressed(press) => rebind(files, shared, &keymap::latin(&press), env),
        Msg::IdleCame => import::go_on(files, shared, env),
        Msg::ExampleWanted(text) => import::example(files, shared, text, env),
    }
}

/// Files dropped on the page: on Class they are collected; elsewhere Postil files are imported, and a single other one is opened
/// as an article.
fn files_dropped(files: &mut Files, shared: &mut Shared, dropped: &[NamedFile], env: &Env<'_>) {
    let is_bundle = |file: &NamedFile| file.name.to_ascii_lowercase().ends_with(".json");
    match dropped {
        [] => {}
        several if shared.screen == Screen::Class => zipped::came(files, shared, several, true, env),
        [file] if !is_bundle(file) && !zipped::is_zip(&file.name) => preview::file_read(files, shared, file, env),
        several => zipped::came(files, shared, several, false, env),
    }
}

/// Gives the key just pressed to the action that waits for one.
fn rebind(files: &mut Files, shared: &mut Shared, key: &str, env: &Env<'_>) {
    let Some(id) = files.awaiting.clone() else { return };
    if matches!(key, "Escape" | "Tab" | "Enter") {
        files.awaiting = None;
        return;
    }
    if matches!(key, "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Dead") {
        return;
    }
    match shared.keymap.may_bind(&id, key) {
        Ok(()) => {
            shared.set(&Keymap::setting(&id), key, env);
            shared.rebuild_keymap();
            files.awaiting = None;
            files.key_problem = None;
        }
        Err(error) => files.key_problem = Some(error.to_string().into()),
    }
}
