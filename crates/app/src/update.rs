//! Where everything that happens goes through: one message, one change of the model, a list of effects.

use crate::{
    carry_out::{carry_out, open_dialog},
    class, codebook, compare, discuss,
    effect::Effect,
    env::Env,
    files, keyboard,
    model::Model,
    msg::Msg,
    part::{Part, Table},
    parts, read, report,
    screen::{DialogKind, Screen},
    shared::{drafts, note, route, saving::SaveState, seek::Seek, undo},
    storage,
    timer::Timer,
    view,
};
use postil_core::base::id::{AnnotatorId, ArticleId, ReplicaId};
use std::sync::Arc;

/// A tab begins: it shows the sample article, or nothing while another one is awaited. `session` is random, made for it.
#[must_use]
pub fn start(session: ReplicaId, annotator: AnnotatorId, awaited: Option<&ArticleId>) -> Model {
    let mut model = Model::new(session, annotator, awaited);
    view::build::refresh(&mut model, &Env::still());
    model
}

/// Changes the model by what happened and returns what is to be done. It does no input or output itself.
pub fn update(model: &mut Model, msg: Msg, env: &Env<'_>) -> Vec<Effect> {
    if model.shared.is_busy() && is_gesture(&msg) {
        // What it is about is still being read.
        model.held.push_back(msg);
        return Vec::new();
    }
    happened(model, msg, env);
    while !model.shared.is_busy()
        && let Some(msg) = model.held.pop_front()
    {
        happened(model, msg, env);
    }
    let guard = needs_guard(model);
    model.shared.effects.push(Effect::GuardLeaving(guard));
    let intents = parts::class::follow(model, env);
    carry_out(model, intents, env);
    view::build::refresh(model, env);
    std::mem::take(&mut model.shared.effects)
}

/// True for what a person does or asks for, rather than what the stores, other tabs or timers say.
fn is_gesture(msg: &Msg) -> bool {
    match msg {
        Msg::Storage(_)
        | Msg::IdleCame
        | Msg::LeisureCame
        | Msg::TimePassed(_)
        | Msg::ToastClosed(_)
        | Msg::PageHidden
        | Msg::PartCame(..) => false,
        Msg::Files(msg) => msg.is_gesture(),
        Msg::Read(_)
        | Msg::Class(_)
        | Msg::RouteChanged(_)
        | Msg::KeyPressed(_)
        | Msg::UndoAsked
        | Msg::RedoAsked
        | Msg::DialogOpened(_)
        | Msg::DialogClosed
        | Msg::BannerClosed(_)
        | Msg::RawAsked
        | Msg::DraftTaken(_)
        | Msg::DraftDropped(_) => true,
    }
}

fn happened(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::Read(msg) => {
            let intents = read::update::update(&mut model.read, &model.shared, msg, env);
            carry_out(model, intents, env);
        }
        Msg::Storage(msg) => {
            let intents = storage::update::update(&mut model.storage, &mut model.shared, msg, env);
            carry_out(model, intents, env);
        }
        Msg::Files(msg) => parts::dialogs::tell(model, msg, env),
        Msg::Class(msg) => tell_class(model, msg, env),
        Msg::PartCame(Part::Dialogs, table) => parts::dialogs::came(model, table.and_then(Table::of), env),
        Msg::PartCame(Part::Class, table) => parts::class::came(model, table.and_then(Table::of)),
        Msg::RouteChanged(hash) => {
            route::changed(&mut model.shared, &hash, env);
            // Whoever asks for the article goes on in it: its keys act at once, and not only after a click.
            if model.shared.screen == Screen::Read {
                model.shared.seeks.push(Seek::Focus);
            }
        }
        Msg::KeyPressed(press) => {
            if let Some(msg) = keyboard::pressed(model, &press) {
                happened(model, msg, env);
            }
        }
        Msg::IdleCame => {
            let intents = read::update::draw_more(&mut model.read, &model.shared);
            carry_out(model, intents, env);
            if model.files.imported.job.is_some() {
                parts::dialogs::tell(model, files::Msg::IdleCame, env);
            }
            if model.shared.screen == Screen::Codebook {
                tell_class(model, Arc::new(codebook::msg::Msg::Rested.into()), env);
            }
        }
        // Whoever tags may want to see next what others said.
        Msg::LeisureCame => model.shared.fetch(Part::Class),
        Msg::TimePassed(timer) => time_passed(model, timer, env),
        Msg::UndoAsked => undo::step(&mut model.shared, false, env),
        Msg::RedoAsked => undo::step(&mut model.shared, true, env),
        // Local storage takes it at once, even while the page is being left.
        Msg::PageHidden => {
            note::store(&mut model.shared, env);
            note::field(&mut model.shared, false, env);
            if let Some(services) = model.shared.services {
                (services.keep_steps)(&mut model.shared);
            }
        }
        Msg::DraftTaken(key) => drafts::settled(&mut model.shared, &key, true, env),
        Msg::DraftDropped(key) => drafts::settled(&mut model.shared, &key, false, env),
        Msg::RawAsked => model.shared.effects.push(Effect::DownloadRaw),
        Msg::BannerClosed(id) => model.shared.banners.retain(|banner| banner.id != id),
        Msg::ToastClosed(key) => drop(model.shared.toast.take_if(|toast| toast.key == key)),
        Msg::DialogOpened(kind) => open_dialog(model, kind),
        Msg::DialogClosed => {
            if model.files.asked.take().is_some() {
                route::leave_link(&mut model.shared);
            }
            model.files.close();
        }
    }
    follow(model, env);
}

fn tell_class(model: &mut Model, msg: Arc<class::msg::Msg>, env: &Env<'_>) {
    let intents = parts::class::tell(model, msg, env);
    carry_out(model, intents, env);
}

fn time_passed(model: &mut Model, timer: Timer, env: &Env<'_>) {
    match timer {
        Timer::Journal(ticket) => storage::update::late(&mut model.shared, ticket),
        Timer::Refused => storage::update::try_again(&mut model.storage, &mut model.shared),
        Timer::Typing(pause) => note::paused(&mut model.shared, pause, env),
        Timer::Field(pause) => {
            if model.shared.typing.as_ref().is_some_and(|typing| typing.pause == pause) {
                note::field(&mut model.shared, false, env);
            }
        }
        Timer::Import => {
            let imported = &mut model.files.imported;
            imported.slow = imported.busy;
            if imported.busy && imported.collecting {
                // Where it takes long, it is told how far it is.
                model.files.open = Some(DialogKind::Import);
            }
        }
        Timer::Part => parts::dialogs::late(model),
        Timer::Numbers => tell_class(model, Arc::new(compare::msg::Msg::NumbersRested.into()), env),
        Timer::Discussion => tell_class(model, Arc::new(discuss::msg::Msg::Ticked.into()), env),
        Timer::Report => tell_class(model, Arc::new(report::msg::Msg::Rested.into()), env),
    }
}

/// Leaving asks only when something would be lost or is not crash-safe.
fn needs_guard(model: &Model) -> bool {
    let shared = &model.shared;
    shared.writing.note.is_some()
        || shared.typing.as_ref().is_some_and(|typing| typing.dirty)
        || !shared.unstored.is_empty()
        || (shared.unexported > 0 && matches!(shared.saving.state(), SaveState::Failed | SaveState::Fragile))
}

/// Whatever has changed what is shared, the Read page keeps up with it, before anything else happens.
fn follow(model: &mut Model, env: &Env<'_>) {
    if let Some(services) = model.shared.services {
        (services.follow)(&mut model.shared);
    }
    let seeks = std::mem::take(&mut model.shared.seeks);
    let intents = read::update::follow(&mut model.read, &model.shared, seeks);
    carry_out(model, intents, env);
}
