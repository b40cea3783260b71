//! What others said, in the place of one's own marks: how many gave each answer and theme, or the agreed reading.

use super::{
    article::{Marks, StanceMark, ThemeMark},
    marks::{mark, place, record_marks},
};
use crate::{read::model::Read, screen::Overlay, shared::Shared, strings::read as strings};
use postil_core::{
    base::{
        id::{AnnotatorId, OptionId, ThemeId},
        map::Map,
        order,
    },
    codebook::{Codebook, StanceQuestion, sign::sign},
    record::{
        Layer, Record,
        decision::{Adjudication, Decisions, Outcome},
    },
};
use std::sync::Arc;

/// Themes that are named of everybody's; more would run out of the margin.
const THEMES: usize = 4;

/// The word of the overlay, where there is anybody else to show.
pub(super) fn overlay(read: &Read, shared: &Shared) -> Option<&'static str> {
    let mut readings = shared.store().readings(shared.article_id(), shared.round());
    let mut classes = shared.store().classes_of(shared.article_id());
    let others = readings.any(|(id, layer)| *id != shared.annotator && !layer.is_silent())
        || classes.any(|(_, class)| !class.is_silent());
    others.then(|| read.overlay.word())
}

/// The questions that others' marks can answer, where they are shown and there are several, and the one they do.
pub(super) fn asked(read: &Read, shared: &Shared) -> Option<(Arc<[Arc<str>]>, usize)> {
    let questions = shared.posed.asked();
    let several = questions.len() > 1 && read.overlay != Overlay::Mine;
    several.then(|| (questions.iter().map(|question| Arc::clone(&question.prompt)).collect(), read.question))
}

/// What is shown in the margins in place of the active annotator's marks, found once for all rows.
pub(super) enum Others<'a> {
    /// Nothing: one's own marks stand there.
    Mine,
    /// What the class that is shown settled on, and by which question.
    Agreed(Option<&'a Decisions>, usize),
    /// What everybody read, and by which question.
    Everybody(Vec<&'a Layer>, usize),
}

impl<'a> Others<'a> {
    pub(super) fn of(read: &Read, shared: &'a Shared) -> Self {
        let (store, article) = (shared.store(), shared.article_id());
        match read.overlay {
            Overlay::Mine => Self::Mine,
            Overlay::Agreed => {
                let shown = |id| shared.readings.class(id).or_else(|| store.class(article, id));
                Self::Agreed(shared.class_id().and_then(shown), read.question)
            }
            Overlay::Everybody => {
                let counted = |id: &AnnotatorId| shared.readings.apart(id).is_none();
                let shown: Vec<(&AnnotatorId, &Layer)> = match shared.readings.layers() {
                    Some(layers) => layers.iter().collect(),
                    None => store.readings(article, shared.round()).collect(),
                };
                let layers = shown.into_iter().filter(|(id, _)| counted(id)).map(|(_, layer)| layer).collect();
                Self::Everybody(layers, read.question)
            }
        }
    }

    /// What stands in a paragraph's margin.
    pub(super) fn shown(&self, shared: &Shared, index: usize) -> Option<Arc<Marks>> {
        let paragraph = shared.paragraph_id(index)?;
        let codebook = &shared.posed;
        match self {
            Self::Mine => None,
            Self::Agreed(class, question) => {
                let adjudication = class.map(|class| class.of(paragraph)).unwrap_or_default();
                Some(Arc::new(decided_marks(adjudication, codebook, *question)))
            }
            Self::Everybody(layers, question) => {
                let records: Vec<&Record> = layers.iter().filter_map(|layer| layer.records.get(paragraph)).collect();
                let stances = codebook.asked().get(*question).map_or_else(Default::default, |q| stances(q, &records));
                let (themes, more) = themes(codebook, &records);
                let (stances, sense) = stances;
                let answered = !stances.is_empty();
                Some(Arc::new(Marks { stances, sense, answered, themes, more, ..Marks::default() }))
            }
        }
    }
}

/// How many gave each answer: those of the codebook in its order, then whatever else was answered, under its id. And the sense
/// of the one that most gave; none where two were given as often.
fn stances(question: &StanceQuestion, records: &[&Record]) -> (Vec<StanceMark>, Option<&'static str>) {
    let mut counts: Map<OptionId, usize> = Map::new();
    for stance in records.iter().filter_map(|record| record.stance(&question.id)) {
        *counts.entry(stance.option.clone()).or_default() += 1;
    }
    let mut marks = Vec::with_capacity(counts.len());
    let (mut most, mut lead) = (0, None);
    let mut put = |id: &OptionId, label: &str, count: usize| {
        let label = strings::counted(count, label).into();
        let sign = sign(id, Some(question));
        if count >= most {
            lead = (count > most).then(|| sign.sense());
            most = count;
        }
        marks.push(StanceMark { glyph: sign.glyph, sense: sign.sense(), label });
    };
    for option in &question.options {
        if let Some(count) = counts.remove(&option.id) {
            put(&option.id, &option.label, count);
        }
    }
    for (id, count) in counts {
        put(&id, id.as_str(), count);
    }
    (marks, lead)
}

/// How many named each theme, also those that the codebook does not know. What most said comes first; of equals, what
/// comes first in the alphabet of ids. And how many themes more there are than have room.
fn themes(codebook: &Codebook, records: &[&Record]) -> (Vec<ThemeMark>, Option<Arc<str>>) {
    let mut counts: Map<ThemeId, usize> = Map::new();
    for record in records {
        record.themes().set().iter().for_each(|id| *counts.entry(id.clone()).or_default() += 1);
    }
    let more = counts.len().saturating_sub(THEMES);
    let more = (more > 0).then(|| strings::more_themes(more).into());
    let mut ordered: Vec<(usize, ThemeId)> = counts.into_iter().map(|(id, count)| (usize::MAX - count, id)).collect();
    order::short(&mut ordered, Ord::cmp);
    let marks = ordered.into_iter().take(THEMES).map(|(rest, id)| {
        let mut mark = mark(codebook, place(codebook, &id), &id);
        mark.label = strings::counted(usize::MAX - rest, &mark.label).into();
        mark
    });
    (marks.collect(), more)
}

/// What the class decided, or in what other way it settled the paragraph.
fn decided_marks(adjudication: Adjudication<'_>, codebook: &Codebook, question: usize) -> Marks {
    let Some(decision) = adjudication.decision() else { return Marks::default() };
    let mut marks = record_marks(&decision.reading(), codebook, Some(question));
    marks.note = !decision.sentence.is_empty();
    if decision.outcome != Outcome::Decided {
        let label = decision.outcome.label().into();
        marks.stances.push(StanceMark { sense: "", glyph: decision.outcome.glyph(), label });
    }
    marks
}
