//! Builds the inspector.

use crate::{
    keymap::Action,
    model::Model,
    note, tagging,
    view::inspector::{InspectorView, NoteView, OptionView, QuestionView, ThemeView},
};
use postil_core::{
    base::id::ThemeId,
    codebook::{Theme, sign::sign},
    record::Themes,
};
use std::sync::Arc;

fn theme_view(model: &Model, at: usize, theme: &Theme, applies: bool) -> ThemeView {
    let hint = model.shared.keymap.hint(&Action::Theme(theme.id.clone()));
    ThemeView {
        id: theme.id.clone(),
        label: Arc::clone(&theme.label),
        hue: model.shared.codebook.hue_at(at),
        key: (!hint.is_empty()).then_some(hint),
        definition: Arc::clone(&theme.definition),
        include: Arc::clone(&theme.include),
        exclude: Arc::clone(&theme.exclude),
        example: Arc::clone(&theme.example),
        applies,
    }
}

pub(super) fn inspector(model: &Model) -> InspectorView {
    let record = tagging::current_record(model);
    let codebook = &model.shared.codebook;
    let questions = codebook.questions.iter().enumerate().map(|(at, question)| {
        let stance = record.stance(&question.id);
        let options = question.options.iter().map(|option| {
            let hint = model.shared.keymap.hint(&Action::Stance(option.id.clone()));
            let sign = sign(&option.id, Some(question));
            OptionView {
                id: option.id.clone(),
                label: Arc::clone(&option.label),
                glyph: sign.glyph,
                sense: sign.sense(),
                key: (!hint.is_empty() && at == model.question).then_some(hint),
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
            current: at == model.question,
        })
    });
    let themes = codebook.themes.iter().enumerate().filter(|(_, t)| !t.archived || record.has_theme(&t.id));
    let unknown =
        record.themes.iter().map(|(id, _)| id).filter(|id| record.has_theme(id) && codebook.theme(id).is_none());
    let paragraph = model.shared.paragraph_id(model.current);
    let draft = model
        .note
        .as_ref()
        .filter(|n| Some(&n.paragraph) == paragraph && n.whose.annotator() == Some(&model.shared.annotator));
    let spoken: Vec<Arc<str>> = record.note.spoken().cloned().collect();
    let label = model.opened.texts.get(model.current).map_or_else(|| "".into(), |t| Arc::clone(&t.label));
    InspectorView {
        index: model.current,
        label,
        has_previous: model.current > 0,
        has_next: model.current + 1 < model.opened.texts.len(),
        questions: questions.collect(),
        themes: themes.map(|(at, t)| Arc::new(theme_view(model, at, t, record.has_theme(&t.id)))).collect(),
        unknown_themes: unknown.map(ThemeId::to_shared).collect(),
        none_applies: record.themes() == Themes::NoneApplies,
        none_key: model.shared.keymap.hint(&Action::NoneApplies),
        confidence_key: model.shared.keymap.hint(&Action::Confidence),
        note_key: model.shared.keymap.hint(&Action::Note),
        find_key: model.shared.keymap.hint(&Action::FindTheme),
        note: NoteView {
            key: format!("{}/{}/{}", model.shared.article_id(), model.shared.annotator, model.current).into(),
            text: draft.map_or_else(|| note::text(&record), |n| Arc::clone(&n.text)),
            conflict: if spoken.len() > 1 { spoken } else { Vec::new() },
        },
        read_only: model.shared.read_only,
    }
}
