//! What is known of annotators, written.

use super::{flags, name, stamp};
use crate::{
    json::{
        extra::{beside_values, kept, put},
        writer::Writer,
    },
    record::person::{Kind, Persons},
};

pub(crate) fn people(people: &Persons, to: &mut Writer) {
    to.field("people");
    to.object();
    for (id, person) in people {
        to.field(id.as_str());
        to.object();
        name(person.name.as_ref(), &person.extra, to);
        if let Some(kind) = &person.kind {
            to.field("kind");
            to.object();
            match &kind.value {
                Kind::Person => to.text_field("value", "person"),
                Kind::Machine { maker, model, date } => {
                    to.text_field("value", "machine");
                    to.text_field("maker", maker);
                    to.text_field("model", model);
                    to.text_field("date", date);
                }
            }
            stamp(&kind.stamp, to);
            put(kept(&person.extra, "kind", "-", &kind.stamp), to);
            to.end_object();
        }
        flags("same_as", &person.same_as, &person.extra, to);
        if !person.replicas.is_empty() {
            to.field("replicas");
            to.list();
            for replica in person.replicas.keys() {
                to.item();
                to.text(replica.as_str());
            }
            to.end_list();
        }
        beside_values(&person.extra, to);
        to.end_object();
    }
    to.end_object();
}
