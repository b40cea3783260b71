//! Reads what is known of annotators.

use super::{
    Reader, Stop, clean_name, is_word,
    record::{Beside, keep},
};
use crate::{
    base::{
        id::ReplicaId,
        register::{Register, Registers},
        stamp::Stamp,
    },
    exchange::bundle::Bundle,
    json::{
        extra::{bound, unknown},
        place::Step,
        tree::{Json, Object},
    },
    record::person::{Kind, Person},
    strings::exchange as strings,
};
use std::sync::Arc;

/// What is known of a person.
const VALUE: [&str; 2] = ["value", "stamp"];
const PERSON: [&str; 4] = ["name", "kind", "same_as", "replicas"];
/// The longest id of a replica, in bytes.
const MAX_REPLICA: usize = 64;

impl<'a> Reader<'a> {
    pub(super) fn people(&mut self, from: Option<&'a Json<'a>>, bundle: &mut Bundle) -> Result<(), Stop> {
        let Some(from) = from else { return Ok(()) };
        let Some(people) = from.as_object() else { return self.stop(strings::people_not_object()) };
        for (id, from) in people.in_order() {
            self.field(id, |r| match from.as_object() {
                Some(object) if is_word(id) => {
                    let person = r.person(object);
                    bundle.people.insert(id.into(), person);
                }
                _ => _ = r.skip::<()>(strings::no_valid_id_or_object()),
            });
        }
        Ok(())
    }

    fn person(&mut self, from: &'a Object<'a>) -> Person {
        let mut person = Person { extra: unknown(from, &PERSON), ..Person::default() };
        let beside = &mut Beside::new();
        person.name = self.name(from, beside);
        if let Some(kind) = from.get("kind") {
            person.kind = self.field("kind", |r| {
                let word = |name: &str| kind.get(name).and_then(Json::as_str).map_or_else(|| "".into(), clean_name);
                let value = match kind.get("value").and_then(Json::as_str) {
                    Some("person") => Kind::Person,
                    Some("machine") => Kind::Machine { maker: word("maker"), model: word("model"), date: word("date") },
                    _ => return r.skip(strings::person_or_machine()),
                };
                let stamp = r.stamp_or_skip(kind)?;
                keep(beside, kind, &["value", "maker", "model", "date", "stamp"], || bound("kind", "-", &stamp));
                Some(Register::new(value, stamp))
            });
        }
        person.same_as = self.flags(from, "same_as", beside);
        self.field("replicas", |r| {
            let replicas = from.get("replicas").and_then(Json::as_list).unwrap_or_default();
            for (n, replica) in replicas.iter().enumerate() {
                match replica.as_str().filter(|id| !id.is_empty() && id.len() <= MAX_REPLICA) {
                    Some(id) => _ = person.replicas.insert(ReplicaId::from(id), ()),
                    None => _ = r.within(Step::Item(n), |r| r.skip::<()>(strings::no_id())),
                }
            }
        });
        person.extra.extend(std::mem::take(beside));
        person
    }

    /// A name with its stamp.
    pub(super) fn name(&mut self, from: &'a Object<'a>, beside: &mut Beside) -> Option<Register<Arc<str>>> {
        let from = from.get("name")?;
        self.field("name", |r| {
            let Some(text) = from.get("value").and_then(Json::as_str) else { return r.skip(strings::must_be_text()) };
            let Some(stamp) = r.stamp(from) else {
                return r.skip(strings::name_without_time());
            };
            keep(beside, from, &VALUE, || bound("name", "-", &stamp));
            Some(Register::new(clean_name(text), stamp))
        })
    }

    /// Flags by id.
    pub(super) fn flags<K: for<'s> From<&'s str> + Ord>(
        &mut self,
        from: &'a Object<'a>,
        name: &'a str,
        beside: &mut Beside,
    ) -> Registers<K, bool> {
        let mut flags = Registers::new();
        self.each(from, name, |r, id, from, stamp| match from.get("value").and_then(Json::as_bool) {
            Some(value) => {
                keep(beside, from, &VALUE, || bound(name, id, &stamp));
                flags.insert(id.into(), Register::new(value, stamp));
                Some(())
            }
            None => r.skip(strings::must_be_true_or_false()),
        });
        flags
    }

    pub(super) fn stamp_or_skip(&mut self, from: &'a Json<'a>) -> Option<Stamp> {
        self.stamp(from).or_else(|| self.skip(strings::no_valid_time()))
    }
}
