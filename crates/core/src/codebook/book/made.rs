//! A book made from a codebook that is no book yet: the sample's, or one that comes as a list.

use super::{Book, Item, Place, Value, field, rank};
use crate::{
    base::{register::Register, stamp::Stamp},
    codebook::{Codebook, StanceOption, StanceQuestion, Theme, prompt, sample::is_beginning, sense::Sense},
    json::extra::Extra,
};
use std::sync::Arc;

struct Maker<'a> {
    book: Book,
    stamp: &'a Stamp,
}

impl Maker<'_> {
    fn put(&mut self, item: &Item, name: &str, value: Value) {
        if !value.is_null() {
            self.book.put(Place::new(item.clone(), name), Register::new(value, self.stamp.clone()));
        }
    }

    fn text(&mut self, item: &Item, name: &str, text: &Arc<str>) {
        if !text.is_empty() {
            self.put(item, name, Value::Text(Arc::clone(text)));
        }
    }

    fn may(&mut self, item: &Item, name: &str, text: Option<&Arc<str>>) {
        text.into_iter().for_each(|text| self.text(item, name, text));
    }

    fn archived(&mut self, item: &Item, archived: bool) {
        if archived {
            self.put(item, field::ARCHIVED, Value::Flag(true));
        }
    }

    fn rest(&mut self, item: &Item, extra: &Extra) {
        // A name that is ours by now stays with what we know it for.
        let is_written = |name: &str| self.book.fields.contains_key(&Place::new(item.clone(), name));
        let is_free = |name: &str| !item.known().contains(&name) || (name == field::SENSE && !is_written(name));
        let fields: Vec<_> = extra.iter().filter(|(name, _)| is_free(name)).collect();
        for (name, value) in fields {
            self.put(item, name, Value::read(value));
        }
    }

    fn question(&mut self, question: &StanceQuestion, rank: &Arc<str>) {
        let item = Item::Question(question.id.clone());
        self.text(&item, field::ORDER, rank);
        self.text(&item, field::HOLDER, &question.holder);
        self.text(&item, field::TARGET, &question.target);
        // Words that would be made anyway stay nobody's, so that they follow the target when that is changed.
        if question.prompt != prompt::made(&question.holder, &question.target) {
            self.text(&item, field::PROMPT, &question.prompt);
        }
        self.archived(&item, question.archived);
        self.rest(&item, &question.extra);
        for (option, rank) in question.options.iter().zip(&rank::even(question.options.len())) {
            self.option(&Item::Option(question.id.clone(), option.id.clone()), option, rank);
        }
    }

    fn option(&mut self, item: &Item, option: &StanceOption, rank: &Arc<str>) {
        self.text(item, field::ORDER, rank);
        self.text(item, field::LABEL, &option.label);
        self.text(item, field::DEFINITION, &option.definition);
        self.may(item, field::KEY, option.key.as_ref());
        self.may(item, field::GLYPH, option.glyph.as_ref());
        self.put(item, field::SENSE, option.sense.map_or(Value::Null, said));
        self.archived(item, option.archived);
        self.rest(item, &option.extra);
    }

    fn theme(&mut self, theme: &Theme, rank: &Arc<str>) {
        let item = Item::Theme(theme.id.clone());
        self.text(&item, field::ORDER, rank);
        for (name, text) in [
            (field::LABEL, &theme.label),
            (field::DEFINITION, &theme.definition),
            (field::INCLUDE, &theme.include),
            (field::EXCLUDE, &theme.exclude),
            (field::EXAMPLE, &theme.example),
        ] {
            self.text(&item, name, text);
        }
        self.may(&item, field::COLOUR, theme.colour.as_ref());
        self.may(&item, field::KEY, theme.key.as_ref());
        for (name, id) in [
            (field::PARENT, &theme.parent),
            (field::MERGED_INTO, &theme.merged_into),
            (field::SPLIT_FROM, &theme.split_from),
        ] {
            self.may(&item, name, id.as_ref().map(|id| id.shared()));
        }
        self.archived(&item, theme.archived && theme.merged_into.is_none());
        self.rest(&item, &theme.extra);
    }
}

/// A sense as a value of its field.
pub(super) fn said(sense: Sense) -> Value {
    match sense {
        Sense::Place(place) => Value::Whole(place.into()),
        sense => sense.name().map_or(Value::Null, Value::of),
    }
}

impl Book {
    /// The same codebook under another id, which says where it came from. Its codes keep their ids, and what was written
    /// keeps its time. The name of a codebook to begin with says what that is for, and nothing of what is made of it: it stays
    /// behind.
    #[must_use]
    pub fn copied(&self, id: crate::base::id::CodebookId) -> Self {
        let stamp = self.fields().map(|(_, register)| &register.stamp).max().cloned();
        let mut copy = Self { id, fields: self.fields.clone(), extra: self.extra.clone() };
        if is_beginning(&self.id) {
            copy.fields.remove(&Place::new(Item::Book, field::TITLE));
        }
        if let Some(stamp) = stamp {
            let from = Value::of(self.id.as_str());
            copy.fields.insert(Place::new(Item::Book, field::FROM), Register::new(from, stamp));
        }
        copy
    }

    /// A book that settles to this codebook, all of it written under one stamp.
    #[must_use]
    pub fn of(codebook: &Codebook, stamp: &Stamp) -> Self {
        let mut maker = Maker { book: Self::new(codebook.id.clone()), stamp };
        maker.text(&Item::Book, field::TITLE, &codebook.title);
        maker.rest(&Item::Book, &codebook.extra);
        for (question, rank) in codebook.questions.iter().zip(&rank::even(codebook.questions.len())) {
            maker.question(question, rank);
        }
        for (theme, rank) in codebook.themes.iter().zip(&rank::even(codebook.themes.len())) {
            maker.theme(theme, rank);
        }
        maker.book
    }
}
