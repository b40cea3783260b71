//! What whoever tags here said under an earlier rule: the paragraphs to be looked at again.

use crate::strings::shared as strings;
use postil_core::{
    base::id::{AnnotatorId, ArticleId, VersionId},
    record::stale::Earlier,
};
use std::{collections::BTreeSet, sync::Arc};

/// The paragraphs to be looked at again.
#[derive(Clone, Debug, Default)]
pub(crate) struct Worklist {
    /// Which rules are others now.
    pub(super) rules: Earlier,
    /// The paragraphs, by index.
    pub(super) paragraphs: BTreeSet<usize>,
    /// What it was made for.
    pub(super) made: Option<(Made, u64)>,
}

/// What it was made for, beside the state of everything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Made {
    pub(super) article: ArticleId,
    pub(super) annotator: AnnotatorId,
    pub(super) version: VersionId,
    pub(super) round: u32,
    pub(super) versions: usize,
}

impl Worklist {
    /// True when nothing is to be looked at again.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// “12 paragraphs were tagged under an earlier definition.” Empty where none were.
    #[must_use]
    pub(crate) fn words(&self) -> Arc<str> {
        match self.paragraphs.len() {
            0 => "".into(),
            1 => strings::one_tagged_earlier().into(),
            n => strings::tagged_earlier(n).into(),
        }
    }

    /// The next paragraph after one or, with `false`, the one before; beyond the end it goes on from the other one.
    #[must_use]
    pub(crate) fn beside(&self, index: usize, forward: bool) -> Option<usize> {
        let others = || self.paragraphs.iter().filter(|other| **other != index);
        let found = if forward {
            others().find(|other| **other > index).or_else(|| others().next())
        } else {
            others().rfind(|other| **other < index).or_else(|| others().next_back())
        };
        found.copied()
    }

    /// The paragraph itself if it is one of them, or else the next.
    #[must_use]
    pub(crate) fn from(&self, index: usize) -> Option<usize> {
        if self.paragraphs.contains(&index) { Some(index) } else { self.beside(index, true) }
    }
}
