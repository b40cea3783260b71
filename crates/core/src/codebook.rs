//! The codebook: stance questions and themes, with the definitions that make two readers mean the same thing.

pub mod beginnings;
mod blank;
pub mod book;
pub mod code;
pub mod content;
pub mod difference;
pub(crate) mod flaw;
pub mod hue;
pub(crate) mod json;
mod likeness;
mod links;
pub mod mapping;
pub mod prompt;
pub mod resolve;
pub mod sample;
pub(crate) mod scale;
pub mod sense;
pub mod sign;
pub mod wording;

use self::sense::Sense;
use crate::{
    base::{
        id::{CodebookId, OptionId, QuestionId, ThemeId},
        map::Map,
    },
    json::extra::Extra,
};
use std::sync::Arc;

/// One option of a stance question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceOption {
    /// Stable id.
    pub id: OptionId,
    /// The word people see.
    pub label: Arc<str>,
    /// The single key that chooses it, if any.
    pub key: Option<Arc<str>>,
    /// When to choose it.
    pub definition: Arc<str>,
    /// What it means, where its id does not tell.
    pub sense: Option<Sense>,
    /// The glyph beside its word, where it is not the one that follows from its sense or its place.
    pub glyph: Option<Arc<str>>,
    /// True when it is no longer offered; records that name it stay.
    pub archived: bool,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl StanceQuestion {
    /// The options that can be chosen: those that are not archived, in their order.
    pub fn offered(&self) -> impl Iterator<Item = &StanceOption> + Clone {
        self.options.iter().filter(|option| !option.archived)
    }

    /// What an option is called: its label, or its id where the question does not know it.
    #[must_use]
    pub fn called(&self, option: &OptionId) -> Arc<str> {
        let known = self.options.iter().find(|known| known.id == *option);
        known.map_or_else(|| option.to_shared(), |known| Arc::clone(&known.label))
    }
}

impl StanceOption {
    /// What it means: what it says, or what its id tells.
    #[must_use]
    pub(crate) fn means(&self) -> Option<Sense> {
        self.sense.or_else(|| Sense::of_id(&self.id))
    }
}

/// A stance question: whose stance, toward what, and the exclusive options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceQuestion {
    /// Stable id.
    pub id: QuestionId,
    /// Whose stance: the author by default, or a named voice.
    pub holder: Arc<str>,
    /// Toward what.
    pub target: Arc<str>,
    /// The question as people read it.
    pub prompt: Arc<str>,
    /// The options in the order they are shown.
    pub options: Vec<StanceOption>,
    /// True when it is no longer asked; records that answer it stay.
    pub archived: bool,
    /// Fields of newer versions.
    pub extra: Extra,
}

/// A theme: a code that may apply to a paragraph beside others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Stable id.
    pub id: ThemeId,
    /// The name people see.
    pub label: Arc<str>,
    /// The theme that holds this one.
    pub parent: Option<ThemeId>,
    /// The colour as `#rrggbb`; without one it follows from the place in the codebook.
    pub colour: Option<Arc<str>>,
    /// The single key that toggles it, if any.
    pub key: Option<Arc<str>>,
    /// What the theme is.
    pub definition: Arc<str>,
    /// What counts.
    pub include: Arc<str>,
    /// What does not.
    pub exclude: Arc<str>,
    /// A sentence that it fits.
    pub example: Arc<str>,
    /// True when it is no longer offered; records that name it stay.
    pub archived: bool,
    /// The theme that it went into: whoever chose this one is shown with that one.
    pub merged_into: Option<ThemeId>,
    /// The theme that it was split from.
    pub split_from: Option<ThemeId>,
    /// Fields of newer versions.
    pub extra: Extra,
}

/// Stance questions and themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codebook {
    /// Stable id.
    pub id: CodebookId,
    /// Its title.
    pub title: Arc<str>,
    /// Stance questions in order; the first is the main one.
    pub questions: Vec<StanceQuestion>,
    /// Themes in order.
    pub themes: Vec<Theme>,
    /// What themes are called that it does not have, of other codebooks or of other versions of this one, by the ids under which
    /// they are shown beside these. They are no part of what it says: no version and no file has them.
    pub elsewhere: Map<ThemeId, Arc<str>>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Codebook {
    /// The questions that are asked: those that are archived stand behind them.
    #[must_use]
    pub fn asked(&self) -> &[StanceQuestion] {
        let end = self.questions.iter().position(|question| question.archived).unwrap_or(self.questions.len());
        &self.questions[..end]
    }

    /// The same codebook with no more than these of its questions: the others count as archived. Where none of these is one that
    /// it asks, it is another codebook that they were chosen from, and all are asked.
    #[must_use]
    pub fn only(&self, questions: &[QuestionId]) -> Self {
        let mut only = self.clone();
        if !questions.is_empty() && !self.asked().iter().any(|question| questions.contains(&question.id)) {
            return only;
        }
        for question in &mut only.questions {
            question.archived |= !questions.contains(&question.id);
        }
        let (archived, asked): (Vec<_>, Vec<_>) = only.questions.into_iter().partition(|question| question.archived);
        only.questions = asked.into_iter().chain(archived).collect();
        // The same answers have their keys in one question and are chosen by them in all: also where that one is left out.
        let keyed = self.questions.iter().flat_map(|question| &question.options).filter(|option| option.key.is_some());
        let keyed: Vec<&StanceOption> = keyed.collect();
        for option in only.questions.iter_mut().flat_map(|question| &mut question.options) {
            if option.key.is_none() {
                option.key = keyed.iter().find(|other| other.id == option.id).and_then(|other| other.key.clone());
            }
        }
        only
    }

    /// The themes that can be chosen: those that are not archived, in their order.
    pub fn offered(&self) -> impl Iterator<Item = &Theme> + Clone {
        self.themes.iter().filter(|theme| !theme.archived)
    }

    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&StanceQuestion> {
        self.questions.iter().find(|q| q.id == *id)
    }

    /// True when a key chooses something that is in use.
    #[must_use]
    pub fn has_key(&self, key: &str) -> bool {
        let options = self.asked().iter().flat_map(StanceQuestion::offered);
        let themes = self.offered();
        options
            .filter_map(|option| option.key.as_deref())
            .chain(themes.filter_map(|theme| theme.key.as_deref()))
            .any(|own| own == key)
    }

    /// The first of the digits that chooses nothing yet. A theme that is made while one reads is to be chosen again at once.
    #[must_use]
    pub fn free_key(&self) -> Option<Arc<str>> {
        self.free_keys(None).next()
    }

    /// The digits that choose nothing yet, or would not without a theme.
    pub(crate) fn free_keys<'a>(&'a self, without: Option<&'a ThemeId>) -> impl Iterator<Item = Arc<str>> + use<'a> {
        let digits = (1..=9).map(|digit: u8| digit.to_string());
        let is_without = move |digit: &str| {
            let theme = without.and_then(|id| self.theme(id)).filter(|theme| !theme.archived);
            theme.is_some_and(|theme| theme.key.as_deref() == Some(digit))
        };
        digits.filter(move |digit| !self.has_key(digit) || is_without(digit)).map(Into::into)
    }

    /// The theme with this id.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|t| t.id == *id)
    }

    /// What a theme is called: its label here or in the codebook that it comes from, or its id where no codebook knows it.
    #[must_use]
    pub fn called(&self, theme: &ThemeId) -> Arc<str> {
        self.label(theme).map_or_else(|| theme.to_shared(), Arc::clone)
    }

    /// The label of a theme, here or in the codebook that it comes from.
    #[must_use]
    pub(crate) fn label(&self, theme: &ThemeId) -> Option<&Arc<str>> {
        self.theme(theme).map(|theme| &theme.label).or_else(|| self.elsewhere.get(theme))
    }

    /// A theme that is its own parent, or was merged into itself, directly or through others, if there is one. Readers
    /// refuse such a codebook, so that a walk from a theme to its parents always ends.
    #[must_use]
    pub(crate) fn circle(&self) -> Option<&ThemeId> {
        let circle = |link: fn(&Theme) -> Option<&ThemeId>| {
            links::circles(&self.themes.iter().filter_map(|t| Some((&t.id, link(t)?))).collect()).into_iter().next()
        };
        circle(|theme| theme.parent.as_ref()).or_else(|| circle(|theme| theme.merged_into.as_ref()))
    }
}
