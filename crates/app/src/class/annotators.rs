//! Whose layers lie side by side.

use super::{
    context::Context,
    lens::{Inputs, Lens},
};
use crate::{
    class::people::{Annotator, People},
    shared::assignment,
    strings::class as strings,
};
use postil_core::{
    base::id::{AnnotatorId, ParagraphId, QuestionId},
    codebook::Codebook,
    measure::{agreement::measure::Source, comparison::Comparison},
    record::{
        Layer,
        progress::missing,
        readers::{has_read, has_read_for},
    },
};
use std::sync::Arc;

/// From this many annotators on, names are hidden until somebody asks for them.
const MANY: usize = 4;

/// The readers through the question that is shown: whose answers lie side by side. They stand in the order of
/// [`everybody`].
#[must_use]
pub(crate) fn annotators(inputs: Inputs<'_>) -> Arc<[Annotator]> {
    people(inputs).readers
}

/// Everybody who has said anything of the article, in the order in which they are shown:
/// first those who have coded something, whatever question they answered, then those who only left notes or replies. With
/// names: by name. Without: by id, so that the order tells nothing, and the numbers stay whichever question is shown.
#[must_use]
pub(crate) fn everybody(inputs: Inputs<'_>) -> Arc<[Annotator]> {
    people(inputs).everybody
}

/// The readers through another question than the one that is shown.
#[must_use]
pub(crate) fn readers_for(inputs: Inputs<'_>, question: &QuestionId) -> Arc<[Annotator]> {
    through(inputs, &everybody(inputs), question)
}

fn people(inputs: Inputs<'_>) -> People {
    let Lens { people, revision, .. } = inputs.lens;
    let known = people.borrow().clone().filter(|(then, _)| then == revision);
    known.map_or_else(
        || {
            let everybody: Arc<[Annotator]> = list(inputs).into();
            let readers = through(inputs, &everybody, &inputs.question_id());
            let found = People { everybody, readers };
            people.replace(Some((*revision, found.clone())));
            found
        },
        |(_, found)| found,
    )
}

fn through(inputs: Inputs<'_>, everybody: &Arc<[Annotator]>, question: &QuestionId) -> Arc<[Annotator]> {
    let reads = |annotator: &&Annotator| {
        let layer = inputs.context.layer(&annotator.id);
        layer.is_some_and(|layer| has_read_for(inputs.context.article, layer, question))
    };
    // Usually that is everybody, and then they are one list.
    if everybody.iter().all(|annotator| reads(&annotator)) {
        return Arc::clone(everybody);
    }
    everybody.iter().filter(reads).cloned().collect()
}

fn list(inputs: Inputs<'_>) -> Vec<Annotator> {
    let context = inputs.context;
    let asked = assignment::given_codebook(context.store, context.article.id(), context.codebook);
    let mut annotators: Vec<Annotator> = inputs
        .context
        .readings()
        .filter(|(_, layer)| !layer.is_silent())
        .map(|(id, layer)| Annotator {
            id: id.clone(),
            name: name(inputs.context, id),
            program: inputs.context.store.people.is_program(id),
            same: same(inputs.context, id),
            short: "".into(),
            left_out: inputs.lens.left_out.contains(id),
            has_coded: has_read(inputs.context.article, layer),
            progress: progress(inputs, &asked, layer),
        })
        .collect();
    let named = names_shown(inputs, annotators.iter().filter(|annotator| annotator.has_coded).count());
    if named {
        annotators.sort_by(|a, b| (!a.has_coded, &a.name, &a.id).cmp(&(!b.has_coded, &b.name, &b.id)));
    } else {
        annotators.sort_by(|a, b| (!a.has_coded, &a.id).cmp(&(!b.has_coded, &b.id)));
    }
    for (annotator, number) in annotators.iter_mut().zip(1..) {
        annotator.short = number.to_string().into();
        if !named || annotator.name.is_empty() {
            annotator.name = strings::person(number).into();
        } else {
            annotator.short = Arc::clone(&annotator.name);
        }
        if annotator.program {
            annotator.name = strings::program(&annotator.name).into();
            annotator.short =
                if named { Arc::clone(&annotator.name) } else { ["⚙", &*annotator.short].concat().into() };
        }
    }
    annotators
}

/// What somebody is called here, under whichever of their ids that is known; empty where it is not.
#[must_use]
pub(crate) fn name(context: Context<'_>, id: &AnnotatorId) -> Arc<str> {
    let others = context.store.people.ids(id);
    let mut names = std::iter::once(id).chain(&others).map(|id| context.store.shown_name(id));
    names.find(|name| !name.is_empty()).unwrap_or_else(|| "".into())
}

/// The other ids of one person, each with its own name.
fn same(context: Context<'_>, id: &AnnotatorId) -> Vec<(AnnotatorId, Arc<str>)> {
    let others = context.store.people.ids(id).into_iter().filter(|other| other != id);
    others.map(|other| (other.clone(), context.store.shown_name(&other))).collect()
}

/// Whether names are shown.
#[must_use]
pub(crate) fn names_shown(inputs: Inputs<'_>, annotators: usize) -> bool {
    inputs.lens.names.unwrap_or(annotators < MANY)
}

/// By what the person's own bar counts: everything that is asked of the class is answered. What is begun is told beside it.
pub(super) fn progress(inputs: Inputs<'_>, asked: &Codebook, layer: &Layer) -> Arc<str> {
    let is_here = |id: &ParagraphId| inputs.context.article.index_of(id).is_some();
    let tagged = layer.records.iter().filter(|(id, record)| record.is_coded() && is_here(id));
    let (mut whole, mut part) = (0, 0);
    for (_, record) in tagged {
        *(if missing(record, asked).is_none() { &mut whole } else { &mut part }) += 1;
    }
    let notes = layer.records.values().filter(|record| record.note.spoken().next().is_some()).count();
    let lost = layer.records.iter().filter(|(id, record)| !record.is_silent() && !is_here(id)).count();
    let mut words = strings::answered_of(whole, inputs.context.article.paragraphs().len());
    if part > 0 {
        words.push_str(&strings::and_in_part(part));
    }
    if notes > 0 {
        words.push_str(&strings::and_notes(notes));
    }
    if lost > 0 {
        words.push_str(&strings::and_not_in_text(lost));
    }
    words.into()
}

/// The layers of these annotators side by side.
#[must_use]
pub(crate) fn compare<'a>(inputs: Inputs<'a>, annotators: &[Annotator]) -> Comparison<'a> {
    let layer = |annotator: &Annotator| inputs.context.layer(&annotator.id);
    let layers = annotators.iter().filter(|annotator| !annotator.left_out).filter_map(layer).collect();
    Comparison::new(inputs.context.article, inputs.context.codebook, layers)
}

/// On how many paragraphs everybody has answered, as far as that has been looked up.
#[must_use]
pub(crate) fn complete(inputs: Inputs<'_>) -> usize {
    inputs.lens.tables.borrow().complete()
}

/// The tables that measures are made of, for the answers of these annotators. `None` while there is more to look up.
#[must_use]
pub(crate) fn source(inputs: Inputs<'_>, annotators: &[Annotator], question: &QuestionId) -> Option<Arc<Source>> {
    let Lens { tables, revision, .. } = inputs.lens;
    tables.borrow_mut().of(*revision, question, || compare(inputs, annotators))
}
