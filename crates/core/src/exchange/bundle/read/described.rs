//! Reads what was changed of how an article is described.

use super::{
    Reader, clean_title,
    record::{Beside, keep},
};
use crate::{
    article::masthead::{Described, TITLE},
    base::register::Register,
    json::{
        extra::{Extra, bound},
        tree::{Json, Object},
    },
    strings::exchange as strings,
};

/// The most fields of an article whose description was changed.
const MAX_DESCRIBED: usize = 64;

impl<'a> Reader<'a> {
    pub(super) fn described(&mut self, from: &'a Object<'a>, extra: &mut Extra) -> Described {
        let mut described = Described::new();
        let beside = &mut Beside::new();
        self.each(from, "described", |r, name, from, stamp| {
            let Some(value) = from.get("value").and_then(Json::as_str) else { return r.skip(strings::must_be_text()) };
            if described.len() == MAX_DESCRIBED {
                return r.skip(strings::too_many_described());
            }
            keep(beside, from, &["value", "stamp"], || bound("described", name, &stamp));
            let value = if name == TITLE { clean_title(value) } else { value.into() };
            described.insert(name.into(), Register::new(value, stamp));
            Some(())
        });
        extra.extend(std::mem::take(beside));
        described
    }
}
