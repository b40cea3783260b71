//! The report as far as it has been made. Its figures are computed one by one, bit by bit, so that the page stays awake.

use super::blocks::BlockView;
use crate::class::{computed::Computed, scale::Place};
use postil_core::{
    base::id::QuestionId,
    measure::agreement::measure::Measure,
    output::report::{Figure, Report},
};
use std::sync::Arc;

/// The report as far as it has been made.
#[derive(Default)]
pub(crate) struct Reporting {
    pub(super) base: Option<Arc<Report>>,
    pub(super) blocks: Arc<[Arc<BlockView>]>,
    pub(super) figures: Vec<FigureView>,
    pub(super) computing: Option<(QuestionId, Computed)>,
    /// What is still to be computed, the last one first.
    pub(super) wanted: Vec<(QuestionId, Measure)>,
    /// Counts what it was made from.
    pub(super) revision: u64,
    pub(super) waits: bool,
    /// The screen that led here was Class.
    pub(crate) from_class: bool,
}

/// A figure with where it lies on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureView {
    /// The figure. Its conclusion is without the sentence that all of them share.
    pub figure: Figure,
    /// Where it lies, if it has a value.
    pub place: Option<Place>,
}

impl Reporting {
    /// True while figures are still computed.
    #[must_use]
    pub(crate) fn is_working(&self) -> bool {
        self.computing.is_some() || !self.wanted.is_empty()
    }
}
