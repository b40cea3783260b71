//! The compact form of a [`Store`] in browser storage: short names, one table of replicas and one of ids, and walls
//! counted from the earliest. A class of 200 readers and 200 paragraphs must fit into local storage's 5 MB.
//!
//! `docs/storage-format.md` gives the form in words. Records here are written by
//! Postil alone, so a text that does not fit is corrupt as a whole; the bundle's reader is the lenient one.

use std::{
    collections::{BTreeMap, HashMap},
    fmt,
    rc::Rc,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::core::{
    annotation::{Confidence, Evidence, Layer, Record, Stance, Supports},
    extra::Extra,
    id::{AnnotatorId, ArticleId, ParagraphId, QuestionId, ReplicaId, ThemeId},
    note::{Note, NoteText},
    register::Register,
    stamp::Stamp,
    store::{ArticleFacts, Store},
};

/// A stamp: milliseconds since the store's `w`, counter, and index into `r`, in hexadecimal with points between. Zeros at
/// the end are left out.
#[derive(Clone, Copy, Debug)]
struct Mark {
    since: u64,
    counter: u32,
    replica: u32,
}

/// An index into the store's `i`.
type Word = u32;

/// A [`Store`] as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct WireStore {
    /// The earliest wall.
    w: u64,
    /// Replicas; stamps name them by index.
    r: Vec<ReplicaId>,
    /// Ids of paragraphs, questions, options, themes and evidence; records name them by index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    i: Vec<Rc<str>>,
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
    /// The title.
    #[serde(skip_serializing_if = "Option::is_none")]
    t: Option<(Rc<str>, Mark)>,
    /// Whether it is deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    d: Option<(bool, Mark)>,
    /// When it was exported, by annotator.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    e: BTreeMap<AnnotatorId, (u64, Mark)>,
    /// Paragraphs' first words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    q: Vec<(Word, Rc<str>)>,
    /// Unknown fields.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct WireLayer {
    /// Records by paragraph.
    r: Vec<(Word, WireRecord)>,
    /// Unknown fields.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct WireRecord {
    /// Stances: question, option, confidence from 1 (low) to 3 or 0 for not said, stamp.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    s: Vec<(Word, Option<Word>, u8, Mark)>,
    /// Themes: 1 when it applies.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    t: Vec<(Word, u8, Mark)>,
    /// "No theme applies": 1 when chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    o: Option<(u8, Mark)>,
    /// The note's texts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    m: Vec<(Rc<str>, Mark)>,
    /// The note's latest stamp of each replica, where the texts do not say it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    v: Vec<Mark>,
    /// Evidence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    e: Vec<(Word, Option<WireEvidence>, Mark)>,
    /// Unknown fields.
    #[serde(skip_serializing_if = "Extra::is_empty")]
    x: Extra,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct WireEvidence {
    /// Start and end.
    s: u32,
    e: u32,
    /// Quote, what stands before and what after.
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

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { since, counter: 0, replica: 0 } => write!(f, "{since:x}"),
            Self { since, counter, replica: 0 } => write!(f, "{since:x}.{counter:x}"),
            Self { since, counter, replica } => write!(f, "{since:x}.{counter:x}.{replica:x}"),
        }
    }
}

impl Serialize for Mark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Mark {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Mark;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a stamp")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Mark, E> {
                let mut parts = text.splitn(3, '.');
                let since = parts.next().and_then(|p| u64::from_str_radix(p, 16).ok());
                let mut small = || parts.next().map_or(Some(0), |p| u32::from_str_radix(p, 16).ok());
                match (since, small(), small()) {
                    (Some(since), Some(counter), Some(replica)) => Ok(Mark { since, counter, replica }),
                    _ => Err(E::custom(Malformed)),
                }
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The tables of a store while it is packed.
struct Tables<'a> {
    earliest: u64,
    replicas: Vec<ReplicaId>,
    replica_at: HashMap<&'a str, u32>,
    words: Vec<Rc<str>>,
    word_at: HashMap<&'a str, Word>,
}

impl<'a> Tables<'a> {
    fn mark(&mut self, stamp: &'a Stamp) -> Mark {
        self.mark_of(&stamp.replica, stamp.wall, stamp.counter)
    }

    fn mark_of(&mut self, replica: &'a ReplicaId, wall: u64, counter: u32) -> Mark {
        let list = &mut self.replicas;
        let index = *self.replica_at.entry(replica.as_str()).or_insert_with(|| {
            list.push(replica.clone());
            index(list.len())
        });
        Mark { since: wall.saturating_sub(self.earliest), counter, replica: index }
    }

    fn word(&mut self, word: &'a str, shared: impl FnOnce() -> Rc<str>) -> Word {
        let list = &mut self.words;
        *self.word_at.entry(word).or_insert_with(|| {
            list.push(shared());
            index(list.len())
        })
    }

    fn register<T: Clone>(&mut self, register: &'a Register<T>) -> (T, Mark) {
        (register.value.clone(), self.mark(&register.stamp))
    }
}

/// The index of the last item of a list of this length.
fn index(len: usize) -> u32 {
    u32::try_from(len - 1).unwrap_or(u32::MAX)
}

macro_rules! word {
    ($to:expr, $id:expr) => {
        $to.word($id.as_str(), || $id.to_shared())
    };
}

/// The stored form of a store.
#[must_use]
pub fn pack(store: &Store) -> WireStore {
    let mut earliest = None;
    store.each_stamp(|stamp| earliest = Some(earliest.map_or(stamp.wall, |e: u64| e.min(stamp.wall))));
    for record in store.layers.values().flat_map(BTreeMap::values).flat_map(|layer| layer.records.values()) {
        record.note.seen.values().for_each(|(wall, _)| earliest = earliest.map(|e| e.min(*wall)).or(Some(*wall)));
    }
    let earliest = earliest.unwrap_or(0);
    let (replicas, words) = (Vec::new(), Vec::new());
    let mut to = Tables { earliest, replicas, replica_at: HashMap::new(), words, word_at: HashMap::new() };
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
            q: facts.quotes.iter().map(|(id, quote)| (word!(to, id), Rc::clone(quote))).collect(),
            x: facts.extra.clone(),
        };
        wire.a.insert(id.clone(), packed);
    }
    for (article, layers) in &store.layers {
        let place = wire.l.entry(article.clone()).or_default();
        for (annotator, layer) in layers {
            let r = layer.records.iter().map(|(id, record)| (word!(to, id), pack_record(record, &mut to))).collect();
            place.insert(annotator.clone(), WireLayer { r, x: layer.extra.clone() });
        }
    }
    WireStore { w: earliest, r: to.replicas, i: to.words, ..wire }
}

fn pack_record<'a>(record: &'a Record, to: &mut Tables<'a>) -> WireRecord {
    let note = &record.note;
    let told = |(replica, at): &(&ReplicaId, &(u64, u32))| {
        let stamps = note.texts.iter().map(|t| &t.stamp).filter(|s| s.replica == **replica);
        stamps.map(|s| (s.wall, s.counter)).max() == Some(**at)
    };
    WireRecord {
        s: record
            .stances
            .iter()
            .map(|(question, r)| {
                let option = r.value.as_ref().map(|s| word!(to, s.option));
                let confidence = r.value.as_ref().and_then(|s| s.confidence).map_or(0, |c| c as u8 + 1);
                (word!(to, question), option, confidence, to.mark(&r.stamp))
            })
            .collect(),
        t: record.themes.iter().map(|(t, r)| (word!(to, t), u8::from(r.value), to.mark(&r.stamp))).collect(),
        o: record.none_applies.as_ref().map(|r| (u8::from(r.value), to.mark(&r.stamp))),
        m: note.texts.iter().map(|t| (Rc::clone(&t.text), to.mark(&t.stamp))).collect(),
        v: note.seen.iter().filter(|seen| !told(seen)).map(|(r, at)| to.mark_of(r, at.0, at.1)).collect(),
        e: record
            .evidence
            .iter()
            .map(|(id, r)| (word!(to, id), r.value.as_ref().map(pack_evidence), to.mark(&r.stamp)))
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

struct From<'a> {
    earliest: u64,
    replicas: &'a [ReplicaId],
    words: &'a [Rc<str>],
}

impl From<'_> {
    fn stamp(&self, mark: Mark) -> Result<Stamp, Malformed> {
        let wall = self.earliest.checked_add(mark.since).ok_or(Malformed)?;
        // Far beyond all that is ever written; keeps the clock's arithmetic from its edge.
        if wall > 1 << 60 {
            return Err(Malformed);
        }
        let replica = self.replicas.get(mark.replica as usize).ok_or(Malformed)?.clone();
        Ok(Stamp { wall, counter: mark.counter, replica })
    }

    fn word(&self, word: Word) -> Result<Rc<str>, Malformed> {
        self.words.get(word as usize).map(Rc::clone).ok_or(Malformed)
    }

    fn register<T>(&self, (value, mark): (T, Mark)) -> Result<Register<T>, Malformed> {
        Ok(Register::new(value, self.stamp(mark)?))
    }

    fn registers<K: Ord, T>(
        &self,
        packed: BTreeMap<K, (T, Mark)>,
    ) -> Result<BTreeMap<K, Register<T>>, Malformed> {
        packed.into_iter().map(|(key, register)| Ok((key, self.register(register)?))).collect()
    }
}

fn flag(number: u8) -> Result<bool, Malformed> {
    if number > 1 { Err(Malformed) } else { Ok(number == 1) }
}

/// The store of a stored form.
///
/// # Errors
/// When a stamp is out of bounds, or an index names nothing in its table.
pub fn unpack(wire: WireStore) -> Result<Store, Malformed> {
    let from = From { earliest: wire.w, replicas: &wire.r, words: &wire.i };
    let mut store = Store {
        annotators: from.registers(wire.n)?,
        settings: from.registers(wire.s)?,
        ..Store::default()
    };
    for (id, facts) in wire.a {
        let quotes: Result<_, Malformed> =
            facts.q.into_iter().map(|(word, quote)| Ok((ParagraphId::new(from.word(word)?), quote))).collect();
        let facts = ArticleFacts {
            title: facts.t.map(|t| from.register(t)).transpose()?,
            deleted: facts.d.map(|d| from.register(d)).transpose()?,
            exported: from.registers(facts.e)?,
            quotes: quotes?,
            extra: facts.x,
        };
        store.articles.insert(id, facts);
    }
    for (article, layers) in wire.l {
        let place = store.layers.entry(article).or_default();
        for (annotator, layer) in layers {
            let records: Result<_, Malformed> = layer
                .r
                .into_iter()
                .map(|(word, record)| Ok((ParagraphId::new(from.word(word)?), unpack_record(record, &from)?)))
                .collect();
            place.insert(annotator, Layer { records: records?, extra: layer.x });
        }
    }
    Ok(store)
}

fn unpack_record(wire: WireRecord, from: &From<'_>) -> Result<Record, Malformed> {
    let mut record = Record { extra: wire.x, ..Record::default() };
    for (question, option, confidence, mark) in wire.s {
        let confidence = match confidence {
            0 => None,
            n => Some(*Confidence::ALL.get(usize::from(n) - 1).ok_or(Malformed)?),
        };
        let option = option.map(|option| from.word(option)).transpose()?;
        let stance = option.map(|option| Stance { option: option.into(), confidence });
        record.stances.insert(from.word(question)?.into(), Register::new(stance, from.stamp(mark)?));
    }
    for (theme, applies, mark) in wire.t {
        record.themes.insert(from.word(theme)?.into(), Register::new(flag(applies)?, from.stamp(mark)?));
    }
    if let Some((chosen, mark)) = wire.o {
        record.none_applies = Some(Register::new(flag(chosen)?, from.stamp(mark)?));
    }
    let mut note = Note::default();
    for mark in wire.v {
        note.see(&from.stamp(mark)?);
    }
    for (text, mark) in wire.m {
        note.texts.push(NoteText { stamp: from.stamp(mark)?, text });
    }
    note.settle();
    record.note = note;
    for (id, evidence, mark) in wire.e {
        let evidence = evidence.map(unpack_evidence).transpose()?;
        record.evidence.insert(from.word(id)?.into(), Register::new(evidence, from.stamp(mark)?));
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
