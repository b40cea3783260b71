//! Answers with the words that people see: an option with its glyph, themes by their names.

use super::{Record, Themes};
use crate::{
    base::id::{OptionId, ThemeId},
    codebook::{Codebook, StanceQuestion, sign::sign},
    strings::record as strings,
};
use std::sync::Arc;

/// An option of a stance question, as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its id.
    pub id: OptionId,
    /// Its word; the id where the codebook does not know it.
    pub label: Arc<str>,
    /// Its glyph, so that colour is never alone.
    pub glyph: &'static str,
    /// The name of its sense, by which stylesheets know it.
    pub sense: &'static str,
}

impl Answer {
    /// The option with the word that the question has for it.
    #[must_use]
    pub fn of(question: &StanceQuestion, id: &OptionId) -> Self {
        let sign = sign(id, Some(question));
        Self { id: id.clone(), label: question.called(id), glyph: sign.glyph, sense: sign.sense() }
    }

    /// All options of a question in their order.
    #[must_use]
    pub(crate) fn all(question: &StanceQuestion) -> Vec<Self> {
        question.options.iter().map(|option| Self::of(question, &option.id)).collect()
    }

    /// Glyph and word.
    #[must_use]
    pub(crate) fn words(&self) -> String {
        [self.glyph, " ", &self.label].concat()
    }
}

/// What was said of themes, as people see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Nothing yet.
    NotCoded,
    /// That no theme applies.
    NoneApplies,
    /// These themes, in the order of the codebook, with their names.
    Themes(Vec<(ThemeId, Arc<str>)>),
}

impl Said {
    /// What a record says of themes. A theme that the codebook does not know comes last, under its id.
    #[must_use]
    pub(crate) fn of(record: &Record, codebook: &Codebook) -> Self {
        let set = match record.themes() {
            Themes::NotCoded => return Self::NotCoded,
            Themes::NoneApplies => return Self::NoneApplies,
            Themes::Set(set) => set,
        };
        let known = codebook.themes.iter().filter(|theme| set.contains(&theme.id));
        let mut named: Vec<(ThemeId, Arc<str>)> =
            known.map(|theme| (theme.id.clone(), Arc::clone(&theme.label))).collect();
        named.extend(set.iter().filter(|id| codebook.theme(id).is_none()).map(|id| (id.clone(), id.to_shared())));
        Self::Themes(named)
    }

    /// In words.
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::NotCoded => strings::not_answered_yet().into(),
            Self::NoneApplies => strings::no_theme_applies().into(),
            Self::Themes(themes) => themes.iter().map(|(_, label)| &**label).collect::<Vec<&str>>().join(", "),
        }
    }
}
