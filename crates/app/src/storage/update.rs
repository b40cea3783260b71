//! What follows from the answers of the stores, and from what other tabs say.

use super::{
    boot::{self, UNREAD, newer_seen},
    model::Storage,
    msg::Msg,
    room,
};
use crate::{
    effect::Effect,
    env::Env,
    intent::Intent,
    ports::StorageError,
    quota::QUOTA,
    shared::{
        Shared, library,
        saving::{AGAIN_MS, LATE_MS, SaveState},
    },
    strings::storage as strings,
    timer::Timer,
};

/// Changes what is shared by what the stores or other tabs said.
pub fn update(storage: &mut Storage, shared: &mut Shared, msg: Msg, env: &Env<'_>) -> Vec<Intent> {
    match msg {
        Msg::StoresFound(found) if boot::is_empty(&found) => {
            boot::opened(storage, shared, &found);
            boot::begin(shared, &found, None);
            library::stay(shared);
            boot::go(shared, &found, env);
            return take_in(storage);
        }
        Msg::StoresFound(found) => {
            storage.found = Some(found);
            return take_in(storage);
        }
        Msg::ArticleStored(id) => library::stored(shared, &id, env),
        Msg::ArticleRefused(id) => library::refused(shared, &id),
        Msg::OperationsKept(ticket) => {
            shared.saving.kept(ticket);
            shared.effects.push(Effect::Wait(Timer::Journal(ticket), LATE_MS));
            if shared.saving.state() != SaveState::Failed {
                shared.banners.retain(|b| &*b.id != "refused");
            }
        }
        Msg::OperationsRefused(ticket, error) => return refused(storage, shared, ticket, &error),
        Msg::JournalKept(ticket) => {
            shared.saving.confirmed(ticket);
            shared.say_outcome(ticket, strings::saved());
        }
        Msg::JournalRefused(ticket) => {
            shared.saving.unconfirmed(ticket);
            shared.say_outcome(ticket, strings::not_crash_safe());
        }
        Msg::BallastGone => {
            shared.used = QUOTA;
            room::warn(shared);
            shared.effects.push(Effect::AwaitCompaction(false));
        }
        Msg::OperationsArrived(operations) => {
            storage.early.extend(operations);
            return take_in(storage);
        }
        Msg::ReadAgain => {
            shared.banners.retain(|banner| &*banner.id != UNREAD);
            return take_in(storage);
        }
        Msg::VersionsRead(kept) => {
            storage.kept.extend(kept);
            return take_in(storage);
        }
        Msg::NewerSeen => newer_seen(shared),
        Msg::UsageMeasured(used) => {
            shared.used = used;
            room::warn(shared);
        }
        Msg::CompactionMayRun(keys) => {
            // Of a journal that was not read nobody knows which of its operations are damaged.
            if shared.may_write() && !shared.saving.is_blocked() && storage.journal_read {
                return vec![Intent::Compact(keys)];
            }
        }
        Msg::Compacted(used) => {
            shared.used = used;
            shared.ledger.compacted();
        }
        Msg::CompactionFailed(used) => room::failed(shared, used),
    }
    Vec::new()
}

/// What is there and not taken in yet is to be.
fn take_in(storage: &Storage) -> Vec<Intent> {
    if storage.waits() { vec![Intent::TakeIn] } else { Vec::new() }
}

/// What was refused is to be tried again.
pub(crate) fn try_again(storage: &mut Storage, shared: &mut Shared) {
    storage.waits_to_try_again = false;
    shared.try_again();
}

/// The journal has had time enough for a write.
pub fn late(shared: &mut Shared, ticket: u64) {
    if shared.saving.late(ticket) {
        shared.say_outcome(ticket, strings::not_crash_safe());
    }
}

fn refused(storage: &mut Storage, shared: &mut Shared, ticket: u64, error: &StorageError) -> Vec<Intent> {
    shared.saving.refused(ticket, error.clone());
    shared.say_outcome(ticket, strings::not_saved());
    let given_up = give_up_import(shared, ticket);
    if !shared.saving.is_blocked() && !std::mem::replace(&mut storage.waits_to_try_again, true) {
        shared.effects.push(Effect::Wait(Timer::Refused, AGAIN_MS));
    }
    if shared.saving.state() == SaveState::Failed && !shared.banners.iter().any(|b| &*b.id == "blocked") {
        boot::refused(shared, error);
    }
    if given_up { vec![Intent::ImportRefused] } else { Vec::new() }
}

/// Local storage had no room for an import after all: it is given up as a whole. Anything else stays, and is tried again
/// with the next change.
fn give_up_import(shared: &mut Shared, ticket: u64) -> bool {
    // Where nothing can be stored at all, an import is as good as any other change: it counts while the page is open.
    if shared.saving.is_blocked() {
        return false;
    }
    let Some((_, import)) = shared.importing.take_if(|(of, _)| *of == ticket) else { return false };
    let units = shared.saving.give_up(ticket);
    shared.used = shared.used.saturating_sub(units);
    if let Some(services) = shared.services {
        (services.give_up)(shared, &import);
    }
    shared.toast = None;
    shared.touched.all = true;
    true
}
