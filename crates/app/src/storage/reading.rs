//! What both stores hold becomes what is shared, and each store is healed from the other.
//!
//! This comes with the dialogs: whoever has nothing stored here does not need it.

use super::{
    arriving::operations_arrived,
    boot::{begin, go, newer_seen, opened},
    model::Storage,
    room,
};
use crate::{
    effect::Effect,
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    ports::found::FoundStores,
    shared::{Shared, drafts, library, steps, versions},
    strings::storage as strings,
};
use postil_core::{
    exchange::rescue::who_tagged,
    keep::{
        operation::OperationError,
        startup::{self, Flaw, Pair},
    },
};
use std::sync::Arc;

/// Takes in what waits, as far as it can be by now: what the stores hold, and then what other tabs wrote.
pub(crate) fn take_in(storage: &mut Storage, shared: &mut Shared, env: &Env<'_>) {
    if let Some(found) = storage.found.take() {
        stores_found(storage, shared, &found, env);
    } else if shared.ready {
        operations_arrived(shared, std::mem::take(&mut storage.early), env);
    }
    let kept = std::mem::take(&mut storage.kept);
    if !kept.is_empty() {
        versions::found(shared, &kept);
    }
}

fn stores_found(storage: &mut Storage, shared: &mut Shared, found: &FoundStores, env: &Env<'_>) {
    opened(storage, shared, found);
    let local: &[Pair] = found.local.as_deref().unwrap_or_default();
    let mut start = startup::start(local, found.journal.as_deref(), env.now);
    start.ledger.state().each_stamp(|stamp| shared.clock.observe(stamp, env.now));
    shared.ledger = start.ledger;
    library::settle(shared);
    shared.known = start.known;
    shared.damaged.extend(start.flaws.iter().map(|flaw| Arc::clone(&flaw.key)));
    shared.read_only = start.newer;
    if start.newer {
        newer_seen(shared);
    }
    flaws_found(shared, &start.flaws);
    if let Some(stamp) = start.future {
        let when = postil_core::base::time::rfc3339(stamp.wall).unwrap_or_default();
        let day = when.get(..10).unwrap_or(strings::far_ahead()).to_owned();
        shared.banner(BannerView {
            id: "future".into(),
            alert: false,
            sentence: strings::future(&day).into(),
            actions: Vec::new(),
            closable: true,
        });
    }
    if found.local.is_err() {
        // What could not be read is not missing, and must not be overwritten.
        start.heal_local.clear();
    }
    if !shared.read_only {
        heal(shared, &start.heal_local, &start.heal_journal, start.expired, start.covered_local);
    }
    // Where the operation that says who tags here is lost, it must not take sight of their work with it. The next change
    // writes it again.
    begin(shared, found, who_tagged(local.iter().chain(found.journal.iter().flatten())));
    steps::found(shared, found.steps.as_deref());
    library::open_last(shared, env);
    go(shared, found, env);
    drafts::found(shared, &found.drafts);
    operations_arrived(shared, std::mem::take(&mut storage.early), env);
    if room::is_due(local.iter().chain(&start.heal_local), shared) {
        shared.effects.push(Effect::AwaitCompaction(false));
    }
}

fn heal(shared: &mut Shared, local: &[Pair], journal: &[Pair], expired: Vec<Arc<str>>, covered: Vec<Arc<str>>) {
    if !(local.is_empty() && journal.is_empty() && expired.is_empty() && covered.is_empty()) {
        shared.effects.push(Effect::Heal { local: local.to_vec(), journal: journal.to_vec(), expired, covered });
    }
}

fn flaws_found(shared: &mut Shared, flaws: &[Flaw]) {
    let lost = flaws.iter().filter(|f| !f.recovered && f.error != OperationError::Newer).count();
    let mended = flaws.iter().filter(|f| f.recovered && f.error != OperationError::Newer).count();
    let sentence = match (lost, mended) {
        (0, 0) => return,
        (0, n) => strings::mended(n),
        (n, _) => strings::lost(n),
    };
    shared.banner(BannerView {
        id: "flaws".into(),
        alert: true,
        sentence: sentence.into(),
        actions: vec![action(strings::download_all(), Msg::RawAsked)],
        closable: true,
    });
}
