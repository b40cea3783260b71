//! A bundle without names. Whoever is handed it can count what people said and cannot tell who it was.
//!
//! Ids are made anew from a secret of the browser that it comes from: the same state gives the same file, and nobody else can make
//! them or turn them back. Replicas, which would give people away beside a file with names, are made anew in the same way, and so
//! are the ids of evidence. Names, private notes, what a class is called, and whatever a newer program wrote are left out. Words
//! and times stay, and people are told so.

pub mod cache;
#[cfg(test)]
mod tests;
mod twice;

use self::cache::REPLICA;
pub(crate) use self::twice::counts_twice;
use super::bundle::{Bundle, Kind};
use crate::{
    base::{
        digest,
        id::{AnnotatorId, ArticleId},
        map::Map,
        order,
        register::{Register, Registers},
        stamp::Stamp,
    },
    codebook::sample,
    json::extra::Extra,
    record::{
        Layer, LayerKey, Record,
        decision::Decisions,
        note::Note,
        person::{self, Person, Persons},
    },
    strings::exchange as strings,
};

/// How ids are made anew.
struct Pseudonyms<'a> {
    secret: &'a str,
    article: &'a ArticleId,
    people: &'a Persons,
}

impl Pseudonyms<'_> {
    fn made(&self, what: &str, of: &str) -> String {
        let text = ["postil pseudonym\n", self.secret, "\n", self.article.as_str(), "\n", what, "\n", of].concat();
        digest::hex(&text, 16)
    }

    /// Several ids of one person are one here.
    fn annotator(&self, id: &AnnotatorId) -> AnnotatorId {
        AnnotatorId::new(self.made("annotator", self.people.one(id).as_str()))
    }

    fn stamp(&self, stamp: &Stamp) -> Stamp {
        // What everybody begins with was written by nobody.
        if stamp.replica == sample::stamp().replica {
            return stamp.clone();
        }
        let made = [REPLICA, &self.made("replica", stamp.replica.as_str())].concat();
        Stamp { replica: made.as_str().into(), ..stamp.clone() }
    }

    fn register<T: Clone>(&self, register: &Register<T>) -> Register<T> {
        Register { stamp: self.stamp(&register.stamp), ..register.clone() }
    }

    fn registers<K: Clone + Ord, T: Clone>(&self, registers: &Registers<K, T>) -> Registers<K, T> {
        registers.iter().map(|(id, register)| (id.clone(), self.register(register))).collect()
    }

    fn layer(&self, layer: &Layer) -> Layer {
        let records = layer.for_others().records;
        let records = records.iter().map(|(id, record)| (id.clone(), self.record(record)));
        Layer { records: records.collect(), extra: Extra::new() }
    }

    fn record(&self, record: &Record) -> Record {
        let evidence = record.evidence.iter().map(|(id, register)| {
            let made = self.made("evidence", id.as_str());
            (made.as_str().into(), self.register(register))
        });
        let replies = record.replies.iter().map(|(class, register)| {
            let made = self.made("class", class.as_str());
            (made.as_str().into(), self.register(register))
        });
        Record {
            stances: self.registers(&record.stances),
            themes: self.registers(&record.themes),
            none_applies: record.none_applies.as_ref().map(|register| self.register(register)),
            note: self.note(&record.note),
            evidence: evidence.collect(),
            replies: replies.collect(),
            extra: Extra::new(),
        }
    }

    fn note(&self, note: &Note) -> Note {
        let mut texts = note.texts.clone();
        texts.iter_mut().for_each(|text| text.stamp = self.stamp(&text.stamp));
        // Of two equal times the other one may come first now.
        order::short(&mut texts, |a, b| a.stamp.cmp(&b.stamp));
        let seen = note.seen.iter().map(|(replica, (wall, counter))| {
            let stamp = Stamp { wall: *wall, counter: *counter, replica: replica.clone() };
            (self.stamp(&stamp).replica, (*wall, *counter))
        });
        Note { texts, seen: seen.collect() }
    }

    fn class(&self, class: &Decisions) -> Decisions {
        let mut members: Registers<AnnotatorId, bool> = Registers::new();
        for (id, register) in &class.members {
            let one = Map::from([(self.annotator(id), self.register(register))]);
            members.join(&one);
        }
        let settlements = class.settlements.iter().map(|(id, register)| {
            let mut register = self.register(register);
            register.value.by = register.value.by.map(|by| self.annotator(&by));
            register.value.beside = None;
            (id.clone(), register)
        });
        Decisions {
            members,
            settlements: settlements.collect(),
            votes: self.registers(&class.votes),
            ..Decisions::default()
        }
    }

    /// Who they are: "Reader 1" and so on, in the order of `known`, and then of the new ids, which tell nothing.
    fn people(&self, originals: &[AnnotatorId], known: &mut Vec<AnnotatorId>) -> Persons {
        let mut made: Vec<(AnnotatorId, &AnnotatorId)> = originals.iter().map(|id| (self.annotator(id), id)).collect();
        order::short(&mut made, Ord::cmp);
        made.dedup_by(|a, b| a.0 == b.0);
        for (id, _) in &made {
            if !known.contains(id) {
                known.push(id.clone());
            }
        }
        let person = |(id, original): (AnnotatorId, &AnnotatorId)| {
            let number = known.iter().position(|one| *one == id)? + 1;
            let is_program = self.people.is_program(original);
            let stamp = Stamp { wall: 0, counter: 0, replica: REPLICA.into() };
            let name = if is_program { strings::program(number) } else { strings::reader(number) };
            let kinds = self.people.ids(original).into_iter();
            let mut kinds = kinds.filter_map(|id| self.people.get(&id)?.kind.as_ref());
            let kind = kinds.find(|kind| matches!(kind.value, person::Kind::Machine { .. }));
            let person = Person {
                name: Some(Register::new(name.into(), stamp)),
                kind: kind.map(|kind| self.register(kind)),
                ..Person::default()
            };
            Some((id, person))
        };
        made.into_iter().filter_map(person).collect()
    }
}

/// The bundle without names. `secret` is the browser's own; `known` are those who had a number in an earlier file, in order, and
/// whoever is new comes behind them. `people` says who is one person with whom.
#[must_use]
pub fn pseudonymous(bundle: &Bundle, people: &Persons, secret: &str, known: &mut Vec<AnnotatorId>) -> Bundle {
    let made = Pseudonyms { secret, article: bundle.article.id(), people };
    let mut layers: Map<LayerKey, Layer> = Map::new();
    let mut originals: Vec<AnnotatorId> = Vec::new();
    for (key, layer) in bundle.layers.iter().filter(|(key, _)| key.is_reading()) {
        let layer = made.layer(layer);
        if !layer.records.is_empty() {
            originals.push(key.annotator.clone());
            layers.entry(LayerKey::reading(made.annotator(&key.annotator), key.round)).or_default().join(&layer);
        }
    }
    let classes =
        bundle.classes.iter().map(|(id, class)| (made.made("class", id.as_str()).as_str().into(), made.class(class)));
    let book = bundle.book.restamped(&|stamp| made.stamp(stamp));
    let spoken = layers.values().flat_map(|layer| layer.records.keys());
    let spoken: Vec<_> = spoken.chain(bundle.classes.values().flat_map(Decisions::paragraphs)).collect();
    let unplaced = bundle.unplaced.iter().filter(|(id, _)| spoken.contains(id));
    let unplaced = unplaced.map(|(id, text)| (id.clone(), text.clone())).collect();
    Bundle {
        kind: Kind::Pseudonymous,
        people: made.people(&originals, known),
        classes: classes.collect(),
        versions: bundle.versions.clone(),
        maps: made.registers(&bundle.maps),
        unplaced,
        layers,
        ..Bundle::bare(bundle.article.clone(), book)
    }
}
