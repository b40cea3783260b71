//! What is known of people, written.

use super::{Packer, index};
use crate::{
    base::{id::AnnotatorId, register::Registers},
    keep::store::Store,
    record::person::{Kind, Person},
};

impl<'a> Packer<'a> {
    /// What is known of people beside their names.
    pub(super) fn people(&mut self, store: &'a Store) {
        let named = |p: &Person| p.name.is_some() && *p == Person { name: p.name.clone(), ..Person::default() };
        let mut known = store.people.iter().filter(|(_, person)| !named(person)).peekable();
        if known.peek().is_none() {
            return;
        }
        self.to.field("p");
        self.to.object();
        for (id, person) in known {
            self.to.field(id.as_str());
            self.to.object();
            if let Some(register) = &person.kind {
                self.to.field("k");
                self.to.list();
                self.to.item();
                match &register.value {
                    Kind::Person => self.to.null(),
                    Kind::Machine { maker, model, date } => {
                        self.to.list();
                        for word in [maker, model, date] {
                            self.to.item();
                            self.to.text(word);
                        }
                        self.to.end_list();
                    }
                }
                self.mark(&register.stamp);
                self.to.end_list();
            }
            self.flags("s", &person.same_as);
            if !person.replicas.is_empty() {
                self.to.field("r");
                self.to.list();
                for replica in person.replicas.keys() {
                    let at = index(replica.as_str(), &mut self.replicas, &mut self.replica_at);
                    self.to.item();
                    self.to.number(at.into());
                }
                self.to.end_list();
            }
            self.extra(&person.extra);
            self.to.end_object();
        }
        self.to.end_object();
    }

    /// Flags of annotators, left out when there are none.
    pub(super) fn flags(&mut self, name: &str, flags: &'a Registers<AnnotatorId, bool>) {
        if flags.is_empty() {
            return;
        }
        self.to.field(name);
        self.to.list();
        for (annotator, register) in flags {
            self.to.item();
            self.to.list();
            self.word(annotator.as_str());
            self.to.item();
            self.to.number(u64::from(register.value));
            self.mark(&register.stamp);
            self.to.end_list();
        }
        self.to.end_list();
    }
}
