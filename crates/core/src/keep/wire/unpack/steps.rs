//! Steps of undo, read.

use super::{Malformed, Read, Unpacker, fields, items, text};
use crate::{
    base::id::ArticleId,
    json::tree::Json,
    keep::step::{Change, Piles, Step, read},
};

/// Reads the steps of articles.
///
/// # Errors
/// When anything in them is not as it was written: then none of it counts.
pub(crate) fn unpack_steps(from: &Json<'_>) -> Read<Vec<(ArticleId, Piles)>> {
    let tables = Unpacker::of(from)?;
    let mut all = Vec::new();
    for (article, piles) in fields(from, "s")? {
        let Some([undo, redo]) = piles.as_list() else { return Err(Malformed) };
        let pile = |from: &Json<'_>| -> Read<Vec<Step>> {
            from.as_list().ok_or(Malformed)?.iter().map(|step| tables.step(step)).collect()
        };
        all.push((article.into(), [pile(undo)?, pile(redo)?]));
    }
    Ok(all)
}

impl Unpacker {
    fn step(&self, from: &Json<'_>) -> Read<Step> {
        let said = |name: &str| from.get(name).ok_or(Malformed).and_then(text);
        let flag = |name: &str| from.get(name).and_then(Json::as_bool).ok_or(Malformed);
        let change = match from.get("d") {
            None => Change::Import { import: said("of")?.into(), active: flag("on")?, over: flag("over")? },
            Some(back) => {
                let mut back = self.store(back)?;
                for (name, value) in fields(from, "h")? {
                    back.here.settings.insert(name.into(), self.text(value)?);
                }
                let (target, mut written) = read(&back).ok_or(Malformed)?;
                let over = items(from, "o")?;
                if over.len() != written.len() {
                    return Err(Malformed);
                }
                for (written, over) in written.iter_mut().zip(over) {
                    written.over = (*over != Json::Null).then(|| self.stamp(over)).transpose()?;
                }
                Change::Edits { target, written }
            }
        };
        Ok(Step { label: said("l")?, by: said("p")?.into(), change })
    }
}
