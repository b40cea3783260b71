//! The codebook screen.

use crate::{
    class::lens::Inputs,
    keymap::{Action, Keymap},
    read::view::inspector::ThemeView,
};
use postil_core::codebook::{Theme, sign::sign};
use std::sync::Arc;

/// One option with its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionEntry {
    /// The option's id, for `data-stance`.
    pub id: Arc<str>,
    /// Its word.
    pub label: Arc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// The name of its sense, for `data-sense`.
    pub sense: &'static str,
    /// Its key.
    pub key: Option<Arc<str>>,
    /// When to choose it.
    pub definition: Arc<str>,
}

/// One stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEntry {
    /// A key.
    pub id: Arc<str>,
    /// The question.
    pub prompt: Arc<str>,
    /// Whose stance.
    pub holder: Arc<str>,
    /// Toward what.
    pub target: Arc<str>,
    /// The options.
    pub options: Vec<OptionEntry>,
}

/// The codebook as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodebookView {
    /// Its title.
    pub title: Arc<str>,
    /// The first twelve digits of its version.
    pub version: Arc<str>,
    /// The questions.
    pub questions: Vec<QuestionEntry>,
    /// The themes with label of the parent, if any; `applies` has no meaning here.
    pub themes: Vec<ThemeView>,
}

/// The codebook of the open article.
#[must_use]
pub(crate) fn codebook(inputs: Inputs<'_>) -> CodebookView {
    let codebook = &inputs.context.codebook;
    let keymap = Keymap::new(codebook, inputs.context.store, inputs.context.mac);
    let hint = |action| Some(keymap.hint(&action)).filter(|hint| !hint.is_empty());
    let questions = codebook.questions.iter().map(|question| QuestionEntry {
        id: question.id.to_shared(),
        prompt: Arc::clone(&question.prompt),
        holder: Arc::clone(&question.holder),
        target: Arc::clone(&question.target),
        options: question
            .options
            .iter()
            .map(|option| OptionEntry {
                id: option.id.to_shared(),
                label: Arc::clone(&option.label),
                glyph: sign(&option.id, Some(question)).glyph,
                sense: sign(&option.id, Some(question)).sense(),
                key: hint(Action::Stance(option.id.clone())),
                definition: Arc::clone(&option.definition),
            })
            .collect(),
    });
    let theme = |(at, theme): (usize, &Theme)| ThemeView {
        id: theme.id.clone(),
        label: Arc::clone(&theme.label),
        hue: codebook.hue_at(at),
        key: hint(Action::Theme(theme.id.clone())),
        definition: Arc::clone(&theme.definition),
        include: Arc::clone(&theme.include),
        exclude: Arc::clone(&theme.exclude),
        example: Arc::clone(&theme.example),
        applies: false,
        button: "".into(),
        latest: Vec::new(),
    };
    CodebookView {
        title: Arc::clone(&codebook.title),
        version: codebook.version().short().into(),
        questions: questions.collect(),
        themes: codebook.themes.iter().enumerate().map(theme).collect(),
    }
}
