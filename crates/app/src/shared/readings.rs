//! What people read in the open article, as it is shown and counted: themes that went into others, codes of other codebooks, and
//! several ids of one person are looked up here and nowhere else. Where there is nothing to look up, what is stored is shown.

use postil_core::{
    base::{
        id::{AnnotatorId, ClassId, VersionId},
        map::Map,
        stamp::Stamp,
    },
    codebook::resolve::Resolver,
    keep::beside::Apart,
    record::{Layer, decision::Decisions},
};

/// What is shown of the open article in place of what is stored.
#[derive(Clone, Debug, Default)]
pub(crate) struct Readings {
    /// What codes are with us.
    pub(crate) resolver: Resolver,
    /// What it was made for: a codebook, a round, how many versions are known, and the state of everything.
    pub(super) made: Option<(VersionId, u32, usize, u64)>,
    /// What was said last of who is one person with whom, and how often that was said of anybody.
    pub(super) same: (usize, Option<Stamp>),
    /// Who is not counted, and why.
    pub(super) apart: Map<AnnotatorId, Apart>,
    /// True when anything is shown in another way than it is stored.
    pub(super) differs: bool,
    /// What annotators read, and what classes settled on.
    pub(super) layers: Map<AnnotatorId, Layer>,
    pub(super) classes: Map<ClassId, Decisions>,
}

impl Readings {
    /// What an annotator reads, if that is shown in another way than it is stored.
    pub(super) fn layer(&self, annotator: &AnnotatorId) -> Option<&Layer> {
        self.layers.get(annotator)
    }

    /// Everybody's, if any is shown in another way than it is stored.
    pub(crate) fn layers(&self) -> Option<&Map<AnnotatorId, Layer>> {
        self.differs.then_some(&self.layers)
    }

    /// What a class settled on, if that is shown in another way than it is stored.
    pub(crate) fn class(&self, class: &ClassId) -> Option<&Decisions> {
        self.classes.get(class)
    }

    /// Why somebody is not counted; `None` where they are.
    pub(crate) fn apart(&self, annotator: &AnnotatorId) -> Option<Apart> {
        self.apart.get(annotator).copied()
    }

    /// True when anything is shown in another way than it is stored.
    pub(super) fn differs(&self) -> bool {
        self.differs
    }
}
