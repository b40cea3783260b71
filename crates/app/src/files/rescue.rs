//! The file of the rescue page comes back: what is whole in it is stored again under its own keys, as if another tab had
//! written it, and what is damaged is named and stays in the file.

use crate::{
    effect::Effect,
    env::Env,
    file::NamedFile,
    files::{
        articles,
        import::{self, stored},
        imported::Imported,
        model::{Files, FoundRescue},
        restorable,
    },
    quota::FULL,
    screen::DialogKind,
    shared::{Shared, drafts, library, note, unexported, versions},
    storage::{arriving::operations_arrived, room},
    strings::files::rescue as strings,
};
use postil_core::{
    base::{
        id::{AnnotatorId, ArticleId},
        register::Register,
    },
    exchange::{
        bundle::read::MAX_BYTES,
        rescue::{Whole, is_rescue, read, who_tagged},
    },
    keep::{
        here::{self, ArticleHere, tags_here},
        ledger::Ledger,
        operation::decode,
        store::Store,
    },
};
use std::sync::Arc;

/// Files for the import: a rescue file is shown apart, the others are merged.
pub(crate) fn files_read(files: &mut Files, shared: &mut Shared, chosen: &[NamedFile], env: &Env<'_>) {
    let mut rest: Vec<NamedFile> = Vec::with_capacity(chosen.len());
    for file in chosen {
        let text = file.bytes.as_ref().ok().and_then(|bytes| std::str::from_utf8(bytes).ok());
        match text.filter(|text| text.len() <= MAX_BYTES && is_rescue(text)) {
            Some(text) => shown(files, shared, &file.name, text),
            None => rest.push(file.clone()),
        }
    }
    if rest.len() == chosen.len() {
        files.rescue = None;
    }
    if !rest.is_empty() || chosen.is_empty() {
        import::files_read(files, shared, &rest, env);
    }
}

fn shown(files: &mut Files, shared: &mut Shared, name: &Arc<str>, text: &str) {
    files.open = Some(DialogKind::Import);
    files.imported = Imported::default();
    let content = match read(text) {
        Ok(rescue) => {
            let whole = rescue.whole();
            if whole.newer { Err(strings::newer().into()) } else { Ok((rescue, whole)) }
        }
        Err(problem) => Err(problem.to_string().into()),
    };
    files.rescue = Some(FoundRescue { name: Arc::clone(name), content, restored: false });
    let sentence = restorable::view(files, shared).map(|view| view.sentence).unwrap_or_default();
    shared.announce(sentence);
}

/// Stores again what is whole.
pub(crate) fn restored(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    let Some(FoundRescue { content: Ok((rescue, whole)), restored: false, .. }) = files.rescue.clone() else {
        return;
    };
    if !shared.may_write() {
        return;
    }
    if restorable::holds_nothing(&rescue, &whole) {
        return;
    }
    note::keep(shared, env);
    let missing: Vec<_> = whole.operations.iter().filter(|(key, _)| !shared.known.contains(key)).cloned().collect();
    let back = out_of_sight(shared, &whole, env);
    let back = if back.is_empty() { Vec::new() } else { stored(shared, &back, env.now).1 };
    let units: usize = missing.iter().map(|(key, value)| key.len() + value.len()).sum();
    let units = units + back.iter().map(|(key, _, text)| key.len() + text.len()).sum::<usize>();
    if shared.used + units > FULL && !shared.saving.is_blocked() {
        let free = FULL.saturating_sub(shared.used) / 1000;
        files.imported.error = Some(strings::needs_room(units / 1000 + 1, free).into());
        return;
    }
    let (before, untouched) = (shared.annotator.clone(), shared.provisional);
    for (key, opening) in restorable::articles(&rescue).0 {
        let id = ArticleId::new(Arc::clone(&key));
        if !shared.stored_articles.contains(&id) && !library::is_embedded(shared, &id) {
            if library::is_listed(&key) {
                shared.unstored.insert(id, opening.clone());
            }
            shared.effects.push(Effect::StoreArticle(key, opening, articles::FORM));
        }
    }
    for (article, version, said) in restorable::versions(&rescue) {
        versions::keep(shared, &article, &version, &said);
    }
    if !back.is_empty() {
        shared.keep_all(back, false);
    }
    if !missing.is_empty() {
        let ticket = shared.saving.begin(&missing);
        shared.last_ticket = ticket;
        shared.effects.push(Effect::Persist { ticket, operations: missing.clone(), import: false });
        operations_arrived(shared, missing, env);
    }
    go_on(shared, &before, untouched, who_tagged(rescue.local.iter().chain(&rescue.journal)), env);
    drafts::found(shared, &rescue.drafts);
    shared.show_appearance();
    shared.touched.all = true;
    if untouched {
        library::open_last(shared, env);
    } else {
        library::remember(shared, env);
    }
    shared.unexported = unexported::count(shared);
    room::warn(shared);
    if let Some(found) = &mut files.rescue {
        found.restored = true;
    }
    let sentence = restorable::view(files, shared).map(|view| view.sentence).unwrap_or_default();
    shared.announce(sentence);
}

/// What the rescued browser has of articles that were taken out of the library here, or removed from this device: they come
/// back, and those that were removed with all that was said of them, since the stores here let go of it.
fn out_of_sight(shared: &mut Shared, whole: &Whole, env: &Env<'_>) -> Store {
    let mut there = Ledger::default();
    for (key, value) in &whole.operations {
        if let Ok(entry) = decode(value) {
            there.take(key, entry);
        }
    }
    there.let_go();
    let is = |register: &Option<Register<bool>>| register.as_ref().is_some_and(|register| register.value);
    let hidden = shared.store().here.articles.iter().filter(|(_, here)| is(&here.gone) || is(&here.deleted));
    let hidden: Vec<(ArticleId, ArticleHere)> = hidden.map(|(id, here)| (id.clone(), here.clone())).collect();
    let mut back = Store::default();
    for (id, here) in hidden {
        let known = there.state().here.articles.get(&id);
        if known.is_some_and(|there| is(&there.gone) || is(&there.deleted)) {
            continue;
        }
        let facts = there.state().articles.get(&id);
        if facts.is_none() && known.is_none() {
            continue;
        }
        let mut shown = ArticleHere::default();
        if is(&here.gone) {
            shown = known.cloned().unwrap_or_default();
            back.articles.extend(facts.map(|facts| (id.clone(), facts.clone())));
            let layers = there.state().layers.get(&id).cloned().unwrap_or_default();
            let has_layer = |annotator: &AnnotatorId| layers.keys().any(|key| key.annotator == *annotator);
            let people = there.state().people.iter().filter(|(annotator, _)| has_layer(annotator));
            back.people.extend(people.map(|(annotator, person)| (annotator.clone(), person.clone())));
            back.layers.insert(id.clone(), layers);
            let classes = there.state().classes.get(&id);
            back.classes.extend(classes.map(|classes| (id.clone(), classes.clone())));
            let stamp = shared.tick(env, here.gone.as_ref().map(|register| &register.stamp));
            shown.gone = Some(Register::new(false, stamp));
        }
        let stamp = shared.tick(env, here.deleted.as_ref().map(|register| &register.stamp));
        shown.deleted = Some(Register::new(false, stamp));
        back.here.articles.insert(id, shown);
    }
    back
}

/// Who tags after a rescue: where nobody had tagged, whoever did where the file comes from. Everybody who tagged there can
/// be gone on as, even if the record that says so is lost.
fn go_on(shared: &mut Shared, before: &AnnotatorId, untouched: bool, tagged: Option<AnnotatorId>, env: &Env<'_>) {
    if let Some(tagged) = &tagged {
        shared.set(&tags_here(tagged), "yes", env);
    }
    let named = shared.store().setting(here::ANNOTATOR).map(|id| AnnotatorId::new(Arc::clone(id)));
    let next = if untouched { named.or(tagged) } else { None };
    let next = next.unwrap_or_else(|| before.clone());
    if untouched && next == *before {
        return;
    }
    shared.set(here::ANNOTATOR, next.as_str(), env);
    shared.provisional = false;
    shared.annotator = next;
}
