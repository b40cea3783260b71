//! The bundle, `*.postil.json`: the file that travels. `docs/bundle.md` describes it, `static/schema/bundle-1.json` is
//! its JSON Schema. This module writes it; [`self::read`] reads it.
//!
//! The same content gives the same bytes, whoever exports it and when: `exported.at` and `exported.by` are the time and
//! the author of the newest change in the file.

use crate::{
    article::{Article, BlockKind, opening},
    base::{
        id::{AnnotatorId, ParagraphId},
        register::Register,
        stamp::Stamp,
        time::rfc3339,
    },
    codebook::{Codebook, json},
    json::{
        extra::{Extra, beside, bound, is_bound},
        tree::{Json, Object},
        writer::Writer,
    },
    record::{
        Confidence, Evidence, Layer, Record, Supports,
        decision::{Decisions, NAME},
        whose::AGREED,
    },
};
use std::{collections::BTreeMap, sync::Arc};

pub mod read;

/// The version of the bundle that this program writes.
pub(crate) const VERSION: u64 = 1;
/// The media type of a bundle.
pub const MIME: &str = "application/json";

/// One annotator's layer and the name they go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedLayer {
    /// The display name, with its stamp; without one the annotator never had a name.
    pub name: Option<Register<Arc<str>>>,
    /// Everything they said.
    pub layer: Layer,
}

/// What a class settled on, and the name that it carries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedDecisions {
    /// The name, with its stamp.
    pub name: Option<Register<Arc<str>>>,
    /// The decisions.
    pub decisions: Decisions,
}

impl NamedDecisions {
    /// Those of a file that goes home with one of the class. Their name has the oldest stamp there is: any other outdoes it.
    #[must_use]
    pub(crate) fn going_home(decisions: Decisions) -> Self {
        let oldest = Stamp { wall: 0, counter: 0, replica: AGREED.into() };
        Self { name: Some(Register::new(NAME.into(), oldest)), decisions }
    }
}

/// An article, its codebook, the layers of any number of annotators, and what a class settled on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The article.
    pub article: Article,
    /// The codebook it was annotated with.
    pub codebook: Codebook,
    /// Layers by annotator.
    pub layers: crate::base::map::Map<AnnotatorId, NamedLayer>,
    /// What a class settled on, if anything is said of it.
    pub decisions: Option<NamedDecisions>,
    /// The first words of paragraphs that are not in the article any more.
    pub quotes: BTreeMap<ParagraphId, Arc<str>>,
    /// Unknown fields.
    pub extra: Extra,
}

/// A layer as it stands in the file.
#[derive(Clone, Copy)]
pub(super) struct Stored<'a> {
    pub(super) id: &'a str,
    pub(super) name: Option<&'a Register<Arc<str>>>,
    pub(super) layer: &'a Layer,
}

impl Bundle {
    /// What a class settled on, if anything is said of it.
    #[must_use]
    pub fn decisions(&self) -> Option<&Decisions> {
        self.decisions.as_ref().map(|named| &named.decisions)
    }

    /// True when it holds the article and nothing that was said of it.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.layers.is_empty() && self.decisions.is_none()
    }

    /// All layers in the order of their ids.
    pub(super) fn stored(&self) -> Vec<Stored<'_>> {
        let layers = self.layers.iter();
        let layers = layers.map(|(id, named)| (id.as_str(), named.name.as_ref(), &named.layer));
        let mut all: Vec<Stored<'_>> = layers.map(|(id, name, layer)| Stored { id, name, layer }).collect();
        if let Some(NamedDecisions { name, decisions }) = &self.decisions {
            let place = all.partition_point(|stored| stored.id < AGREED);
            all.insert(place, Stored { id: AGREED, name: name.as_ref(), layer: decisions.stored() });
        }
        all
    }
}

/// The text of the bundle's file. `app` names the program and its version.
#[must_use]
pub fn write(bundle: &Bundle, app: &str) -> String {
    let mut to = Writer::outline();
    to.object();
    to.text_field("format", "postil");
    to.field("version");
    to.number(VERSION);
    to.field("article");
    article(&bundle.article, &mut to);
    to.field("codebook");
    json::write(&bundle.codebook, Some(bundle.codebook.version().as_str()), &mut to);
    to.field("layers");
    to.list();
    for stored in bundle.stored() {
        to.item();
        layer(bundle, stored, &mut to);
    }
    to.end_list();
    to.field("exported");
    exported(bundle, app, &mut to);
    beside(&bundle.extra, &mut to);
    to.end_object();
    to.finish() + "\n"
}

fn article(article: &Article, to: &mut Writer) {
    let masthead = &article.masthead;
    to.object();
    to.text_field("id", article.id().as_str());
    to.text_field("title", &masthead.title);
    to.text_field_if("byline", masthead.byline.as_deref());
    to.text_field_if("source", masthead.source.as_deref());
    to.text_field_if("date", masthead.date.as_deref());
    to.text_field("language", &masthead.language);
    to.text_field("direction", masthead.direction.word());
    to.field("blocks");
    to.list();
    let mut paragraphs = article.paragraphs().iter();
    for block in article.blocks() {
        to.item();
        to.object();
        to.text_field("kind", block.kind.word());
        if let BlockKind::Heading(level) = block.kind {
            to.field("level");
            to.number(u64::from(level));
        } else if let Some(paragraph) = paragraphs.next() {
            to.text_field("id", paragraph.id.as_str());
        }
        to.text_field("text", &block.text);
        beside(&block.extra, to);
        to.end_object();
    }
    to.end_list();
    beside(&masthead.extra, to);
    to.end_object();
}

fn layer(bundle: &Bundle, stored: Stored<'_>, to: &mut Writer) {
    // Reading order; what has no place in the article any more comes after, by id.
    let all = &stored.layer.records;
    let mut records: Vec<(Option<usize>, &ParagraphId, &Record)> = Vec::with_capacity(all.len());
    for (at, paragraph) in bundle.article.paragraphs().iter().enumerate() {
        records.extend(all.get(&paragraph.id).map(|record| (Some(at), &paragraph.id, record)));
    }
    let unplaced = all.iter().filter(|(id, _)| bundle.article.index_of(id).is_none());
    records.extend(unplaced.map(|(id, record)| (None, id, record)));
    to.object();
    to.field("annotator");
    annotator(stored, stored.layer.extra.get("annotator").and_then(Json::as_object), to);
    to.field("records");
    to.list();
    for (at, id, record) in records {
        let quote = match at {
            None => bundle.quotes.get(id).cloned().unwrap_or_default(),
            Some(at) => opening(&bundle.article.text(at)),
        };
        to.item();
        file_record(id, &quote, record, to);
    }
    to.end_list();
    for (name, value) in stored.layer.extra.iter().filter(|(name, _)| &***name != "annotator") {
        to.field(name);
        to.value(value);
    }
    to.end_object();
}

fn annotator(stored: Stored<'_>, unknown: Unknown<'_>, to: &mut Writer) {
    to.object();
    to.text_field("id", stored.id);
    to.text_field("name", stored.name.map_or("", |r| &r.value));
    if let Some(name) = stored.name {
        to.text_field("named", &name.stamp.to_string());
    }
    put(unknown, to);
    to.end_object();
}

/// The unknown fields of a part that is not stored by itself.
type Unknown<'a> = Option<&'a Object<'static>>;

fn put(unknown: Unknown<'_>, to: &mut Writer) {
    for (name, value) in unknown.into_iter().flat_map(Object::iter) {
        to.field(name);
        to.value(value);
    }
}

/// A stamp, and the unknown fields that came with the value written under it.
fn stamped(record: &Record, place: &str, id: &str, stamp: &Stamp, to: &mut Writer) {
    let stamp = stamp.to_string();
    to.text_field("stamp", &stamp);
    put(kept(record, place, id, &stamp), to);
}

fn kept<'a>(record: &'a Record, place: &str, id: &str, stamp: &str) -> Unknown<'a> {
    // Most records have no unknown fields; the name need not be made then.
    if record.extra.is_empty() {
        return None;
    }
    record.extra.get(bound(place, id, &stamp).as_str()).and_then(Json::as_object)
}

fn file_record(paragraph: &ParagraphId, quote: &str, record: &Record, to: &mut Writer) {
    to.object();
    to.text_field("paragraph", paragraph.as_str());
    to.text_field("quote", quote);
    let mut answers = record.stored_answers().peekable();
    if answers.peek().is_some() {
        to.field("stances");
        to.object();
        for (question, register) in answers {
            to.field(question.as_str());
            to.object();
            to.field("option");
            to.text_or_null(register.value.as_ref().map(|s| s.option.as_str()));
            let confidence = register.value.as_ref().and_then(|s| s.confidence);
            to.text_field_if("confidence", confidence.map(Confidence::word));
            stamped(record, "stances", question.as_str(), &register.stamp, to);
            to.end_object();
        }
        to.end_object();
    }
    if !record.themes.is_empty() {
        to.field("themes");
        to.object();
        for (theme, register) in record.themes.iter() {
            to.field(theme.as_str());
            flag(record, "themes", theme.as_str(), register, to);
        }
        to.end_object();
    }
    if let Some(register) = &record.none_applies {
        to.field("none_applies");
        flag(record, "none_applies", "-", register, to);
    }
    if !record.note.is_untouched() {
        to.field("note");
        note(record, to);
    }
    if !record.evidence.is_empty() {
        to.field("evidence");
        to.object();
        for (id, register) in record.evidence.iter() {
            to.field(id.as_str());
            to.object();
            to.field("span");
            match &register.value {
                Some(evidence) => {
                    let stamp = register.stamp.to_string();
                    span(evidence, kept(record, "span", id.as_str(), &stamp), to);
                }
                None => to.null(),
            }
            stamped(record, "evidence", id.as_str(), &register.stamp, to);
            to.end_object();
        }
        to.end_object();
    }
    for (name, value) in record.extra.iter().filter(|(name, _)| !is_bound(name)) {
        to.field(name);
        to.value(value);
    }
    to.end_object();
}

fn flag(record: &Record, place: &str, id: &str, register: &Register<bool>, to: &mut Writer) {
    to.object();
    to.field("applies");
    to.flag(register.value);
    stamped(record, place, id, &register.stamp, to);
    to.end_object();
}

fn note(record: &Record, to: &mut Writer) {
    let note = &record.note;
    to.object();
    to.field("texts");
    to.list();
    for text in &note.texts {
        to.item();
        to.object();
        to.text_field("text", &text.text);
        stamped(record, "note", "text", &text.stamp, to);
        to.end_object();
    }
    to.end_list();
    to.field("seen");
    to.object();
    for (replica, (wall, counter)) in &note.seen {
        to.text_field(replica.as_str(), &format!("{wall}-{counter}"));
    }
    to.end_object();
    put(kept(record, "note", "-", "-"), to);
    to.end_object();
}

fn span(evidence: &Evidence, unknown: Unknown<'_>, to: &mut Writer) {
    to.object();
    for (name, number) in [("start", evidence.start), ("end", evidence.end)] {
        to.field(name);
        to.number(u64::from(number));
    }
    to.text_field("quote", &evidence.quote);
    to.text_field("prefix", &evidence.prefix);
    to.text_field("suffix", &evidence.suffix);
    match &evidence.supports {
        Supports::Stance(question) => to.text_field("question", question.as_str()),
        Supports::Theme(theme) => to.text_field("theme", theme.as_str()),
    }
    put(unknown, to);
    to.end_object();
}

fn exported(bundle: &Bundle, app: &str, to: &mut Writer) {
    let mut newest: Option<(Stamp, Stored<'_>)> = None;
    for stored in bundle.stored() {
        for record in stored.layer.records.values() {
            record.each_stamp(|stamp| {
                if newest.as_ref().is_none_or(|(best, _)| stamp > best) {
                    newest = Some((stamp.clone(), stored));
                }
            });
        }
    }
    to.object();
    to.field("at");
    to.text_or_null(newest.as_ref().and_then(|(stamp, _)| rfc3339(stamp.wall)).as_deref());
    to.field("by");
    match newest {
        Some((_, stored)) => annotator(stored, None, to),
        None => to.null(),
    }
    to.text_field("app", app);
    to.end_object();
}
