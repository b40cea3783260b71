//! What a record says, for the margin.

use crate::{
    read::view::article::{Marks, StanceMark, ThemeMark},
    shared::Shared,
};
use postil_core::{
    base::{id::ThemeId, order},
    codebook::{Codebook, sign::sign},
    record::{
        Layer, Record, Themes,
        progress::{is_begun, missing},
    },
};

/// What a record says of a paragraph, for the margin, in what the active annotator reads.
pub(super) fn marks(shared: &Shared, reading: Option<&Layer>, index: usize) -> Option<Marks> {
    let record = reading?.records.get(shared.paragraph_id(index)?)?;
    Some(record_marks(record, &shared.posed, None))
}

/// What a record says, with the answers to all questions or to one of them, by its place.
pub(super) fn record_marks(record: &Record, codebook: &Codebook, only: Option<usize>) -> Marks {
    let mut marks = Marks {
        note: record.note.own().next().is_some(),
        begun: is_begun(record, codebook),
        answered: missing(record, codebook).is_none(),
        ..Marks::default()
    };
    for (at, question) in codebook.asked().iter().enumerate() {
        let Some(stance) = record.stance(&question.id) else { continue };
        let label = question.called(&stance.option);
        let sign = sign(&stance.option, Some(question));
        if at == only.unwrap_or(0) {
            marks.stance_id = Some(stance.option.to_shared());
            marks.sense = Some(sign.sense());
        }
        if only.is_none_or(|only| only == at) {
            marks.stances.push(StanceMark { glyph: sign.glyph, sense: sign.sense(), label });
        }
    }
    match record.themes() {
        Themes::NotCoded => {}
        Themes::NoneApplies => {
            marks.none_applies = true;
            marks.theme_ids = Some("".into());
        }
        Themes::Set(set) => {
            let mut ordered: Vec<(usize, &ThemeId)> = set.iter().map(|id| (place(codebook, id), id)).collect();
            order::short(&mut ordered, Ord::cmp);
            let ids: Vec<&str> = ordered.iter().map(|(_, id)| id.as_str()).collect();
            marks.theme_ids = Some(ids.join(" ").into());
            marks.themes = ordered.iter().map(|(at, id)| mark(codebook, *at, id)).collect();
        }
    }
    marks
}

pub(super) fn place(codebook: &Codebook, id: &ThemeId) -> usize {
    codebook.themes.iter().position(|t| t.id == *id).unwrap_or(usize::MAX)
}

pub(super) fn mark(codebook: &Codebook, at: usize, id: &ThemeId) -> ThemeMark {
    ThemeMark { id: id.to_shared(), label: codebook.called(id), hue: codebook.hue_at(at) }
}
