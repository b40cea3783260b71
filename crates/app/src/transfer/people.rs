//! Who tags in this browser.

use super::export::count_unexported;
use crate::{
    effect::{Effect, Focus},
    env::Env,
    model::Model,
};
use postil_core::{
    base::id::AnnotatorId,
    exchange::{
        bundle::read::clean_name,
        import::share::{is_automatic, person},
    },
    keep::{
        operation::Entry,
        store::{Store, alias, here},
    },
    record::{Record, register::Register},
};
use std::sync::Arc;

/// Adds a person who tags in this browser, and makes them the active one.
pub fn annotator_added(model: &mut Model, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !model.shared.may_write() {
        return;
    }
    crate::note::keep(model, env);
    let stamp = model.shared.tick(env, None);
    let mut delta = Store::default();
    // The first one becomes real too, so that it is still there to return to.
    model.shared.introduce(&mut delta, &stamp);
    let id = AnnotatorId::new(env.id());
    let over = model.shared.store().settings.get("annotator").map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    delta.annotators.insert(id.clone(), Register::new(name, stamp.clone()));
    delta.settings.insert(here(&id).into(), Register::new("yes".into(), stamp.clone()));
    delta.settings.insert("annotator".into(), Register::new(id.to_shared(), stamp));
    model.shared.keep(Entry::Change(delta));
    switch(model, id);
}

/// Makes somebody whose layer came with a file one who tags in this browser, and the active one: the file is their own
/// work, from another browser or from this one before it was cleared.
pub fn go_on_as(model: &mut Model, id: &AnnotatorId, env: &Env<'_>) {
    if !model.shared.may_write() {
        return;
    }
    crate::note::keep(model, env);
    model.shared.set(&here(id), "yes", env);
    model.shared.set("annotator", id.as_str(), env);
    switch(model, id.clone());
}

/// Makes another annotator of this browser the active one.
pub fn annotator_chosen(model: &mut Model, id: AnnotatorId, env: &Env<'_>) {
    crate::note::keep(model, env);
    if id != model.shared.annotator {
        model.shared.set("annotator", id.as_str(), env);
        switch(model, id);
    }
}

fn switch(model: &mut Model, id: AnnotatorId) {
    model.shared.provisional = false;
    model.shared.annotator = id;
    model.shared.touched.all = true;
    model.dialogs.open = None;
    model.dialogs.export_all = false;
    model.dialogs.own_name = None;
    model.shared.unexported = count_unexported(model);
    crate::boot::offer_drafts(model);
    model.shared.effects.push(Effect::Focus(Focus::ArticleAt(model.current)));
    let sentence = format!("{} tags now.", model.shared.display_name(&model.shared.annotator.clone()));
    model.shared.announce(sentence);
}

/// Gives an annotator another name. What they said stays theirs.
pub fn annotator_renamed(model: &mut Model, id: &AnnotatorId, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    if name.is_empty() || !model.shared.may_write() {
        return;
    }
    // Whoever tags here goes by their own name.
    annotator_aliased(model, id, "", env);
    if name == model.shared.own_name(id) {
        return;
    }
    let over = model.shared.store().annotators.get(id).map(|r| r.stamp.clone());
    let stamp = model.shared.tick(env, over.as_ref());
    let mut delta = Store::default();
    if *id == model.shared.annotator {
        model.shared.introduce(&mut delta, &stamp);
    }
    // Later than the name that the introduction just gave.
    let stamp = model.shared.tick(env, Some(&stamp));
    if let Some(before) = model.shared.store().annotators.get(id) {
        // Whoever comes with a file under the name they had is no stranger.
        let same = Register::new("same".into(), stamp.clone());
        delta.settings.insert(person(id, &before.value), same);
    }
    delta.annotators.insert(id.clone(), Register::new(name, stamp));
    model.shared.keep(Entry::Change(delta));
}

/// Shows somebody whose layer came with a file under another name, in this browser alone. Their own, or none, ends that.
pub fn annotator_aliased(model: &mut Model, id: &AnnotatorId, name: &str, env: &Env<'_>) {
    let name = clean_name(name);
    let name = if name == model.shared.store().name(id) { "" } else { &*name };
    let setting = alias(id);
    if !name.is_empty() || model.shared.store().setting(&setting).is_some() {
        model.shared.set(&setting, name, env);
    }
}

/// The setting that somebody was asked for the name that stands in files.
fn asked(id: &AnnotatorId) -> String {
    ["asked-name:", id.as_str()].concat()
}

/// The name that stands in the field for one before the first file of whoever tags; `None` when they were asked, or have
/// said nothing that a file could hold. What they are called by themselves is none.
#[must_use]
pub fn asks_for_name(model: &Model) -> Option<Arc<str>> {
    let id = &model.shared.annotator;
    let is_in = model.shared.store().layer(model.shared.article_id(), id).is_some_and(|layer| !layer.is_silent());
    if !is_in || !model.shared.may_write() || model.shared.store().setting(&asked(id)).is_some() {
        return None;
    }
    let name = model.shared.store().name(id);
    Some(model.dialogs.own_name.clone().unwrap_or_else(|| if is_automatic(&name) { "".into() } else { name }))
}

/// Takes the name that was given, if one was, and asks for none any more.
pub fn name_for_file(model: &mut Model, env: &Env<'_>) {
    if let Some(name) = asks_for_name(model) {
        let id = model.shared.annotator.clone();
        annotator_renamed(model, &id, &name, env);
        model.shared.set(&asked(&id), "yes", env);
        model.dialogs.own_name = None;
    }
}

/// True when the annotator tags in this browser, rather than in an imported file.
#[must_use]
pub fn is_here(model: &Model, id: &AnnotatorId) -> bool {
    *id == model.shared.annotator || model.shared.store().tags_here(id)
}

/// All who tag in this browser.
#[must_use]
pub fn own(model: &Model) -> Vec<AnnotatorId> {
    let named = model.shared.store().settings.keys().filter_map(|name| name.strip_prefix("here:"));
    named.map(AnnotatorId::from).chain([model.shared.annotator.clone()]).collect()
}

/// True when whoever tags has said nothing yet in this browser, of any article.
#[must_use]
pub fn has_no_work(model: &Model) -> bool {
    !model
        .shared
        .store()
        .layers
        .values()
        .any(|layers| layers.get(&model.shared.annotator).is_some_and(|layer| !layer.is_silent()))
}

/// How many paragraphs of the open article an annotator has coded.
#[must_use]
pub fn coded(model: &Model, id: &AnnotatorId) -> usize {
    let layer = model.shared.store().layer(model.shared.article_id(), id);
    let article = &model.shared.article;
    let records = layer.into_iter().flat_map(|l| &l.records);
    records.filter(|(p, r): &(_, &Record)| r.is_coded() && article.index_of(p).is_some()).count()
}
