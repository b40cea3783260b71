//! The book: a codebook as it is edited. It is a flat map of last-writer-wins registers, one for each field of each question,
//! option and theme, so that several people and several tabs can edit it and everybody comes to the same. What all views
//! and numbers read is the [`super::Codebook`] that it settles to.

use crate::{
    base::{
        id::CodebookId,
        register::{Register, Registers},
        stamp::Stamp,
    },
    json::extra::{self, Extra},
};
use std::sync::Arc;

mod colours;
pub mod edit;
pub mod field;
pub mod gesture;
mod item;
pub mod json;
mod made;
mod rank;
mod settle;
pub mod value;

pub use self::{item::Item, value::Value};

/// Where a register stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What it belongs to.
    pub item: Item,
    /// Which field. Those that are not known here are kept like any other.
    pub field: Arc<str>,
}

impl Place {
    /// A field of an item.
    #[must_use]
    pub fn new(item: Item, field: &str) -> Self {
        Self { item, field: field.into() }
    }

    /// True when a register may stand here. A field whose name has another meaning in a file could not be written there.
    fn may_stand(&self) -> bool {
        let name = &*self.field;
        self.item.may_be() && field::is_name(name) && !self.item.taken().contains(&name)
    }
}

/// The registers of one item.
type Fields<'a> = Vec<(&'a str, &'a Register<Value>)>;

/// A codebook as it is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its id, which stays whatever is edited.
    pub id: CodebookId,
    fields: Registers<Place, Value>,
    /// What newer programs keep in it and is no field of any item.
    pub extra: Extra,
}

impl Book {
    /// A book in which nothing was written yet.
    #[must_use]
    pub fn new(id: CodebookId) -> Self {
        Self { id, fields: Registers::new(), extra: Extra::new() }
    }

    /// The same with other stamps.
    #[must_use]
    pub(crate) fn restamped(&self, by: &dyn Fn(&Stamp) -> Stamp) -> Self {
        let mut book = self.clone();
        book.fields.values_mut().for_each(|register| register.stamp = by(&register.stamp));
        book
    }

    /// True when nothing was ever written in it.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.fields.is_empty() && self.extra.is_empty()
    }

    /// All registers in the order of their places.
    pub fn fields(&self) -> impl Iterator<Item = (&Place, &Register<Value>)> {
        self.fields.iter()
    }

    /// What stands in a place; nothing where nobody wrote.
    #[must_use]
    pub fn value(&self, place: &Place) -> &Value {
        self.fields.get(place).map_or(&Value::Null, |register| &register.value)
    }

    /// The stamp of what stands in a place, if anybody wrote there: a step of undo takes back only what still carries its own.
    #[must_use]
    pub fn stamp_in(&self, place: &Place) -> Option<&Stamp> {
        self.fields.get(place).map(|register| &register.stamp)
    }

    /// The codebook that it was copied from.
    #[must_use]
    pub fn from(&self) -> Option<CodebookId> {
        self.value(&Place::new(Item::Book, field::FROM)).text().map(|id| Arc::clone(id).into())
    }

    /// All items that anything was ever written of, in their order, with their registers by the names of the fields.
    fn written(&self) -> Vec<(&Item, Fields<'_>)> {
        let mut items: Vec<(&Item, Fields<'_>)> = Vec::new();
        for (place, register) in &self.fields {
            match items.last_mut() {
                Some((item, fields)) if **item == place.item => fields.push((&place.field, register)),
                _ => items.push((&place.item, vec![(&place.field, register)])),
            }
        }
        items
    }

    /// Puts a register in its place, joined with what is there. One that may not stand there is left out.
    pub(crate) fn put(&mut self, place: Place, register: Register<Value>) {
        if !place.may_stand() {
            return;
        }
        if let Some(here) = self.fields.get_mut(&place) {
            here.join(&register);
        } else {
            self.fields.insert(place, register);
        }
    }

    /// Calls `visit` with every stamp in it.
    pub(crate) fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.fields.values().for_each(|register| visit(&register.stamp));
    }

    /// Lets go of what was written until then, and of unknown fields: nobody knows when those were.
    pub(crate) fn let_go(&mut self, until: &Stamp) {
        self.extra.clear();
        self.fields.retain(|_, register| register.stamp > *until);
    }

    /// Joins what was written in another copy of this book: in every place the greater stamp stays, in whatever order and
    /// however often copies are joined. Another codebook's is left alone. True when something changed.
    pub fn join(&mut self, other: &Self) -> bool {
        if self.id != other.id {
            return false;
        }
        let fields = self.fields.join(&other.fields);
        extra::join(&mut self.extra, &other.extra) || fields
    }
}
