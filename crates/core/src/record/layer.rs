//! Layers: the records of one annotator on one article, of one kind and round.

use super::Record;
use crate::{
    base::{
        id::{AnnotatorId, ParagraphId, VersionId},
        map::Map,
        stamp::Stamp,
    },
    json::extra::{self, Extra},
};
use std::{collections::BTreeMap, sync::Arc};

/// What kind of thing a layer holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum LayerKind {
    /// What people read in a text.
    #[default]
    Reading,
    /// Something of a newer program: it is kept, and counted nowhere.
    Other(Arc<str>),
}

impl LayerKind {
    /// The word that stands in files.
    #[must_use]
    pub fn word(&self) -> &str {
        match self {
            Self::Reading => "reading",
            Self::Other(word) => word,
        }
    }

    /// The kind that a word stands for.
    #[must_use]
    pub(crate) fn from_word(word: &str) -> Self {
        if word == "reading" { Self::Reading } else { Self::Other(word.into()) }
    }
}

/// Which layer of an article it is: two layers of one key are one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LayerKey {
    /// Whose it is.
    pub annotator: AnnotatorId,
    /// What kind of thing it holds.
    pub kind: LayerKind,
    /// From 1; another one begins when people read once more, after a discussion for example. Numbers are those of one round.
    pub round: u32,
}

impl LayerKey {
    /// The layer of what an annotator reads in a round.
    #[must_use]
    pub fn reading(annotator: AnnotatorId, round: u32) -> Self {
        Self { annotator, kind: LayerKind::Reading, round }
    }

    /// True for layers that are read and counted.
    #[must_use]
    pub fn is_reading(&self) -> bool {
        self.kind == LayerKind::Reading
    }
}

/// All records of one annotator on one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// By paragraph.
    pub records: BTreeMap<ParagraphId, Record>,
    /// Fields of newer versions.
    pub extra: Extra,
}

impl Layer {
    /// True when nothing stands in any record.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.extra.is_empty() && self.records.values().all(Record::is_silent)
    }

    /// Lets go of what was said until then, and of unknown fields: nobody knows when those were written.
    pub(crate) fn let_go(&mut self, until: &Stamp) {
        self.extra.clear();
        self.records.retain(|_, record| {
            record.let_go(until);
            let mut spoken = false;
            record.each_stamp(|_| spoken = true);
            spoken
        });
    }

    /// The version of the codebook under which most of it was given; of several as many, the first in order.
    #[must_use]
    pub(crate) fn usual_version(&self) -> Option<&VersionId> {
        let mut counts: Map<&VersionId, usize> = Map::new();
        for record in self.records.values() {
            record.each_version(|version| *counts.entry(version).or_default() += 1);
        }
        let most = counts.values().max()?;
        counts.iter().find(|(_, count)| *count == most).map(|(version, _)| *version)
    }

    /// The layer as others may have it: without what is private, and without records of which nothing is left then.
    #[must_use]
    pub fn for_others(&self) -> Self {
        let records = self.records.iter().filter_map(|(id, record)| {
            if record.note.texts.iter().all(|text| !text.private) {
                return Some((id.clone(), record.clone()));
            }
            let open = record.for_others();
            (open != Record::default()).then(|| (id.clone(), open))
        });
        Self { records: records.collect(), extra: self.extra.clone() }
    }

    /// Merges another layer of the same annotator and article. True when anything changed.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut changed = extra::join(&mut self.extra, &other.extra);
        for (paragraph, record) in &other.records {
            if let Some(here) = self.records.get_mut(paragraph) {
                changed |= here.join(record);
            } else {
                self.records.insert(paragraph.clone(), record.clone());
                changed = true;
            }
        }
        changed
    }
}
