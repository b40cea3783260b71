//! A book in a file: its items as objects by id, each field as its plain value or with its stamp. Most fields of a book were
//! written at one time (when it was made), so one stamp, the usual one, is said once: a plain value carries it. All others
//! stand as `{"value": …, "stamp": "…"}`, and so does a value that is an object itself.

use super::{Book, Fields, Item, Place, Value};
use crate::{
    base::{id::QuestionId, map::Map, register::Register, stamp::Stamp},
    json::{tree::Json, writer::Writer},
};

pub mod read;

/// The stamp that most registers have; of several the earliest, so that the same book gives the same text.
fn usual(book: &Book) -> Option<&Stamp> {
    let mut counts: Map<&Stamp, usize> = Map::new();
    for (_, register) in book.fields() {
        *counts.entry(&register.stamp).or_default() += 1;
    }
    let mut most: Option<(&Stamp, usize)> = None;
    for (stamp, count) in &counts {
        if most.is_none_or(|(_, before)| *count > before) {
            most = Some((stamp, *count));
        }
    }
    most.map(|(stamp, _)| stamp)
}

/// A book as a text by itself.
#[must_use]
pub fn text(book: &Book) -> String {
    let mut writer = Writer::compact();
    write(book, &mut writer);
    writer.finish()
}

/// Writes a book, with the version that it settles to.
pub(crate) fn write(book: &Book, to: &mut Writer) {
    let mut out = Out { usual: usual(book), to };
    out.to.object();
    out.to.text_field("id", book.id.as_str());
    out.to.text_field("version", book.settle().version().as_str());
    out.to.text_field_if("stamp", out.usual.map(ToString::to_string).as_deref());
    let mut questions: Map<&QuestionId, Question<'_>> = Map::new();
    let mut themes = Vec::new();
    for (item, fields) in book.written() {
        match item {
            Item::Book => out.fields(item, &fields),
            Item::Question(id) => questions.entry(id).or_default().0 = Some((item, fields)),
            Item::Option(of, id) => questions.entry(of).or_default().1.push((id.as_str(), item, fields)),
            Item::Theme(id) => themes.push((id.as_str(), item, fields)),
        }
    }
    out.to.field("questions");
    out.to.object();
    for (id, Question(own, options)) in questions {
        out.to.field(id.as_str());
        out.to.object();
        if let Some((item, fields)) = own {
            out.fields(item, &fields);
        }
        if !options.is_empty() {
            out.items("options", &options);
        }
        out.to.end_object();
    }
    out.to.end_object();
    out.items("themes", &themes);
    let taken = |name: &str| Item::Book.taken().contains(&name);
    let free = |name: &str| book.stamp_in(&Place::new(Item::Book, name)).is_none() && !taken(name);
    for (name, value) in book.extra.iter().filter(|(name, _)| free(name)) {
        out.to.field(name);
        out.to.value(value);
    }
    out.to.end_object();
}

/// What was written of a question, and of its options.
#[derive(Default)]
struct Question<'a>(Option<(&'a Item, Fields<'a>)>, Vec<Named<'a>>);

/// An item by its id in the file.
type Named<'a> = (&'a str, &'a Item, Fields<'a>);

struct Out<'a> {
    usual: Option<&'a Stamp>,
    to: &'a mut Writer,
}

impl Out<'_> {
    fn items(&mut self, name: &str, items: &[Named<'_>]) {
        self.to.field(name);
        self.to.object();
        for (id, item, fields) in items {
            self.to.field(id);
            self.to.object();
            self.fields(item, fields);
            self.to.end_object();
        }
        self.to.end_object();
    }

    /// The fields that we know in their order, and then the others.
    fn fields(&mut self, item: &Item, fields: &Fields<'_>) {
        let known = item.known();
        for name in known {
            for (_, register) in fields.iter().filter(|(field, _)| field == name) {
                self.field(name, register);
            }
        }
        for (name, register) in fields.iter().filter(|(name, _)| !known.contains(name)) {
            self.field(name, register);
        }
    }

    fn field(&mut self, name: &str, register: &Register<Value>) {
        let to = &mut *self.to;
        to.field(name);
        let value = register.value.json();
        let noted = register.value.beside();
        if Some(&register.stamp) == self.usual && noted.is_none() && value.as_object().is_none() {
            return to.value(&value);
        }
        to.object();
        to.field("value");
        to.value(&value);
        to.text_field("stamp", &register.stamp.to_string());
        for (name, value) in noted.iter().filter_map(Json::as_object).flat_map(|noted| noted.iter()) {
            if !["value", "stamp"].contains(&name) {
                to.field(name);
                to.value(value);
            }
        }
        to.end_object();
    }
}
