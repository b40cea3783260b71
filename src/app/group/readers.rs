//! Whose layers lie side by side.

use std::rc::Rc;

use super::model::Model;
use crate::core::{agreed::AGREED, annotation::Layer, comparison::Comparison, id::AnnotatorId, order};

/// From this many readers on, names are hidden until somebody asks for them.
const MANY: usize = 4;

/// One annotator whose layer is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// Who.
    pub id: AnnotatorId,
    /// What they are called here: their name, or "Reader 3" while names are hidden.
    pub name: Rc<str>,
    /// The same in the least room.
    pub short: Rc<str>,
    /// True when they are left out of all counts.
    pub left_out: bool,
    /// Paragraphs that they have coded.
    pub coded: usize,
}

/// Everybody who has said anything of the article, but for the agreed reading, in the order in which they are shown. With
/// names: by name. Without: by id, so that the order tells nothing.
#[must_use]
pub fn readers(model: &Model) -> Vec<Reader> {
    let layers = model.store.layers.get(model.article.id()).into_iter().flatten();
    let mut readers: Vec<Reader> = layers
        .filter(|(id, layer)| id.as_str() != AGREED && !layer.is_silent())
        .map(|(id, layer)| Reader {
            id: id.clone(),
            name: model.store.name(id),
            short: "".into(),
            left_out: model.left_out.contains(id),
            coded: coded(model, layer),
        })
        .collect();
    let named = names_shown(model, readers.len());
    if named {
        order::short(&mut readers, |a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    } else {
        order::short(&mut readers, |a, b| a.id.cmp(&b.id));
    }
    for (reader, number) in readers.iter_mut().zip(1..) {
        reader.short = number.to_string().into();
        if !named || reader.name.is_empty() {
            reader.name = format!("Reader {number}").into();
        } else {
            reader.short = Rc::clone(&reader.name);
        }
    }
    readers
}

/// Whether names are shown.
#[must_use]
pub fn names_shown(model: &Model, readers: usize) -> bool {
    model.names.unwrap_or(readers < MANY)
}

fn coded(model: &Model, layer: &Layer) -> usize {
    layer.records.iter().filter(|(id, record)| record.is_coded() && model.article.index_of(id).is_some()).count()
}

/// The layers of these readers side by side.
#[must_use]
pub fn compare<'a>(model: &'a Model, readers: &[Reader]) -> Comparison<'a> {
    let layer = |reader: &Reader| model.store.layer(model.article.id(), &reader.id);
    let layers = readers.iter().filter(|reader| !reader.left_out).filter_map(layer).collect();
    Comparison::new(&model.article, &model.codebook, layers)
}
