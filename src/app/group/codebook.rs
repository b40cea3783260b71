//! The codebook screen.

use std::rc::Rc;

use super::model::Model;
use crate::{
    app::{
        keymap::{Action, Keymap},
        view::{build::hue, glyph, inspector::ThemeView},
    },
    core::codebook::Theme,
};

/// One option with its definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionEntry {
    /// The option's id, for `data-stance`.
    pub id: Rc<str>,
    /// Its word.
    pub label: Rc<str>,
    /// Its sign.
    pub glyph: &'static str,
    /// Its key.
    pub key: Option<Rc<str>>,
    /// When to choose it.
    pub definition: Rc<str>,
}

/// One stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionEntry {
    /// A key.
    pub id: Rc<str>,
    /// The question.
    pub prompt: Rc<str>,
    /// Whose stance.
    pub holder: Rc<str>,
    /// Toward what.
    pub target: Rc<str>,
    /// The options.
    pub options: Vec<OptionEntry>,
}

/// The codebook as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodebookView {
    /// Its title.
    pub title: Rc<str>,
    /// Its version, 12 hex digits.
    pub version: Rc<str>,
    /// The questions.
    pub questions: Vec<QuestionEntry>,
    /// The themes with label of the parent, if any; `applies` has no meaning here.
    pub themes: Vec<ThemeView>,
}

/// The codebook of the open article.
#[must_use]
pub fn codebook(model: &Model) -> CodebookView {
    let codebook = &model.codebook;
    let keymap = Keymap::new(codebook, &model.store, model.mac);
    let hint = |action| Some(keymap.hint(&action)).filter(|hint| !hint.is_empty());
    let questions = codebook.questions.iter().map(|question| QuestionEntry {
        id: question.id.to_shared(),
        prompt: Rc::clone(&question.prompt),
        holder: Rc::clone(&question.holder),
        target: Rc::clone(&question.target),
        options: question
            .options
            .iter()
            .map(|option| OptionEntry {
                id: option.id.to_shared(),
                label: Rc::clone(&option.label),
                glyph: glyph(&option.id, Some(question)),
                key: hint(Action::Stance(option.id.clone())),
                definition: Rc::clone(&option.definition),
            })
            .collect(),
    });
    let theme = |(at, theme): (usize, &Theme)| ThemeView {
        id: theme.id.clone(),
        label: Rc::clone(&theme.label),
        hue: hue(at),
        key: hint(Action::Theme(theme.id.clone())),
        definition: Rc::clone(&theme.definition),
        include: Rc::clone(&theme.include),
        exclude: Rc::clone(&theme.exclude),
        example: Rc::clone(&theme.example),
        applies: false,
    };
    CodebookView {
        title: Rc::clone(&codebook.title),
        version: codebook.version().into(),
        questions: questions.collect(),
        themes: codebook.themes.iter().enumerate().map(theme).collect(),
    }
}
