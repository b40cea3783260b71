//! The bundle, `*.postil.json`: the file that travels. `docs/bundle.md` describes it, `static/schema/bundle-1.json` is
//! its JSON Schema. This module writes it; [`super::read`] reads it.
//!
//! The same content gives the same bytes, whoever exports it and when: `exported.at` and `exported.by` are the time and
//! the author of the newest change in the file.

use std::{collections::BTreeMap, rc::Rc};

use serde::Serialize;
use serde_json::{Map, Value};
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

use super::pretty;
use crate::core::{
    annotation::{Confidence, Evidence, Layer, Record, Supports},
    article::{Article, BlockKind, opening},
    codebook::Codebook,
    extra::{Extra, bound, is_bound},
    id::{AnnotatorId, ParagraphId},
    register::Register,
    stamp::Stamp,
};

/// The version of the bundle that this program writes.
pub const VERSION: u64 = 1;
/// The media type of a bundle.
pub const MIME: &str = "application/json";

/// One annotator's layer and the name they go by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedLayer {
    /// The display name, with its stamp; without one the annotator never had a name.
    pub name: Option<Register<Rc<str>>>,
    /// Everything they said.
    pub layer: Layer,
}

/// An article, its codebook, and the layers of any number of annotators.
#[derive(Clone, Debug, PartialEq)]
pub struct Bundle {
    /// The article.
    pub article: Article,
    /// The codebook it was annotated with.
    pub codebook: Codebook,
    /// Layers by annotator.
    pub layers: BTreeMap<AnnotatorId, NamedLayer>,
    /// The first words of paragraphs that are not in the article any more.
    pub quotes: BTreeMap<ParagraphId, Rc<str>>,
    /// Unknown fields.
    pub extra: Extra,
}

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u64,
    article: FileArticle<'a>,
    codebook: FileCodebook<'a>,
    layers: Vec<FileLayer<'a>>,
    exported: Exported<'a>,
    #[serde(flatten)]
    extra: &'a Extra,
}

#[derive(Serialize)]
struct FileArticle<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    language: &'a str,
    direction: &'static str,
    blocks: Vec<FileBlock<'a>>,
    #[serde(flatten)]
    extra: &'a Extra,
}

#[derive(Serialize)]
struct FileBlock<'a> {
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    text: &'a str,
    #[serde(flatten)]
    extra: &'a Extra,
}

#[derive(Serialize)]
struct FileCodebook<'a> {
    version: String,
    #[serde(flatten)]
    codebook: &'a Codebook,
}

#[derive(Serialize)]
struct FileLayer<'a> {
    annotator: FileAnnotator<'a>,
    records: Vec<FileRecord<'a>>,
    #[serde(flatten)]
    extra: BTreeMap<&'a str, &'a Value>,
}

#[derive(Serialize)]
struct FileAnnotator<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    named: Option<String>,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileRecord<'a> {
    paragraph: &'a str,
    quote: Rc<str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    stances: BTreeMap<&'a str, FileStance<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    themes: BTreeMap<&'a str, FileFlag<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    none_applies: Option<FileFlag<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<FileNote<'a>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    evidence: BTreeMap<&'a str, FileEvidence<'a>>,
    #[serde(flatten)]
    extra: BTreeMap<&'a str, &'a Value>,
}

#[derive(Serialize)]
struct FileStance<'a> {
    option: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    confidence: Option<Confidence>,
    stamp: String,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileFlag<'a> {
    applies: bool,
    stamp: String,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileNote<'a> {
    texts: Vec<FileText<'a>>,
    seen: BTreeMap<&'a str, String>,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileText<'a> {
    text: &'a str,
    stamp: String,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileEvidence<'a> {
    span: Option<FileSpan<'a>>,
    stamp: String,
    #[serde(flatten)]
    extra: Beside<'a>,
}

#[derive(Serialize)]
struct FileSpan<'a> {
    start: u32,
    end: u32,
    quote: &'a str,
    prefix: &'a str,
    suffix: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<&'a str>,
    #[serde(flatten)]
    extra: Beside<'a>,
}

/// The unknown fields of a part that is not stored by itself.
type Beside<'a> = Option<&'a Map<String, Value>>;

#[derive(Serialize)]
struct Exported<'a> {
    at: Option<String>,
    by: Option<FileAnnotator<'a>>,
    app: &'a str,
}

/// The text of the bundle's file. `app` names the program and its version.
#[must_use]
pub fn write(bundle: &Bundle, app: &str) -> String {
    let masthead = &bundle.article.masthead;
    let ids: BTreeMap<usize, &str> = bundle.article.paragraphs().iter().map(|p| (p.block, p.id.as_str())).collect();
    let block = |(at, block): (usize, &'_ crate::core::article::Block)| (at, block.clone());
    let blocks: Vec<_> = bundle.article.blocks().iter().enumerate().map(block).collect();
    let file = File {
        format: "postil",
        version: VERSION,
        article: FileArticle {
            id: bundle.article.id().as_str(),
            title: &masthead.title,
            byline: masthead.byline.as_deref(),
            source: masthead.source.as_deref(),
            date: masthead.date.as_deref(),
            language: &masthead.language,
            direction: masthead.direction.word(),
            blocks: blocks
                .iter()
                .map(|(at, block)| FileBlock {
                    kind: block.kind.word(),
                    level: if let BlockKind::Heading(level) = block.kind { Some(level) } else { None },
                    id: ids.get(at).copied(),
                    text: &block.text,
                    extra: &block.extra,
                })
                .collect(),
            extra: &masthead.extra,
        },
        codebook: FileCodebook { version: bundle.codebook.version(), codebook: &bundle.codebook },
        layers: bundle.layers.iter().map(|(id, layer)| file_layer(bundle, id, layer)).collect(),
        exported: exported(bundle, app),
        extra: &bundle.extra,
    };
    pretty::to_string(&file)
}

fn file_layer<'a>(bundle: &'a Bundle, id: &'a AnnotatorId, named: &'a NamedLayer) -> FileLayer<'a> {
    // Reading order; what has no place in the article any more comes after, by id.
    let mut records: Vec<(Option<usize>, &ParagraphId, &Record)> =
        named.layer.records.iter().map(|(id, record)| (bundle.article.index_of(id), id, record)).collect();
    records.sort_by_key(|(at, id, _)| (at.unwrap_or(usize::MAX), *id));
    let quote = |at: Option<usize>, id: &ParagraphId| match at {
        Some(at) => opening(&bundle.article.text(at)),
        None => bundle.quotes.get(id).cloned().unwrap_or_else(|| "".into()),
    };
    let beside = named.layer.extra.get("annotator").and_then(Value::as_object);
    FileLayer {
        annotator: FileAnnotator { extra: beside, ..annotator(id, named) },
        records: records.into_iter().map(|(at, id, record)| file_record(id, quote(at, id), record)).collect(),
        extra: fields(&named.layer.extra, |name| name != "annotator"),
    }
}

fn fields(extra: &Extra, wanted: impl Fn(&str) -> bool) -> BTreeMap<&str, &Value> {
    extra.iter().map(|(name, value)| (name.as_str(), value)).filter(|(name, _)| wanted(name)).collect()
}

fn annotator<'a>(id: &'a AnnotatorId, named: &'a NamedLayer) -> FileAnnotator<'a> {
    FileAnnotator {
        id: id.as_str(),
        name: named.name.as_ref().map_or("", |r| &r.value),
        named: named.name.as_ref().map(|r| r.stamp.to_string()),
        extra: None,
    }
}

fn file_record<'a>(paragraph: &'a ParagraphId, quote: Rc<str>, record: &'a Record) -> FileRecord<'a> {
    let extra = &record.extra;
    let beside = |place: &str, id: &str, stamp: &str| match extra.is_empty() {
        true => None,
        false => extra.get(&bound(place, id, &stamp)).and_then(Value::as_object),
    };
    let flag = |place: &str, id: &str, r: &Register<bool>| {
        let stamp = r.stamp.to_string();
        FileFlag { applies: r.value, extra: beside(place, id, &stamp), stamp }
    };
    let note = &record.note;
    FileRecord {
        paragraph: paragraph.as_str(),
        quote,
        stances: record
            .stances
            .iter()
            .map(|(question, r)| {
                let stamp = r.stamp.to_string();
                let stance = FileStance {
                    option: r.value.as_ref().map(|s| s.option.as_str()),
                    confidence: r.value.as_ref().and_then(|s| s.confidence),
                    extra: beside("stances", question.as_str(), &stamp),
                    stamp,
                };
                (question.as_str(), stance)
            })
            .collect(),
        themes: record.themes.iter().map(|(id, r)| (id.as_str(), flag("themes", id.as_str(), r))).collect(),
        none_applies: record.none_applies.as_ref().map(|r| flag("none_applies", "-", r)),
        note: (!note.is_untouched()).then(|| FileNote {
            texts: note
                .texts
                .iter()
                .map(|t| {
                    let stamp = t.stamp.to_string();
                    FileText { text: &t.text, extra: beside("note", "text", &stamp), stamp }
                })
                .collect(),
            seen: note.seen.iter().map(|(r, at)| (r.as_str(), format!("{}-{}", at.0, at.1))).collect(),
            extra: beside("note", "-", "-"),
        }),
        evidence: record
            .evidence
            .iter()
            .map(|(id, r)| {
                let stamp = r.stamp.to_string();
                let span = r.value.as_ref().map(|e| span(e, beside("span", id.as_str(), &stamp)));
                (id.as_str(), FileEvidence { span, extra: beside("evidence", id.as_str(), &stamp), stamp })
            })
            .collect(),
        extra: fields(extra, |name| !is_bound(name)),
    }
}

fn span<'a>(evidence: &'a Evidence, extra: Beside<'a>) -> FileSpan<'a> {
    let (question, theme) = match &evidence.supports {
        Supports::Stance(question) => (Some(question.as_str()), None),
        Supports::Theme(theme) => (None, Some(theme.as_str())),
    };
    FileSpan {
        start: evidence.start,
        end: evidence.end,
        quote: &evidence.quote,
        prefix: &evidence.prefix,
        suffix: &evidence.suffix,
        question,
        theme,
        extra,
    }
}

fn exported<'a>(bundle: &'a Bundle, app: &'a str) -> Exported<'a> {
    let mut newest: Option<(Stamp, &AnnotatorId, &NamedLayer)> = None;
    for (id, named) in &bundle.layers {
        for record in named.layer.records.values() {
            record.each_stamp(|stamp| {
                if newest.as_ref().is_none_or(|(best, ..)| stamp > best) {
                    newest = Some((stamp.clone(), id, named));
                }
            });
        }
    }
    Exported {
        at: newest.as_ref().and_then(|(stamp, ..)| rfc3339(stamp.wall)),
        by: newest.as_ref().map(|(_, id, named)| annotator(id, named)),
        app,
    }
}

/// Milliseconds since 1970 as RFC 3339 in UTC; `None` past the year 9999.
#[must_use]
pub fn rfc3339(wall: u64) -> Option<String> {
    let nanos = i128::from(wall) * 1_000_000;
    OffsetDateTime::from_unix_timestamp_nanos(nanos).ok()?.format(&Rfc3339).ok()
}
