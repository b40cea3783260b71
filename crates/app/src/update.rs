//! Where everything that happens goes through: one message, one change of the model, a list of effects.

use crate::{
    boot,
    carry_out::carry_out,
    class::{self, Class},
    compare, discuss,
    effect::{Effect, Focus},
    env::Env,
    lazy, library,
    model::Model,
    msg::Msg,
    note,
    part::{Part, Presence, Table},
    quota::QUOTA,
    report, room,
    saving::{AGAIN_MS, LATE_MS, SaveState},
    screen::{DialogKind, Overlay, Screen},
    search, tagging,
    timer::Timer,
    transfer, view,
};
use std::sync::Arc;

/// Sections drawn in one idle slice: 300 blocks, some 20 ms.
const SLICE: usize = 6;

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
    model.shared.effects.push(Effect::GuardLeaving(needs_guard(model)));
    follow_class(model, env);
    search::follow(model);
    view::build::refresh(model, env);
    std::mem::take(&mut model.shared.effects)
}

/// True for what a person does or asks for, rather than what the stores, other tabs or timers say.
fn is_gesture(msg: &Msg) -> bool {
    !matches!(
        msg,
        Msg::StoresFound(_)
            | Msg::ArticleLoaded(..)
            | Msg::ArticleStored(_)
            | Msg::ArticleRefused(_)
            | Msg::RecordsKept(_)
            | Msg::RecordsRefused(..)
            | Msg::JournalKept(_)
            | Msg::JournalRefused(_)
            | Msg::BallastGone
            | Msg::RecordsArrived(_)
            | Msg::NewerSeen
            | Msg::UsageMeasured(_)
            | Msg::CompactionMayRun(_)
            | Msg::Compacted(_)
            | Msg::CompactionFailed(_)
            | Msg::IdleCame
            | Msg::TimePassed(_)
            | Msg::ToastClosed(_)
            | Msg::PageHidden
            | Msg::PartCame(..)
    )
}

fn happened(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::PartCame(Part::Dialogs, table) => lazy::came(model, table.and_then(Table::of), env),
        Msg::PartCame(Part::Class, table) => class_came(model, table.and_then(Table::of)),
        Msg::Class(msg) => class_happened(model, msg, env),
        Msg::StoresFound(found) => boot::stores_found(model, *found, env),
        Msg::ArticleLoaded(..) => lazy::pass(model, msg, env),
        Msg::ArticleStored(id) => library::stored(model, &id),
        Msg::ArticleRefused(id) => library::refused(model, &id),
        Msg::RecordsKept(_)
        | Msg::RecordsRefused(..)
        | Msg::JournalKept(_)
        | Msg::JournalRefused(_)
        | Msg::BallastGone
        | Msg::RecordsArrived(_)
        | Msg::NewerSeen
        | Msg::UsageMeasured(_)
        | Msg::CompactionMayRun(_)
        | Msg::Compacted(_)
        | Msg::CompactionFailed(_)
        | Msg::TimePassed(_) => storage_answered(model, msg, env),
        Msg::RouteChanged(hash) => {
            route_changed(model, &hash, env);
            // Whoever asks for the article goes on in it: its keys act at once, and not only after a click.
            if model.shared.screen == Screen::Read {
                model.shared.effects.push(Effect::Focus(Focus::ArticleAt(model.current)));
            }
        }
        Msg::KeyPressed(press) => tagging::key_pressed(model, &press, env),
        Msg::ParagraphChosen(index) => tagging::make_current(model, index, env),
        Msg::Stepped(by) => {
            let index = model.current.saturating_add_signed(by as isize);
            tagging::make_current(model, index, env);
            model.shared.effects.push(Effect::Reveal(model.current, false));
        }
        Msg::OverviewUsed(index) => {
            tagging::make_current(model, index, env);
            model.shared.effects.push(Effect::Reveal(model.current, true));
        }
        // Nothing is said and nothing scrolled: the page is already where the reader wants it.
        Msg::ReadingMoved(index) => tagging::make_current(model, index, env),
        Msg::SheetOpened => model.shared.effects.push(Effect::RevealIfLost(model.current)),
        Msg::ParagraphSought(index) => {
            if model.shared.screen != Screen::Read {
                model.shared.screen = Screen::Read;
                model.shared.effects.push(Effect::Navigate(Screen::Read.route().into()));
                model.shared.effects.push(Effect::AwaitIdle);
            }
            tagging::go(model, index, env);
        }
        Msg::OverlayChosen(word) => {
            let chosen = Overlay::ALL.into_iter().find(|(_, each)| *each == &*word);
            model.overlay = chosen.map(|(overlay, _)| overlay).unwrap_or_default();
            model.shared.touched.all = true;
        }
        Msg::QuestionShown(place) => tagging::show_question(model, place),
        Msg::PrintBegun => model.drawn = model.view.article.sections.len(),
        Msg::IdleCame => {
            draw_more(model);
            if model.dialogs.imported.job.is_some() {
                lazy::pass(model, Msg::IdleCame, env);
            }
        }
        Msg::StanceChosen(question, option) => tagging::choose_stance(model, &question, &option, env),
        Msg::ConfidenceChosen(question, confidence) => tagging::choose_confidence(model, &question, confidence, env),
        Msg::ThemeToggled(theme) => tagging::toggle_theme(model, &theme, env),
        Msg::NoneToggled => tagging::toggle_none(model, env),
        Msg::NoteTyped(text) => note::typed_here(model, text, env),
        Msg::NoteKept(back) => {
            note::keep(model, env);
            if back {
                model.shared.effects.push(Effect::Focus(Focus::ArticleAt(model.current)));
            }
        }
        Msg::NoteResolved(text) => note::resolve(model, text, env),
        Msg::UndoAsked => tagging::step_history(model, false, env),
        Msg::RedoAsked => tagging::step_history(model, true, env),
        // Local storage takes it at once, even while the page is being left.
        Msg::PageHidden => note::store(model, env),
        Msg::DraftTaken(key) => boot::draft_settled(model, &key, true, env),
        Msg::DraftDropped(key) => boot::draft_settled(model, &key, false, env),
        Msg::RawAsked => model.shared.effects.push(Effect::DownloadRaw),
        Msg::BannerClosed(id) => model.shared.banners.retain(|b| b.id != id),
        Msg::ToastClosed(key) => {
            if model.shared.toast.as_ref().is_some_and(|t| t.key == key) {
                model.shared.toast = None;
            }
        }
        other => person_chose(model, other, env),
    }
}

/// Leaving asks only when something would be lost or is not crash-safe.
fn needs_guard(model: &Model) -> bool {
    let state = model.shared.saving.state();
    let changed = model.shared.unexported > 0;
    model.note.is_some()
        || !model.shared.unstored.is_empty()
        || (changed && matches!(state, SaveState::Failed | SaveState::Fragile))
}

/// Dialogs and search; all else that people do is for the lazy part.
fn person_chose(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::DialogOpened(kind) => open_dialog(model, kind),
        Msg::DialogClosed => {
            // What a file describes otherwise waits until the verdict on it was read; closed, it changes nothing.
            let waits =
                model.dialogs.open.is_some_and(|open| open != DialogKind::Open) && model.dialogs.differs.is_some();
            model.dialogs.open = waits.then_some(DialogKind::Open);
            if !waits {
                model.dialogs.differs = None;
            }
            model.dialogs.awaiting = None;
        }
        Msg::SearchOpened(open) => search::opened(model, open),
        Msg::SearchTyped(words) => search::typed(model, words),
        Msg::SearchStepped(by) => search::stepped(model, by, env),
        Msg::SearchChosen(at) => search::chosen(model, at, env),
        other => lazy::pass(model, other, env),
    }
}

/// Answers of the stores, and records of other tabs.
fn storage_answered(model: &mut Model, msg: Msg, env: &Env<'_>) {
    match msg {
        Msg::RecordsKept(ticket) => {
            model.shared.saving.kept(ticket);
            model.shared.effects.push(Effect::Wait(Timer::Journal(ticket), LATE_MS));
            if model.shared.saving.state() != SaveState::Failed {
                model.shared.banners.retain(|b| &*b.id != "refused");
            }
        }
        Msg::RecordsRefused(ticket, error) => {
            model.shared.saving.refused(ticket, error.clone());
            model.shared.say_outcome(ticket, "Not saved.");
            transfer::refused(model, ticket);
            if !model.shared.saving.is_blocked() && !std::mem::replace(&mut model.waits_to_try_again, true) {
                model.shared.effects.push(Effect::Wait(Timer::Refused, AGAIN_MS));
            }
            if model.shared.saving.state() == SaveState::Failed
                && !model.shared.banners.iter().any(|b| &*b.id == "blocked")
            {
                boot::refused(model, &error);
            }
        }
        Msg::JournalKept(ticket) => {
            model.shared.saving.confirmed(ticket, env.now);
            model.shared.say_outcome(ticket, "Saved.");
        }
        Msg::JournalRefused(ticket) => {
            model.shared.saving.unconfirmed(ticket);
            model.shared.say_outcome(ticket, "Saved, not crash-safe.");
        }
        Msg::TimePassed(Timer::Import) => model.dialogs.imported.slow = model.dialogs.imported.busy,
        Msg::TimePassed(Timer::Part) => lazy::late(model),
        Msg::TimePassed(Timer::Refused) => {
            model.waits_to_try_again = false;
            model.shared.try_again();
        }
        Msg::TimePassed(Timer::Typing(ticket)) => note::paused(model, ticket, env),
        Msg::TimePassed(Timer::Numbers) => {
            class_happened(model, Arc::new(compare::msg::Msg::NumbersRested.into()), env);
        }
        Msg::TimePassed(Timer::Discussion) => class_happened(model, Arc::new(discuss::msg::Msg::Ticked.into()), env),
        Msg::TimePassed(Timer::Report) => class_happened(model, Arc::new(report::msg::Msg::Rested.into()), env),
        Msg::TimePassed(Timer::Journal(ticket)) => {
            if model.shared.saving.late(ticket) {
                model.shared.say_outcome(ticket, "Saved, not crash-safe.");
            }
        }
        Msg::BallastGone => {
            model.shared.used = QUOTA;
            room::warn(model);
            model.shared.effects.push(Effect::AwaitCompaction(false));
        }
        Msg::RecordsArrived(records) => boot::records_arrived(model, records, env),
        Msg::NewerSeen => boot::newer_seen(model),
        Msg::UsageMeasured(used) => {
            model.shared.used = used;
            room::warn(model);
        }
        Msg::CompactionMayRun(keys) => room::compact(model, &keys, env),
        Msg::Compacted(used) => model.shared.used = used,
        Msg::CompactionFailed(used) => room::failed(model, used),
        _ => {}
    }
}

/// Shows the screen or paragraph that the address names.
pub fn route_changed(model: &mut Model, hash: &str, env: &Env<'_>) {
    let name = hash.trim_start_matches('#');
    if let Some(index) = paragraph_of(name) {
        model.shared.screen = Screen::Read;
        model.deep_link = Some(index);
        follow_link(model, env);
        return;
    }
    model.shared.address = hash.into();
    model.shared.addressed += 1;
    if model.shared.class == Presence::Failed {
        // What did not come is wanted once more.
        model.shared.class = Presence::Absent;
    }
    // What follows the screen is the screen's own business.
    let word = name.trim_start_matches('/').split('/').next().unwrap_or_default();
    let screen = Screen::ALL.into_iter().find(|screen| screen.word() == word).unwrap_or_default();
    if screen != model.shared.screen {
        note::keep(model, env);
        model.shared.screen = screen;
        // Other screens begin at their head, wherever the article was.
        let place = if screen == Screen::Read { model.current } else { 0 };
        model.shared.effects.push(Effect::Reveal(place, true));
    }
    if screen == Screen::Read {
        model.shared.effects.push(Effect::AwaitIdle);
    }
}

/// The paragraph's index that an address like `p7` names.
fn paragraph_of(name: &str) -> Option<usize> {
    name.strip_prefix('p')?.parse::<usize>().ok()?.checked_sub(1)
}

/// Goes to the paragraph that the address named. While its article is being loaded, it is kept in mind.
pub fn follow_link(model: &mut Model, env: &Env<'_>) {
    let Some(index) = model.deep_link else { return };
    let index = index.min(model.opened.texts.len().saturating_sub(1));
    tagging::make_current(model, index, env);
    model.shared.effects.push(Effect::Reveal(index, true));
    model.shared.effects.push(Effect::Focus(Focus::ArticleAt(index)));
    if model.shared.ready && model.shared.loading.is_none() {
        model.deep_link = None;
    }
    model.shared.effects.push(Effect::AwaitIdle);
}

fn draw_more(model: &mut Model) {
    let all = model.view.article.sections.len();
    if model.shared.screen == Screen::Read && model.drawn < all {
        model.drawn = (model.drawn + SLICE).min(all);
        if model.drawn < all {
            model.shared.effects.push(Effect::AwaitIdle);
        }
    }
}

/// Opens a dialog.
pub fn open_dialog(model: &mut Model, kind: DialogKind) {
    lazy::want(model);
    model.dialogs.open = Some(kind);
    match kind {
        DialogKind::Open => {
            model.dialogs.open_error = None;
            model.dialogs.preview = None;
            model.dialogs.differs = None;
        }
        DialogKind::Import => {
            model.dialogs.imported = transfer::Imported::default();
            model.dialogs.rescue = None;
        }
        DialogKind::Keys => {
            model.dialogs.awaiting = None;
            model.dialogs.key_problem = None;
        }
        DialogKind::Room => model.dialogs.to_remove = None,
        DialogKind::Export | DialogKind::Annotators => {}
    }
}

/// The part has come, or did not.
fn class_came(model: &mut Model, class: Option<&'static Class>) {
    model.class = class.map(|class| (class.open)(&model.shared));
    model.shared.class = if class.is_some() { Presence::Here } else { Presence::Failed };
}

/// Something happened on the class's screens.
pub fn class_happened(model: &mut Model, msg: Arc<class::msg::Msg>, env: &Env<'_>) {
    if let Some(pages) = &mut model.class {
        let intents = pages.happened(msg, &model.shared, env);
        carry_out(model, intents, env);
    }
}

/// Brings the class's screens up to date while one of them is shown.
fn follow_class(model: &mut Model, env: &Env<'_>) {
    if model.shared.screen == Screen::Read || model.shared.is_busy() {
        return;
    }
    model.shared.fetch(Part::Class);
    if let Some(pages) = &mut model.class {
        let intents = pages.follow(&model.shared, env);
        carry_out(model, intents, env);
    }
}
