//! The file of the rescue page comes back: what is whole in it is stored again under its own keys, as if another tab had
//! written it, and what is damaged is named and stays in the file.

use crate::{
    boot, effect::Effect, env::Env, file::NamedFile, library, model::Model, opening::Opening, quota::QUOTA,
    screen::DialogKind, transfer, view::dialog::RescueView, words::count,
};
use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId},
        signs::in_a_sentence,
    },
    exchange::{
        bundle::read::MAX_BYTES,
        import::entries,
        rescue::{Rescue, Whole, is_rescue, read, who_tagged},
    },
    keep::{
        ledger::Ledger,
        operation::decode,
        store::{ArticleFacts, Store, here},
    },
    record::register::Register,
};
use std::sync::Arc;

/// No file may fill storage beyond this share: 85 %.
const ROOM: usize = QUOTA / 100 * 85;
/// So many damaged entries are named; the file has them all.
const NAMED: usize = 5;

/// Articles by their keys.
type Openings = Vec<(Arc<str>, Opening)>;

/// A rescue file that was chosen.
#[derive(Clone, Debug)]
pub struct Found {
    name: Arc<str>,
    /// What it holds and what of it can be stored, or why nothing of it can be read.
    content: Result<(Rescue, Whole), Arc<str>>,
    /// True once it is stored again.
    restored: bool,
}

/// Files for the import: a rescue file is shown apart, the others are merged.
pub fn files_read(model: &mut Model, files: &[NamedFile], env: &Env<'_>) {
    let mut rest: Vec<NamedFile> = Vec::with_capacity(files.len());
    for file in files {
        let text = file.bytes.as_ref().ok().and_then(|bytes| std::str::from_utf8(bytes).ok());
        match text.filter(|text| text.len() <= MAX_BYTES && is_rescue(text)) {
            Some(text) => shown(model, &file.name, text),
            None => rest.push(file.clone()),
        }
    }
    if rest.len() == files.len() {
        model.dialogs.rescue = None;
    }
    if !rest.is_empty() || files.is_empty() {
        transfer::files_read(model, &rest, env);
    }
}

fn shown(model: &mut Model, name: &Arc<str>, text: &str) {
    model.dialogs.open = Some(DialogKind::Import);
    model.dialogs.imported = transfer::Imported::default();
    let content = match read(text) {
        Ok(rescue) => {
            let whole = rescue.whole();
            if whole.newer {
                Err("It was made by a newer Postil. Use that version.".into())
            } else {
                Ok((rescue, whole))
            }
        }
        Err(problem) => Err(problem.to_string().into()),
    };
    model.dialogs.rescue = Some(Found { name: Arc::clone(name), content, restored: false });
    let sentence = view(model).map(|view| view.sentence).unwrap_or_default();
    model.shared.announce(sentence);
}

/// Stores again what is whole.
pub fn restored(model: &mut Model, env: &Env<'_>) {
    let Some(Found { content: Ok((rescue, whole)), restored: false, .. }) = model.dialogs.rescue.clone() else {
        return;
    };
    if !model.shared.may_write() {
        return;
    }
    if holds_nothing(&rescue, &whole) {
        return;
    }
    crate::note::keep(model, env);
    let records: Vec<_> = whole.records.iter().filter(|(key, _)| !model.shared.known.contains(key)).cloned().collect();
    let back = out_of_sight(model, &whole, env);
    let back = if back.is_empty() { Vec::new() } else { entries(&back, |ahead| model.shared.key(ahead)).1 };
    let units: usize = records.iter().map(|(key, value)| key.len() + value.len()).sum();
    let units = units + back.iter().map(|(key, _, text)| key.len() + text.len()).sum::<usize>();
    if model.shared.used + units > ROOM && !model.shared.saving.is_blocked() {
        let sentence = format!(
            "Nothing was restored: this would need {} KB, and only {} KB may still be filled. Use another browser profile.",
            units / 1000 + 1,
            ROOM.saturating_sub(model.shared.used) / 1000
        );
        model.dialogs.imported.error = Some(sentence.into());
        return;
    }
    let (before, untouched) = (model.shared.annotator.clone(), model.shared.provisional);
    for (key, opening) in articles(&rescue).0 {
        if !model.shared.stored_articles.contains(&key) && !library::is_embedded(model, &key) {
            if library::is_listed(&key) {
                model.shared.unstored.insert(Arc::clone(&key), opening.clone());
            }
            model.shared.effects.push(Effect::StoreArticle(key, opening, library::FORM));
        }
    }
    if !back.is_empty() {
        model.shared.keep_all(back, false);
    }
    if !records.is_empty() {
        let ticket = model.shared.saving.begin(&records);
        model.shared.last_ticket = ticket;
        model.shared.effects.push(Effect::Persist { ticket, records: records.clone(), import: false });
        boot::records_arrived(model, records, env);
    }
    go_on(model, &before, untouched, who_tagged(rescue.local.iter().chain(&rescue.journal)), env);
    boot::drafts_found(model, &rescue.drafts);
    boot::show_appearance(model);
    model.shared.touched.all = true;
    if untouched {
        library::open_last(model, env);
    } else {
        library::remember(model, env);
    }
    model.shared.unexported = transfer::count_unexported(model);
    crate::room::warn(model);
    if let Some(found) = &mut model.dialogs.rescue {
        found.restored = true;
    }
    let sentence = view(model).map(|view| view.sentence).unwrap_or_default();
    model.shared.announce(sentence);
}

/// What the rescued browser has of articles that were taken out of the library here, or removed from this device: they come
/// back, and those that were removed with all that was said of them, since the stores here let go of it.
fn out_of_sight(model: &mut Model, whole: &Whole, env: &Env<'_>) -> Store {
    let mut there = Ledger::default();
    for (key, value) in &whole.records {
        if let Ok(entry) = decode(value) {
            there.take(key, entry);
        }
    }
    there.let_go();
    let is = |register: &Option<Register<bool>>| register.as_ref().is_some_and(|register| register.value);
    let hidden = model.shared.store().articles.iter().filter(|(_, here)| is(&here.gone) || is(&here.deleted));
    let hidden: Vec<(ArticleId, ArticleFacts)> = hidden.map(|(id, here)| (id.clone(), here.clone())).collect();
    let mut back = Store::default();
    for (id, here) in hidden {
        let Some(facts) = there.state().articles.get(&id).filter(|there| !is(&there.gone) && !is(&there.deleted))
        else {
            continue;
        };
        let mut shown = ArticleFacts::default();
        if is(&here.gone) {
            shown = facts.clone();
            let layers = there.state().layers.get(&id).cloned().unwrap_or_default();
            let names = there.state().annotators.iter().filter(|(annotator, _)| layers.contains_key(*annotator));
            back.annotators.extend(names.map(|(annotator, name)| (annotator.clone(), name.clone())));
            back.layers.insert(id.clone(), layers);
            if let Some(decisions) = there.state().decisions(&id) {
                back.decisions_name.clone_from(&there.state().decisions_name);
                back.decisions.insert(id.clone(), decisions.clone());
            }
            let stamp = model.shared.tick(env, here.gone.as_ref().map(|register| &register.stamp));
            shown.gone = Some(Register::new(false, stamp));
        }
        let stamp = model.shared.tick(env, here.deleted.as_ref().map(|register| &register.stamp));
        shown.deleted = Some(Register::new(false, stamp));
        back.articles.insert(id, shown);
    }
    back
}

/// True when nothing of it can be stored again.
fn holds_nothing(rescue: &Rescue, whole: &Whole) -> bool {
    whole.records.is_empty() && rescue.drafts.is_empty() && articles(rescue).0.is_empty()
}

/// Who tags after a rescue: where nobody had tagged, whoever did where the file comes from. Everybody who tagged there can
/// be gone on as, even if the record that says so is lost.
fn go_on(model: &mut Model, before: &AnnotatorId, untouched: bool, tagged: Option<AnnotatorId>, env: &Env<'_>) {
    if let Some(tagged) = &tagged {
        model.shared.set(&here(tagged), "yes", env);
    }
    let named = model.shared.store().setting("annotator").map(|id| AnnotatorId::new(Arc::clone(id)));
    let next = if untouched { named.or(tagged) } else { None };
    let next = next.unwrap_or_else(|| before.clone());
    if untouched && next == *before {
        return;
    }
    model.shared.set("annotator", next.as_str(), env);
    model.shared.provisional = false;
    model.shared.annotator = next;
}

/// The articles that can be read, and the keys of the others.
fn articles(rescue: &Rescue) -> (Openings, Vec<Arc<str>>) {
    let (mut whole, mut damaged) = (Vec::new(), Vec::new());
    for (key, text) in &rescue.articles {
        let opening = library::read_stored(text).filter(|(article, _)| key.starts_with(article.id().as_str()));
        match opening {
            Some(opening) => whole.push((Arc::clone(key), opening)),
            None => damaged.push(Arc::clone(key)),
        }
    }
    (whole, damaged)
}

/// What the dialog shows of it.
#[must_use]
pub fn view(model: &Model) -> Option<RescueView> {
    let Found { name, content, restored } = model.dialogs.rescue.as_ref()?;
    let name = in_a_sentence(name);
    let (rescue, whole) = match content {
        Ok(content) => content,
        Err(why) => {
            let sentence = format!("“{name}” cannot be restored. {why} Nothing changed.");
            return Some(RescueView { sentence: sentence.into(), details: Vec::new(), wanted: false, failed: true });
        }
    };
    let (texts, mut lost) = articles(rescue);
    lost.extend(whole.damaged.iter().chain(&rescue.odd).cloned());
    let records = count(whole.records.len(), "stored change", "stored changes");
    let held = format!("{records} and {}", count(texts.len(), "article", "articles"));
    let nothing = holds_nothing(rescue, whole);
    let sentence = if nothing {
        format!("“{name}” holds nothing that can be restored. Nothing changed.")
    } else if *restored {
        format!("Restored: {held}.")
    } else {
        format!("“{name}” is what the rescue page saved from a browser: {held}. You can have it all back here.")
    };
    let mut details: Vec<Arc<str>> = Vec::new();
    if !lost.is_empty() {
        let more = lost.len().saturating_sub(NAMED);
        let named = lost[..lost.len() - more].join(", ");
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let what = if lost.len() == 1 { "1 entry is damaged and stays" } else { "Some entries are damaged and stay" };
        details.push(format!("{what} in the file, so keep it: {named}{more}.").into());
    }
    let wanted = !nothing && !*restored && model.shared.may_write();
    Some(RescueView { sentence: sentence.into(), details, wanted, failed: nothing })
}
