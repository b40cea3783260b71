//! The lazy part of the program: the dialogs, and what people do in them with articles, files and names. A reader who tags
//! needs none of it, so it is no part of the first load, but fetched when it is first needed.
//!
//! It is reached through one table, [`LAZY`], which comes with it. What nothing else leads to is split off by the build
//! (`scripts/program.mjs`): a direct call from elsewhere compiles as well, and costs every reader the weight of what it calls.

use crate::{
    arrival, boot,
    effect::Effect,
    env::Env,
    file::NamedFile,
    keymap::{self, Keymap},
    library,
    model::Model,
    msg::Msg,
    part::{Part, Presence},
    removal, rescue,
    screen::DialogKind,
    timer::Timer,
    transfer,
    view::{dialog::DialogView, dialogs},
};
use postil_core::base::script::Direction;
use std::sync::Arc;

/// The functions by which the rest reaches the lazy part.
#[derive(Debug)]
pub struct Lazy {
    /// Handles a message.
    happened: fn(&mut Model, Msg, &Env<'_>),
    /// The view of a dialog.
    dialog: fn(&Model, DialogKind) -> DialogView,
}

/// The table.
pub static LAZY: Lazy = Lazy { happened, dialog };

/// Whoever waits longer than this, in milliseconds, is told that something goes on.
const LATE_MS: u32 = 400;
const MOMENT: &str = "One moment…";

/// Asks for the dialogs for somebody who waits for them.
pub fn want(model: &mut Model) {
    if model.lazy.is_none() {
        model.shared.fetch(Part::Dialogs);
        model.shared.effects.push(Effect::Wait(Timer::Part, LATE_MS));
    }
}

/// The wait is over.
pub fn late(model: &mut Model) {
    if model.lazy.is_none() && is_wanted(model) {
        model.shared.toast(MOMENT, None);
        model.shared.announce(MOMENT);
    }
}

fn is_wanted(model: &Model) -> bool {
    !model.waiting.is_empty() || model.dialogs.open.is_some()
}

/// Passes a message on to the lazy part. Until that has come, the message waits.
pub fn pass(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match model.lazy {
        Some(lazy) => (lazy.happened)(model, msg, env),
        None => {
            model.waiting.push(msg);
            want(model);
        }
    }
}

/// The lazy part has come: what waited for it happens now. With `None` it did not come.
pub fn came(model: &mut Model, lazy: Option<&'static Lazy>, env: &Env<'_>) {
    let wanted = is_wanted(model);
    model.lazy = lazy;
    // If it did not come, it is tried again the next time that it is needed.
    model.shared.dialogs = if lazy.is_some() { Presence::Here } else { Presence::Absent };
    model.shared.toast.take_if(|toast| &*toast.sentence == MOMENT);
    let waiting = std::mem::take(&mut model.waiting);
    if lazy.is_some() {
        waiting.into_iter().for_each(|msg| pass(model, msg, env));
        return;
    }
    model.dialogs.open = None;
    if waiting.iter().any(|msg| matches!(msg, Msg::ArticleLoaded(..))) {
        // Its article is opened by the next start; until then there is what was shown before.
        model.shared.loading = None;
        model.drawn = model.drawn.max(1);
    }
    if wanted {
        let sentence = "This part of Postil did not arrive. Check the connection, and try again.";
        model.shared.announce(sentence);
        model.shared.toast(sentence, None);
    }
}

/// The view of the open dialog, as soon as the lazy part is here.
#[must_use]
pub fn open_view(model: &Model) -> Option<DialogView> {
    let (kind, lazy) = (model.dialogs.open?, model.lazy?);
    Some((lazy.dialog)(model, kind))
}

fn dialog(model: &Model, kind: DialogKind) -> DialogView {
    match kind {
        DialogKind::Open => DialogView::Open(dialogs::open(model)),
        DialogKind::Import => DialogView::Import(Arc::new(transfer::import_view(model))),
        DialogKind::Export => DialogView::Export(Arc::new(dialogs::export(model))),
        DialogKind::Keys => DialogView::Keys(Arc::new(dialogs::keys(model))),
        DialogKind::Room => DialogView::Room(Arc::new(removal::view(model))),
        DialogKind::Annotators => DialogView::Annotators(Arc::new(dialogs::annotators(model))),
    }
}

fn happened(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::ArticleLoaded(id, text) if model.leaving.as_ref() == Some(&id) => {
            removal::text_found(model, &id, text.and_then(|text| library::read_stored(&text)), env);
        }
        Msg::ArticleLoaded(id, text) => {
            let found = text.and_then(|text| library::read_stored(&text));
            if !arrival::found(model, &id, found.as_ref(), env) {
                library::loaded(model, &id, found, env);
            }
        }
        Msg::ArticleFileRead(file) => library::file_read(model, &file, env),
        Msg::ArticlePasted(text) => library::pasted(model, &text),
        Msg::PreviewTitled(title) => library::preview_changed(model, |draft| draft.title = title),
        Msg::PreviewLanguage(tag) => library::preview_changed(model, |draft| draft.language = tag),
        Msg::PreviewDirected(word) => {
            library::preview_changed(model, |draft| {
                draft.direction = Direction::from_word(&word).unwrap_or(draft.direction);
            });
        }
        Msg::PreviewSwitched(index, choice) => {
            library::preview_changed(model, |draft| {
                draft.blocks.get_mut(index).into_iter().for_each(|b| b.choice = choice);
            });
        }
        Msg::PreviewLeft => model.dialogs.left = model.dialogs.preview.take(),
        Msg::PasteKept(text) => model.dialogs.pasted = text,
        Msg::PreviewOpened => library::preview_opened(model, env),
        Msg::DifferenceSettled(theirs) => arrival::settled(model, theirs, env),
        Msg::DescriptionPutBack => arrival::put_back(model, env),
        Msg::OfferedRead(file) => arrival::offered_read(model, file, env),
        Msg::LibraryOpened(id) => {
            model.dialogs.open = None;
            library::open(model, &id, env);
        }
        Msg::LibraryRenamed(id, title) => library::renamed(model, &id, &title, env),
        Msg::LibraryDeleted(id) => library::deleted(model, &id, true, env),
        Msg::RemovalAsked(id) => model.dialogs.to_remove = id,
        Msg::RemovalConfirmed(id) => removal::confirmed(model, &id, env),
        Msg::RemovedAnyway(id) => removal::remove(model, &id, env),
        Msg::LibraryRestored(id) => library::deleted(model, &id, false, env),
        Msg::ImportBegun(_) => transfer::import::begun(model),
        Msg::FilesRead(files) => rescue::files_read(model, &files, env),
        Msg::RescueWanted => rescue::restored(model, env),
        Msg::ImportGivenUp => transfer::import::given_up(model),
        Msg::PartAnswered(at, share, answer) => transfer::import::answered(model, (at, share), answer, env),
        Msg::WentOn(id) => transfer::import::went_on(model, &id, env),
        Msg::ImportUndone => transfer::import::undo(model, env),
        Msg::VerdictsWanted(copied) => {
            let text = transfer::verdicts::text(model).into();
            model.shared.effects.push(if copied {
                Effect::Copy(text)
            } else {
                Effect::Download { name: "Import.txt".into(), mime: "text/plain", text }
            });
        }
        Msg::TextCopied(copied) => model.dialogs.imported.copied = Some(copied),
        Msg::ImportedArticleOpened(at) => transfer::open_imported(model, at, env),
        Msg::FilesDropped(files) => files_dropped(model, &files, env),
        Msg::ExportScoped(all) => model.dialogs.export_all = all,
        Msg::Exported(format) => transfer::export(model, &format, env),
        Msg::AnnotatorChosen(id) => transfer::annotator_chosen(model, id, env),
        Msg::AnnotatorRenamed(id, name) => transfer::annotator_renamed(model, &id, &name, env),
        Msg::AnnotatorAliased(id, name) => transfer::annotator_aliased(model, &id, &name, env),
        Msg::OwnNameTyped(name) => model.dialogs.own_name = Some(name),
        Msg::AnnotatorAdded(name) => transfer::annotator_added(model, &name, env),
        Msg::SingleKeysSwitched(on) => {
            model.shared.set("single-keys", if on { "on" } else { "off" }, env);
            rebuild_keymap(model);
        }
        Msg::KeyAwaited(id) => {
            model.dialogs.awaiting = id;
            model.dialogs.key_problem = None;
        }
        Msg::KeyReset(id) => {
            model.shared.set(&Keymap::setting(&id), "", env);
            rebuild_keymap(model);
        }
        Msg::SchemeChosen(value) => appearance(model, "scheme", &value, env),
        Msg::ReadingChosen(value) => appearance(model, "reading", &value, env),
        Msg::KeyPressed(press) => rebind(model, &keymap::latin(&press), env),
        Msg::IdleCame => transfer::import::go_on(model, env),
        Msg::ExampleWanted(text) => transfer::import::example(model, text, env),
        // All other messages are handled where they come in.
        _ => {}
    }
}

fn appearance(model: &mut Model, name: &str, value: &str, env: &Env<'_>) {
    model.shared.set(name, value, env);
    boot::show_appearance(model);
}

/// Files dropped on the page: Postil files are imported, a single other one is opened as an article.
fn files_dropped(model: &mut Model, files: &[NamedFile], env: &Env<'_>) {
    let is_bundle = |file: &NamedFile| file.name.to_ascii_lowercase().ends_with(".json");
    match files {
        [] => {}
        [file] if !is_bundle(file) => library::file_read(model, file, env),
        files => rescue::files_read(model, files, env),
    }
}

fn rebuild_keymap(model: &mut Model) {
    model.shared.keymap = Keymap::new(&model.shared.codebook, model.shared.ledger.state(), model.shared.keymap.mac);
}

/// Gives the key just pressed to the action that waits for one.
fn rebind(model: &mut Model, key: &str, env: &Env<'_>) {
    let Some(id) = model.dialogs.awaiting.clone() else { return };
    if matches!(key, "Escape" | "Tab" | "Enter") {
        model.dialogs.awaiting = None;
        return;
    }
    if matches!(key, "Shift" | "Control" | "Alt" | "Meta" | "AltGraph" | "CapsLock" | "Dead") {
        return;
    }
    match model.shared.keymap.may_bind(&id, key) {
        Ok(()) => {
            model.shared.set(&Keymap::setting(&id), key, env);
            rebuild_keymap(model);
            model.dialogs.awaiting = None;
            model.dialogs.key_problem = None;
        }
        Err(error) => model.dialogs.key_problem = Some(error.to_string().into()),
    }
}
