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
            sentence: "This browser does not let Postil store anything, so your work is lost when you close this \
                       page. You can read and tag; export a file before you leave."
                .into(),
            actions: vec![action("Export now", Msg::DialogOpened(crate::screen::DialogKind::Export))],
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
        sentence:
            "Postil could not load the part that reads your stored work. Nothing was changed. Check the connection and \
                   try again."
                .into(),
        actions: vec![
            action("Try again", Msg::Storage(super::msg::Msg::ReadAgain)),
            action("Download all data", Msg::RawAsked),
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
        sentence:
            "A newer version of Postil has been used in this browser. To keep its data safe, nothing can be changed \
                   here: reload this page to get the newer version."
                .into(),
        actions: vec![action("Download all data", Msg::RawAsked)],
        closable: false,
    });
}

/// What to say when local storage refuses a write.
pub fn refused(shared: &mut Shared, error: &StorageError) {
    let sentence: Arc<str> = match error {
        StorageError::Full { .. } => {
            "Storage is full, so the last change is not stored. It is still on this page: export \
                                      your work now, and go on in another browser or after clearing this site’s data."
                .into()
        }
        StorageError::Blocked => {
            "This browser does not let Postil store anything, so the last change is not stored. Export \
                                  your work before you leave."
                .into()
        }
        StorageError::Other(words) => {
            format!("The last change could not be stored ({words}). It is still on this page: export your work now.")
                .into()
        }
    };
    shared.banner(BannerView {
        id: "refused".into(),
        alert: true,
        sentence,
        actions: vec![
            action("Export now", Msg::DialogOpened(crate::screen::DialogKind::Export)),
            action("Free up storage", Msg::DialogOpened(crate::screen::DialogKind::Room)),
            action("Download all data", Msg::RawAsked),
        ],
        closable: true,
    });
}
