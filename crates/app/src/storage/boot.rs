//! Start-up: what both stores say of themselves, and what follows once it is known what they hold. What they hold is taken in
//! by `super::reading`, a part of the program that nobody needs who has nothing stored here. Also what is said of a store that
//! refuses.

use crate::{
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    ports::{StorageError, found::FoundStores},
    shared::{Shared, library, route, unexported},
    storage::{model::Storage, room},
    strings::storage as strings,
};
use postil_core::{
    base::id::{AnnotatorId, ArticleId},
    keep::{
        here,
        startup::{Pair, is_newer_key, is_operation},
    },
};
use std::sync::Arc;

/// True when there is nothing to take in.
#[must_use]
pub(crate) fn is_empty(found: &FoundStores) -> bool {
    let ours = |(key, _): &Pair| is_operation(key) || is_newer_key(key);
    let pairs = || found.local.iter().flatten().chain(found.journal.iter().flatten());
    found.drafts.is_empty() && !pairs().any(ours)
}

/// Both stores were opened, or not.
pub(crate) fn opened(storage: &mut Storage, shared: &mut Shared, found: &FoundStores) {
    if let Err(error) = &found.local {
        shared.saving.block(error.clone());
        shared.banner(BannerView {
            id: "blocked".into(),
            alert: true,
            sentence: strings::nothing_kept().into(),
            actions: vec![action(strings::export_now(), Msg::DialogOpened(crate::screen::DialogKind::Export))],
            closable: true,
        });
    }
    if found.journal.is_none() {
        shared.saving.without_journal();
    }
    storage.journal_read = found.journal.is_some();
    shared.used = found.used;
    let listed = found.articles.iter().filter(|key| library::is_listed(key));
    listed.for_each(|id| _ = shared.stored_articles.insert(ArticleId::new(Arc::clone(id))));
}

/// What they hold is taken in: writing begins. `tagged` is who tagged last, where nothing says who tags here.
pub(crate) fn begin(shared: &mut Shared, found: &FoundStores, tagged: Option<AnnotatorId>) {
    shared.ready = true;
    let active = shared.store().setting(here::ANNOTATOR).cloned();
    shared.provisional = active.is_none();
    let begun = || AnnotatorId::new(Arc::clone(&found.annotator));
    shared.annotator = active.map(AnnotatorId::new).or(tagged).unwrap_or_else(begun);
    shared.keymap = Arc::new(crate::keymap::Keymap::new(&shared.codebook, shared.ledger.state(), found.mac));
    shared.show_appearance();
    library::entitle(shared);
    shared.touched.all = true;
    room::warn(shared);
}

/// Goes where the address says, once it is known which article is open.
pub(crate) fn go(shared: &mut Shared, found: &FoundStores, env: &Env<'_>) {
    route::changed(shared, &found.hash, env);
    shared.unexported = unexported::count(shared);
}

/// The banner that says that what the stores hold is not taken in yet.
pub(crate) const UNREAD: &str = "unread";

/// What takes in what the stores hold did not arrive.
pub(crate) fn unread(shared: &mut Shared) {
    shared.banner(BannerView {
        id: UNREAD.into(),
        alert: true,
        sentence: strings::part_missing().into(),
        actions: vec![
            action(strings::try_again(), Msg::Storage(super::msg::Msg::ReadAgain)),
            action(strings::download_all(), Msg::RawAsked),
        ],
        closable: false,
    });
}

/// A newer Postil wrote in this browser: nothing is written here any more.
pub(crate) fn newer_seen(shared: &mut Shared) {
    shared.read_only = true;
    shared.banner(BannerView {
        id: "newer".into(),
        alert: true,
        sentence: strings::newer_here().into(),
        actions: vec![action(strings::download_all(), Msg::RawAsked)],
        closable: false,
    });
}

/// What to say when local storage refuses a write.
pub fn refused(shared: &mut Shared, error: &StorageError) {
    let sentence: Arc<str> = match error {
        StorageError::Full { .. } => strings::full().into(),
        StorageError::Blocked => strings::blocked().into(),
        StorageError::Other(words) => strings::refused(words).into(),
    };
    shared.banner(BannerView {
        id: "refused".into(),
        alert: true,
        sentence,
        actions: vec![
            action(strings::export_now(), Msg::DialogOpened(crate::screen::DialogKind::Export)),
            action(strings::free_up(), Msg::DialogOpened(crate::screen::DialogKind::Room)),
            action(strings::download_all(), Msg::RawAsked),
        ],
        closable: true,
    });
}
