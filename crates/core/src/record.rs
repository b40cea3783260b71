//! The record: all that one annotator said of one paragraph.

pub mod answer;
pub mod decision;
pub mod edit;
pub mod layer;
pub mod note;
pub mod person;
pub mod progress;
pub mod readers;
pub(crate) mod resolved;
pub mod stale;
pub(crate) mod stance;
pub mod whose;
pub(crate) mod words;

pub use self::{
    layer::{Layer, LayerKey, LayerKind},
    stance::{Confidence, Stance},
};
use self::{note::Note, words::Reply};
use crate::{
    base::{
        id::{ClassId, EvidenceId, OptionId, QuestionId, ThemeId, VersionId},
        register::{Register, Registers, join_option},
        stamp::Stamp,
    },
    json::extra::{self, Extra},
};
use std::sync::Arc;

/// What a span of evidence supports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Supports {
    /// The stance given to this question, and the option that it speaks for, if that was said.
    Stance(QuestionId, Option<OptionId>),
    /// This theme.
    Theme(ThemeId),
}

/// A span inside a paragraph, attached to the stance or theme that it supports.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// First code point of the span in the paragraph's text, from 0.
    pub start: u32,
    /// One past the last code point.
    pub end: u32,
    /// The words themselves.
    pub quote: Arc<str>,
    /// Up to 32 code points before the span.
    pub prefix: Arc<str>,
    /// Up to 32 code points after it.
    pub suffix: Arc<str>,
    /// What it is evidence for.
    pub supports: Supports,
}

/// The three states of themes on a paragraph, which every count keeps apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Themes {
    /// Nobody looked yet, or everything was taken back.
    NotCoded,
    /// An explicit choice: no theme of the codebook applies.
    NoneApplies,
    /// These themes apply; never empty.
    Set(Vec<ThemeId>),
}

impl Themes {
    /// The themes that apply; none where none does or nothing was said.
    #[must_use]
    pub fn set(&self) -> &[ThemeId] {
        if let Self::Set(set) = self { set } else { &[] }
    }
}

/// All that one annotator said of one paragraph, as registers that merge one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The answer to each stance question; `None` is an answer taken back.
    pub stances: Registers<QuestionId, Option<Stance>>,
    /// Whether each theme applies.
    pub themes: Registers<ThemeId, bool>,
    /// Whether "No theme applies" was chosen.
    pub none_applies: Option<Register<bool>>,
    /// The note.
    pub note: Note,
    /// Spans of evidence; `None` is a span taken away.
    pub evidence: Registers<EvidenceId, Option<Evidence>>,
    /// What the annotator replies to the decision of each class; `None` is a reply taken back.
    pub replies: Registers<ClassId, Option<Reply>>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Record {
    /// The stance given to a question, if one stands.
    #[must_use]
    pub fn stance(&self, question: &QuestionId) -> Option<&Stance> {
        self.stances.get(question)?.value.as_ref()
    }

    /// What is said of themes. After a merge a set and "none" may both stand; then the later word counts.
    #[must_use]
    pub fn themes(&self) -> Themes {
        let none = self.none_applies.as_ref().filter(|r| r.value).map(|r| &r.stamp);
        let set: Vec<ThemeId> = self
            .themes
            .iter()
            .filter(|(_, r)| r.value && none.is_none_or(|none| r.stamp > *none))
            .map(|(id, _)| id.clone())
            .collect();
        match (set.is_empty(), none) {
            (false, _) => Themes::Set(set),
            (true, Some(_)) => Themes::NoneApplies,
            (true, None) => Themes::NotCoded,
        }
    }

    /// True when a theme applies, by the rule of [`Self::themes`].
    #[must_use]
    pub fn has_theme(&self, theme: &ThemeId) -> bool {
        let none = self.none_applies.as_ref().filter(|r| r.value).map(|r| &r.stamp);
        self.themes.get(theme).is_some_and(|r| r.value && none.is_none_or(|none| r.stamp > *none))
    }

    /// True when a stance or themes stand. A note alone is not yet coding, nor is what is said about a decision.
    #[must_use]
    pub fn is_coded(&self) -> bool {
        self.stances.values().any(|r| r.value.is_some()) || self.themes() != Themes::NotCoded
    }

    /// The same seen through one question: an answer to it stands, or themes do.
    #[must_use]
    pub(crate) fn is_coded_for(&self, question: &QuestionId) -> bool {
        self.stance(question).is_some() || self.themes() != Themes::NotCoded
    }

    /// True when nothing at all stands: no stance, theme, note or evidence.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.themes() == Themes::NotCoded
            && self.stances.values().all(|r| r.value.is_none())
            && self.replies.values().all(|r| r.value.is_none())
            && self.note.own().next().is_none()
            && self.evidence.values().all(|r| r.value.is_none())
            && self.extra.keys().all(|name| extra::is_bound(name))
    }

    /// Merges another record of the same annotator and paragraph: a join. True when anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = self.stances.join(&other.stances);
        changed |= self.replies.join(&other.replies);
        // Beside "No theme applies" it also counts when a theme was said, though the value be the same.
        let themes = self.none_applies.is_some().then(|| self.themes());
        changed |= self.themes.join(&other.themes);
        changed |= join_option(&mut self.none_applies, other.none_applies.as_ref());
        changed |= themes.is_some_and(|themes| themes != self.themes());
        changed |= self.note.join(&other.note);
        changed |= self.evidence.join(&other.evidence);
        changed |= extra::join(&mut self.extra, &other.extra);
        changed
    }

    /// Lets go of every value that was written until then, and of having seen it: it may come back in a file.
    pub(crate) fn let_go(&mut self, until: &Stamp) {
        self.stances.retain(|_, r| r.stamp > *until);
        self.replies.retain(|_, r| r.stamp > *until);
        self.themes.retain(|_, r| r.stamp > *until);
        self.none_applies.take_if(|r| r.stamp <= *until);
        self.evidence.retain(|_, r| r.stamp > *until);
        self.note.texts.retain(|text| text.stamp > *until);
        self.note.seen.retain(|_, at| *at > (until.wall, until.counter));
    }

    /// What the annotator replies to the decision of a class.
    #[must_use]
    pub fn reply(&self, class: &ClassId) -> Option<Reply> {
        self.replies.get(class)?.value
    }

    /// The record as others may have it: without what is private.
    #[must_use]
    pub fn for_others(&self) -> Self {
        Self { note: self.note.for_others(), ..self.clone() }
    }

    /// Calls `visit` with the version of the codebook that each answer was given under, where that is known.
    pub fn each_version<'a>(&'a self, mut visit: impl FnMut(&'a VersionId)) {
        self.stances.values().filter_map(|r| r.under.as_ref()).for_each(&mut visit);
        self.themes.values().filter_map(|r| r.under.as_ref()).for_each(&mut visit);
        self.none_applies.iter().filter_map(|r| r.under.as_ref()).for_each(&mut visit);
    }

    /// Calls `visit` with every stamp in the record.
    pub fn each_stamp(&self, mut visit: impl FnMut(&Stamp)) {
        self.stances.values().for_each(|r| visit(&r.stamp));
        self.themes.values().for_each(|r| visit(&r.stamp));
        self.none_applies.iter().for_each(|r| visit(&r.stamp));
        self.note.texts.iter().for_each(|t| visit(&t.stamp));
        self.evidence.values().for_each(|r| visit(&r.stamp));
        self.replies.values().for_each(|r| visit(&r.stamp));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theme_said_again_after_none_applies_is_a_change() {
        let said = |value, wall| Register::new(value, Stamp { wall, counter: 0, replica: "r".into() });
        let theme = |wall| Registers::from([(ThemeId::from("t"), said(true, wall))]);
        let mut here = Record { themes: theme(1), none_applies: Some(said(true, 2)), ..Record::default() };
        assert_eq!(here.themes(), Themes::NoneApplies);
        assert!(here.join(&Record { themes: theme(3), ..Record::default() }));
        assert_eq!(here.themes(), Themes::Set(vec!["t".into()]));
    }
}
