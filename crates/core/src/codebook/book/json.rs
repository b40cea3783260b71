//! A book in a file: its items as objects by id, each field as its plain value or with its stamp. Most fields of a book were
//! written at one time (when it was made), so one stamp, the usual one, is said once: a plain value carries it. All others
//! stand as `{"value": …, "stamp": "…"}`, and so does a value that is an object itself.

use super::{Book, Item, Place, Value};
use crate::{
    base::{id::QuestionId, map::Map, register::Register, stamp::Stamp},
    json::{
        tree::{Json, MAX_DEPTH},
        writer::Writer,
    },
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

struct Out<'a> {
    book: &'a Book,
    usual: Option<&'a Stamp>,
    to: &'a mut Writer,
}

/// Writes a book, with the version that it settles to.
pub(crate) fn write(book: &Book, to: &mut Writer) {
    let mut out = Out { book, usual: usual(book), to };
    out.to.object();
    out.to.text_field("id", book.id.as_str());
    out.to.text_field("version", book.settle().version().as_str());
    out.to.text_field_if("stamp", out.usual.map(ToString::to_string).as_deref());
    out.fields(&Item::Book);
    let (mut questions, mut themes): (Vec<&QuestionId>, Vec<&Item>) = (Vec::new(), Vec::new());
    // One after another in the order of their ids, options behind all questions.
    let mut options: Vec<&Item> = Vec::new();
    for (place, _) in book.fields() {
        match &place.item {
            Item::Book => {}
            Item::Question(id) if questions.last() != Some(&id) => questions.push(id),
            Item::Theme(_) if themes.last() != Some(&&place.item) => themes.push(&place.item),
            Item::Option(..) if options.last() != Some(&&place.item) => options.push(&place.item),
            Item::Question(_) | Item::Theme(_) | Item::Option(..) => {}
        }
    }
    out.to.field("questions");
    out.questions(&questions, &options);
    out.to.field("themes");
    out.to.object();
    for item in themes {
        if let Item::Theme(id) = item {
            out.to.field(id.as_str());
            out.to.object();
            out.fields(item);
            out.to.end_object();
        }
    }
    out.to.end_object();
    let free =
        |name: &str| book.stamp_in(&Place::new(Item::Book, name)).is_none() && !Item::Book.taken().contains(&name);
    for (name, value) in book.extra.iter().filter(|(name, _)| free(name)) {
        out.to.field(name);
        out.to.value(value);
    }
    out.to.end_object();
}

impl Out<'_> {
    fn questions(&mut self, questions: &[&QuestionId], options: &[&Item]) {
        let mut of_options: Map<&QuestionId, Vec<&Item>> = questions.iter().map(|id| (*id, Vec::new())).collect();
        for item in options {
            if let Item::Option(of, _) = item {
                of_options.entry(of).or_default().push(item);
            }
        }
        self.to.object();
        for (id, options) in of_options {
            self.to.field(id.as_str());
            self.to.object();
            self.fields(&Item::Question(id.clone()));
            if !options.is_empty() {
                self.to.field("options");
                self.to.object();
                for item in options {
                    if let Item::Option(_, id) = item {
                        self.to.field(id.as_str());
                        self.to.object();
                        self.fields(item);
                        self.to.end_object();
                    }
                }
                self.to.end_object();
            }
            self.to.end_object();
        }
        self.to.end_object();
    }

    /// The fields that we know in their order, and then the others.
    fn fields(&mut self, item: &Item) {
        let book = self.book;
        let known = item.known();
        for name in known {
            let place = Place::new(item.clone(), name);
            if let Some(register) = book.fields.get(&place) {
                self.field(name, register);
            }
        }
        for (place, register) in book.of_item(item).filter(|(place, _)| !known.contains(&&*place.field)) {
            self.field(&place.field, register);
        }
    }

    fn field(&mut self, name: &str, register: &Register<Value>) {
        let to = &mut *self.to;
        to.field(name);
        let value = register.value.json();
        let noted = if let Value::Beside(_, beside) = &register.value { Some(beside) } else { None };
        if Some(&register.stamp) == self.usual && noted.is_none() && value.as_object().is_none() {
            return to.value(&value);
        }
        to.object();
        to.field("value");
        to.value(&value);
        to.text_field("stamp", &register.stamp.to_string());
        let noted = noted.and_then(|text| Json::parse_within(text, MAX_DEPTH).ok());
        for (name, value) in noted.iter().filter_map(Json::as_object).flat_map(|noted| noted.iter()) {
            if !["value", "stamp"].contains(&name) {
                to.field(name);
                to.value(value);
            }
        }
        to.end_object();
    }
}
