//! Reads the stored form.

use super::Malformed;
use crate::{
    base::{
        id::{ArticleId, ReplicaId},
        map::Map,
        register::Register,
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
    record::{Confidence, Evidence, Layer, Record, Stance, Supports, note::NoteText},
};
use std::sync::Arc;

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
    let tables = Unpacker::of(from)?;
    let mut store = Store::default();
    for (id, name) in fields(from, "n")? {
        store.put_stored_name(&id.into(), tables.text(name)?);
    }
    for (id, facts) in fields(from, "a")? {
        store.articles.insert(id.into(), tables.facts(facts)?);
    }
    for (article, layers) in fields(from, "l")? {
        let article = ArticleId::from(article);
        let layers = layers.as_object().ok_or(Malformed)?;
        if layers.iter().next().is_none() {
            store.layers.insert(article, Map::new());
            continue;
        }
        for (id, layer) in layers.iter() {
            *store.stored_layer_mut(&article, &id.into()) = tables.layer(layer)?;
        }
    }
    Ok(store)
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
            title: from.get("t").map(|t| self.text(t)).transpose()?,
            extra: extra(from),
            ..ArticleFacts::default()
        };
        for quote in items(from, "q")? {
            let Some([paragraph, words]) = quote.as_list() else { return Err(Malformed) };
            facts.quotes.insert(self.word(paragraph)?.into(), text(words)?);
        }
        Ok(facts)
    }

    fn layer(&self, from: &Json<'_>) -> Read<Layer> {
        let mut layer = Layer { extra: extra(from), ..Layer::default() };
        for record in items(from, "r")? {
            let Some([paragraph, record]) = record.as_list() else { return Err(Malformed) };
            layer.records.insert(self.word(paragraph)?.into(), self.record(record)?);
        }
        Ok(layer)
    }

    fn record(&self, from: &Json<'_>) -> Read<Record> {
        let mut record = Record { extra: extra(from), ..Record::default() };
        for stance in items(from, "s")? {
            let Some([question, option, confidence, mark]) = stance.as_list() else { return Err(Malformed) };
            let confidence = match small(confidence)? {
                0 => None,
                n => Some(*Confidence::ALL.get(n as usize - 1).ok_or(Malformed)?),
            };
            let value = match option {
                Json::Null => None,
                option => Some(Stance { option: self.word(option)?.into(), confidence }),
            };
            record.put_stored_answer(self.word(question)?.into(), Register::new(value, self.stamp(mark)?));
        }
        for theme in items(from, "t")? {
            let Some([theme, applies, mark]) = theme.as_list() else { return Err(Malformed) };
            record.themes.insert(self.word(theme)?.into(), Register::new(flag(applies)?, self.stamp(mark)?));
        }
        record.none_applies = from.get("o").map(|o| self.flag(o)).transpose()?;
        for mark in items(from, "v")? {
            record.note.see(&self.stamp(mark)?);
        }
        for note in items(from, "m")? {
            let Some([words, mark]) = note.as_list() else { return Err(Malformed) };
            record.note.texts.push(NoteText { stamp: self.stamp(mark)?, text: text(words)? });
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
        (Some(question), None) => Supports::Stance(text(question)?.into()),
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
