//! The codebook: stance questions and themes, with the definitions that make two readers mean the same thing.

pub mod hue;
pub(crate) mod json;
pub mod sample;
pub(crate) mod scale;
pub mod sense;
pub mod sign;

use self::sense::Sense;
use crate::{
    base::{
        id::{OptionId, QuestionId, ThemeId},
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
    /// Fields of newer versions.
    pub extra: Extra,
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
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Theme {
    /// True when both mean the same: which key or colour they have means nothing.
    fn reads_like(&self, other: &Self) -> bool {
        *self == Self { key: self.key.clone(), colour: self.colour.clone(), ..other.clone() }
    }
}

impl StanceQuestion {
    /// What differs in `other`, in a few words each. Which keys choose the answers means nothing.
    fn differences(&self, other: &Self, found: &mut Vec<String>) {
        let all = found.len();
        if self.prompt != other.prompt {
            found.push(format!("question “{}” is put “{}”", self.prompt, other.prompt));
        }
        for option in &other.options {
            match self.options.iter().find(|here| here.id == option.id) {
                None => found.push(format!("the answer “{}” is new", option.label)),
                Some(here) if here.label != option.label => {
                    found.push(format!("the answer “{}” is called “{}”", here.label, option.label));
                }
                Some(here) if *here != StanceOption { key: here.key.clone(), ..option.clone() } => {
                    found.push(format!("the answer “{}” is described otherwise", here.label));
                }
                Some(_) => {}
            }
        }
        let gone = self.options.iter().filter(|here| other.options.iter().all(|option| option.id != here.id));
        found.extend(gone.map(|option| format!("the answer “{}” is missing", option.label)));
        let rest =
            |question: &Self| (Arc::clone(&question.holder), Arc::clone(&question.target), question.extra.clone());
        if found.len() == all && rest(self) != rest(other) {
            found.push(format!("question “{}” differs", self.prompt));
        }
    }
}

/// Stance questions and themes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codebook {
    /// Stable id.
    pub id: Arc<str>,
    /// Its title.
    pub title: Arc<str>,
    /// Stance questions in order; the first is the main one.
    pub questions: Vec<StanceQuestion>,
    /// Themes in order.
    pub themes: Vec<Theme>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Codebook {
    /// The question with this id.
    #[must_use]
    pub fn question(&self, id: &QuestionId) -> Option<&StanceQuestion> {
        self.questions.iter().find(|q| q.id == *id)
    }

    /// The theme with this id.
    #[must_use]
    pub fn theme(&self, id: &ThemeId) -> Option<&Theme> {
        self.themes.iter().find(|t| t.id == *id)
    }

    /// What a theme is called: its label, or its id where the codebook does not know it.
    #[must_use]
    pub fn called(&self, theme: &ThemeId) -> Arc<str> {
        self.theme(theme).map_or_else(|| theme.to_shared(), |theme| Arc::clone(&theme.label))
    }

    /// A theme that is its own parent, directly or through others, if there is one. Readers refuse such a codebook, so
    /// that a walk from a theme to its parents always ends.
    #[must_use]
    pub(crate) fn circle(&self) -> Option<&ThemeId> {
        let parents: Map<&ThemeId, &ThemeId> =
            self.themes.iter().filter_map(|t| Some((&t.id, t.parent.as_ref()?))).collect();
        self.themes.iter().map(|t| &t.id).find(|id| {
            let mut at = parents.get(id);
            // A chain longer than there are themes goes round without passing here.
            for _ in 0..self.themes.len() {
                match at {
                    Some(parent) if parent == id => return true,
                    Some(parent) => at = parents.get(parent),
                    None => return false,
                }
            }
            false
        })
    }

    /// What differs in `other`, in a few words each, for people: empty when both would be read alike.
    #[must_use]
    pub fn differences(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        for theme in &other.themes {
            match self.theme(&theme.id) {
                None => found.push(format!("theme “{}” is new", theme.label)),
                Some(here) if here.label != theme.label => {
                    found.push(format!("theme “{}” is called “{}”", here.label, theme.label));
                }
                Some(here) if !here.reads_like(theme) => {
                    found.push(format!("theme “{}” is described otherwise", theme.label));
                }
                Some(_) => {}
            }
        }
        let gone = self.themes.iter().filter(|theme| other.theme(&theme.id).is_none());
        found.extend(gone.map(|theme| format!("theme “{}” is missing", theme.label)));
        for question in &other.questions {
            match self.question(&question.id) {
                None => found.push(format!("question “{}” is new", question.prompt)),
                Some(here) => here.differences(question, &mut found),
            }
        }
        let gone = self.questions.iter().filter(|question| other.question(&question.id).is_none());
        found.extend(gone.map(|question| format!("question “{}” is missing", question.prompt)));
        found
    }

    /// The same codebook with a question that fits any article.
    #[must_use]
    pub fn for_any_article(&self) -> Self {
        let mut codebook = self.clone();
        if let Some(question) = codebook.questions.first_mut() {
            question.target = "the main claim".into();
            question.prompt = "What stance does the author take toward the main claim?".into();
        }
        codebook.id = format!("{}-any", self.id).into();
        codebook
    }
}
