//! Start-up: what was found in both stores becomes the model, and each store is healed from the other. Also records that
//! arrive from other tabs, drafts, and compaction.

use crate::{
    effect::Effect,
    env::Env,
    model::{FoundDraft, Model, OpenNote},
    msg::Msg,
    notice::{BannerView, action},
    ports::{StorageError, found::FoundStores},
    words::count,
};
use postil_core::{
    article::beginning,
    base::id::{AnnotatorId, ArticleId},
    exchange::rescue::who_tagged,
    json::{tree::Json, writer::Writer},
    keep::{
        operation::{Entry, EntryError, SNAPSHOT, decode},
        startup::{self, Flaw, Pair},
    },
};
use std::sync::Arc;

/// Takes in what was found and lets writing begin.
pub fn stores_found(model: &mut Model, found: FoundStores, env: &Env<'_>) {
    let unread = found.local.is_err();
    let local = match found.local {
        Ok(pairs) => pairs,
        Err(error) => {
            model.shared.saving.block(error);
            model.shared.banner(BannerView {
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
        model.shared.saving.without_journal();
    }
    model.journal_read = found.journal.is_some();
    let mut start = startup::start(&local, found.journal.as_deref(), env.now);
    start.ledger.state().each_stamp(|stamp| model.shared.clock.observe(stamp, env.now));
    model.shared.ledger = start.ledger;
    model.shared.known = start.known;
    model.damaged.extend(start.flaws.iter().map(|flaw| Arc::clone(&flaw.key)));
    model.shared.used = found.used;
    model.shared.stored_articles.extend(found.articles.into_iter().filter(|id| crate::library::is_listed(id)));
    model.shared.read_only = start.newer;
    model.shared.ready = true;
    if start.newer {
        newer_seen(model);
    }
    flaws_found(model, &start.flaws);
    if let Some(stamp) = start.future {
        let when = postil_core::base::time::rfc3339(stamp.wall).unwrap_or_default();
        let day = when.get(..10).unwrap_or("far ahead").to_owned();
        model.shared.banner(BannerView {
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
    if !model.shared.read_only {
        heal(model, &start.heal_local, &start.heal_journal, start.expired, start.covered_local);
    }
    let active = model.shared.store().setting("annotator").cloned();
    model.shared.provisional = active.is_none();
    // Where the record that says who tags here is lost, it must not take sight of their work with it. The next change
    // writes it again.
    let tagged = || who_tagged(local.iter().chain(found.journal.iter().flatten()));
    model.shared.annotator = active.map(AnnotatorId::new).or_else(tagged).unwrap_or_else(|| found.annotator.into());
    drafts_found(model, &found.drafts);
    model.shared.keymap = crate::keymap::Keymap::new(&model.shared.codebook, model.shared.ledger.state(), found.mac);
    show_appearance(model);
    model.shared.effects.push(Effect::Title(format!("{} · Postil", model.shared.view_title()).into()));
    model.shared.touched.all = true;
    crate::room::warn(model);
    crate::library::open_last(model, env);
    crate::update::route_changed(model, &found.hash, env);
    model.shared.unexported = crate::transfer::count_unexported(model);
    let early = std::mem::take(&mut model.early);
    records_arrived(model, early, env);
    if crate::room::is_due(local.iter().chain(&start.heal_local), model) {
        model.shared.effects.push(Effect::AwaitCompaction(false));
    }
}

fn heal(model: &mut Model, local: &[Pair], journal: &[Pair], expired: Vec<Arc<str>>, covered: Vec<Arc<str>>) {
    if !(local.is_empty() && journal.is_empty() && expired.is_empty() && covered.is_empty()) {
        model.shared.effects.push(Effect::Heal { local: local.to_vec(), journal: journal.to_vec(), expired, covered });
    }
}

fn flaws_found(model: &mut Model, flaws: &[Flaw]) {
    let lost = flaws.iter().filter(|f| !f.recovered && f.error != EntryError::Newer).count();
    let mended = flaws.iter().filter(|f| f.recovered && f.error != EntryError::Newer).count();
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
    model.shared.banner(BannerView {
        id: "flaws".into(),
        alert: true,
        sentence: sentence.into(),
        actions: vec![action("Download raw data", Msg::RawAsked)],
        closable: true,
    });
}

/// A newer Postil wrote in this browser: nothing is written here any more.
pub fn newer_seen(model: &mut Model) {
    model.shared.read_only = true;
    model.shared.banner(BannerView {
        id: "newer".into(),
        alert: true,
        sentence:
            "A newer version of Postil has been used in this browser. To keep its data safe, nothing can be changed \
                   here: reload this page to get the newer version."
                .into(),
        actions: vec![action("Download raw data", Msg::RawAsked)],
        closable: false,
    });
}

/// Takes in records that another tab wrote, or that a rescan found.
pub fn records_arrived(model: &mut Model, records: Vec<Pair>, env: &Env<'_>) {
    if !model.shared.ready {
        // Both stores are still being read: what other tabs send meanwhile waits.
        model.early.extend(records);
        return;
    }
    let (mut changed, mut settings) = (false, false);
    let was_gone = model.shared.store().is_gone(model.shared.article_id());
    for (key, value) in records {
        if startup::is_newer_key(&key) {
            newer_seen(model);
        }
        // What has a damaged copy was taken in at the start, and is never put together with others.
        if !startup::is_record(&key) || model.shared.known.contains(&key) || model.damaged.contains(&key) {
            continue;
        }
        match decode(&value) {
            Ok(entry) => {
                model.shared.used += key.len() + value.len();
                if let Entry::Change(delta) = &entry {
                    delta.each_stamp(|stamp| model.shared.clock.observe(stamp, env.now));
                    settings |= !delta.settings.is_empty() || !delta.articles.is_empty();
                    touch(model, delta);
                } else {
                    settings = true;
                    model.shared.touched.all = true;
                }
                changed |= model.shared.ledger.take(&key, entry);
                if key.starts_with(SNAPSHOT) {
                    crate::tagging::end_folded(model);
                }
                model.shared.known.insert(key);
            }
            Err(EntryError::Newer) => newer_seen(model),
            // A damaged value is looked at again at the next start, where the journal can help.
            Err(_) => {}
        }
    }
    if !changed {
        return;
    }
    model.shared.ledger.let_go();
    if model.shared.provisional && model.shared.store().annotators.contains_key(&model.shared.annotator) {
        // Another tab of this first visit has written who this browser is.
        model.shared.provisional = false;
    }
    if !was_gone && model.shared.store().is_gone(model.shared.article_id()) {
        crate::removal::heard(model, env);
    }
    if settings {
        model.shared.keymap =
            crate::keymap::Keymap::new(&model.shared.codebook, model.shared.ledger.state(), model.shared.keymap.mac);
        show_appearance(model);
    }
    model.shared.unexported = crate::transfer::count_unexported(model);
}

/// Only the paragraphs that a change speaks of are drawn anew.
fn touch(model: &mut Model, delta: &postil_core::keep::store::Store) {
    let records =
        delta.layer(model.shared.article.id(), &model.shared.annotator).into_iter().flat_map(|l| l.records.keys());
    let rows: Vec<usize> = records.filter_map(|p| model.shared.article.index_of(p)).collect();
    model.shared.touched.rows.extend(rows);
}

/// Tells the page its colours and type.
pub fn show_appearance(model: &mut Model) {
    for name in ["scheme", "reading"] {
        let value = model.shared.store().setting(name).cloned().unwrap_or_else(|| "".into());
        model.shared.effects.push(Effect::Appearance(name.into(), value));
    }
}

/// The stored form of a draft that is being written by this person.
#[must_use]
pub fn encode_draft(note: &OpenNote, by: &AnnotatorId) -> Arc<str> {
    let mut writer = Writer::compact();
    writer.object();
    writer.text_field("by", by.as_str());
    writer.text_field("annotator", note.whose.id());
    writer.text_field("article", note.article.as_str());
    writer.text_field("paragraph", note.paragraph.as_str());
    writer.text_field("text", &note.text);
    writer.end_object();
    writer.finish().into()
}

fn decode_draft(value: &str) -> Option<FoundDraft> {
    let draft = Json::parse(value).ok()?;
    let text = |name: &str| draft.get(name)?.as_str().map(Arc::<str>::from);
    let annotator = text("annotator")?;
    Some(FoundDraft {
        key: "".into(),
        by: AnnotatorId::new(text("by").unwrap_or_else(|| Arc::clone(&annotator))),
        note: OpenNote {
            whose: AnnotatorId::new(annotator).into(),
            article: ArticleId::new(text("article")?),
            paragraph: text("paragraph")?.into(),
            text: text("text")?,
        },
    })
}

/// Takes over what was being written when a page closed.
pub fn drafts_found(model: &mut Model, drafts: &[Pair]) {
    for (key, value) in drafts {
        // A draft that cannot be read stays where it is; the raw download holds it.
        let Some(mut draft) = decode_draft(value) else { continue };
        // Whoever typed before their first tag was never written down: the words go to whoever tags here now.
        if !model.shared.store().annotators.contains_key(&draft.by) {
            if draft.note.whose.annotator() == Some(&draft.by) {
                draft.note.whose = (&model.shared.annotator).into();
            }
            draft.by = model.shared.annotator.clone();
        }
        model.drafts.push(FoundDraft { key: Arc::clone(key), ..draft });
    }
    offer_drafts(model);
}

/// Offers the drafts of whoever is active, and nobody else's.
pub fn offer_drafts(model: &mut Model) {
    for FoundDraft { key, by, note } in model.drafts.clone() {
        if by != model.shared.annotator {
            model.shared.banners.retain(|b| b.id != key);
            continue;
        }
        let facts = model.shared.store().articles.get(&note.article);
        let at = model.shared.article.index_of(&note.paragraph).filter(|_| note.article == *model.shared.article_id());
        let place = match (at, facts.and_then(|f| f.quotes.get(&note.paragraph))) {
            (Some(index), _) => format!("paragraph {}", index + 1),
            (None, Some(quote)) => format!("“{quote}…”"),
            (None, None) => "a paragraph".to_owned(),
        };
        model.shared.banner(BannerView {
            id: Arc::clone(&key),
            alert: false,
            sentence: format!("You were writing a note on {place} when the page closed: “{}”", beginning(&note.text))
                .into(),
            actions: vec![
                action("Keep it", Msg::DraftTaken(Arc::clone(&key))),
                action("Discard", Msg::DraftDropped(Arc::clone(&key))),
            ],
            closable: false,
        });
    }
}

/// Takes over a found draft or gives it up.
pub fn draft_settled(model: &mut Model, key: &str, take: bool, env: &Env<'_>) {
    let own = |draft: &FoundDraft| *draft.key == *key && draft.by == model.shared.annotator;
    let Some(at) = model.drafts.iter().position(own) else { return };
    if take && !model.shared.may_write() {
        return;
    }
    let FoundDraft { key, note, .. } = model.drafts.remove(at);
    if take {
        let place =
            model.shared.article.index_of(&note.paragraph).filter(|_| note.article == *model.shared.article_id());
        take_over(model, note, env);
        if let Some(index) = place {
            crate::tagging::go(model, index, env);
        }
    }
    model.shared.banners.retain(|b| b.id != key);
    model.shared.effects.push(Effect::RemoveDraft(key));
}

/// Takes over all drafts about an article, whoever wrote them.
pub fn take_over_drafts(model: &mut Model, article: &str, env: &Env<'_>) {
    let (of_it, rest): (Vec<_>, Vec<_>) =
        std::mem::take(&mut model.drafts).into_iter().partition(|draft| draft.note.article.as_str() == article);
    model.drafts = rest;
    for FoundDraft { key, note, .. } in of_it {
        take_over(model, note, env);
        model.shared.banners.retain(|b| b.id != key);
        model.shared.effects.push(Effect::RemoveDraft(key));
    }
}

/// Makes a draft a note, beside another one that has been written since.
fn take_over(model: &mut Model, mut note: OpenNote, env: &Env<'_>) {
    let record = model.shared.store().said(&note.article, &note.whose, &note.paragraph);
    let stored = record.map(crate::note::text).filter(|stored| !note.text.trim().contains(stored.trim()));
    if let Some(stored) = stored {
        note.text = [&stored, "\n\n", &note.text].concat().into();
    }
    crate::note::write(model, &note, env);
}

/// What to say when local storage refuses a write.
pub fn refused(model: &mut Model, error: &StorageError) {
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
    model.shared.banner(BannerView {
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
