//! Start-up: what was found in both stores becomes what is shared, and each store is healed from the other. Also what is said of a store
//! that refuses.

use crate::{
    effect::Effect,
    env::Env,
    msg::Msg,
    notice::{BannerView, action},
    ports::{StorageError, found::FoundStores},
    shared::{Shared, drafts, library, route, unexported},
    storage::{
        arriving::{newer_seen, operations_arrived},
        model::Storage,
        room,
    },
    words::count,
};
use postil_core::{
    base::id::{AnnotatorId, ArticleId},
    exchange::rescue::who_tagged,
    keep::{
        here,
        operation::OperationError,
        startup::{self, Flaw, Pair},
    },
};
use std::sync::Arc;

/// Takes in what was found and lets writing begin.
pub(crate) fn stores_found(storage: &mut Storage, shared: &mut Shared, found: FoundStores, env: &Env<'_>) {
    let unread = found.local.is_err();
    let local = match found.local {
        Ok(pairs) => pairs,
        Err(error) => {
            shared.saving.block(error);
            shared.banner(BannerView {
                id: "blocked".into(),
                alert: true,
                sentence:
                    "This browser does not let Postil store anything, so nothing is saved when you close this page. \
                           You can read and tag; export a file before you leave."
                        .into(),
                actions: vec![action("Save a file now", Msg::DialogOpened(crate::screen::DialogKind::Export))],
                closable: true,
            });
            Vec::new()
        }
    };
    if found.journal.is_none() {
        shared.saving.without_journal();
    }
    storage.journal_read = found.journal.is_some();
    let mut start = startup::start(&local, found.journal.as_deref(), env.now);
    start.ledger.state().each_stamp(|stamp| shared.clock.observe(stamp, env.now));
    shared.ledger = start.ledger;
    shared.known = start.known;
    shared.damaged.extend(start.flaws.iter().map(|flaw| Arc::clone(&flaw.key)));
    shared.used = found.used;
    let listed = found.articles.into_iter().filter(|key| library::is_listed(key));
    listed.for_each(|id| _ = shared.stored_articles.insert(ArticleId::new(id)));
    shared.read_only = start.newer;
    shared.ready = true;
    if start.newer {
        newer_seen(shared);
    }
    flaws_found(shared, &start.flaws);
    if let Some(stamp) = start.future {
        let when = postil_core::base::time::rfc3339(stamp.wall).unwrap_or_default();
        let day = when.get(..10).unwrap_or("far ahead").to_owned();
        shared.banner(BannerView {
            id: "future".into(),
            alert: false,
            sentence: format!(
                "Some annotations carry a date in the future ({day}): a computer’s clock was wrong. Nothing is lost, and \
                 your own changes still count."
            )
            .into(),
            actions: Vec::new(),
            closable: true,
        });
    }
    if unread {
        // What could not be read is not missing, and must not be overwritten.
        start.heal_local.clear();
    }
    if !shared.read_only {
        heal(shared, &start.heal_local, &start.heal_journal, start.expired, start.covered_local);
    }
    let active = shared.store().setting(here::ANNOTATOR).cloned();
    shared.provisional = active.is_none();
    // Where the operation that says who tags here is lost, it must not take sight of their work with it. The next change
    // writes it again.
    let tagged = || who_tagged(local.iter().chain(found.journal.iter().flatten()));
    shared.annotator = active.map(AnnotatorId::new).or_else(tagged).unwrap_or_else(|| found.annotator.into());
    drafts::found(shared, &found.drafts);
    shared.keymap = crate::keymap::Keymap::new(&shared.codebook, shared.ledger.state(), found.mac);
    shared.show_appearance();
    shared.effects.push(Effect::Title(format!("{} · Postil", shared.view_title()).into()));
    shared.touched.all = true;
    room::warn(shared);
    library::open_last(shared, env);
    route::changed(shared, &found.hash, env);
    shared.unexported = unexported::count(shared);
    let early = std::mem::take(&mut storage.early);
    operations_arrived(shared, early, env);
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
        (0, n) => format!(
            "{} stored here {} damaged, and a good copy was found, so nothing is missing. The damaged text was left as it is.",
            count(n, "change", "changes"),
            if n == 1 { "is" } else { "are" }
        ),
        (n, _) => format!(
            "{} stored here cannot be read. Everything else is shown, and nothing was deleted: download the raw data and \
             keep it.",
            count(n, "change", "changes")
        ),
    };
    shared.banner(BannerView {
        id: "flaws".into(),
        alert: true,
        sentence: sentence.into(),
        actions: vec![action("Download raw data", Msg::RawAsked)],
        closable: true,
    });
}

/// What to say when local storage refuses a write.
pub fn refused(shared: &mut Shared, error: &StorageError) {
    let sentence: Arc<str> = match error {
        StorageError::Full { .. } => {
            "Storage is full, so the last change is not saved. It is still on this page: export \
                                      your work now, and go on in another browser or after clearing this site’s data."
                .into()
        }
        StorageError::Blocked => {
            "This browser does not let Postil store anything, so the last change is not saved. Export \
                                  your work before you leave."
                .into()
        }
        StorageError::Other(words) => {
            format!("The last change could not be saved ({words}). It is still on this page: export your work now.")
                .into()
        }
    };
    shared.banner(BannerView {
        id: "refused".into(),
        alert: true,
        sentence,
        actions: vec![
            action("Save a file now", Msg::DialogOpened(crate::screen::DialogKind::Export)),
            action("Make room", Msg::DialogOpened(crate::screen::DialogKind::Room)),
            action("Download raw data", Msg::RawAsked),
        ],
        closable: true,
    });
}
