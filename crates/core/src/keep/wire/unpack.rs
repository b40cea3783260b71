//! Reads the stored form.

use super::Malformed;
use crate::{
    base::{
        id::{AnnotatorId, ReplicaId, VersionId},
        register::{Register, Registers},
        stamp::Stamp,
    },
    json::{
        extra::Extra,
        tree::{Json, Object},
    },
    keep::{
        here::{ArticleHere, Here},
        store::{ArticleFacts, Store},
    },
    record::{
        Confidence, Evidence, Layer, LayerKey, LayerKind, Record, Stance, Supports,
        note::NoteText,
        person::{Kind, Person},
        words::Reply,
    },
};
use std::sync::Arc;

mod book;
mod class;
mod steps;

pub(crate) use self::steps::unpack_steps;

type Read<T> = Result<T, Malformed>;

/// The tables of a store while it is read.
struct Unpacker {
    earliest: u64,
    replicas: Vec<ReplicaId>,
    words: Vec<Arc<str>>,
}

/// Reads the stored form of a store.
///
/// # Errors
/// When it has another form, a stamp is out of bounds, or an index names nothing in its table.
pub fn unpack(from: &Json<'_>) -> Read<Store> {
    Unpacker::of(from)?.store(from)
}

/// Reads the stored form of what belongs to this browser alone.
///
/// # Errors
/// As [`unpack`].
pub(crate) fn unpack_here(from: &Json<'_>) -> Read<Here> {
    let tables = Unpacker::of(from)?;
    let mut here = Here::default();
    for (name, value) in fields(from, "s")? {
        here.settings.insert(name.into(), tables.text(value)?);
    }
    for (id, known) in fields(from, "a")? {
        here.articles.insert(id.into(), tables.article_here(known)?);
    }
    Ok(here)
}

/// The key of a layer, from its name.
fn key(name: &str) -> Read<LayerKey> {
    let mut parts = name.splitn(3, ' ');
    let annotator = parts.next().map(AnnotatorId::from).ok_or(Malformed)?;
    match (parts.next(), parts.next()) {
        (None, _) => Ok(LayerKey::reading(annotator, 1)),
        (Some(kind), Some(round)) => {
            Ok(LayerKey { annotator, kind: LayerKind::from_word(kind), round: round.parse().map_err(|_| Malformed)? })
        }
        (Some(_), None) => Err(Malformed),
    }
}

/// The fields of the object in a field, none when it is not there.
fn fields<'a, 'b>(from: &'b Json<'a>, name: &str) -> Read<impl Iterator<Item = (&'b str, &'b Json<'a>)> + use<'a, 'b>> {
    let object = from.get(name).map(|object| object.as_object().ok_or(Malformed)).transpose()?;
    Ok(object.into_iter().flat_map(Object::iter))
}

/// The items of the list in a field, none when it is not there.
fn items<'a, 'b>(from: &'b Json<'a>, name: &str) -> Read<&'b [Json<'a>]> {
    from.get(name).map_or(Ok(&[][..]), |list| list.as_list().ok_or(Malformed))
}

fn text(from: &Json<'_>) -> Read<Arc<str>> {
    from.as_str().map(Arc::from).ok_or(Malformed)
}

fn small(from: &Json<'_>) -> Read<u32> {
    from.as_u64().and_then(|n| u32::try_from(n).ok()).ok_or(Malformed)
}

fn flag(from: &Json<'_>) -> Read<bool> {
    match from.as_u64() {
        Some(0) => Ok(false),
        Some(1) => Ok(true),
        _ => Err(Malformed),
    }
}

fn extra(from: &Json<'_>) -> Extra {
    from.get("x").and_then(Json::as_object).map(unknown_all).unwrap_or_default()
}

/// Every field: what stands under `x` was sorted out when it came in.
fn unknown_all(object: &Object<'_>) -> Extra {
    object.in_order().map(|(name, value)| (name.into(), value.keep())).collect()
}

impl Unpacker {
    fn of(from: &Json<'_>) -> Read<Self> {
        let table = |name: &str| -> Read<Vec<Arc<str>>> {
            let words = from.get(name).map_or(Some(&[][..]), Json::as_list).ok_or(Malformed)?;
            words.iter().map(text).collect()
        };
        Ok(Self {
            earliest: from.get("w").map_or(Some(0), Json::as_u64).ok_or(Malformed)?,
            replicas: table("r")?.into_iter().map(ReplicaId::from).collect(),
            words: table("i")?,
        })
    }

    /// Reads a store that stands on these tables.
    fn store(&self, from: &Json<'_>) -> Read<Store> {
        let mut store = Store::default();
        for (id, name) in fields(from, "n")? {
            store.people.entry(id.into()).or_default().name = Some(self.text(name)?);
        }
        for (id, person) in fields(from, "p")? {
            self.person(person, store.people.entry(id.into()).or_default())?;
        }
        for (id, facts) in fields(from, "a")? {
            store.articles.insert(id.into(), self.facts(facts)?);
        }
        for (article, layers) in fields(from, "l")? {
            let here = store.layers.entry(article.into()).or_default();
            for (name, layer) in layers.as_object().ok_or(Malformed)?.iter() {
                here.insert(key(name)?, self.layer(layer)?);
            }
        }
        for (article, books) in fields(from, "b")? {
            let here = store.books.entry(article.into()).or_default();
            for (id, book) in books.as_object().ok_or(Malformed)?.iter() {
                here.insert(id.into(), self.book(id, book)?);
            }
        }
        for (article, maps) in fields(from, "m")? {
            store.maps.insert(article.into(), self.maps(maps)?);
        }
        for (article, classes) in fields(from, "c")? {
            let here = store.classes.entry(article.into()).or_default();
            for (id, class) in classes.as_object().ok_or(Malformed)?.iter() {
                here.insert(id.into(), self.class(class)?);
            }
        }
        Ok(store)
    }

    fn stamp(&self, from: &Json<'_>) -> Read<Stamp> {
        let mut parts = from.as_str().ok_or(Malformed)?.splitn(3, '.');
        let since = parts.next().and_then(|p| u64::from_str_radix(p, 16).ok()).ok_or(Malformed)?;
        let mut small = || parts.next().map_or(Ok(0), |p| u32::from_str_radix(p, 16).map_err(|_| Malformed));
        let (counter, replica) = (small()?, small()?);
        let wall = self.earliest.checked_add(since).ok_or(Malformed)?;
        // Far beyond all that is ever written; keeps the clock's arithmetic from its edge.
        if wall > 1 << 60 {
            return Err(Malformed);
        }
        Ok(Stamp { wall, counter, replica: self.replicas.get(replica as usize).ok_or(Malformed)?.clone() })
    }

    fn word(&self, from: &Json<'_>) -> Read<Arc<str>> {
        self.words.get(small(from)? as usize).map(Arc::clone).ok_or(Malformed)
    }

    fn text(&self, from: &Json<'_>) -> Read<Register<Arc<str>>> {
        let Some([value, mark]) = from.as_list() else { return Err(Malformed) };
        Ok(Register::new(text(value)?, self.stamp(mark)?))
    }

    fn flag(&self, from: &Json<'_>) -> Read<Register<bool>> {
        let Some([value, mark]) = from.as_list() else { return Err(Malformed) };
        Ok(Register::new(flag(value)?, self.stamp(mark)?))
    }

    fn id<T: From<Arc<str>>>(&self, from: &Json<'_>) -> Read<Register<T>> {
        let Some([value, mark]) = from.as_list() else { return Err(Malformed) };
        Ok(Register::new(text(value)?.into(), self.stamp(mark)?))
    }

    fn article_here(&self, from: &Json<'_>) -> Read<ArticleHere> {
        let mut known = ArticleHere {
            deleted: from.get("d").map(|d| self.flag(d)).transpose()?,
            gone: from.get("g").map(|g| self.flag(g)).transpose()?,
            ..ArticleHere::default()
        };
        for (id, exported) in fields(from, "e")? {
            let Some([at, mark]) = exported.as_list() else { return Err(Malformed) };
            let at = at.as_u64().ok_or(Malformed)?;
            known.exported.insert(id.into(), Register::new(at, self.stamp(mark)?));
        }
        Ok(known)
    }

    fn facts(&self, from: &Json<'_>) -> Read<ArticleFacts> {
        let mut facts = ArticleFacts {
            title: from.get("t").map(text).transpose()?,
            codebook: from.get("b").map(|b| self.id(b)).transpose()?,
            extra: extra(from),
            ..ArticleFacts::default()
        };
        for (name, register) in fields(from, "d")? {
            facts.described.insert(name.into(), self.text(register)?);
        }
        for quote in items(from, "q")? {
            let Some([paragraph, words]) = quote.as_list() else { return Err(Malformed) };
            facts.quotes.insert(self.word(paragraph)?.into(), text(words)?);
        }
        Ok(facts)
    }

    fn person(&self, from: &Json<'_>, person: &mut Person) -> Read<()> {
        if let Some(kind) = from.get("k") {
            let Some([value, mark]) = kind.as_list() else { return Err(Malformed) };
            let value = match value.as_list() {
                Some([maker, model, date]) => {
                    Kind::Machine { maker: text(maker)?, model: text(model)?, date: text(date)? }
                }
                Some(_) => return Err(Malformed),
                None => Kind::Person,
            };
            person.kind = Some(Register::new(value, self.stamp(mark)?));
        }
        person.same_as = self.flags(from, "s")?;
        for replica in items(from, "r")? {
            person.replicas.insert(self.replicas.get(small(replica)? as usize).ok_or(Malformed)?.clone(), ());
        }
        person.extra = extra(from);
        Ok(())
    }

    fn flags(&self, from: &Json<'_>, name: &str) -> Read<Registers<AnnotatorId, bool>> {
        let mut flags = Registers::new();
        for item in items(from, name)? {
            let Some([annotator, value, mark]) = item.as_list() else { return Err(Malformed) };
            flags.insert(self.word(annotator)?.into(), Register::new(flag(value)?, self.stamp(mark)?));
        }
        Ok(flags)
    }

    fn layer(&self, from: &Json<'_>) -> Read<Layer> {
        let mut layer = Layer { extra: extra(from), ..Layer::default() };
        let usual = from.get("u").map(|usual| Ok(VersionId::from(self.word(usual)?))).transpose()?;
        for record in items(from, "r")? {
            let Some([paragraph, record]) = record.as_list() else { return Err(Malformed) };
            layer.records.insert(self.word(paragraph)?.into(), self.record(record, usual.as_ref())?);
        }
        Ok(layer)
    }

    /// The version of a register: the last item, where it is not the layer's usual one.
    fn under(&self, from: &[Json<'_>], usual: Option<&VersionId>) -> Read<Option<VersionId>> {
        match from {
            [] => Ok(usual.cloned()),
            [Json::Null] => Ok(None),
            [version] => Ok(Some(self.word(version)?.into())),
            _ => Err(Malformed),
        }
    }

    fn record(&self, from: &Json<'_>, usual: Option<&VersionId>) -> Read<Record> {
        let mut record = Record { extra: extra(from), ..Record::default() };
        for stance in items(from, "s")? {
            let Some([question, option, confidence, mark, under @ ..]) = stance.as_list() else {
                return Err(Malformed);
            };
            let confidence = match small(confidence)? {
                0 => None,
                n => Some(*Confidence::ALL.get(n as usize - 1).ok_or(Malformed)?),
            };
            let value = match option {
                Json::Null => None,
                option => Some(Stance { option: self.word(option)?.into(), confidence }),
            };
            let register = Register::new(value, self.stamp(mark)?).under(self.under(under, usual)?);
            record.stances.insert(self.word(question)?.into(), register);
        }
        for theme in items(from, "t")? {
            let Some([theme, applies, mark, under @ ..]) = theme.as_list() else { return Err(Malformed) };
            let register = Register::new(flag(applies)?, self.stamp(mark)?).under(self.under(under, usual)?);
            record.themes.insert(self.word(theme)?.into(), register);
        }
        if let Some(none) = from.get("o") {
            let Some([applies, mark, under @ ..]) = none.as_list() else { return Err(Malformed) };
            let register = Register::new(flag(applies)?, self.stamp(mark)?).under(self.under(under, usual)?);
            record.none_applies = Some(register);
        }
        for reply in items(from, "y")? {
            let Some([class, reply, mark]) = reply.as_list() else { return Err(Malformed) };
            let value = match reply {
                Json::Null => None,
                id => Some(id.as_str().and_then(Reply::from_id).ok_or(Malformed)?),
            };
            record.replies.insert(self.word(class)?.into(), Register::new(value, self.stamp(mark)?));
        }
        for mark in items(from, "v")? {
            record.note.see(&self.stamp(mark)?);
        }
        for note in items(from, "m")? {
            let (words, mark, private) = match note.as_list() {
                Some([words, mark]) => (words, mark, false),
                Some([words, mark, private]) => (words, mark, flag(private)?),
                _ => return Err(Malformed),
            };
            record.note.texts.push(NoteText { stamp: self.stamp(mark)?, text: text(words)?, private });
        }
        record.note.settle();
        for span in items(from, "e")? {
            let Some([id, span, mark]) = span.as_list() else { return Err(Malformed) };
            let value = match span {
                Json::Null => None,
                span => Some(evidence(span)?),
            };
            record.evidence.insert(self.word(id)?.into(), Register::new(value, self.stamp(mark)?));
        }
        Ok(record)
    }
}

fn evidence(from: &Json<'_>) -> Read<Evidence> {
    let field = |name: &str| from.get(name).ok_or(Malformed);
    let supports = match (from.get("question"), from.get("theme")) {
        (Some(question), None) => {
            let option = from.get("option").map(text).transpose()?;
            Supports::Stance(text(question)?.into(), option.map(Into::into))
        }
        (None, Some(theme)) => Supports::Theme(text(theme)?.into()),
        _ => return Err(Malformed),
    };
    Ok(Evidence {
        start: small(field("s")?)?,
        end: small(field("e")?)?,
        quote: text(field("q")?)?,
        prefix: text(field("b")?)?,
        suffix: text(field("a")?)?,
        supports,
    })
}
