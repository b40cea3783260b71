//! The parts of a bundle, written.

mod assignment;
mod book;
mod class;
mod people;
mod record;

pub(super) use self::{
    assignment::assignment,
    book::{codebooks, maps},
    class::classes,
    people::people,
};
use crate::{
    article::{Article, Masthead, opening},
    base::{
        id::ParagraphId,
        register::{Register, Registers},
        stamp::Stamp,
    },
    json::{
        extra::{Extra, beside, kept, put},
        writer::Writer,
    },
    record::{Layer, LayerKey, Record},
};
use std::sync::Arc;

/// Writes a layer: its records in reading order, and after them, by id, those of what has no place in the article any more.
pub(super) fn layer(article: &Article, key: &LayerKey, layer: &Layer, to: &mut Writer) {
    let all = &layer.records;
    let usual = layer.usual_version();
    let mut records: Vec<(Option<usize>, &ParagraphId, &Record)> = Vec::with_capacity(all.len());
    for (at, paragraph) in article.paragraphs().iter().enumerate() {
        records.extend(all.get(&paragraph.id).map(|record| (Some(at), &paragraph.id, record)));
    }
    let unplaced = all.iter().filter(|(id, _)| article.index_of(id).is_none());
    records.extend(unplaced.map(|(id, record)| (None, id, record)));
    to.object();
    to.text_field("annotator", key.annotator.as_str());
    to.text_field_if("kind", (!key.is_reading()).then(|| key.kind.word()));
    if key.round != 1 {
        to.field("round");
        to.number(key.round.into());
    }
    to.text_field_if("codebook", usual.map(|version| version.as_str()));
    to.field("records");
    to.list();
    for (at, id, record) in records {
        let quote = at.map(|at| opening(&article.text(at)));
        to.item();
        record::record(id, quote.as_deref(), record, usual, to);
    }
    to.end_list();
    beside(&layer.extra, to);
    to.end_object();
}

/// Flags by id, left out when there are none; `extra` has their unknown fields.
fn flags<K: std::fmt::Display + Ord>(name: &str, flags: &Registers<K, bool>, extra: &Extra, to: &mut Writer) {
    if flags.is_empty() {
        return;
    }
    to.field(name);
    to.object();
    for (id, register) in flags {
        let id = id.to_string();
        to.field(&id);
        to.object();
        to.field("value");
        to.flag(register.value);
        stamp(&register.stamp, to);
        put(kept(extra, name, &id, &register.stamp), to);
        to.end_object();
    }
    to.end_object();
}

/// A name with its stamp, if there is one; `extra` has its unknown fields.
fn name(name: Option<&Register<Arc<str>>>, extra: &Extra, to: &mut Writer) {
    let Some(name) = name else { return };
    to.field("name");
    to.object();
    to.text_field("value", &name.value);
    stamp(&name.stamp, to);
    put(kept(extra, "name", "-", &name.stamp), to);
    to.end_object();
}

/// What was changed of an article's description, left out where nothing was.
pub(super) fn described(masthead: &Masthead, to: &mut Writer) {
    if masthead.described.is_empty() {
        return;
    }
    to.field("described");
    to.object();
    for (name, register) in &masthead.described {
        to.field(name);
        to.object();
        to.text_field("value", &register.value);
        stamp(&register.stamp, to);
        put(kept(&masthead.extra, "described", name, &register.stamp), to);
        to.end_object();
    }
    to.end_object();
}

fn stamp(stamp: &Stamp, to: &mut Writer) {
    to.text_field("stamp", &stamp.to_string());
}
