//! Whose layers lie side by side.

use super::model::Inputs;
use crate::words::count;
use postil_core::{
    base::id::{AnnotatorId, ParagraphId, QuestionId},
    measure::comparison::Comparison,
    record::{
        Layer,
        progress::missing,
        readers::{has_read, has_read_for},
    },
};
use std::{fmt::Write as _, sync::Arc};

/// From this many annotators on, names are hidden until somebody asks for them.
const MANY: usize = 4;

/// One annotator whose layer is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotator {
    /// Who.
    pub id: AnnotatorId,
    /// What they are called here: their name, or "Annotator 3" while names are hidden.
    pub name: Arc<str>,
    /// The same in the least room.
    pub short: Arc<str>,
    /// True when they are left out of all counts.
    pub left_out: bool,
    /// True when they are a reader through any question.
    pub has_coded: bool,
    /// How far they have come: "7 of 10 answered · 1 in part · 2 notes".
    pub progress: Arc<str>,
}

/// Everybody who has said anything of the article, and the readers among them.
#[derive(Clone, Debug)]
pub struct People {
    revision: u64,
    everybody: Arc<[Annotator]>,
    readers: Arc<[Annotator]>,
}

/// The readers through the question that is shown: whose answers lie side by side. They stand in the order of
/// [`everybody`].
#[must_use]
pub fn annotators(model: Inputs<'_>) -> Arc<[Annotator]> {
    people(model).readers
}

/// Everybody who has said anything of the article, in the order in which they are shown:
/// first those who have coded something, whatever question they answered, then those who only left notes or replies. With
/// names: by name. Without: by id, so that the order tells nothing, and the numbers stay whichever question is shown.
#[must_use]
pub fn everybody(model: Inputs<'_>) -> Arc<[Annotator]> {
    people(model).everybody
}

/// The readers through another question than the one that is shown.
#[must_use]
pub fn readers_for(model: Inputs<'_>, question: &QuestionId) -> Arc<[Annotator]> {
    through(model, &everybody(model), question)
}

fn people(model: Inputs<'_>) -> People {
    let known = model.annotators.borrow().clone().filter(|people| people.revision == model.revision);
    known.unwrap_or_else(|| {
        let everybody: Arc<[Annotator]> = list(model).into();
        let readers = through(model, &everybody, &model.question_id());
        let people = People { revision: model.revision, everybody, readers };
        model.annotators.replace(Some(people.clone()));
        people
    })
}

fn through(model: Inputs<'_>, everybody: &Arc<[Annotator]>, question: &QuestionId) -> Arc<[Annotator]> {
    let reads = |annotator: &&Annotator| {
        let layer = model.context.store.layer(model.context.article.id(), &annotator.id);
        layer.is_some_and(|layer| has_read_for(model.context.article, layer, question))
    };
    // Usually that is everybody, and then they are one list.
    if everybody.iter().all(|annotator| reads(&annotator)) {
        return Arc::clone(everybody);
    }
    everybody.iter().filter(reads).cloned().collect()
}

fn list(model: Inputs<'_>) -> Vec<Annotator> {
    let layers = model.context.store.layers.get(model.context.article.id()).into_iter().flatten();
    let mut annotators: Vec<Annotator> = layers
        .filter(|(_, layer)| !layer.is_silent())
        .map(|(id, layer)| Annotator {
            id: id.clone(),
            name: model.context.store.shown_name(id),
            short: "".into(),
            left_out: model.left_out.contains(id),
            has_coded: has_read(model.context.article, layer),
            progress: progress(model, layer),
        })
        .collect();
    let named = names_shown(model, annotators.iter().filter(|annotator| annotator.has_coded).count());
    if named {
        annotators.sort_by(|a, b| (!a.has_coded, &a.name, &a.id).cmp(&(!b.has_coded, &b.name, &b.id)));
    } else {
        annotators.sort_by(|a, b| (!a.has_coded, &a.id).cmp(&(!b.has_coded, &b.id)));
    }
    for (annotator, number) in annotators.iter_mut().zip(1..) {
        annotator.short = number.to_string().into();
        if !named || annotator.name.is_empty() {
            annotator.name = format!("No. {number}").into();
        } else {
            annotator.short = Arc::clone(&annotator.name);
        }
    }
    annotators
}

/// Whether names are shown.
#[must_use]
pub fn names_shown(model: Inputs<'_>, annotators: usize) -> bool {
    model.names.unwrap_or(annotators < MANY)
}

/// By what the person's own bar counts: everything that the codebook asks for is answered. What is begun is told beside it.
fn progress(model: Inputs<'_>, layer: &Layer) -> Arc<str> {
    let is_here = |id: &ParagraphId| model.context.article.index_of(id).is_some();
    let tagged = layer.records.iter().filter(|(id, record)| record.is_coded() && is_here(id));
    let (mut whole, mut part) = (0, 0);
    for (_, record) in tagged {
        *(if missing(record, model.context.codebook).is_none() { &mut whole } else { &mut part }) += 1;
    }
    let notes = layer.records.values().filter(|record| record.note.spoken().next().is_some()).count();
    let lost = layer.records.iter().filter(|(id, record)| !record.is_silent() && !is_here(id)).count();
    let mut words = format!("{whole} of {} answered", model.context.article.paragraphs().len());
    if part > 0 {
        let _ = write!(words, " · {part} in part");
    }
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
pub fn compare<'a>(model: Inputs<'a>, annotators: &[Annotator]) -> Comparison<'a> {
    let layer = |annotator: &Annotator| model.context.store.layer(model.context.article.id(), &annotator.id);
    let layers = annotators.iter().filter(|annotator| !annotator.left_out).filter_map(layer).collect();
    Comparison::new(model.context.article, model.context.codebook, layers)
}
