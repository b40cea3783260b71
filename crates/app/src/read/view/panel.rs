//! Builds the inspector.

use super::{
    elsewhere::elsewhere,
    marks::{mark, place},
    rules::again,
    themes::themes,
};
use crate::{
    keymap::Action,
    read::{
        explain::question_button,
        model::Read,
        view::inspector::{HeldView, InspectorView, NoteView, OptionView, QuestionView},
    },
    shared::{Shared, note},
};
use postil_core::{
    base::id::OptionId,
    codebook::{code::Code, sample, sign::sign},
    record::Themes,
};
use std::sync::Arc;

pub(super) fn inspector(read: &mut Read, shared: &Shared) -> InspectorView {
    let record = read.record(shared);
    let themes = themes(read, shared, &record);
    let read = &*read;
    let codebook = &shared.posed;
    let questions = codebook.asked().iter().enumerate().map(|(at, question)| {
        let stance = record.stance(&question.id);
        let chosen = |id: &OptionId| stance.is_some_and(|s| s.option == *id);
        let offered = question.options.iter().filter(|option| !option.archived || chosen(&option.id));
        let options = offered.map(|option| {
            let hint = shared.keymap.hint(&Action::Stance(option.id.clone()));
            let sign = sign(&option.id, Some(question));
            OptionView {
                id: option.id.clone(),
                label: Arc::clone(&option.label),
                glyph: sign.glyph,
                sense: sign.sense(),
                key: (!hint.is_empty() && at == read.question).then_some(hint),
                definition: Arc::clone(&option.definition),
                chosen: stance.is_some_and(|s| s.option == option.id),
            }
        });
        Arc::new(QuestionView {
            id: question.id.clone(),
            prompt: Arc::clone(&question.prompt),
            options: options.collect(),
            answered: stance.is_some(),
            confidence: stance.and_then(|s| s.confidence),
            current: at == read.question,
            button: question_button(&question.id).into(),
            latest: read.meaning.latest(&Code::Question(question.id.clone())).to_vec(),
        })
    });
    let unknown =
        record.themes.iter().map(|(id, _)| id).filter(|id| record.has_theme(id) && codebook.theme(id).is_none());
    let paragraph = shared.paragraph_id(read.current);
    let draft = shared
        .writing
        .note
        .as_ref()
        .filter(|n| Some(&n.paragraph) == paragraph && n.whose.annotator() == Some(&shared.annotator));
    let spoken: Vec<Arc<str>> = record.note.own().map(|t| Arc::clone(&t.text)).collect();
    let label = read.opened.texts.get(read.current).map_or_else(|| "".into(), |t| Arc::clone(&t.label));
    InspectorView {
        index: read.current,
        label,
        has_previous: read.current > 0,
        has_next: read.current + 1 < read.opened.texts.len(),
        questions: questions.collect(),
        themes,
        unknown_themes: unknown.map(|id| mark(codebook, place(codebook, id), id)).collect(),
        held: read.held.as_ref().map(|id| HeldView {
            id: id.clone(),
            label: shared.codebook.called(id),
            hue: shared.codebook.hue(id),
            key: shared.keymap.hint(&Action::ApplyHeld),
        }),
        none_applies: record.themes() == Themes::NoneApplies,
        none_key: shared.keymap.hint(&Action::NoneApplies),
        confidence_key: shared.keymap.hint(&Action::Confidence),
        note_key: shared.keymap.hint(&Action::Note),
        find_key: shared.keymap.hint(&Action::FindTheme),
        note: NoteView {
            key: format!("{}/{}/{}", shared.article_id(), shared.annotator, read.current).into(),
            text: draft.map_or_else(|| note::text(&record.note), |n| Arc::clone(&n.text)),
            private: read.is_private(shared),
            conflict: if spoken.len() > 1 { spoken } else { Vec::new() },
        },
        again: again(read, shared),
        elsewhere: elsewhere(read, shared),
        begins: !shared.read_only
            && shared.codebook.themes.is_empty()
            && shared.codebook.id.as_str().starts_with(sample::OURS),
        goes_on: shared.goes_on(),
        read_only: shared.read_only,
    }
}
