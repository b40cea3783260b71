//! Whose layers are here.

use postil_core::base::id::AnnotatorId;
use std::sync::Arc;

/// One annotator whose layer is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotator {
    /// Who.
    pub id: AnnotatorId,
    /// What they are called here: their name, or "Person 3" while names are hidden.
    pub name: Arc<str>,
    /// The same in the least room.
    pub short: Arc<str>,
    /// True when they are left out of all counts.
    pub left_out: bool,
    /// True when they are a reader through any question.
    pub(crate) has_coded: bool,
    /// True for a program that is counted like people.
    pub program: bool,
    /// Other ids that are one person with this one, each with its own name.
    pub same: Vec<(AnnotatorId, Arc<str>)>,
    /// How far they have come: "7 of 10 answered · 1 in part · 2 notes".
    pub progress: Arc<str>,
}

/// Everybody who has said anything of the article, and the readers among them.
#[derive(Clone, Debug)]
pub(crate) struct People {
    /// Everybody.
    pub everybody: Arc<[Annotator]>,
    /// The readers through the question that is shown.
    pub readers: Arc<[Annotator]>,
}
