//! Feedback files for everybody, handed out as one.

#[cfg(test)]
mod tests;

use crate::{
    APP,
    class::{annotators::name, lens::Inputs},
    effect::Effect,
    intent::Intent,
    shared::collected,
    strings::lesson as strings,
    when::moment,
};
use postil_core::{
    base::id::AnnotatorId,
    exchange::collected::Collected,
    output::{
        feedback::{Class, Feedback as File, files},
        file_name::file_name,
        zip::{MIME, zip},
    },
    record::{Layer, readers},
};
use std::{collections::BTreeMap, sync::Arc};

/// Saves the files of everybody who has read the article, also of those who are left out of the counts on screen.
#[must_use]
pub(super) fn save(inputs: Inputs<'_>) -> Option<Intent> {
    let context = inputs.context;
    let readers = readers(inputs);
    if readers.is_empty() || !context.is_anything_decided() {
        return None;
    }
    let (article, codebook) = (&context.article, &context.codebook);
    let (class_id, decisions) = (context.class?, context.decisions()?);
    let class = Class::of(article, codebook, readers.iter().copied());
    let quotes = BTreeMap::new();
    let quotes = context.store.articles.get(article.id()).map_or(&quotes, |facts| &facts.quotes);
    let names: Vec<Arc<str>> = readers.iter().map(|(annotator, _)| name(context, annotator)).collect();
    let collected = collected::files(context.store, article.id());
    let known_by = |((id, own), called): (_, &Arc<str>)| known_by(inputs, (&names, &collected), called, id, own);
    let known: Vec<String> = readers.iter().copied().zip(&names).map(known_by).collect();
    let one = |(((annotator, own), called), known_by)| File {
        article,
        codebook,
        book: context.book,
        annotator,
        people: &context.store.people,
        called,
        known_by,
        own,
        round: context.round,
        class_id,
        decisions,
        class: &class,
        made: context.now,
        quotes,
    };
    let called = readers.into_iter().zip(names.iter().map(|name| &**name)).zip(known.iter().map(String::as_str));
    let files = files(&called.map(one).collect::<Vec<_>>(), APP);
    let packed: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (&**name, text.as_bytes())).collect();
    let bytes = zip(&packed, context.now, context.utc_offset)?;
    let name = strings::feedback_file(&file_name(&article.masthead.title));
    Some(Intent::Do(Effect::DownloadBytes { name: name.into(), mime: MIME, bytes: bytes.into() }))
}

/// By what a teacher tells somebody from others of that name: the file that they handed in, or else when they last changed
/// something. Empty where nobody else has it.
fn known_by(
    inputs: Inputs<'_>,
    (names, files): (&[Arc<str>], &[Collected]),
    called: &str,
    id: &AnnotatorId,
    own: &Layer,
) -> String {
    if names.iter().filter(|name| name.to_lowercase() == called.to_lowercase()).count() < 2 {
        return String::new();
    }
    let context = inputs.context;
    let ids = context.store.people.ids(id);
    let theirs = |file: &&Collected| file.people.iter().any(|(one, _)| one == id || ids.contains(one));
    if let Some(file) = files.iter().rev().find(theirs) {
        return file.name.split(".postil").next().unwrap_or_default().to_owned();
    }
    let mut newest = 0;
    own.records.values().for_each(|record| record.each_stamp(|stamp| newest = newest.max(stamp.wall)));
    moment(context.clock(), newest).replace(':', "-")
}

/// By name, as people look for themselves among files.
fn readers(inputs: Inputs<'_>) -> Vec<(&AnnotatorId, &Layer)> {
    let readings = inputs.context.readings();
    let mut readers: Vec<(&AnnotatorId, &Layer)> = readers::readers(inputs.context.article, readings).collect();
    readers.sort_by_cached_key(|(id, _)| (name(inputs.context, id).to_lowercase(), (*id).clone()));
    readers
}
