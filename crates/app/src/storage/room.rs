//! Room in local storage: when what is stored is to be put together, and what is said of it. How that is done comes with the
//! dialogs: `crate::files::compaction`.

use crate::{
    msg::Msg,
    notice::{BannerView, action},
    quota::{QUOTA, WARN},
    screen::DialogKind,
    shared::Shared,
    strings::storage as strings,
};
use postil_core::keep::{
    operation::is_snapshot,
    startup::{self, Pair},
};

/// Compaction is due past this many operations.
const OPERATIONS: usize = 2000;
/// In a storage more than half full it is due past so many units of operations: 5 %. What is in snapshots already would
/// only be written once more.
const SHARE: usize = QUOTA / 20;

/// True when it is time to put together what stands in local storage.
#[must_use]
pub(crate) fn is_due<'a>(local: impl Iterator<Item = &'a Pair>, shared: &Shared) -> bool {
    let (mut count, mut units) = (0, 0);
    let (gone, mut unfinished) = (shared.store().gone(), shared.ledger.is_worn());
    for (key, value) in local.filter(|(key, _)| startup::is_operation(key) && !is_snapshot(key)) {
        count += 1;
        units += key.len() + value.len();
        // A removal that was cut short is brought to its end.
        unfinished |= gone.iter().any(|(id, _)| value.contains(id.as_str()));
    }
    unfinished || count > OPERATIONS || (shared.used > QUOTA / 2 && units > SHARE)
}

/// Says when storage is filling up.
pub(crate) fn warn(shared: &mut Shared) {
    if shared.used > WARN && !shared.saving.is_blocked() {
        let percent = (shared.used * 100 / QUOTA).to_string();
        say(shared, strings::filling(&percent));
    }
}

/// What is stored could not be put together.
pub fn failed(shared: &mut Shared, used: usize) {
    shared.used = used;
    if used > WARN {
        let percent = (used * 100 / QUOTA).to_string();
        say(shared, strings::not_freed(&percent));
    }
}

fn say(shared: &mut Shared, sentence: String) {
    shared.banner(BannerView {
        id: "quota".into(),
        alert: false,
        sentence: sentence.into(),
        actions: vec![
            action(strings::export_now(), Msg::DialogOpened(DialogKind::Export)),
            action(strings::free_up(), Msg::DialogOpened(DialogKind::Room)),
        ],
        closable: true,
    });
}
