//! Out: the open article's bundle as a file, and what has changed since the last one.

use crate::{APP, effect::Effect, env::Env, model::Model};
use postil_core::{
    article::Article,
    base::script::isolated,
    codebook::Codebook,
    exchange::bundle::{self, Bundle, NamedDecisions, NamedLayer},
    json::extra::Extra,
    keep::{operation::Entry, store::Store},
    output::file_name::file_name,
    record::{Layer, register::Register, stamp::Stamp},
};
use std::sync::Arc;

/// The open article with the own layer, or with all.
#[must_use]
pub fn bundle(model: &Model, all: bool) -> Bundle {
    bundle_of(model, &model.shared.article, &model.shared.codebook, all)
}

/// The same for any article.
#[must_use]
pub fn bundle_of(model: &Model, article: &Article, codebook: &Codebook, all: bool) -> Bundle {
    let store = model.shared.store();
    let id = article.id();
    let facts = store.articles.get(id).cloned().unwrap_or_default();
    let mut article = article.clone();
    if let Some(title) = &facts.title {
        article.masthead.title = Arc::clone(&title.value);
    }
    let layers = store.layers.get(article.id()).into_iter().flatten();
    let mut bundle = Bundle {
        article,
        codebook: codebook.clone(),
        layers: postil_core::base::map::Map::new(),
        decisions: None,
        quotes: facts.quotes,
        // What a file of others brought beside their layers is none of one's own work.
        extra: if all { facts.extra } else { Extra::new() },
    };
    if let Some(decisions) = store.decisions(id).filter(|decisions| all && !decisions.is_untouched()) {
        bundle.decisions = Some(NamedDecisions { name: store.decisions_name.clone(), decisions: decisions.clone() });
    }
    for (annotator, layer) in layers {
        let wanted = all || *annotator == model.shared.annotator;
        if wanted && (!layer.records.is_empty() || !layer.extra.is_empty()) {
            let name = store.annotators.get(annotator).cloned();
            bundle.layers.insert(annotator.clone(), NamedLayer { name, layer: layer.clone() });
        }
    }
    bundle
}

/// Hands out a file in the given format.
pub fn export(model: &mut Model, format: &str, env: &Env<'_>) {
    crate::note::keep(model, env);
    if format != "postil" {
        return;
    }
    let all = model.dialogs.export_all;
    super::people::name_for_file(model, env);
    let bundle = bundle(model, all);
    let text = bundle::write(&bundle, APP);
    let who = match all {
        true => "all".into(),
        // An article to be handed out is nobody's.
        false if bundle.is_bare() => "".into(),
        false => model.shared.own_name(&model.shared.annotator),
    };
    let name = hand_out(model, &bundle, &who, text);
    let layers = bundle.layers.contains_key(&model.shared.annotator);
    if layers && model.shared.may_write() {
        let id = model.shared.article_id().clone();
        let annotator = model.shared.annotator.clone();
        let newest = newest_stamp(model.shared.store().layer(&id, &annotator));
        let stamp = model.shared.tick(env, newest.as_ref());
        let mut delta = Store::default();
        let facts = delta.articles.entry(id).or_default();
        facts.exported.insert(annotator, Register::new(env.now, stamp));
        model.shared.keep(Entry::Change(delta));
        model.shared.unexported = 0;
    }
    model.dialogs.open = None;
    model.dialogs.export_all = false;
    model.shared.toast(format!("“{}” is on its way to your downloads.", isolated(&name)), None);
}

/// Lets the person save a bundle, and returns the name of the file; `who` is empty where it is nobody's.
pub fn hand_out(model: &mut Model, bundle: &Bundle, who: &str, text: String) -> String {
    let title = file_name(&bundle.article.masthead.title);
    let who = if who.is_empty() { String::new() } else { [" - ", &*file_name(who)].concat() };
    let name = [&*title, &who, ".postil.json"].concat();
    model.shared.effects.push(Effect::Download { name: name.as_str().into(), mime: bundle::MIME, text: text.into() });
    name
}

fn newest_stamp(layer: Option<&Layer>) -> Option<Stamp> {
    let mut newest = None;
    for record in layer.into_iter().flat_map(|l| l.records.values()) {
        record.each_stamp(|stamp| {
            if newest.as_ref().is_none_or(|n| stamp > n) {
                newest = Some(stamp.clone());
            }
        });
    }
    newest
}

/// How many answers, themes and notes of the active annotator on the open article have changed since the last export: what
/// stands is counted, so that it is the same number after a reload and in every tab.
#[must_use]
pub fn count_unexported(model: &Model) -> usize {
    let store = model.shared.store();
    let exported = store.articles.get(model.shared.article_id()).and_then(|f| f.exported.get(&model.shared.annotator));
    let since = exported.map(|r| &r.stamp);
    let layer = store.layer(model.shared.article_id(), &model.shared.annotator);
    let mut count = 0;
    for record in layer.into_iter().flat_map(|l| l.records.values()) {
        record.each_stamp(|stamp| count += usize::from(since.is_none_or(|since| stamp > since)));
    }
    count
}
