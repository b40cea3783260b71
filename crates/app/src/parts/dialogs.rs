//! The dialogs: what comes of them, what waits for them, and how what happens is passed to them.

use crate::{
    effect::Effect,
    env::Env,
    files::{self, table::Dialogs},
    model::Model,
    part::{Part, Presence},
    storage::boot,
    strings::page as strings,
    timer::Timer,
};
use std::sync::Arc;

/// Whoever waits longer than this, in milliseconds, is told that something goes on.
const LATE_MS: u32 = 400;
const MOMENT: &str = strings::one_moment();

/// Asks for the dialogs for somebody who waits for them.
pub fn want(model: &mut Model) {
    if model.dialogs.is_none() {
        model.shared.fetch(Part::Dialogs);
        model.shared.effects.push(Effect::Wait(Timer::Part, LATE_MS));
    }
}

/// The wait is over.
pub fn late(model: &mut Model) {
    if model.dialogs.is_none() && are_wanted(model) {
        model.shared.toast(MOMENT, None);
        model.shared.announce(MOMENT);
    }
}

fn are_wanted(model: &Model) -> bool {
    !model.files.waiting.is_empty() || model.files.open.is_some()
}

/// Passes a message on to the dialogs. Until they have come, it waits.
pub(crate) fn tell(model: &mut Model, msg: files::Msg, env: &Env<'_>) {
    match model.dialogs {
        Some(dialogs) => (dialogs.update)(&mut model.files, &mut model.shared, msg, env),
        None => {
            model.files.waiting.push(msg);
            want(model);
        }
    }
}

/// Takes in what the stores hold and other tabs wrote. Until the dialogs have come, it waits, and so does whatever is done
/// before the stores were read.
pub(crate) fn take_in(model: &mut Model, env: &Env<'_>) {
    match model.dialogs {
        Some(dialogs) => (dialogs.take_in)(&mut model.storage, &mut model.shared, env),
        None => model.shared.fetch(Part::Dialogs),
    }
}

/// Puts together what is stored. Until the dialogs have come, that waits, and nobody is told: it is as good later.
pub(crate) fn compact(model: &mut Model, keys: &[Arc<str>], env: &Env<'_>) {
    match model.dialogs {
        Some(dialogs) => (dialogs.compact)(&mut model.shared, keys, env),
        None => {
            model.files.compaction_waits = true;
            model.shared.fetch(Part::Dialogs);
        }
    }
}

/// The dialogs have come: what waited for them happens now. With `None` they did not come.
pub fn came(model: &mut Model, dialogs: Option<&'static Dialogs>, env: &Env<'_>) {
    let wanted = are_wanted(model);
    model.dialogs = dialogs;
    // If they did not come, it is tried again the next time that they are needed.
    model.shared.dialogs = if dialogs.is_some() { Presence::Here } else { Presence::Absent };
    model.shared.toast.take_if(|toast| &*toast.sentence == MOMENT);
    let waiting = std::mem::take(&mut model.files.waiting);
    if let Some(dialogs) = dialogs {
        model.shared.services = Some(dialogs.services);
        (dialogs.services.begin)(&mut model.shared);
        super::class::open(model);
    }
    if std::mem::take(&mut model.files.compaction_waits) && dialogs.is_some() {
        // Other tabs may have written meanwhile, so it is begun anew.
        model.shared.effects.push(Effect::AwaitCompaction(false));
    }
    if dialogs.is_some() {
        take_in(model, env);
        waiting.into_iter().for_each(|msg| tell(model, msg, env));
        return;
    }
    super::class::missed(model);
    if !model.shared.ready {
        boot::unread(&mut model.shared);
    }
    model.files.open = None;
    if waiting.iter().any(|msg| matches!(msg, files::Msg::ArticleLoaded(..))) {
        // Its article is opened by the next start; until then there is what was shown before.
        model.shared.loading = None;
    }
    if wanted {
        let sentence = strings::part_not_loaded();
        model.shared.announce(sentence);
        model.shared.toast(sentence, None);
    }
}
