//! Out: the open article's bundle as a file, and what has changed since the last one.

use crate::{
    APP,
    effect::Effect,
    env::Env,
    file::named,
    files::{
        model::Files,
        msg::{Format, Scope},
        nameless::nameless,
    },
    shared::{Shared, note},
    strings::files::export as strings,
};
use postil_core::{
    article::Article,
    base::{id::VersionId, register::Register, script::isolated, stamp::Stamp},
    codebook::book::Book,
    exchange::{
        bundle::{self, Bundle, Kind},
        csv, judgements,
    },
    json::extra::Extra,
    keep::{operation::Operation, store::Store},
    record::Layer,
};
use std::sync::Arc;

/// The open article with what goes into the file.
#[must_use]
pub fn bundle(shared: &Shared, scope: Scope) -> Bundle {
    bundle_of(shared, &shared.article, (*shared.book).clone(), scope)
}

/// The same for any article.
#[must_use]
pub(crate) fn bundle_of(shared: &Shared, article: &Article, book: Book, scope: Scope) -> Bundle {
    let all = scope != Scope::Own;
    let store = shared.store();
    let id = article.id();
    let facts = store.articles.get(id).cloned().unwrap_or_default();
    let mut article = article.clone();
    article.masthead.take(&facts.described);
    let mut bundle = Bundle::bare(article, book);
    bundle.kind = match scope {
        Scope::Own => Kind::Own,
        Scope::All => Kind::All,
        Scope::Backup => Kind::Backup,
        Scope::Nameless => Kind::Pseudonymous,
    };
    bundle.unplaced = facts.quotes.into_iter().filter(|(id, _)| bundle.article.index_of(id).is_none()).collect();
    // What a file of others brought beside their layers is none of one's own work.
    bundle.extra = if all { facts.extra } else { Extra::new() };
    for (key, layer) in store.layers.get(id).into_iter().flatten() {
        if !all && key.annotator != shared.annotator {
            continue;
        }
        let is_own = scope == Scope::Backup && store.tags_here(&key.annotator);
        let layer = if is_own { layer.clone() } else { layer.for_others() };
        if !layer.records.is_empty() || !layer.extra.is_empty() {
            if let Some(person) = store.people.get(&key.annotator) {
                bundle.people.insert(key.annotator.clone(), person.clone());
            }
            bundle.layers.insert(key.clone(), layer);
        }
    }
    let known = bundle.versions_named().into_iter().filter_map(|version| {
        let codebook = shared.versions.get(version).filter(|_| *version != bundle.codebook.version())?;
        Some((version.clone(), codebook.content().into()))
    });
    let known: Vec<(VersionId, Arc<str>)> = known.collect();
    bundle.versions = known.into_iter().collect();
    if all {
        bundle.maps = store.maps.get(id).cloned().unwrap_or_default();
        let classes = store.classes_of(id).filter(|(_, class)| !class.is_untouched());
        bundle.classes = classes.map(|(id, class)| (id.clone(), class.clone())).collect();
    }
    bundle
}

/// Hands out a file in the given format.
pub fn export(files: &mut Files, shared: &mut Shared, format: Format, env: &Env<'_>) {
    note::keep(shared, env);
    let scope = files.scope;
    let bundle = if scope == Scope::Nameless {
        let all = bundle(shared, Scope::All);
        let Some(bundle) = nameless(shared, &all, env) else {
            shared.toast(strings::cannot_be_nameless(), None);
            return;
        };
        bundle
    } else {
        super::people::name_for_file(files, shared, env);
        bundle(shared, scope)
    };
    let who = match scope {
        Scope::All => strings::all().into(),
        Scope::Backup => strings::backup().into(),
        Scope::Nameless => strings::without_names().into(),
        // An article to be handed out is nobody's.
        Scope::Own if bundle.is_bare() => "".into(),
        Scope::Own => shared.own_name(&shared.annotator),
    };
    let name = match format {
        Format::Postil => {
            let name = hand_out(shared, &bundle, &who, bundle::write(&bundle, APP));
            if bundle.annotators().contains(&&shared.annotator) {
                mark(shared, env);
            }
            name
        }
        // Nothing comes back from a table, so what is in it still waits to be handed out.
        Format::Csv => {
            let name = [named(&bundle.article.masthead.title, &who).trim_end_matches(".postil.json"), ".csv"].concat();
            let text = judgements::write(&bundle).into();
            shared.effects.push(Effect::Download { name: name.as_str().into(), mime: csv::MIME, text });
            name
        }
    };
    files.open = None;
    files.scope = Scope::default();
    shared.toast(strings::done(&isolated(&name)), None);
}

/// Notes that all that whoever tags has said of the open article is in a file now.
pub(crate) fn mark(shared: &mut Shared, env: &Env<'_>) {
    if !shared.may_write() {
        return;
    }
    let id = shared.article_id().clone();
    let annotator = shared.annotator.clone();
    let newest = newest_stamp(shared.stored_reading(&annotator));
    let stamp = shared.tick(env, newest.as_ref());
    let mut delta = Store::default();
    let known = delta.here.articles.entry(id).or_default();
    known.exported.insert(annotator, Register::new(env.now, stamp));
    shared.keep(Operation::Change(delta));
    shared.unexported = 0;
}

/// Lets the person save a bundle, and returns the name of the file; `who` is empty where it is nobody's.
pub(crate) fn hand_out(shared: &mut Shared, bundle: &Bundle, who: &str, text: String) -> String {
    let name = named(&bundle.article.masthead.title, who);
    shared.effects.push(Effect::Download { name: name.as_str().into(), mime: bundle::MIME, text: text.into() });
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
