//! Writes the stored form.

use crate::{
    base::{
        id::{ArticleId, ClassId, CodebookId, ReplicaId},
        map::Map,
        register::Register,
        stamp::Stamp,
    },
    json::{
        extra::{Extra, beside},
        writer::Writer,
    },
    keep::{
        here::{ArticleHere, Here},
        store::{ArticleFacts, Store},
    },
    record::LayerKey,
};
use std::{borrow::Cow, collections::HashMap, fmt, sync::Arc};

mod book;
mod class;
mod layer;
mod people;
mod steps;

pub(crate) use self::steps::pack_steps;

/// A stamp: milliseconds since the store's `w`, counter, and index into `r`, in hexadecimal with points between. Zeros at
/// the end are left out.
#[derive(Clone, Copy)]
struct Mark {
    since: u64,
    counter: u32,
    replica: u32,
}

impl fmt::Display for Mark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self { since, counter: 0, replica: 0 } => write!(f, "{since:x}"),
            Self { since, counter, replica: 0 } => write!(f, "{since:x}.{counter:x}"),
            Self { since, counter, replica } => write!(f, "{since:x}.{counter:x}.{replica:x}"),
        }
    }
}

/// Writes a store. The tables of replicas and words stand last, since they are known only then.
struct Packer<'a> {
    to: &'a mut Writer,
    earliest: u64,
    replicas: Vec<&'a str>,
    replica_at: HashMap<&'a str, u32>,
    words: Vec<&'a str>,
    word_at: HashMap<&'a str, u32>,
}

/// The index of `name` in a table, which it joins if it is new.
fn index<'a>(name: &'a str, list: &mut Vec<&'a str>, at: &mut HashMap<&'a str, u32>) -> u32 {
    *at.entry(name).or_insert_with(|| {
        list.push(name);
        u32::try_from(list.len() - 1).unwrap_or(u32::MAX)
    })
}

/// A layer's name: that of its annotator, and kind and round behind it where these are not the usual ones. Ids have no spaces.
fn name(key: &LayerKey) -> Cow<'_, str> {
    if key.is_reading() && key.round == 1 {
        return Cow::Borrowed(key.annotator.as_str());
    }
    Cow::Owned(format!("{} {} {}", key.annotator, key.kind.word(), key.round))
}

/// Writes the stored form of a store.
pub fn pack(store: &Store, to: &mut Writer) {
    let mut earliest = Earliest::default();
    store.each_shared_stamp(|stamp| earliest.meet(stamp.wall));
    earliest.meet_seen(store);
    let mut packer = Packer::new(to, earliest.0);
    packer.tags(store);
    packer.rest(store);
    packer.end();
}

/// The same of a store that holds only what tagging writes: it is all that a first visit needs.
pub(crate) fn pack_tags(store: &Store, to: &mut Writer) {
    let mut earliest = Earliest::default();
    store.each_tag_stamp(|stamp| earliest.meet(stamp.wall));
    earliest.meet_seen(store);
    let mut packer = Packer::new(to, earliest.0);
    packer.tags(store);
    packer.end();
}

/// The earliest wall that stamps are counted from.
#[derive(Default)]
struct Earliest(Option<u64>);

impl Earliest {
    fn meet(&mut self, wall: u64) {
        self.0 = Some(self.0.map_or(wall, |earliest| earliest.min(wall)));
    }

    /// What notes have seen counts too.
    fn meet_seen(&mut self, store: &Store) {
        let layers = store.layers.values().flat_map(Map::values);
        for record in layers.flat_map(|layer| layer.records.values()) {
            record.note.seen.values().for_each(|(wall, _)| self.meet(*wall));
        }
    }
}

/// Writes the stored form of what belongs to this browser alone.
pub(crate) fn pack_here(here: &Here, to: &mut Writer) {
    let mut earliest = Earliest::default();
    here.each_stamp(|stamp| earliest.meet(stamp.wall));
    Packer::new(to, earliest.0).here(here);
}

impl<'a> Packer<'a> {
    fn new(to: &'a mut Writer, earliest: Option<u64>) -> Self {
        Self {
            to,
            earliest: earliest.unwrap_or(0),
            replicas: Vec::new(),
            replica_at: HashMap::new(),
            words: Vec::new(),
            word_at: HashMap::new(),
        }
    }

    fn here(&mut self, here: &'a Here) {
        self.to.object();
        self.texts("s", here.settings.iter().map(|(name, r)| (&**name, r)));
        if !here.articles.is_empty() {
            self.to.field("a");
            self.to.object();
            for (id, known) in &here.articles {
                self.to.field(id.as_str());
                self.article_here(known);
            }
            self.to.end_object();
        }
        self.tables();
        self.to.end_object();
    }

    fn article_here(&mut self, known: &'a ArticleHere) {
        self.to.object();
        for (name, flag) in [("d", &known.deleted), ("g", &known.gone)] {
            if let Some(flag) = flag {
                self.to.field(name);
                self.flag(flag);
            }
        }
        if !known.exported.is_empty() {
            self.to.field("e");
            self.to.object();
            for (id, register) in &known.exported {
                self.to.field(id.as_str());
                self.to.list();
                self.to.item();
                self.to.number(register.value);
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.to.end_object();
        }
        self.to.end_object();
    }

    /// What tagging writes: the first fields.
    fn tags(&mut self, store: &'a Store) {
        self.to.object();
        let names = store.people.iter().filter_map(|(id, person)| Some((id.as_str(), person.name.as_ref()?)));
        self.texts("n", names);
        self.people(store);
        self.by_id("a", &store.articles, ArticleId::as_str, Self::facts);
        self.by_id("l", &store.layers, ArticleId::as_str, |to, layers| {
            to.object(layers, name, Self::layer);
        });
    }

    /// The fields that follow.
    fn rest(&mut self, store: &'a Store) {
        self.by_id("b", &store.books, ArticleId::as_str, |to, books| to.object(books, CodebookId::as_str, Self::book));
        self.by_id("m", &store.maps, ArticleId::as_str, Self::maps);
        self.by_id("c", &store.classes, ArticleId::as_str, |to, classes| {
            to.object(classes, ClassId::as_str, Self::class);
        });
    }

    /// An object of things by their ids, left out when there are none.
    fn by_id<K, T, N: Into<Cow<'a, str>>>(
        &mut self,
        field: &str,
        things: &'a Map<K, T>,
        id: impl Fn(&'a K) -> N,
        write: impl FnMut(&mut Self, &'a T),
    ) {
        if !things.is_empty() {
            self.to.field(field);
            self.object(things, id, write);
        }
    }

    /// The same without its field.
    fn object<K, T, N: Into<Cow<'a, str>>>(
        &mut self,
        things: &'a Map<K, T>,
        id: impl Fn(&'a K) -> N,
        mut write: impl FnMut(&mut Self, &'a T),
    ) {
        self.to.object();
        for (key, thing) in things {
            self.to.field(&id(key).into());
            write(self, thing);
        }
        self.to.end_object();
    }

    fn end(&mut self) {
        self.tables();
        self.to.end_object();
    }

    /// What stamps and ids are counted from.
    fn tables(&mut self) {
        self.to.field("w");
        self.to.number(self.earliest);
        for (name, table) in [("r", std::mem::take(&mut self.replicas)), ("i", std::mem::take(&mut self.words))] {
            self.to.field(name);
            self.to.list();
            for word in table {
                self.to.item();
                self.to.text(word);
            }
            self.to.end_list();
        }
    }

    /// An object of named text registers, left out when it is empty.
    fn texts(&mut self, name: &str, registers: impl Iterator<Item = (&'a str, &'a Register<Arc<str>>)>) {
        let mut open = false;
        for (key, register) in registers {
            if !open {
                self.to.field(name);
                self.to.object();
                open = true;
            }
            self.to.field(key);
            self.to.list();
            self.to.item();
            self.to.text(&register.value);
            self.mark(&register.stamp);
            self.to.end_list();
        }
        if open {
            self.to.end_object();
        }
    }

    fn facts(&mut self, facts: &'a ArticleFacts) {
        self.to.object();
        self.to.text_field_if("t", facts.title.as_deref());
        self.texts("d", facts.described.iter().map(|(name, register)| (&**name, register)));
        if let Some(codebook) = &facts.codebook {
            self.to.field("b");
            self.to.list();
            self.to.item();
            self.to.text(codebook.value.as_str());
            self.mark(&codebook.stamp);
            self.to.end_list();
        }
        if !facts.quotes.is_empty() {
            self.to.field("q");
            self.to.list();
            for (id, quote) in &facts.quotes {
                self.to.item();
                self.to.list();
                self.word(id.as_str());
                self.to.item();
                self.to.text(quote);
                self.to.end_list();
            }
            self.to.end_list();
        }
        self.extra(&facts.extra);
        self.to.end_object();
    }

    fn extra(&mut self, extra: &Extra) {
        if !extra.is_empty() {
            self.to.field("x");
            self.to.object();
            beside(extra, self.to);
            self.to.end_object();
        }
    }

    fn flag(&mut self, register: &'a Register<bool>) {
        self.to.list();
        self.to.item();
        self.to.number(u64::from(register.value));
        self.mark(&register.stamp);
        self.to.end_list();
    }

    fn word(&mut self, word: &'a str) {
        self.to.item();
        let at = self.at(word);
        self.to.number(at);
    }

    fn at(&mut self, word: &'a str) -> u64 {
        index(word, &mut self.words, &mut self.word_at).into()
    }

    fn mark(&mut self, stamp: &'a Stamp) {
        self.mark_of(&stamp.replica, stamp.wall, stamp.counter);
    }

    fn mark_of(&mut self, replica: &'a ReplicaId, wall: u64, counter: u32) {
        let replica = index(replica.as_str(), &mut self.replicas, &mut self.replica_at);
        let mark = Mark { since: wall.saturating_sub(self.earliest), counter, replica };
        self.to.item();
        self.to.text(&mark.to_string());
    }
}
