//! Whose layers lie side by side.

use std::{fmt::Write as _, rc::Rc};

use super::model::Model;
use crate::{
    app::boot::count,
    core::{
        agreed::AGREED,
        annotation::{Layer, Record},
        comparison::Comparison,
        id::{AnnotatorId, ParagraphId},
    },
};

/// From this many annotators on, names are hidden until somebody asks for them.
const MANY: usize = 4;

/// One annotator whose layer is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotator {
    /// Who.
    pub id: AnnotatorId,
    /// What they are called here: their name, or "Annotator 3" while names are hidden.
    pub name: Rc<str>,
    /// The same in the least room.
    pub short: Rc<str>,
    /// True when they are left out of all counts.
    pub left_out: bool,
    /// True when they have coded anything.
    pub has_coded: bool,
    /// How far they have come: "7 of 10 coded · 2 notes".
    pub progress: Rc<str>,
}

/// Everybody who has said anything of the article, but for the agreed reading, in the order in which they are shown. With
/// names: by name. Without: by id, so that the order tells nothing.
#[must_use]
pub fn annotators(model: &Model) -> Rc<[Annotator]> {
    if let Some((known, annotators)) = &*model.annotators.borrow()
        && *known == model.revision
    {
        return Rc::clone(annotators);
    }
    let annotators: Rc<[Annotator]> = list(model).into();
    model.annotators.replace(Some((model.revision, Rc::clone(&annotators))));
    annotators
}

fn list(model: &Model) -> Vec<Annotator> {
    let layers = model.store.layers.get(model.article.id()).into_iter().flatten();
    let mut annotators: Vec<Annotator> = layers
        .filter(|(id, layer)| id.as_str() != AGREED && !layer.is_silent())
        .map(|(id, layer)| Annotator {
            id: id.clone(),
            name: model.store.name(id),
            short: "".into(),
            left_out: model.left_out.contains(id),
            has_coded: layer.records.values().any(Record::is_coded),
            progress: progress(model, layer),
        })
        .collect();
    let named = names_shown(model, annotators.len());
    if named {
        annotators.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    } else {
        annotators.sort_by(|a, b| a.id.cmp(&b.id));
    }
    for (annotator, number) in annotators.iter_mut().zip(1..) {
        annotator.short = number.to_string().into();
        if !named || annotator.name.is_empty() {
            annotator.name = format!("No. {number}").into();
        } else {
            annotator.short = Rc::clone(&annotator.name);
        }
    }
    annotators
}

/// Whether names are shown.
#[must_use]
pub fn names_shown(model: &Model, annotators: usize) -> bool {
    model.names.unwrap_or(annotators < MANY)
}

fn progress(model: &Model, layer: &Layer) -> Rc<str> {
    let is_here = |id: &ParagraphId| model.article.index_of(id).is_some();
    let coded = layer.records.iter().filter(|(id, record)| record.is_coded() && is_here(id)).count();
    let notes = layer.records.values().filter(|record| record.note.spoken().next().is_some()).count();
    let lost = layer.records.iter().filter(|(id, record)| !record.is_silent() && !is_here(id)).count();
    let mut words = format!("{coded} of {} coded", model.article.paragraphs().len());
    if notes > 0 {
        let _ = write!(words, " · {}", count(notes, "note", "notes"));
    }
    if lost > 0 {
        let _ = write!(words, " · {lost} not in this text");
    }
    words.into()
}

/// The layers of these annotators side by side.
#[must_use]
pub fn compare<'a>(model: &'a Model, annotators: &[Annotator]) -> Comparison<'a> {
    let layer = |annotator: &Annotator| model.store.layer(model.article.id(), &annotator.id);
    let layers = annotators.iter().filter(|annotator| !annotator.left_out).filter_map(layer).collect();
    Comparison::new(&model.article, &model.codebook, layers)
}
