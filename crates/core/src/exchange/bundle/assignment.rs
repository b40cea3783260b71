//! What a class is asked to do with an article: the rules that a file of the kind `assignment` carries, and that the browser
//! remembers in which it was opened.

use crate::{
    article::Article,
    base::id::{ClassId, QuestionId},
    json::extra::Extra,
};
use std::sync::Arc;

/// The most characters of what is asked.
pub(crate) const MAX_MESSAGE: usize = 2000;
/// The most characters of the words that say until when.
pub(crate) const MAX_DUE: usize = 80;
/// The most questions that are named: far more than a codebook has.
pub(crate) const MAX_QUESTIONS: usize = 100;
/// The most paragraphs that can be asked for.
pub const MAX_MINIMUM: u32 = 100_000;

/// Under what people are to hand in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// Their names.
    #[default]
    Names,
    /// Codes that were given to them.
    Codes,
}

impl Named {
    /// Both, with the words that stand in files.
    pub(crate) const WORDS: [(Self, &'static str); 2] = [(Self::Names, "names"), (Self::Codes, "codes")];

    /// The word that stands in files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(named, _)| *named == self).map_or("names", |(_, word)| word)
    }
}

/// What is asked, by when, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    /// What is asked, in the teacher’s words; it may have several lines.
    pub message: Arc<str>,
    /// The round in which it is to be read.
    pub round: u32,
    /// Until when, in words; empty where that was not said.
    pub due: Arc<str>,
    /// The same as a moment, as [`Local::with_offset`](crate::base::time::Local::with_offset) writes it; empty where that was
    /// not said.
    pub until: Arc<str>,
    /// Under what people are to hand in.
    pub named: Named,
    /// The questions that are asked; `None` for all.
    pub questions: Option<Vec<QuestionId>>,
    /// How many paragraphs are to be answered at least; `None` for all.
    pub minimum: Option<u32>,
    /// The class that it was given to, and its name.
    pub class: Option<(ClassId, Arc<str>)>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Default for Assignment {
    fn default() -> Self {
        Self {
            message: "".into(),
            round: 1,
            due: "".into(),
            until: "".into(),
            named: Named::Names,
            questions: None,
            minimum: None,
            class: None,
            extra: Extra::new(),
        }
    }
}

impl Assignment {
    /// How many paragraphs of this article are to be answered.
    #[must_use]
    pub fn wanted(&self, article: &Article) -> usize {
        let all = article.paragraphs().len();
        self.minimum.and_then(|least| usize::try_from(least).ok()).map_or(all, |least| least.min(all))
    }

    /// True for a question that is asked.
    #[must_use]
    pub fn asks(&self, question: &QuestionId) -> bool {
        self.questions.as_ref().is_none_or(|asked| asked.contains(question))
    }
}
