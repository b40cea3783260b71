//! What was edited in a codebook, read.

use super::{Malformed, Read, Unpacker, extra, items};
use crate::{
    base::register::Register,
    codebook::{
        book::{Book, Item, Place, Value},
        code::Code,
        mapping::{Maps, To},
    },
    json::tree::Json,
};

impl Unpacker {
    pub(super) fn maps(&self, from: &Json<'_>) -> Read<Maps> {
        let mut maps = Maps::new();
        for map in from.as_list().ok_or(Malformed)? {
            let Some([codebook, theirs, ours, mark]) = map.as_list() else { return Err(Malformed) };
            let to = match ours {
                Json::Null => None,
                Json::Bool(false) => Some(To::LeaveAlone),
                ours => Some(To::Ours(code(ours)?)),
            };
            let from = (self.word(codebook)?.into(), code(theirs)?);
            maps.insert(from, Register::new(to, self.stamp(mark)?));
        }
        Ok(maps)
    }

    pub(super) fn book(&self, id: &str, from: &Json<'_>) -> Read<Book> {
        let mut book = Book::new(id.into());
        book.extra = extra(from);
        for field in items(from, "f")? {
            let (item, name, value, mark, beside) = match field.as_list() {
                Some([item, name, value, mark]) => (item, name, value, mark, None),
                Some([item, name, value, mark, beside]) => (item, name, value, mark, Some(beside)),
                _ => return Err(Malformed),
            };
            let value = match (Value::read(value), beside) {
                (value, None) => value,
                (value, Some(beside)) => value.and(beside),
            };
            let place = Place::new(owner(item)?, name.as_str().ok_or(Malformed)?);
            book.put(place, Register::new(value, self.stamp(mark)?));
        }
        Ok(book)
    }
}

fn code(from: &Json<'_>) -> Read<Code> {
    Ok(match owner(from)? {
        Item::Question(id) => Code::Question(id),
        Item::Option(question, id) => Code::Option(question, id),
        Item::Theme(id) => Code::Theme(id),
        Item::Book => return Err(Malformed),
    })
}

fn owner(from: &Json<'_>) -> Read<Item> {
    let id = |name: &str| from.get(name).map(|id| id.as_str().ok_or(Malformed)).transpose();
    Ok(match (id("q")?, id("o")?, id("t")?) {
        (None, None, None) => Item::Book,
        (Some(question), None, None) => Item::Question(question.into()),
        (Some(question), Some(option), None) => Item::Option(question.into(), option.into()),
        (None, None, Some(theme)) => Item::Theme(theme.into()),
        _ => return Err(Malformed),
    })
}
