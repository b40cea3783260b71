//! Who tags in this browser.

use crate::{
    env::Env,
    files::{model::Files, msg::Scope},
    shared::{Shared, editing, note, seek::Seek, unexported},
    strings::files::people as strings,
};
use postil_core::{
    base::{id::AnnotatorId, register::Register},
    exchange::{
        bundle::read::clean_name,
        import::share::{is_automatic, person},
    },
    keep::{
        here::{self, alias, tags_here},
        operation::Operation,
        rewrite::{Rewrite, Target},
        store::Store,
    },
    record::{
        Record,
        progress::{is_begun, missing},
    },
};
use std::sync::Arc;

/// Adds a person who tags in this browser, and makes them the active one.
pub(crate) fn annotator_added(files: &mut Files, shared: &mut Shared, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !shared.may_write() {
        return;
    }
    note::keep(shared, env);
    let stamp = shared.tick(env, None);
    let mut delta = Store::default();
    // The first one becomes real too, so that it is still there to return to.
    shared.introduce(&mut delta, &stamp);
    let id = AnnotatorId::new(env.id());
    let over = shared.store().here.since(here::ANNOTATOR).cloned();
    let stamp = shared.tick(env, over.as_ref());
    delta.put_name(&id, Register::new(name, stamp.clone()));
    delta.here.settings.insert(tags_here(&id).into(), Register::new("yes".into(), stamp.clone()));
    delta.here.settings.insert(here::ANNOTATOR.into(), Register::new(id.to_shared(), stamp));
    shared.keep(Operation::Change(delta));
    switch(files, shared, id);
}

/// Makes somebody whose layer came with a file one who tags in this browser, and the active one: the file is their own
/// work, from another browser or from this one before it was cleared.
pub(crate) fn go_on_as(files: &mut Files, shared: &mut Shared, id: &AnnotatorId, env: &Env<'_>) {
    if !shared.may_write() {
        return;
    }
    note::keep(shared, env);
    shared.set(&tags_here(id), "yes", env);
    shared.set(here::ANNOTATOR, id.as_str(), env);
    switch(files, shared, id.clone());
}

/// Makes another annotator of this browser the active one.
pub(crate) fn annotator_chosen(files: &mut Files, shared: &mut Shared, id: AnnotatorId, env: &Env<'_>) {
    note::keep(shared, env);
    if id != shared.annotator {
        shared.set(here::ANNOTATOR, id.as_str(), env);
        switch(files, shared, id);
    }
}

fn switch(files: &mut Files, shared: &mut Shared, id: AnnotatorId) {
    shared.provisional = false;
    shared.annotator = id;
    shared.touched.all = true;
    files.open = None;
    files.scope = Scope::default();
    files.own_name = None;
    shared.unexported = unexported::count(shared);
    crate::shared::drafts::offer(shared);
    shared.seeks.push(Seek::Focus);
    let sentence = strings::tags_now(&shared.display_name(&shared.annotator.clone()));
    shared.announce(sentence);
}

/// Gives an annotator another name. What they said stays theirs.
pub(crate) fn annotator_renamed(shared: &mut Shared, id: &AnnotatorId, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !shared.may_write() {
        return;
    }
    // Whoever tags here goes by their own name.
    if shared.store().setting(&alias(id)).is_some() {
        shared.set(&alias(id), "", env);
    }
    if name == shared.own_name(id) {
        return;
    }
    let over = shared.store().name_register(id).map(|r| r.stamp.clone());
    let stamp = shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    if *id == shared.annotator {
        shared.introduce(&mut delta, &stamp);
    }
    // Later than the name that the introduction just gave.
    let stamp = shared.tick(env, Some(&stamp));
    if let Some(before) = shared.store().name_register(id) {
        // Whoever comes with a file under the name they had is no stranger.
        let same = Register::new("same".into(), stamp.clone());
        delta.here.settings.insert(person(id, &before.value), same);
    }
    delta.put_name(id, Register::new(name, stamp));
    shared.keep(Operation::Change(delta));
}

/// Shows somebody whose layer came with a file under another name, in this browser alone. Their own, or none, ends that.
pub(crate) fn annotator_aliased(shared: &mut Shared, id: &AnnotatorId, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    let name = if name == shared.store().name(id) { "" } else { &*name };
    let setting: Arc<str> = alias(id).into();
    if shared.store().setting(&setting).map_or("", |known| known) == name || !shared.may_write() {
        return;
    }
    let word = if name.is_empty() { strings::own_name().into() } else { strings::shown_as(name) };
    editing::rewrite(shared, Target::Here, &[Rewrite::Setting(setting, name.into())], &word, env);
}

/// The setting that somebody was asked for the name that stands in files.
fn asked(id: &AnnotatorId) -> String {
    ["asked-name:", id.as_str()].concat()
}

/// The name that stands in the field for one before the first file of whoever tags; `None` when they were asked, or have
/// said nothing that a file could hold. What they are called by themselves is none.
#[must_use]
pub(crate) fn asks_for_name(files: &Files, shared: &Shared) -> Option<Arc<str>> {
    let id = &shared.annotator;
    let is_in = shared.reading(id).is_some_and(|layer| !layer.is_silent());
    if !is_in || !shared.may_write() || shared.store().setting(&asked(id)).is_some() {
        return None;
    }
    let name = shared.store().name(id);
    Some(files.own_name.clone().unwrap_or_else(|| if is_automatic(&name) { "".into() } else { name }))
}

/// Takes the name that was given, if one was, and asks for none any more.
pub(crate) fn name_for_file(files: &mut Files, shared: &mut Shared, env: &Env<'_>) {
    if let Some(name) = asks_for_name(files, shared) {
        let id = shared.annotator.clone();
        annotator_renamed(shared, &id, &name, env);
        shared.set(&asked(&id), "yes", env);
        files.own_name = None;
    }
}

/// True when the annotator tags in this browser, rather than in an imported file.
#[must_use]
pub(crate) fn is_here(shared: &Shared, id: &AnnotatorId) -> bool {
    *id == shared.annotator || shared.store().tags_here(id)
}

/// All who tag in this browser.
#[must_use]
pub fn own(shared: &Shared) -> Vec<AnnotatorId> {
    shared.store().here.tagging().chain([shared.annotator.clone()]).collect()
}

/// True when whoever tags has said nothing yet in this browser, of any article.
#[must_use]
pub(crate) fn has_no_work(shared: &Shared) -> bool {
    let mut layers = shared.store().layers.values().flatten();
    !layers.any(|(key, layer)| key.annotator == shared.annotator && !layer.is_silent())
}

/// How many paragraphs of the open article an annotator has coded.
#[must_use]
pub fn coded(shared: &Shared, id: &AnnotatorId) -> usize {
    let layer = shared.reading(id);
    let article = &shared.article;
    let records = layer.into_iter().flat_map(|l| &l.records);
    records.filter(|(p, r): &(_, &Record)| r.is_coded() && article.index_of(p).is_some()).count()
}

/// How many paragraphs whoever tags here has answered, as it is counted everywhere, and how many they have only begun.
#[must_use]
pub(crate) fn progress(shared: &Shared) -> (usize, usize) {
    let (mut answered, mut begun) = (0, 0);
    for (paragraph, record) in shared.reading(&shared.annotator).into_iter().flat_map(|layer| &layer.records) {
        if shared.article.index_of(paragraph).is_some() && is_begun(record, &shared.posed) {
            let whole = missing(record, &shared.posed).is_none();
            *(if whole { &mut answered } else { &mut begun }) += 1;
        }
    }
    (answered, begun)
}
