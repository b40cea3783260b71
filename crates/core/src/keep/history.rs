//! The steps of undo of all articles, as a text that a tab keeps while its page is loaded anew. They are history and no data: a
//! text that does not read is as good as none.

use super::{
    step::{Laid, Piles, Step, lay},
    wire::{pack_steps, unpack_steps},
};
use crate::{
    base::id::ArticleId,
    json::{tree::Json, writer::Writer},
};

/// The version of the text; it stands before it.
const VERSION: &str = "1 ";
/// The deepest nesting: that of a stored operation, whose values these are.
const LEVELS: usize = 120;

/// The stored form of the latest steps, at most so many of each pile.
#[must_use]
pub fn encode<'a>(all: impl Iterator<Item = (&'a ArticleId, [&'a [Step]; 2])>, most: usize) -> String {
    let laid = |pile: &'a [Step]| -> Vec<Laid<'a>> {
        pile[pile.len().saturating_sub(most)..].iter().filter_map(lay).collect()
    };
    let all: Vec<(&ArticleId, [Vec<Laid<'_>>; 2])> = all.map(|(id, piles)| (id, piles.map(laid))).collect();
    let mut writer = Writer::compact();
    pack_steps(&all, &mut writer);
    [VERSION, &writer.finish()].concat()
}

/// Reads the stored form. `None` when a newer program wrote it, or another hand.
#[must_use]
pub fn decode(text: &str) -> Option<Vec<(ArticleId, Piles)>> {
    unpack_steps(&Json::parse_within(text.strip_prefix(VERSION)?, LEVELS).ok()?).ok()
}
