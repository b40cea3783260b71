//! What was edited in a codebook, written.

use super::Packer;
use crate::{
    codebook::{
        book::{Book, Item},
        code::Code,
        mapping::{Maps, To},
    },
    json::writer::Writer,
};

fn code(code: &Code, to: &mut Writer) {
    to.object();
    match code {
        Code::Question(id) => to.text_field("q", id.as_str()),
        Code::Option(question, id) => {
            to.text_field("q", question.as_str());
            to.text_field("o", id.as_str());
        }
        Code::Theme(id) => to.text_field("t", id.as_str()),
    }
    to.end_object();
}

impl<'a> Packer<'a> {
    /// How codes of other codebooks are read: lists of the codebook, the code there, and the code here, with a stamp.
    pub(super) fn maps(&mut self, maps: &'a Maps) {
        self.to.list();
        for ((codebook, from), register) in maps {
            self.to.item();
            self.to.list();
            self.word(codebook.as_str());
            self.to.item();
            code(from, self.to);
            self.to.item();
            match &register.value {
                Some(To::Ours(ours)) => code(ours, self.to),
                Some(To::LeaveAlone) => self.to.flag(false),
                None => self.to.null(),
            }
            self.mark(&register.stamp);
            self.to.end_list();
        }
        self.to.end_list();
    }

    pub(super) fn book(&mut self, book: &'a Book) {
        self.to.object();
        self.to.field("f");
        self.to.list();
        for (place, register) in book.fields() {
            self.to.item();
            self.to.list();
            // What it belongs to: an object of at most two ids.
            self.to.item();
            self.to.object();
            match &place.item {
                Item::Book => {}
                Item::Question(id) => self.to.text_field("q", id.as_str()),
                Item::Option(question, id) => {
                    self.to.text_field("q", question.as_str());
                    self.to.text_field("o", id.as_str());
                }
                Item::Theme(id) => self.to.text_field("t", id.as_str()),
            }
            self.to.end_object();
            self.to.item();
            self.to.text(&place.field);
            self.to.item();
            self.to.value(&register.value.json());
            self.mark(&register.stamp);
            if let Some(beside) = register.value.beside() {
                self.to.item();
                self.to.value(&beside);
            }
            self.to.end_list();
        }
        self.to.end_list();
        self.extra(&book.extra);
        self.to.end_object();
    }
}
