//! The compact form of a [`Store`] in browser storage: short names, and one table of replicas for all stamps.
//!
//! `docs/storage-format.md` gives the form in words. Records here are written by
//! Postil alone, so a text that does not fit is corrupt as a whole; the bundle's reader is the lenient one.

use std::{collections::BTreeMap, rc::Rc};

use serde::{Deserialize, Serialize};

use crate::core::{
    annotation::{Confidence, Evidence, Layer, Record, Stance, Supports},
    extra::Extra,
    id::{AnnotatorId, ArticleId, EvidenceId, OptionId, ParagraphId, QuestionId, ReplicaId, ThemeId},
    note::{Note, NoteText},
    register::Register,
    stamp::Stamp,
    store::{ArticleFacts, Store},
};

type Mark = String;

/// A [`Store`] as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WireStore {
    /// Replicas; stamps name them by index.
    r: Vec<ReplicaId>,
    /// Annotators' names.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    n: BTreeMap<AnnotatorId, (Rc<str>, Mark)>,
    /// Article facts.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    a: BTreeMap<ArticleId, WireFacts>,
    /// Layers.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    l: BTreeMap<ArticleId, BTreeMap<AnnotatorId, WireLayer>>,
    /// Settings.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    s: BTreeMap<Rc<str>, (Rc<str>, Mark)>,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct WireFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<(Rc<str>, Mark)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    d: Option<(bool, Mark)>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    e: BTreeMap<AnnotatorId, (u64, Mark)>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    q: BTreeMap<ParagraphId, Rc<str>>,
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct WireLayer {
    r: BTreeMap<ParagraphId, WireRecord>,
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct WireRecord {
    /// Stances: option, confidence, stamp.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    s: BTreeMap<QuestionId, (Option<OptionId>, Option<Confidence>, Mark)>,
    /// Themes.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    t: BTreeMap<ThemeId, (bool, Mark)>,
    /// "No theme applies".
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<(bool, Mark)>,
    /// The note's texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    m: Vec<(Rc<str>, Mark)>,
    /// The note's latest stamp of each replica.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    v: Vec<Mark>,
    /// Evidence.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    e: BTreeMap<EvidenceId, (Option<WireEvidence>, Mark)>,
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct WireEvidence {
    s: u32,
    e: u32,
    q: Rc<str>,
    b: Rc<str>,
    a: Rc<str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<QuestionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<ThemeId>,
}

/// A stored record that does not have the stored form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a stored record")]
pub struct Malformed;

#[derive(Default)]
struct Replicas {
    list: Vec<ReplicaId>,
    index: BTreeMap<ReplicaId, usize>,
}

impl Replicas {
    fn mark(&mut self, stamp: &Stamp) -> Mark {
        let at = if let Some(at) = self.index.get(&stamp.replica) {
            *at
        } else {
            self.list.push(stamp.replica.clone());
            self.index.insert(stamp.replica.clone(), self.list.len() - 1);
            self.list.len() - 1
        };
        format!("{:x}.{:x}.{at:x}", stamp.wall, stamp.counter)
    }

    fn register<T: Clone>(&mut self, register: &Register<T>) -> (T, Mark) {
        (register.value.clone(), self.mark(&register.stamp))
    }
}

/// The stored form of a store.
#[must_use]
pub fn pack(store: &Store) -> WireStore {
    let mut to = Replicas::default();
    let mut wire = WireStore::default();
    for (id, name) in &store.annotators {
        wire.n.insert(id.clone(), to.register(name));
    }
    for (name, value) in &store.settings {
        wire.s.insert(Rc::clone(name), to.register(value));
    }
    for (id, facts) in &store.articles {
        let packed = WireFacts {
            t: facts.title.as_ref().map(|r| to.register(r)),
            d: facts.deleted.as_ref().map(|r| to.register(r)),
            e: facts.exported.iter().map(|(id, r)| (id.clone(), to.register(r))).collect(),
            q: facts.quotes.clone(),
            x: facts.extra.clone(),
        };
        wire.a.insert(id.clone(), packed);
    }
    for (article, layers) in &store.layers {
        let place = wire.l.entry(article.clone()).or_default();
        for (annotator, layer) in layers {
            let r = layer.records.iter().map(|(id, record)| (id.clone(), pack_record(record, &mut to))).collect();
            place.insert(annotator.clone(), WireLayer { r, x: layer.extra.clone() });
        }
    }
    wire.r = to.list;
    wire
}

fn pack_record(record: &Record, to: &mut Replicas) -> WireRecord {
    let stance = |r: &Register<Option<Stance>>, to: &mut Replicas| {
        let value = r.value.as_ref();
        (value.map(|s| s.option.clone()), value.and_then(|s| s.confidence), to.mark(&r.stamp))
    };
    let seen = |(replica, at): (&ReplicaId, &(u64, u32))| Stamp { wall: at.0, counter: at.1, replica: replica.clone() };
    WireRecord {
        s: record.stances.iter().map(|(q, r)| (q.clone(), stance(r, to))).collect(),
        t: record.themes.iter().map(|(t, r)| (t.clone(), to.register(r))).collect(),
        o: record.none_applies.as_ref().map(|r| to.register(r)),
        m: record.note.texts.iter().map(|t| (Rc::clone(&t.text), to.mark(&t.stamp))).collect(),
        v: record.note.seen.iter().map(seen).map(|stamp| to.mark(&stamp)).collect(),
        e: record
            .evidence
            .iter()
            .map(|(id, r)| (id.clone(), (r.value.as_ref().map(pack_evidence), to.mark(&r.stamp))))
            .collect(),
        x: record.extra.clone(),
    }
}

fn pack_evidence(evidence: &Evidence) -> WireEvidence {
    let (question, theme) = match &evidence.supports {
        Supports::Stance(question) => (Some(question.clone()), None),
        Supports::Theme(theme) => (None, Some(theme.clone())),
    };
    WireEvidence {
        s: evidence.start,
        e: evidence.end,
        q: Rc::clone(&evidence.quote),
        b: Rc::clone(&evidence.prefix),
        a: Rc::clone(&evidence.suffix),
        question,
        theme,
    }
}

struct From<'a>(&'a [ReplicaId]);

impl From<'_> {
    fn stamp(&self, mark: &str) -> Result<Stamp, Malformed> {
        let mut parts = mark.split('.');
        let mut part = || parts.next().ok_or(Malformed);
        let wall = u64::from_str_radix(part()?, 16).map_err(|_| Malformed)?;
        let counter = u32::from_str_radix(part()?, 16).map_err(|_| Malformed)?;
        let at = usize::from_str_radix(part()?, 16).map_err(|_| Malformed)?;
        let replica = self.0.get(at).ok_or(Malformed)?.clone();
        Ok(Stamp { wall, counter, replica })
    }

    fn register<T>(&self, (value, mark): (T, Mark)) -> Result<Register<T>, Malformed> {
        Ok(Register::new(value, self.stamp(&mark)?))
    }

    fn registers<K: Ord, T>(
        &self,
        packed: BTreeMap<K, (T, Mark)>,
    ) -> Result<BTreeMap<K, Register<T>>, Malformed> {
        packed.into_iter().map(|(key, register)| Ok((key, self.register(register)?))).collect()
    }
}

/// The store of a stored form.
///
/// # Errors
/// When a stamp is malformed or names a replica that is not in the table.
pub fn unpack(wire: WireStore) -> Result<Store, Malformed> {
    let from = From(&wire.r);
    let mut store = Store {
        annotators: from.registers(wire.n)?,
        settings: from.registers(wire.s)?,
        ..Store::default()
    };
    for (id, facts) in wire.a {
        let facts = ArticleFacts {
            title: facts.t.map(|t| from.register(t)).transpose()?,
            deleted: facts.d.map(|d| from.register(d)).transpose()?,
            exported: from.registers(facts.e)?,
            quotes: facts.q,
            extra: facts.x,
        };
        store.articles.insert(id, facts);
    }
    for (article, layers) in wire.l {
        let place = store.layers.entry(article).or_default();
        for (annotator, layer) in layers {
            let records: Result<_, Malformed> =
                layer.r.into_iter().map(|(id, record)| Ok((id, unpack_record(record, &from)?))).collect();
            place.insert(annotator, Layer { records: records?, extra: layer.x });
        }
    }
    Ok(store)
}

fn unpack_record(wire: WireRecord, from: &From<'_>) -> Result<Record, Malformed> {
    let mut record = Record {
        themes: from.registers(wire.t)?,
        none_applies: wire.o.map(|o| from.register(o)).transpose()?,
        extra: wire.x,
        ..Record::default()
    };
    for (question, (option, confidence, mark)) in wire.s {
        let stance = option.map(|option| Stance { option, confidence });
        record.stances.insert(question, Register::new(stance, from.stamp(&mark)?));
    }
    let mut note = Note::default();
    for mark in wire.v {
        note.see(&from.stamp(&mark)?);
    }
    for (text, mark) in wire.m {
        let stamp = from.stamp(&mark)?;
        note.see(&stamp);
        note.texts.push(NoteText { stamp, text });
    }
    note.texts.sort();
    record.note = note;
    for (id, (evidence, mark)) in wire.e {
        let evidence = evidence.map(unpack_evidence).transpose()?;
        record.evidence.insert(id, Register::new(evidence, from.stamp(&mark)?));
    }
    Ok(record)
}

fn unpack_evidence(wire: WireEvidence) -> Result<Evidence, Malformed> {
    let supports = match (wire.question, wire.theme) {
        (Some(question), None) => Supports::Stance(question),
        (None, Some(theme)) => Supports::Theme(theme),
        _ => return Err(Malformed),
    };
    Ok(Evidence { start: wire.s, end: wire.e, quote: wire.q, prefix: wire.b, suffix: wire.a, supports })
}
